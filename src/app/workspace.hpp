// app/workspace.hpp: the running application without its picture: the open plan with its history, what is selected and
// shown, derived values, and the traffic with the platform.
//
// A frame goes: handle events → panels read the workspace and push intents → finish() applies them and hands requests
// out.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/derived.hpp"
#include "app/drafts.hpp"
#include "app/frame_io.hpp"
#include "app/pages.hpp"
#include "app/storage_client.hpp"
#include "app/table_paste.hpp"
#include "app/vault.hpp"
#include "base/words.hpp"
#include "edit/command.hpp"
#include "edit/history.hpp"
#include "store/disk.hpp"

namespace app {

using model::Id;
using model::RecordType;

struct Selection {
    RecordType record = RecordType::Cover;
    Id id;
    bool operator==(const Selection&) const = default;
};

// A change that a panel wants: applied after the frame, as one undo step (or merged into the last one of the same merge
// key).
struct Intent {
    edit::Batch batch;
    std::string label;  // words key "undo.…"
    std::string merge;
};

enum class Theme : std::uint8_t { System, Light, Dark };
enum class Language : std::uint8_t { Simplified, Traditional, English };

// What the person sees and where they are; never part of a plan.
struct View {
    Page page = Page::Start;
    std::map<Page, std::size_t> tab;  // which of the page's records
    Selection selection;              // an empty id: nothing
    Id range_end;                     // of a table: the rows from the selected one to this are chosen; empty: it alone
    std::set<Id> collapsed;           // tasks whose children are hidden
    Id inspection;                    // the round that the inspection page shows; empty: the newest
    bool inspector_open = true;
    bool navigation_open = false;  // as an overlay, on phones
    Theme theme = Theme::System;
    Language language = Language::Simplified;
    std::string search;
    bool search_open = false;
};

struct Message {  // shown at the bottom for a while, and announced
    std::string text;
    bool error = false;
    double until = 0;              // seconds of FrameInput; 0: until closed
    std::string_view action = {};  // id of the action that it offers
};

// The dialog that is open, one at a time. Its drafts are texts by field name.
enum class DialogKind : std::uint8_t {
    None,
    NewInspection,
    StepFinding,
    ConfirmDeletePlan,
    ConfirmReplace,
    ConfirmPurge,
    RestoreBackup,
    PasteRest,
    ChangePassphrase,    // of the private store
    RemoveApplications,  // drafts "ids": one a line; "names"
    DestroyVault,
};
struct DialogState {
    DialogKind kind = DialogKind::None;
    Selection subject;
    std::uint8_t choice = 0;
    std::map<std::string, std::string> drafts;
};

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

enum class ImportChoice : std::uint8_t { Copy, Replace, None };

class Workspace {
  public:
    Workspace();

    // ---- state that panels read
    [[nodiscard]] bool has_plan() const { return history_.has_value(); }
    [[nodiscard]] const model::Plan& plan() const { return history_->plan(); }
    [[nodiscard]] const edit::History& history() const { return *history_; }
    [[nodiscard]] bool read_only() const { return read_only_; }
    [[nodiscard]] const base::Words& words() const { return *words_; }
    [[nodiscard]] const Derived& derived() { return derivation_.get(plan(), today_); }
    [[nodiscard]] const std::vector<Note>& notes(const Id& row) { return derivation_.notes(plan(), today_, row); }
    [[nodiscard]] analysis::Today today() const { return today_; }
    [[nodiscard]] bool started() const {
        return started_ && seeded_ && (!storage_ || storage_->ready());
    }  // before that, no plan may be made
    [[nodiscard]] Id new_id() { return ids_.next(); }
    [[nodiscard]] base::IdSource& ids() { return ids_; }
    View view;
    DialogState dialog;
    std::vector<Message> messages;
    Drafts drafts;  // what fields could not take
    Vault vault;    // the private store; no plan, report or export reads it

    // ---- a frame
    void begin(const FrameInput& input);  // takes in events that concern no widget
    void finish(FrameOutput& output);     // applies intents, saves, hands requests out

