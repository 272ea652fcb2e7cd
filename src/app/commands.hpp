// app/commands.hpp: everything that can be wanted of the application, as values: edits, undo, opening, dialogs, theme
// and language alike. A panel pushes commands while it draws; they are carried out in their order after the frame
// (app/carry_out.hpp). So nothing that a panel reads changes while the frame is drawn, and a test can look at what a
// key or a button would do without doing it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "app/desk.hpp"
#include "edit/command.hpp"
#include "model/inspection.hpp"
#include "model/verification.hpp"
#include "sheet/table_paste.hpp"

namespace app {

// ---------------------------------------------------------------- the open plan

// One undo step, or a part of the gesture that goes on under the merge key.
struct Edit {
    edit::Batch batch;
    std::string label;  // words key "undo.…"
    std::string merge = {};
};
// One field. Continuing: the same gesture goes on (typing in one field), until Seal.
enum class Gesture : std::uint8_t { Whole, Continuing };
Edit set_value(RecordType record, const Id& id, const model::FieldInfo& field, model::Value value,
               Gesture gesture = Gesture::Whole);
struct Seal {};    // a continuing gesture has ended
struct TakeBack {  // … and is not wanted
    Id id;
    const model::FieldInfo* field;
};
struct Undo {};
struct Redo {};
struct AddRow {  // and selects it
    RecordType record;
    Id parent = {};
    Id after = {};
};
// A row of the field's target with nothing but this title, referred to by the field: alone, or with those that it
// refers to already.
struct AddTarget {
    RecordType record;
    Id id;
    const model::FieldInfo* field;
    std::string title;
};
struct RemoveRows {
    RecordType record;
    std::vector<Id> ids;
};
struct PlaceRow {  // nothing: says that there is no such place
    std::optional<edit::MoveRow> move;
};
struct CopyRows {  // cut ones are only marked
    sheet::TableView table;
    sheet::Cut cut = sheet::Cut::No;
};
struct ForgetCut {};
struct PasteRows {
    sheet::TableView table;
    std::string text, html;
};
struct ReadPastedColumn {  // of a paste that waits for the person's word
    std::size_t column;
    sheet::PasteColumn::Use use;
    const model::FieldInfo* field;
};
struct PasteWhere {
    sheet::PasteInto into;
};
struct FinishPaste {
    bool agreed;
};
struct Inspect {  // a new round with the findings of today's check
    model::Date on;
    std::string title;
};
struct StepFinding {
    Id finding;
    model::FindingState to{};
    Id by;
    std::string note;
};

// ---------------------------------------------------------------- the desk

enum class Inspector : std::uint8_t { Opens, Stays };
struct Select {
    RecordType record;
    Id id;
    Inspector inspector = Inspector::Opens;
};
struct SelectTo {  // of a table: the rows from the selected one to this
    Id end;
};
struct Show {
    Page page;
};
struct ShowTab {
    Page page;
    std::size_t tab;
};
struct ShowReport {  // on its page
    exchange::Subject subject;
};
struct Reveal {  // goes to its page and selects it
    RecordType record;
    Id id;
};
struct Fold {
    Id task;
    bool folded;
};
struct ShowInspector {
    bool open;
};
struct ShowNavigation {
    bool open;
};
struct ShowSearch {
    bool open;
};
struct SearchFor {
    std::string text;
};
struct OpenDialog {
    DialogState dialog;
};
struct CloseDialog {};
struct SetDraft {  // what is typed in the dialog
    std::string name, text;
};
struct SetChoice {
    std::uint8_t choice;
};
struct KeepDraft {  // a text that its field could not take
    DraftPlace place;
    std::string text;
    Drafts::Typing typing;
};
struct DropDraft {
    DraftPlace place;
};
struct Say {
    std::string text;
    bool error = false;
};
struct CloseMessage {
    std::uint32_t number;
};
struct SetTheme {
    Theme theme;
};
struct SetLanguage {
    Language language;
};

// ---------------------------------------------------------------- the library

struct Adopt {  // a plan that is new to this computer: opened and stored
    model::Plan plan;
};
struct OpenStored {  // in the next frame; asks before one with which the program broke down
    Id plan;
};
struct OpenAnyway {  // … and this does not
    Id plan;
};
struct OpenBefore {  // the version before; the one that broke the program down becomes a plan of its own
    Id plan;
};
struct OpenTemplate {
    std::string_view id;
};
struct OpenExample {
    std::string_view id;
};
struct ClosePlan {};
struct ImportFiles {};  // asks the platform for files
enum class ImportChoice : std::uint8_t { Merge, Copy, Replace, None };
struct FinishImport {  // of the file in the dialog, whose plan is already kept here
    ImportChoice choice;
};
struct ExportPlan {};
struct SavePlanFile {};  // into the file that was chosen before; the platform asks the first time
struct ExportAll {};     // every stored plan as one archive
struct ExportRaw {       // a plan's stored files as they are
    Id plan;
};
struct DeletePlan {
    Id plan;
};
struct RestorePlan {
    Id plan;
};
struct PurgePlan {
    Id plan;
};
struct RestoreBackup {  // becomes the open plan's content: one undo step
    Id plan;
    std::string path;
};
struct AskPersistence {};  // that the browser never clears the store by itself
struct SaveAgain {};       // after a failure: now, not in a while

// ---------------------------------------------------------------- passing a plan on

enum class History : std::uint8_t {
    Goes,
    Stays
};                  // what earlier versions held: without it a copy comes back unmergeable
struct SharePlan {  // as a file, recorded as a version
    std::string author, note;
    History history = History::Goes;
};
struct TakeVersions {  // as recorded of the plan as it was
    model::Plan was, recorded;
};
struct CompareCopies {  // what `theirs` would bring
    model::Plan ours, theirs;
};
struct TakeTheirs {  // at a place where ours was kept
    std::size_t clash;
};
struct SignPlan {
    std::string role, name, decision, opinion;  // choices by their names
};
struct TakeSigned {
    model::Plan plan;
};
struct VerifySignatures {};  // and shows what they say

// ---------------------------------------------------------------- reports

struct PrintReport {};   // the one that is shown
struct DownloadReport {  // the one that is shown, in this format
    const exchange::Format* format;
};
struct MakeReportAgain {};  // after a failure
struct StopErrand {
    std::uint32_t request;
};

// ---------------------------------------------------------------- the private store

struct CreateVault {
    std::string passphrase;
};
struct UnlockVault {
    std::string passphrase;
};
struct ChangePassphrase {
    std::string passphrase, next;
};
struct AddApplication {};  // and shows it
struct ShowApplication {
    Id id;
};
struct PutApplication {
    model::VerificationApplication row;
};
struct SettleApplications {};  // an edit is over: what is not stored yet, now
struct RemoveApplications {
    std::vector<Id> ids;
};
struct LockVault {};
struct DestroyVault {};

// ---------------------------------------------------------------- the program

struct UpdateProgram {};  // to the newest build, as soon as nothing is unsaved
struct ToggleFullScreen {};

using Command =
    std::variant<Edit, Seal, TakeBack, Undo, Redo, AddRow, AddTarget, RemoveRows, PlaceRow, CopyRows, ForgetCut,
                 PasteRows, ReadPastedColumn, PasteWhere, FinishPaste, Inspect, StepFinding,                //
                 Select, SelectTo, Show, ShowTab, ShowReport, Reveal, Fold, ShowInspector, ShowNavigation,  //
                 ShowSearch, SearchFor, OpenDialog, CloseDialog, SetDraft, SetChoice, KeepDraft, DropDraft, Say,
                 CloseMessage, SetTheme, SetLanguage,  //
                 Adopt, OpenStored, OpenAnyway, OpenBefore, OpenTemplate, OpenExample, ClosePlan, ImportFiles,
                 FinishImport, ExportPlan, SavePlanFile, ExportAll, ExportRaw, DeletePlan, RestorePlan, PurgePlan,
                 RestoreBackup, AskPersistence,
                 SaveAgain,                                                                                   //
                 SharePlan, TakeVersions, CompareCopies, TakeTheirs, SignPlan, TakeSigned, VerifySignatures,  //
                 PrintReport, DownloadReport, MakeReportAgain, StopErrand, CreateVault, UnlockVault, ChangePassphrase,
                 AddApplication, ShowApplication, PutApplication, SettleApplications, RemoveApplications, LockVault,
                 DestroyVault,  //
                 UpdateProgram, ToggleFullScreen>;

class Commands {
  public:
    void push(Command command) { all_.push_back(std::move(command)); }
    [[nodiscard]] bool empty() const { return all_.empty(); }
    [[nodiscard]] const std::vector<Command>& all() const { return all_; }
    [[nodiscard]] std::vector<Command> take() { return std::exchange(all_, {}); }

  private:
    std::vector<Command> all_;
};

}  // namespace app
