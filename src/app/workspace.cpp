#include "app/workspace.hpp"

#include <array>

#include "codec/error_text.hpp"
#include "edit/rectification.hpp"
#include "model/order_key.hpp"

namespace app {

std::span<const std::string_view> template_ids() {
    static constexpr std::array<std::string_view, 5> ids{"emergency-social-media", "microblog-operation",
                                                         "self-inspection", "account-management", "consortium-brand"};
    return ids;
}

Workspace::Workspace() : words_(&base::Words::simplified_chinese()) {
    request(RandomBytes{seed_request_ = next_request_++, 16});
}

void Workspace::begin(const FrameInput& input) {
    seconds_ = input.seconds;
    today_.now = base::Moment::from_minutes(input.now_minutes);
    today_.day = today_.now.date();
    std::erase_if(messages, [&](const Message& message) { return message.until > 0 && message.until < seconds_; });
    for (const PlatformEvent& event : input.events) take_event(event);
}

void Workspace::apply(Intent intent) {
    if (read_only_) return say(std::string((*words_)("message.read-only")), true);
    base::Result<model::Plan> changed = edit::apply_batch(plan(), intent.batch);
    if (!changed) return say_error(changed.error());
    typing_ = !intent.merge.empty();
    history_->push(std::move(changed).value(), std::move(intent.label), std::move(intent.merge));
}

void Workspace::finish(FrameOutput& output) {
    std::vector<Intent> intents = std::move(intents_);
    intents_.clear();
    for (Intent& intent : intents)
        if (has_plan()) apply(std::move(intent));
    if (has_plan()) history_->drop(take_back_);
    take_back_.clear();
    if (seal_ && has_plan()) {
        history_->seal();
        typing_ = false;
        if (storage_) storage_->save_now();
    }
    seal_ = false;
    store_frame(output);
    update_frame();
    vault_frame(output);
    if (std::optional<std::string> kept = drafts.take_changed()) request(SetPreference{"drafts", std::move(*kept)});
    // A selected row that has gone leaves nothing selected.
    if (has_plan() && view.selection.id && !plan().table(view.selection.record).find(view.selection.id))
        view.selection = {};
    if (!intents.empty()) output.wake_in(0);
    for (const Message& message : messages)
        if (message.until > 0) output.wake_in(message.until - seconds_ + 0.05);
    if (has_plan()) output.wake_in(derivation_.work(plan(), today_, seconds_, typing_));
    for (Request& request : requests_) output.requests.push_back(std::move(request));
    requests_.clear();
}

namespace {
std::string gesture_of(const Id& id, const model::FieldInfo& field) {
    return id.str() + "/" + std::string(field.name);
}
}  // namespace

void Workspace::set_value(RecordType record, const Id& id, const model::FieldInfo& field, model::Value value,
                          bool continuing) {
    std::string merge = continuing ? gesture_of(id, field) : std::string();
    want({{edit::SetField{record, id, &field, std::move(value)}}, "undo.set", std::move(merge)});
}

void Workspace::take_back(const Id& id, const model::FieldInfo& field) {
    take_back_ = gesture_of(id, field);
    seal();
}

void Workspace::undo() {
    if (!has_plan() || !history_->can_undo()) return;
    const std::string label = history_->undo_label();
    history_->undo();
    request(Announce{(*words_)("message.undone", {(*words_)(label)}), false});
}

void Workspace::redo() {
    if (!has_plan() || !history_->can_redo()) return;
    const std::string label = history_->redo_label();
    history_->redo();
    request(Announce{(*words_)("message.redone", {(*words_)(label)}), false});
}

void Workspace::select(RecordType record, const Id& id) {
    view.selection = {record, id};
    view.range_end = {};
    if (id) view.inspector_open = true;
}

void Workspace::show(Page page) {
    view.page = page;
    view.navigation_open = false;
    const PageInfo& info = page_info(page);
    const bool belongs =
        std::ranges::any_of(info.records, [&](RecordType type) { return type == view.selection.record; });
    if (!belongs) view.selection = {};
}

void Workspace::reveal(RecordType record, const Id& id) {
    const Page page = page_of(record);
    show(page);
    const auto records = page_info(page).records;
    RecordType shown = record;
    for (const model::FieldInfo* parent = model::record(shown).parent(); parent && parent->target != shown;
         parent = model::record(shown).parent())
        shown = parent->target;
    for (std::size_t i = 0; i < records.size(); ++i)
        if (records[i] == shown) view.tab[page] = i;
    if (record == RecordType::Task) {
        for (const model::Task* task = plan().rows<model::Task>().find(id); task; task = plan().find(task->parent))
            view.collapsed.erase(task->parent);
    }
    select(record, id);
}

Id Workspace::add_row(RecordType record, const Id& parent, const Id& after) {
    const model::RecordInfo& info = model::record(record);
    std::shared_ptr<model::Row> row = info.make();
    row->id = new_id();
    if (const model::FieldInfo* field = info.parent()) model::edit<Id>(*row, *field) = parent;
    const model::Row* before = after ? plan().table(record).find(after) : nullptr;
    if (before) {
        std::string next;  // the sibling that follows
        const model::FieldInfo* field = info.parent();
        for (const model::RowPtr& other : plan().table(record))
            if ((!field || model::get_ref(*other, *field) == parent) && other->order > before->order &&
                (next.empty() || other->order < next))
                next = other->order;
        row->order = model::order_between(before->order, next);
    } else {
        row->order = edit::order_at_end(plan(), record, parent);
    }
    const Id id = row->id;
    want({{edit::PutRow{record, std::move(row)}}, "undo.add", {}});
    select(record, id);
    return id;
}

void Workspace::move_row(const std::optional<edit::MoveRow>& move) {
    if (!move) return say(std::string((*words_)("message.no-place")));
    view.collapsed.erase(move->parent);
    request(Announce{(*words_)("message.moved", {model::title_of(plan(), move->record, move->id)}), false});
    want({{*move}, "undo.move", {}});
}

void Workspace::remove_row(RecordType record, const Id& id) {
    const std::string title = model::title_of(plan(), record, id);
    want({{edit::RemoveRows{record, {id}}}, "undo.remove", {}});
    if (view.selection.id == id) view.selection = {};
    say((*words_)("message.removed", {(*words_)("record." + std::string(model::record(record).name)), title}));
}

void Workspace::inspect(model::Date on, std::string title) {
    model::Inspection round;
    round.id = new_id();
    round.order = edit::order_at_end(plan(), RecordType::Inspection, {});
    round.title = std::move(title);
    round.date = on;
    edit::Batch batch{edit::put_row(round)};
    const std::vector<analysis::Issue> issues = analysis::check(plan(), {on, base::Moment::at(on, 0, 0)});
    std::string order;
    std::size_t count = 0;
    for (model::Finding& finding : analysis::propose_findings(plan(), issues, round.id, on, ids_, *words_)) {
        finding.order = order = model::order_between(order, {});
        batch.push_back(edit::put_row(std::move(finding)));
        ++count;
    }
    want({std::move(batch), "undo.inspect", {}});
    view.inspection = round.id;
    show(Page::Inspection);
    say((*words_)("message.inspected", {std::to_string(count)}));
}

void Workspace::step_finding(const Id& finding, model::FindingState to, const Id& by, std::string note) {
    base::Result<edit::Batch> batch =
        edit::step_state(plan(), {finding, to, by, today_.day, std::move(note)}, new_id());
    if (!batch) return say_error(batch.error());
    want({std::move(batch).value(), "undo.step-finding", {}});
}

void Workspace::say(std::string text, bool error) {
    request(Announce{text, error});
    messages.push_back({std::move(text), error, error ? 0 : seconds_ + 6});
    if (messages.size() > 4) messages.erase(messages.begin());
}

void Workspace::say_error(const base::Error& error) {
    say(codec::error_text(*words_, error), true);
}

void Workspace::set_theme(Theme theme) {
    view.theme = theme;
    request(SetPreference{"theme", theme == Theme::System ? "" : theme == Theme::Dark ? "dark" : "light"});
}

void Workspace::open(model::Plan plan) {
    history_.emplace(std::move(plan));
    stored_changes_ = history_->changes();
    derivation_.reset();
    View fresh;
    fresh.theme = view.theme;
    fresh.language = view.language;
    view = std::move(fresh);
    view.page = Page::Overview;
}

void Workspace::close_plan() {
    if (storage_) storage_->close();
    history_.reset();
    derivation_.reset();
    view.page = Page::Start;
    view.selection = {};
}

}  // namespace app
