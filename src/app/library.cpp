#include "app/library.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "codec/plan_json.hpp"

namespace app {
namespace {
std::string wall_clock(base::Moment moment) {
    std::string text = moment.iso();
    if (text.size() == 16) text[10] = ' ';
    return text;
}
}  // namespace

std::span<const std::string_view> template_ids() {
    static constexpr std::array<std::string_view, 5> ids{"emergency-social-media", "microblog-operation",
                                                         "self-inspection", "account-management", "consortium-brand"};
    return ids;
}

// ---------------------------------------------------------------- what happens

void Library::started(const Started& start) {
    for (const auto& [name, value] : start.preferences)
        if (name == "archive" && value.size() > 1) {
            archive_counted_from_ = base::Date::parse(value.substr(1)).value_or(base::Date{});
            if (value[0] == '=') last_archive_ = archive_counted_from_;
        }
    take_stops(start);
    early_start_ = start;
    begin_storage();
}

void Library::seeded() {
    seeded_ = true;
    begin_storage();
}

void Library::begin_storage() {
    if (!early_start_ || !seeded_ || storage_) return;
    StorageClient::Setup setup{with_.ids.next_bits(), std::string(words()("storage.branch-suffix")),
                               std::string(words()("storage.stopped-suffix")), stops_.all()};
    storage_.emplace(with_.files, with_.requests, std::move(setup));
    storage_->started(*early_start_, with_.clock.today.now);
    early_start_.reset();
    list();
    for (const FileArrived& file : std::exchange(early_files_, {})) take_file(file);
}

void Library::storage_changed(const StorageChanged& changed) {
    if (storage_) storage_->storage_changed(changed, with_.clock.today.now);
}

// ---------------------------------------------------------------- a frame

void Library::begin() {
    if (storage_) storage_->set_now(with_.clock.today.now);
}

std::optional<model::Plan> Library::frame(bool document_changed) {
    if (!storage_) return std::nullopt;
    const Document& document = with_.document;
    if (document_changed && !document.read_only())
        storage_->changed(document.plan(), document.typing() ? Pace::Typing : Pace::Gesture);
    storage_->frame(with_.clock.seconds, with_.clock.today.now);
    for (const StorageNotice& notice : storage_->take_notices()) tell(notice);
    for (const StorageOutcome& outcome : storage_->take_outcomes()) {
        if (!outcome.ok)
            with_.desk.say(words()("storage.failed." + outcome.what, {words()("error." + outcome.code)}), true);
        else if (outcome.what == "step-back")
            stepped_back(outcome);
    }
    list();
    return storage_->take_reloaded();
}

bool Library::other_window_edits() const {
    return storage_ && !storage_->can_store() && storage_->status().state == SaveState::ReadOnly;
}

double Library::due_in() const {
    return storage_ ? storage_->due_in(with_.clock.seconds) : -1;
}

void Library::list() {
    if (listed_ == storage_->generation()) return;
    listed_ = storage_->generation();
    plans_.clear();
    for (const store::PlanEntry& entry : storage_->plans()) {
        StoredPlan plan;
        plan.id = entry.id;
        plan.title = entry.summary.title;
        plan.department = entry.summary.department;
        plan.saved_at = wall_clock(entry.saved);
        plan.bytes = entry.bytes;
        plan.deleted = entry.deleted;
        plan.deleted_at = wall_clock(entry.deleted_at);
        if (entry.deleted) plan.purged_on = entry.deleted_at.date().plus(store::trash_days).iso();
        using enum store::Condition;
        plan.opens = entry.condition != Unreadable && entry.condition != Newer && entry.condition != Missing;
        if (entry.condition != store::Condition::Whole) {
            static constexpr std::string_view names[] = {"whole", "damaged", "unreadable", "newer", "older", "missing"};
            plan.condition = names[static_cast<std::size_t>(entry.condition)];
        } else if (stops_.has(entry.id)) {
            plan.condition = "stopped";
        }
        plans_.push_back(std::move(plan));
    }
    const base::Date today = with_.clock.today.day;
    if (!plans_.empty() && !archive_counted_from_ && today) keep_archive_day("-", today);
}

void Library::tell(const StorageNotice& notice) {
    const std::string text = words()("store.notice." + notice.notice.code, {notice.notice.subject});
    with_.desk.say(notice.title.empty() ? text : words()("store.notice.of-plan", {notice.title, text}), true);
}

// ---------------------------------------------------------------- plans

base::Result<model::Plan> Library::open(const Id& plan) {
    if (!storage_) return base::Error{"storage-failed", {}, {}};
    return storage_->open(plan);
}

void Library::adopt(const model::Plan& plan) {
    if (storage_) storage_->adopt(plan);
}

void Library::close() {
    if (storage_) storage_->close();
}

void Library::save_now() {
    if (storage_) storage_->save_now();
}

void Library::keep_version(const model::Plan& before) {
    if (storage_) storage_->keep_version(before);
}

void Library::remove(const Id& plan) {
    if (storage_) storage_->delete_plan(plan);
}

void Library::restore(const Id& plan) {
    if (storage_) storage_->restore_plan(plan);
}

void Library::purge(const Id& plan) {
    if (storage_) storage_->purge_plan(plan);
    stops_.forget(plan);
}

base::Result<Library::BackupContent> Library::read_backup(const Id& id, const std::string& path) const {
    const base::Error damaged{"store-damaged", path, {}};
    const std::optional<std::string> bytes = storage_ ? storage_->files().read(path) : std::nullopt;
    if (!bytes) return damaged;
    const base::Result<store::Frame> frame = store::decode_frame(*bytes);
    if (!frame) return frame.error();
    base::Result<model::Plan> plan = codec::decode_plan(frame->body);
    if (!plan) return plan.error();
    if (plan->id != id) return damaged;
    return BackupContent{std::move(plan).value(), frame->saved};
}

// ---------------------------------------------------------------- how storage stands

bool Library::anything_unsaved() const {
    return storage_ ? storage_->anything_unsaved() : with_.document.is_open();
}

std::string Library::save_text() const {
    if (!storage_) return {};
    const SaveStatus status = storage_->status();
    switch (status.state) {
        case SaveState::Saved:
            return status.saved ? words()("save.saved", {status.saved.iso().substr(11)}) : std::string();
        case SaveState::Unsaved:
            return std::string(words()("save.unsaved"));
        case SaveState::Saving:
            return std::string(words()("save.saving"));
        case SaveState::Failed:
            return words()("save.failed", {words()("error." + status.code)});
        case SaveState::ReadOnly:
            return std::string(words()("save.read-only"));
        case SaveState::Unavailable:
            return std::string(words()("save.unavailable"));
    }
    return {};
}

bool Library::save_failed() const {
    const std::optional<SaveTrouble> found = store_trouble();
    return found && found->error;
}

SaveTrouble Library::trouble(std::string_view kind) const {
    SaveTrouble made;
    made.title = words()("save.trouble." + std::string(kind));
    made.advice = words()("save.advice." + std::string(kind));
    return made;
}

std::optional<SaveTrouble> Library::save_trouble() const {
    std::optional<SaveTrouble> found = store_trouble();
    if (found || !with_.document.is_open()) return found;
    LeftTexts left = left_texts(words(), with_.document.plan(), with_.desk.drafts());
    if (left.title.empty()) return std::nullopt;
    return SaveTrouble{std::move(left.title), std::move(left.advice), true, false, left.first};
}

std::optional<SaveTrouble> Library::store_trouble() const {
    if (!storage_) return std::nullopt;
    const SaveStatus status = storage_->status();
    if (status.state == SaveState::Unavailable) return trouble("unavailable");
    if (!with_.document.is_open()) return std::nullopt;
    if (status.state == SaveState::ReadOnly) {
        SaveTrouble other = trouble("read-only");
        other.error = false;
        return other;
    }
    if (status.code.empty()) return std::nullopt;
    // Kinds that ask for the same of people have the same words.
    const bool own = words().has("save.advice." + status.code);
    SaveTrouble failed = trouble(own ? std::string_view(status.code) : "storage-failed");
    failed.title = words()("save.failed", {words()("error." + status.code)});
    failed.retry = true;
    return failed;
}

}  // namespace app
