// What protects against the loss of this computer's store: archives of everything, backups, the browser's promise.
#include <cstdlib>

#include "app/file_name.hpp"
#include "app/workspace.hpp"
#include "base/text.hpp"
#include "codec/error_text.hpp"
#include "codec/plan_json.hpp"

namespace app {

const StorageReport& Workspace::storage_report() {
    if (!storage_ || reported_ == storage_->generation()) return report_;
    reported_ = storage_->generation();
    report_.sizes = store::sizes(storage_->files(), storage_->plans());
    report_.backups.clear();
    for (const store::PlanEntry& entry : storage_->plans())
        report_.backups[entry.id] = store::list_backups(storage_->files(), entry.id);
    persist_request_ = next_request_++;
    persistence_asked_ = false;
    request(PersistStorage{persist_request_, false});
    return report_;
}

void Workspace::ask_persistence() {
    persist_request_ = next_request_++;
    persistence_asked_ = true;
    request(PersistStorage{persist_request_});
}

void Workspace::take_persistence(const Answer& answer) {
    report_.persistence = answer.ok ? answer.code : std::string();
    report_.used = report_.quota = 0;
    const std::size_t slash = answer.bytes.find('/');
    if (answer.ok && slash != std::string::npos) {
        report_.used = std::strtoull(answer.bytes.c_str(), nullptr, 10);
        report_.quota = std::strtoull(answer.bytes.c_str() + slash + 1, nullptr, 10);
    }
    if (!persistence_asked_) return;
    say(std::string((*words_)(answer.code == "granted" ? "storage.persist-granted" : "storage.persist-denied")));
}

// "=DAY" the last archive; "-DAY" there was none yet, and the first plan was seen on that day.
void Workspace::keep_archive_day(std::string_view prefix, base::Date day) {
    archive_counted_from_ = day;
    request(SetPreference{"archive", std::string(prefix) + day.iso()});
}

std::optional<int> Workspace::days_without_archive() const {
    if (!archive_counted_from_ || !today_.day) return std::nullopt;
    return today_.day.days() - archive_counted_from_.days();
}

void Workspace::export_all() {
    if (!storage_) return;
    base::Result<std::string> archive = storage_->export_archive();
    if (!archive) return say_error(archive.error());
    const std::string name = std::string((*words_)("app.name")) + "-" + today_.day.iso() + ".zip";
    request(DownloadFile{name, "application/zip", std::move(archive).value()});
    last_archive_ = today_.day;
    keep_archive_day("=", today_.day);
    say((*words_)("message.exported", {name}));
}

void Workspace::export_raw(const Id& id) {
    if (!storage_) return;
    base::Result<std::string> archive = storage_->export_raw(id);
    if (!archive) return say_error(archive.error());
    std::string title;
    for (const StoredPlan& plan : stored_plans_)
        if (plan.id == id) title = plan.title;
    const std::string name = file_name(title, (*words_)("app.name"), ".zip");
    request(DownloadFile{name, "application/zip", std::move(archive).value()});
    say((*words_)("message.exported", {name}));
}

void Workspace::import_archive(const std::string& name, const std::string& bytes) {
    const auto failed = [&](const base::Error& error) {
        const std::string why = codec::error_text(*words_, error);
        say((*words_)("message.import-failed", {name, why}), true);
    };
    if (!storage_ || !storage_->can_store()) return failed({"storage-not-writer", {}, {}});
    const base::Result<std::vector<store::ImportedPlan>> plans = storage_->import_archive(bytes);
    if (!plans) return failed(plans.error());
    std::size_t counts[5] = {};
    for (const store::ImportedPlan& plan : *plans) {
        ++counts[static_cast<std::size_t>(plan.outcome)];
        if (plan.outcome == store::Outcome::Refused) failed({plan.code, plan.title, {}});
    }
    const auto count = [&](store::Outcome outcome) {
        return std::to_string(counts[static_cast<std::size_t>(outcome)]);
    };
    using enum store::Outcome;
    say((*words_)("message.archive-imported", {name, count(Added), count(Copied), count(Unchanged), count(Kept)}));
}

void Workspace::restore_backup(const Id& id, const std::string& path) {
    if (!storage_) return;
    const std::optional<std::string> bytes = storage_->files().read(path);
    const base::Result<store::Frame> frame =
        bytes ? store::decode_frame(*bytes) : base::Result<store::Frame>(base::Error{"store-damaged", path, {}});
    if (!frame) return say_error(frame.error());
    base::Result<model::Plan> plan = codec::decode_plan(frame->body);
    if (!plan) return say_error(plan.error());
    if (plan->id != id) return say_error({"store-damaged", path, {}});
    if (!has_plan() || this->plan().id != id) {
        if (base::Result<model::Plan> current = storage_->open(id))
            open(std::move(current).value());
        else
            return adopt(std::move(plan).value());  // nothing but the backup is readable
    }
    if (!storage_->can_store()) return say(std::string((*words_)("message.read-only")), true);
    history_->push(std::move(plan).value(), "undo.restore-backup");
    show(Page::Overview);
    say((*words_)("message.backup-restored", {base::replace_all(frame->saved.iso(), "T", " ")}));
}

}  // namespace app
