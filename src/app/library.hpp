// app/library.hpp: the plans that this computer keeps: the list of them, opening and storing, files that come in and go
// out, archives and backups, deletion, and how storage stands.
//
// What shall be opened is handed on as a command (Adopt), what is to be said goes to the desk: the library changes
// neither the open document nor the page.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/commands.hpp"
#include "app/desk.hpp"
#include "app/document.hpp"
#include "app/errands.hpp"
#include "app/replacement.hpp"
#include "app/stops.hpp"
#include "app/storage_client.hpp"

namespace app {

// Templates and examples have the same ids: assets/templates/ID.json, assets/examples/ID.json.
std::span<const std::string_view> template_ids();

// A plan that this computer keeps, as the start page lists it.
struct StoredPlan {
    Id id;
    std::string title, department;
    std::string saved_at;   // 2026-03-21 14:32
    std::string condition;  // "" whole; else words key "storage.condition.…"
    bool deleted = false;
    bool opens = true;        // false: its files can only be handed out as they are
    std::uint64_t bytes = 0;  // without backups
    std::string deleted_at, purged_on;
};

// What the storage page says of everything together. Bytes.
struct StorageReport {
    store::Sizes sizes;
    std::map<Id, std::vector<store::Backup>> backups;  // newest first
    std::uint64_t used = 0, quota = 0;                 // by the browser's own count; 0: it does not say
    std::string persistence;                           // "granted", "denied", "" unknown
};

// Why what is typed is not stored, and what to do about it.
struct SaveTrouble {
    std::string title, advice;
    bool error = true;                            // false: another window edits, nothing is at stake
    bool retry = false;                           // trying again may help
    std::optional<DraftPlace> at = std::nullopt;  // where it can be mended
};

class Library {
  public:
    // All of them outlive the library.
    struct Uses {
        const store::Files& files;  // equal to what is stored
        const Clock& clock;
        base::IdSource& ids;
        Requests& requests;
        Errands& errands;
        Commands& commands;
        const Document& document;
        Desk& desk;
    };
    explicit Library(const Uses& uses) : with_(uses) {}

    // ---- what panels read
    [[nodiscard]] bool ready() const { return storage_ && storage_->ready(); }  // before that, no plan may be made
    [[nodiscard]] const std::vector<StoredPlan>& plans() const { return plans_; }
    [[nodiscard]] const StorageReport& report() const { return report_; }
    [[nodiscard]] std::string save_text() const;  // "已保存 14:32"
    [[nodiscard]] bool save_failed() const;
    [[nodiscard]] std::optional<SaveTrouble> save_trouble() const;  // of storing, or of texts that no field could take
    // Nothing until a first plan is kept; days since the last archive of everything, or since the first plan.
    [[nodiscard]] std::optional<int> days_without_archive() const;
    [[nodiscard]] base::Date last_archive() const { return last_archive_; }  // empty: never
    [[nodiscard]] bool anything_unsaved() const;

    // ---- what happens
    void started(const Started& start);
    void seeded();  // ids are random from now on
    void storage_changed(const StorageChanged& changed);
    void take_file(const FileArrived& file);
    void refuse_file(const FileRefused& refused);

    // ---- a frame
    void begin();           // before answers are taken
    void refresh_report();  // while somebody looks at it
    // Stores what has changed; the open plan as another window has left it, if it has.
    std::optional<model::Plan> frame(bool document_changed);
    [[nodiscard]] bool other_window_edits() const;
    [[nodiscard]] double due_in() const;

    // ---- plans
    base::Result<model::Plan> open(const Id& plan);
    // To be opened once the page has noted it; asks before one with which the program broke down.
    void want(const Id& plan);
    void want_anyway(const Id& plan);
    [[nodiscard]] Id take_noted();  // of these, what may be opened now
    [[nodiscard]] bool about_to_open() const { return !opening_.empty(); }
    void step_back(const Id& plan);       // to the version before the one that broke the program down
    void note_work();                     // at the end of a frame: what the next one works on
    void adopt(const model::Plan& plan);  // stored from now on
    void close();
    void save_now();
    void keep_version(const model::Plan& before);  // of the open plan, which is about to be replaced as a whole
    void remove(const Id& plan);
    void restore(const Id& plan);
    void purge(const Id& plan);
    struct BackupContent {
        model::Plan plan;
        base::Moment saved;
    };
    [[nodiscard]] base::Result<BackupContent> read_backup(const Id& plan, const std::string& path) const;
    [[nodiscard]] bool can_store() const { return storage_ && storage_->can_store(); }

    // ---- files in and out
    void fetch_template(std::string_view id);
    void fetch_example(std::string_view id);
    void pick_files();
    std::optional<model::Plan> take_pending();         // that the dialog asked about; opens it for the next one
    [[nodiscard]] std::string plan_file_name() const;  // of the open one
    void export_plan();
    void save_plan_file();
    void export_all();
    void export_raw(const Id& plan);
    void ask_persistence();

  private:
    enum class Draft : std::uint8_t { No, Yes };
    [[nodiscard]] const base::Words& words() const { return with_.desk.words(); }
    void begin_storage();  // when both the start and the seed are there
    void take_stops(const Started& start);
    void ask_about(const Id& plan);
    void stepped_back(const StorageOutcome& outcome);
    [[nodiscard]] PlanAtWork at_work() const;
    void list();
    void tell(const StorageNotice& notice);
    void fetch_plan(std::string path, Draft draft);
    void import_plan(const std::string& name, model::Plan plan);
    void import_failed(const std::string& name, const std::string& reason);
    void import_archive(const std::string& name, const std::string& bytes);
    void take_entries(const std::string& name, std::vector<base::ZipEntry> entries);
    void pack(const std::vector<base::ZipEntry>& entries, std::string name, Errands::Then then);
    bool hand_out(const Underway& errand, base::Result<exchange::Files> archive);  // false: says why not
    void end_import(std::uint32_t left);  // of one file; says what became of all when none is left
    void ask_about_pending();
    [[nodiscard]] Replacement replacement(const model::Plan& here, const model::Plan& there) const;
    [[nodiscard]] model::Plan kept(const Id& plan) const;
    void say_exported(std::string_view words_key, const std::string& name);
    void look_at_persistence(bool ask);
    void keep_archive_day(std::string_view prefix, base::Date day);
    [[nodiscard]] SaveTrouble trouble(std::string_view kind) const;
    [[nodiscard]] std::optional<SaveTrouble> store_trouble() const;

    Uses with_;
    std::optional<StorageClient> storage_;
    std::optional<Started> early_start_;
    bool seeded_ = false;
    std::vector<FileArrived> early_files_;  // came before plans could be kept
    std::vector<StoredPlan> plans_;
    std::uint64_t listed_ = 0, reported_ = 0;  // generations of the storage client
    StorageReport report_;
    base::Date last_archive_, archive_counted_from_;

    Stops stops_;
    Id opening_;                       // by the next frame
    std::string recovering_;           // plans whose unsaved changes are taken in as soon as storage is there
    PlanAtWork told_;                  // what the page has noted
    std::uint64_t stored_before_ = 0;  // revision of the open plan at the end of the last frame
    struct {
        std::uint64_t revision = 0;
        std::string saved;
    } going_back_to_;

    struct PendingImport {
        std::string name;
        model::Plan plan;
    };
    std::vector<PendingImport> pending_;  // of plans that are kept here already: asked about one by one
    struct Import {
        std::string name, reason;  // "": opened
        std::string message;       // what is said of it if it came alone
    };
    std::vector<Import> imports_;  // of the gesture under way
    std::string opened_title_;     // of the last of them
};

}  // namespace app
