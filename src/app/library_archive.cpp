// What protects against the loss of this computer's store: archives of everything, backups, the browser's promise.
#include <cstdlib>

#include "app/file_name.hpp"
#include "app/library.hpp"
#include "codec/error_text.hpp"

namespace app {

void Library::refresh_report() {
    if (!storage_ || reported_ == storage_->generation()) return;
    reported_ = storage_->generation();
    report_.sizes = store::sizes(storage_->files(), storage_->plans());
    report_.backups.clear();
    for (const store::PlanEntry& entry : storage_->plans())
        report_.backups[entry.id] = store::list_backups(storage_->files(), entry.id);
    look_at_persistence(false);
}

void Library::ask_persistence() {
    look_at_persistence(true);
}

void Library::look_at_persistence(bool ask) {
    with_.requests.send(PersistStorage{.ask = ask}, [this, ask](const Answer& answer) {
        report_.persistence = answer.ok ? answer.code : std::string();
        report_.used = report_.quota = 0;
        const std::size_t slash = answer.bytes.find('/');
        if (answer.ok && slash != std::string::npos) {
            report_.used = std::strtoull(answer.bytes.c_str(), nullptr, 10);
            report_.quota = std::strtoull(answer.bytes.c_str() + slash + 1, nullptr, 10);
        }
        if (!ask) return;
        const bool granted = answer.code == "granted";
        with_.desk.say(std::string(words()(granted ? "storage.persist-granted" : "storage.persist-denied")));
    });
}

// "=DAY" the last archive; "-DAY" there was none yet, and the first plan was seen on that day.
void Library::keep_archive_day(std::string_view prefix, base::Date day) {
    archive_counted_from_ = day;
    with_.requests.send(SetPreference{"archive", std::string(prefix) + day.iso()});
}

std::optional<int> Library::days_without_archive() const {
    const base::Date today = with_.clock.today.day;
    if (!archive_counted_from_ || !today) return std::nullopt;
    return today.days() - archive_counted_from_.days();
}

void Library::pack(const std::vector<base::ZipEntry>& entries, std::string name, Errands::Then then) {
    const exchange::Errand errand{.operation = exchange::Operation::Pack,
                                  .format = "archive",
                                  .bytes = exchange::pack(entries),
                                  .now = with_.clock.today.now};
    with_.errands.send(errand, std::move(name), file_of(with_.desk.language()), then);
}

bool Library::hand_out(const Underway& errand, base::Result<exchange::Files> archive) {
    if (!archive) {
        if (archive.error().code != "cancelled") with_.desk.say_error(archive.error());
        return false;
    }
    with_.requests.send(DownloadFile{errand.name, "application/zip", std::move(std::move(archive).value().front())});
    with_.desk.say(words()("message.exported", {errand.name}));
    return true;
}

void Library::export_all() {
    if (!storage_) return;
    const std::string name = std::string(words()("app.name")) + "-" + with_.clock.today.day.iso() + ".zip";
    pack(store::archive_entries(storage_->files()), name,
         [this](const Underway& errand, base::Result<exchange::Files> archive) {
             if (!hand_out(errand, std::move(archive))) return;
             last_archive_ = with_.clock.today.day;
             keep_archive_day("=", last_archive_);
         });
}

void Library::export_raw(const Id& id) {
    if (!storage_) return;
    std::string title;
    for (const StoredPlan& plan : plans_)
        if (plan.id == id) title = plan.title;
    pack(store::raw_entries(storage_->files(), id), file_name(title, words()("app.name"), ".zip"),
         [this](const Underway& errand, base::Result<exchange::Files> archive) {
             hand_out(errand, std::move(archive));
         });
}

void Library::import_archive(const std::string& name, const std::string& bytes) {
    const exchange::Errand errand{.operation = exchange::Operation::Unpack, .format = "archive", .bytes = bytes};
    with_.errands.send(errand, name, file_of(with_.desk.language()),
                       [this](const Underway& done, base::Result<exchange::Files> files) {
                           if (files) return take_entries(done.name, exchange::entries_of(std::move(files).value()));
                           if (files.error().code == "cancelled") return;
                           import_failed(done.name, codec::error_text(words(), files.error()));
                           end_import(0);
                       });
}

void Library::take_entries(const std::string& name, std::vector<base::ZipEntry> entries) {
    const auto failed = [&](const base::Error& error) {
        with_.desk.say(words()("message.import-failed", {name, codec::error_text(words(), error)}), true);
    };
    if (!can_store()) return failed({"storage-not-writer", {}, {}});
    const base::Result<std::vector<store::ImportedPlan>> plans = storage_->import_entries(std::move(entries));
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
    with_.desk.say(
        words()("message.archive-imported", {name, count(Added), count(Copied), count(Unchanged), count(Kept)}));
}

}  // namespace app