    // ---- what people do; panels and the action table call these
    void want(Intent intent) { intents_.push_back(std::move(intent)); }
    // continuing: the same gesture goes on (typing in one field), until seal().
    void set_value(RecordType record, const Id& id, const model::FieldInfo& field, model::Value value,
                   bool continuing = false);
    void seal() { seal_ = true; }                                 // a continuing gesture has ended
    void take_back(const Id& id, const model::FieldInfo& field);  // … and is not wanted
    void undo();
    void redo();
    void select(RecordType record, const Id& id);
    void show(Page page);
    void reveal(RecordType record, const Id& id);                                // goes to its page and selects it
    Id add_row(RecordType record, const Id& parent = {}, const Id& after = {});  // wants it, selects it, returns its id
    void remove_row(RecordType record, const Id& id);
    void move_row(const std::optional<edit::MoveRow>& move);  // nothing: says that there is no such place
    void remove_rows(const TableView& table);                 // the chosen ones
    void copy_rows(const TableView& table);                   // answers CopyWanted, so in its frame
    void paste_rows(const TableView& table, const Pasted& pasted);
    void finish_paste(bool agreed);  // of a paste with cells that were not understood
    [[nodiscard]] const Paste& pending_paste() const { return pending_paste_; }
    void open_stored(const Id& plan);
    void open_template(std::string_view template_id);
    void open_example(std::string_view template_id);
    void import_files();  // asks the platform for files
    void take_file(const FileArrived& file);
    void export_plan();
    void save_plan_file();   // into the file that was chosen before; the platform asks the first time
    void export_all();       // every stored plan as one archive
    void ask_persistence();  // that the browser never clears the store by itself
    void delete_plan(const Id& plan);
    void restore_plan(const Id& plan);
    void purge_plan(const Id& plan);
    void restore_backup(const Id& plan, const std::string& path);  // becomes the open plan's content: one undo step
    void export_raw(const Id& plan);                               // its stored files as they are
    void save_again();                                             // after a failure: now, not in a while
    void close_plan();
    void inspect(model::Date on, std::string title);  // a new round with the findings of today's check
    void step_finding(const Id& finding, model::FindingState to, const Id& by, std::string note);
    void say(std::string text, bool error = false);
    void say_error(const base::Error& error);
    void update();  // to the newest build, as soon as nothing is unsaved
    [[nodiscard]] bool update_ready() const { return update_ready_; }
    void request(Request request) { requests_.push_back(std::move(request)); }
    void set_theme(Theme theme);
    void set_language(Language language);
    void finish_import(ImportChoice choice);  // of the file in the dialog, whose plan is already kept here
    [[nodiscard]] const std::vector<StoredPlan>& stored_plans() const { return stored_plans_; }
    [[nodiscard]] std::string save_text() const;  // "已保存 14:32"
    [[nodiscard]] bool save_failed() const;
    [[nodiscard]] std::optional<SaveTrouble> save_trouble() const;
    const StorageReport& storage_report();  // brought up to date when the storage page asks
    // Nothing until a first plan is kept; days since the last archive of everything, or since the first plan.
    [[nodiscard]] std::optional<int> days_without_archive() const;
    [[nodiscard]] base::Date last_archive() const { return last_archive_; }  // empty: never

  private:
    enum class AssetUse : std::uint8_t { Template, Example, Words };
    void open(model::Plan plan);
    void adopt(model::Plan plan);  // a plan that is new to this computer: opened and stored
    void import_plan(const std::string& name, model::Plan plan);
    void import_failed(const std::string& name, const std::string& reason);
    void end_import(std::uint32_t left);  // of one file; says what became of all when none is left
    void say_exported(std::string_view words_key, const std::string& name);
    void fetch(std::string path, AssetUse use);
    void take_asset(AssetUse use, const std::string& bytes);
    void apply(Intent intent);
    void take_answer(const Answer& answer);
    void take_event(const PlatformEvent& event);
    void begin_storage();  // when both the start and the random seed are there
    void list_plans();
    void tell(const StorageNotice& notice);
    void import_archive(const std::string& name, const std::string& bytes);
    void take_persistence(const Answer& answer);
    void keep_archive_day(std::string_view prefix, base::Date day);
    void store_frame(FrameOutput& output);
    void update_frame();
    void take_paste(Paste paste);
    void vault_frame(FrameOutput& output);
    [[nodiscard]] std::string personal_data_kinds() const;  // "手机号码、身份证号": what a file that leaves would carry

    base::IdSource ids_{0};  // seeded by the platform's random bytes before anything is made, see take_answer
    const base::Words* words_;
    base::Words other_words_;  // of the chosen language, over the simplified Chinese that is always there
    std::optional<edit::History> history_;
    bool read_only_ = false, started_ = false, seeded_ = false, seal_ = false;
    std::string take_back_;  // the gesture that is not wanted
    analysis::Today today_;
    double seconds_ = 0;
    std::vector<Intent> intents_;
    std::vector<Request> requests_;
    Derivation derivation_;
    std::map<std::uint32_t, AssetUse> assets_;  // requests under way: what each is for
    store::DiskFiles files_{"/plans"};          // the platform keeps this folder equal to what is stored
    std::optional<StorageClient> storage_;
    std::optional<Started> early_start_;
    std::vector<FileArrived> early_files_;  // came before plans could be kept
    bool update_ready_ = false, updating_ = false;
    std::uint64_t stored_changes_ = 0;  // of the history, when storage was last told
    bool typing_ = false;               // the last change continues a gesture
    std::vector<StoredPlan> stored_plans_;
    std::uint64_t listed_ = 0, reported_ = 0;  // generations of the storage client
    StorageReport report_;
    base::Date last_archive_, archive_counted_from_;
    bool persistence_asked_ = false;
    struct PendingImport {
        std::string name;
        model::Plan plan;
    };
    std::vector<PendingImport> pending_imports_;  // of plans that are kept here already: asked about one by one
    struct Import {
        std::string name, reason;  // "": opened
        std::string message;       // what is said of it if it came alone
    };
    std::vector<Import> imports_;  // of the gesture under way
    Paste pending_paste_;
    std::uint32_t next_request_ = 1, seed_request_ = 0, persist_request_ = 0, save_request_ = 0;
};

}  // namespace app
