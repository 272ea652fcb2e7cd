// app/carry_out.hpp: what each command does to the parts. The only place where parts meet.
#pragma once

#include "app/parts.hpp"

namespace app {

void carry_out(Parts& parts, Command command);

// Used by more than one of them.
void open_plan(Parts& parts, model::Plan plan);   // shows its overview
void adopt_plan(Parts& parts, model::Plan plan);  // … and stores it
void open_now(Parts& parts, const Id& plan);      // one that is stored
bool edit_plan(Parts& parts, const edit::Batch& batch, std::string label, std::string merge = {});  // false: says why

// One overload a command, by subject: carry_out_document.cpp, …_rows.cpp, …_desk.cpp, …_library.cpp, …_circulation.cpp,
// …_reports.cpp, …_vault.cpp.
void on(Parts& parts, Edit command);
void on(Parts& parts, Seal command);
void on(Parts& parts, TakeBack command);
void on(Parts& parts, Undo command);
void on(Parts& parts, Redo command);
void on(Parts& parts, AddRow command);
void on(Parts& parts, AddTarget command);
void on(Parts& parts, RemoveRows command);
void on(Parts& parts, PlaceRow command);
void on(Parts& parts, CopyRows command);
void on(Parts& parts, ForgetCut command);
void on(Parts& parts, PasteRows command);
void on(Parts& parts, ReadPastedColumn command);
void on(Parts& parts, PasteWhere command);
void on(Parts& parts, FinishPaste command);
void on(Parts& parts, Inspect command);
void on(Parts& parts, StepFinding command);

void on(Parts& parts, Select command);
void on(Parts& parts, SelectTo command);
void on(Parts& parts, Show command);
void on(Parts& parts, ShowTab command);
void on(Parts& parts, ShowReport command);
void on(Parts& parts, Reveal command);
void on(Parts& parts, Fold command);
void on(Parts& parts, ShowInspector command);
void on(Parts& parts, ShowNavigation command);
void on(Parts& parts, ShowSearch command);
void on(Parts& parts, SearchFor command);
void on(Parts& parts, OpenDialog command);
void on(Parts& parts, CloseDialog command);
void on(Parts& parts, SetDraft command);
void on(Parts& parts, SetChoice command);
void on(Parts& parts, KeepDraft command);
void on(Parts& parts, DropDraft command);
void on(Parts& parts, Say command);
void on(Parts& parts, CloseMessage command);
void on(Parts& parts, SetTheme command);
void on(Parts& parts, SetLanguage command);

void on(Parts& parts, Adopt command);
void on(Parts& parts, OpenStored command);
void on(Parts& parts, OpenAnyway command);
void on(Parts& parts, OpenBefore command);
void on(Parts& parts, OpenTemplate command);
void on(Parts& parts, OpenExample command);
void on(Parts& parts, ClosePlan command);
void on(Parts& parts, ImportFiles command);
void on(Parts& parts, FinishImport command);
void on(Parts& parts, ExportPlan command);
void on(Parts& parts, SavePlanFile command);
void on(Parts& parts, ExportAll command);
void on(Parts& parts, ExportRaw command);
void on(Parts& parts, DeletePlan command);
void on(Parts& parts, RestorePlan command);
void on(Parts& parts, PurgePlan command);
void on(Parts& parts, RestoreBackup command);
void on(Parts& parts, AskPersistence command);
void on(Parts& parts, SaveAgain command);

void on(Parts& parts, SharePlan command);
void on(Parts& parts, TakeVersions command);
void on(Parts& parts, CompareCopies command);
void on(Parts& parts, TakeTheirs command);
void on(Parts& parts, SignPlan command);
void on(Parts& parts, TakeSigned command);
void on(Parts& parts, VerifySignatures command);
void on(Parts& parts, PrintReport command);
void on(Parts& parts, DownloadReport command);
void on(Parts& parts, MakeReportAgain command);
void on(Parts& parts, StopErrand command);

void on(Parts& parts, CreateVault command);
void on(Parts& parts, UnlockVault command);
void on(Parts& parts, ChangePassphrase command);
void on(Parts& parts, AddApplication command);
void on(Parts& parts, ShowApplication command);
void on(Parts& parts, PutApplication command);
void on(Parts& parts, SettleApplications command);
void on(Parts& parts, RemoveApplications command);
void on(Parts& parts, LockVault command);
void on(Parts& parts, DestroyVault command);

void on(Parts& parts, UpdateProgram command);
void on(Parts& parts, ToggleFullScreen command);

}  // namespace app
