#include "app/workspace.hpp"

#include <cstring>

#include "analysis/verification.hpp"
#include "app/carry_out.hpp"

namespace app {

Workspace::Workspace(const store::Files& files) : parts_(files) {
    parts_.requests.send(RandomBytes{.count = 16}, [this](const Answer& answer) {
        if (answer.bytes.size() < 16) return;
        std::uint64_t seeds[2];
        std::memcpy(seeds, answer.bytes.data(), sizeof seeds);
        parts_.ids = base::IdSource(seeds[0], seeds[1]);
        parts_.library.seeded();
    });
}

void Workspace::begin(const FrameInput& input) {
    Clock& clock = parts_.clock;
    clock.seconds = input.seconds;
    clock.today.now = base::Moment::from_minutes(input.now_minutes);
    clock.today.day = clock.today.now.date();
    parts_.desk.begin();
    parts_.library.begin();
    carry_out_all(std::exchange(parts_.commands, {}));  // of an answer that was given up in the last frame
    // What was done in the last frame has been handed out to be stored before anything is computed from it.
    work_due_ = parts_.document.work();
    worked_on_ = has_plan() ? std::optional(plan()) : std::nullopt;
    if (const Id noted = parts_.library.take_noted()) open_now(parts_, noted);
    for (const PlatformEvent& event : input.events) {
        take_event(event);
        carry_out_all(std::exchange(parts_.commands, {}));  // before the next event, which may build on it
    }
    if (parts_.desk.view().page == Page::Storage) parts_.library.refresh_report();
    parts_.document.begin();
}

void Workspace::carry_out_all(Commands commands) {
    for (Command& command : commands.take()) carry_out(parts_, std::move(command));
}

void Workspace::finish(Commands wanted, FrameOutput& output) {
    if (!wanted.empty()) output.wake_in(0);
    carry_out_all(std::move(wanted));
    store_frame();
    update_frame();
    vault_frame();
    if (has_plan() && view().page == Page::Reports) parts_.reports.frame();
    parts_.desk.finish();
    // A selected row that has gone leaves nothing selected.
    const Selection& selection = parts_.desk.view().selection;
    if (has_plan() && selection.id && !plan().table(selection.record).find(selection.id)) parts_.desk.select_nothing();
    output.wake_in(parts_.library.due_in());
    output.wake_in(parts_.vault.due_in(parts_.clock.seconds));
    output.wake_in(parts_.desk.due_in());
    output.wake_in(parts_.errands.due_in());
    parts_.library.note_work();
    if (parts_.library.about_to_open() || (has_plan() && !(worked_on_ && worked_on_->same(plan())))) output.wake_in(0);
    output.wake_in(work_due_);
    for (Request& request : parts_.requests.take_waiting()) output.requests.push_back(std::move(request));
}

void Workspace::store_frame() {
    const bool changed = parts_.document.take_changed();
    std::optional<model::Plan> reloaded = parts_.library.frame(changed);
    if (reloaded && has_plan()) parts_.document.reload(std::move(*reloaded));
    if (has_plan()) parts_.document.set_read_only(parts_.library.other_window_edits());
}

void Workspace::update_frame() {
    if (!parts_.updating) return;
    const bool unsaved = parts_.library.anything_unsaved();
    if (unsaved && !parts_.library.save_failed()) return;  // once it is saved
    parts_.updating = false;
    if (unsaved)
        parts_.desk.say(std::string(words()("update.unsaved")), true);
    else
        parts_.requests.send(Restart{});
}

void Workspace::vault_frame() {
    Vault& vault = parts_.vault;
    const bool looked_at = view().page == Page::Verification;
    if (looked_at && vault.state() == VaultState::Unknown) vault.look();
    // It is open only while somebody looks at it.
    if (!looked_at && vault.state() == VaultState::Open) vault.lock();
    vault.frame(parts_.clock.seconds);
    if (vault.state() != VaultState::Open) parts_.desk.show_application({});
    for (const std::string& code : vault.take_failures()) parts_.desk.say_error({code, {}, {}});
    if (const auto count = vault.take_swept())
        parts_.desk.say(words()("message.applications-swept", {std::to_string(*count)}));
}

namespace {
struct TakeEvent {
    Parts& parts;

    void operator()(const Started& start) const {
        parts.desk.take_preferences(start.preferences);
        parts.library.started(start);
        parts.vault.sweep(analysis::removable_before(parts.clock.today.day));
    }
    void operator()(const FileArrived& file) const { parts.library.take_file(file); }
    void operator()(const FileRefused& refused) const { parts.library.refuse_file(refused); }
    void operator()(const StorageChanged& changed) const { parts.library.storage_changed(changed); }
    void operator()(const NodeFocused& focused) const {
        if (focused.key == 0) parts.library.save_now();
    }
    void operator()(const ErrandProgress& far) const { parts.errands.progress(far.request, far.percent); }
    void operator()(PrivateLockDue) const { parts.vault.lock_due(); }
    void operator()(const Answer& answer) const { parts.requests.take(answer); }
    void operator()(UpdateReady) const {
        parts.update_ready = true;
        parts.desk.offer(std::string(parts.desk.words()("update.ready")), "update");
    }
    void operator()(const TaskMoved& moved) const {
        const std::optional<Id> id = Id::parse(moved.task);
        const std::optional<model::Date> from = model::Date::parse(moved.start), to = model::Date::parse(moved.finish);
        if (id && from && to)
            parts.commands.push(Edit{
                {edit::set_field<&model::Task::start>(*id, *from), edit::set_field<&model::Task::finish>(*id, *to)},
                "undo.set"});
    }
    template <class Other> void operator()(const Other&) const {}  // the widgets' own
};
}  // namespace

void Workspace::take_event(const PlatformEvent& event) {
    std::visit(TakeEvent{parts_}, event);
}

}  // namespace app
