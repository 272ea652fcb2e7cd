// The plans that this computer keeps: opening, storing, deleting, importing, and saying how storage stands.
#include <algorithm>
#include <utility>

#include "app/workspace.hpp"
#include "edit/fresh_ids.hpp"

namespace app {
namespace {
std::string wall_clock(base::Moment moment) {
    std::string text = moment.iso();
    if (text.size() == 16) text[10] = ' ';
    return text;
}
}  // namespace

void Workspace::begin_storage() {
    if (!early_start_ || !seeded_ || storage_) return;
    StorageClient::Setup setup{ids_.next_bits(), std::string((*words_)("storage.branch-suffix"))};
    storage_.emplace(files_, std::move(setup));
    storage_->started(*early_start_, today_.now);
    early_start_.reset();
    list_plans();
    for (const FileArrived& file : std::exchange(early_files_, {})) take_file(file);
}

void Workspace::list_plans() {
    if (listed_ == storage_->generation()) return;
    listed_ = storage_->generation();
    stored_plans_.clear();
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
        }
        stored_plans_.push_back(std::move(plan));
    }
    if (!stored_plans_.empty() && !archive_counted_from_ && today_.day) keep_archive_day("-", today_.day);
}

void Workspace::store_frame(FrameOutput& output) {
    if (!storage_) return;
    if (has_plan() && history_->changes() != stored_changes_) {
        stored_changes_ = history_->changes();
        if (!read_only_) storage_->changed(plan(), typing_ ? Pace::Typing : Pace::Gesture);
    }
    storage_->frame(seconds_, today_.now);
    for (Request& each : storage_->take_requests()) request(std::move(each));
    for (const StorageNotice& notice : storage_->take_notices()) tell(notice);
    for (const StorageOutcome& outcome : storage_->take_outcomes())
        if (!outcome.ok) say((*words_)("storage.failed." + outcome.what, {(*words_)("error." + outcome.code)}), true);
    if (std::optional<model::Plan> reloaded = storage_->take_reloaded()) {
        history_.emplace(std::move(*reloaded));
        stored_changes_ = history_->changes();
    }
    read_only_ = has_plan() && !storage_->can_store() && storage_->status().state == SaveState::ReadOnly;
    list_plans();
    output.wake_in(storage_->due_in(seconds_));
}

void Workspace::tell(const StorageNotice& notice) {
    const std::string text = (*words_)("store.notice." + notice.notice.code, {notice.notice.subject});
    say(notice.title.empty() ? text : (*words_)("store.notice.of-plan", {notice.title, text}), true);
}

void Workspace::adopt(model::Plan plan) {
    if (storage_) storage_->adopt(plan);
    open(std::move(plan));
}

void Workspace::open_stored(const Id& id) {
    if (!storage_) return;
    base::Result<model::Plan> plan = storage_->open(id);
    if (!plan) return say_error(plan.error());
    open(std::move(plan).value());
}

void Workspace::delete_plan(const Id& id) {
    if (!storage_) return;
    if (has_plan() && plan().id == id) close_plan();
    storage_->delete_plan(id);
}

void Workspace::restore_plan(const Id& id) {
    if (storage_) storage_->restore_plan(id);
}

void Workspace::purge_plan(const Id& id) {
    if (storage_) storage_->purge_plan(id);
}

void Workspace::save_again() {
    if (storage_) storage_->save_now();
}

void Workspace::import_plan(const std::string& name, model::Plan imported) {
    const bool known = std::any_of(stored_plans_.begin(), stored_plans_.end(),
                                   [&](const StoredPlan& each) { return each.id == imported.id && !each.deleted; });
    if (!known) {
        adopt(std::move(imported));
        imports_.push_back({name, {}, (*words_)("message.imported", {name})});
        return;
    }
    if (has_plan() && plan().id == imported.id && model::equal(plan(), imported)) {
        imports_.push_back({name, {}, (*words_)("message.import-same", {name})});
        return;
    }
    pending_imports_.push_back({name, std::move(imported)});
    if (dialog.kind != DialogKind::ConfirmReplace) dialog = {DialogKind::ConfirmReplace, {}, 0, {{"title", name}}};
}

void Workspace::finish_import(ImportChoice choice) {
    dialog.kind = DialogKind::None;
    if (pending_imports_.empty()) return;
    model::Plan imported = std::move(pending_imports_.front().plan);
    pending_imports_.erase(pending_imports_.begin());
    if (!pending_imports_.empty())
        dialog = {DialogKind::ConfirmReplace, {}, 0, {{"title", pending_imports_.front().name}}};
    if (choice == ImportChoice::None) return;
    if (choice == ImportChoice::Copy) {
        adopt(edit::with_fresh_ids(imported, ids_));
    } else if (has_plan() && plan().id == imported.id) {
        history_->push(std::move(imported), "undo.import");
    } else {
        // Opened as it was, then replaced: what was there before stays one undo step away.
        const Id id = imported.id;
        open_stored(id);
        if (has_plan() && plan().id == id)
            history_->push(std::move(imported), "undo.import");
        else
            adopt(std::move(imported));
    }
}

void Workspace::vault_frame(FrameOutput& output) {
    // It is open only while somebody looks at it.
    if (vault.state() == VaultState::Open && view.page != Page::Verification) vault.lock();
    vault.frame(seconds_);
    for (Request& each : vault.take_requests()) request(std::move(each));
    if (const auto count = vault.take_swept()) say((*words_)("message.applications-swept", {std::to_string(*count)}));
    output.wake_in(vault.due_in(seconds_));
}

std::string Workspace::save_text() const {
    if (!storage_) return {};
    const SaveStatus status = storage_->status();
    switch (status.state) {
        case SaveState::Saved:
            return status.saved ? (*words_)("save.saved", {status.saved.iso().substr(11)}) : std::string();
        case SaveState::Unsaved:
            return std::string((*words_)("save.unsaved"));
        case SaveState::Saving:
            return std::string((*words_)("save.saving"));
        case SaveState::Failed:
            return (*words_)("save.failed", {(*words_)("error." + status.code)});
        case SaveState::ReadOnly:
            return std::string((*words_)("save.read-only"));
        case SaveState::Unavailable:
            return std::string((*words_)("save.unavailable"));
    }
    return {};
}

bool Workspace::save_failed() const {
    const std::optional<SaveTrouble> trouble = save_trouble();
    return trouble && trouble->error;
}

std::optional<SaveTrouble> Workspace::save_trouble() const {
    if (!storage_) return std::nullopt;
    const SaveStatus status = storage_->status();
    const auto trouble = [&](std::string_view kind) {
        SaveTrouble made;
        made.title = (*words_)("save.trouble." + std::string(kind));
        made.advice = (*words_)("save.advice." + std::string(kind));
        return made;
    };
    if (status.state == SaveState::Unavailable) return trouble("unavailable");
    if (!has_plan()) return std::nullopt;
    if (status.state == SaveState::ReadOnly) {
        SaveTrouble other = trouble("read-only");
        other.error = false;
        return other;
    }
    if (status.code.empty()) return std::nullopt;
    // Kinds that ask for the same of people have the same words.
    const bool own = words_->has("save.advice." + status.code);
    SaveTrouble failed = trouble(own ? std::string_view(status.code) : "storage-failed");
    failed.title = (*words_)("save.failed", {(*words_)("error." + status.code)});
    failed.retry = true;
    return failed;
}

}  // namespace app
