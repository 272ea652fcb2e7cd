// Commands about the plans that this computer keeps, and files.
#include "app/carry_out.hpp"
#include "base/text.hpp"
#include "edit/fresh_ids.hpp"

namespace app {

void open_plan(Parts& parts, model::Plan plan) {
    parts.document.open(std::move(plan));
    parts.desk.start_over(Page::Overview);
}

void adopt_plan(Parts& parts, model::Plan plan) {
    parts.library.adopt(plan);
    open_plan(parts, std::move(plan));
}

void on(Parts& parts, Adopt command) {
    adopt_plan(parts, std::move(command.plan));
}

void open_now(Parts& parts, const Id& id) {
    base::Result<model::Plan> plan = parts.library.open(id);
    if (!plan) return parts.desk.say_error(plan.error());
    open_plan(parts, std::move(plan).value());
}

void on(Parts& parts, OpenStored command) {
    parts.library.want(command.plan);
}
void on(Parts& parts, OpenAnyway command) {
    parts.library.want_anyway(command.plan);
}
void on(Parts& parts, OpenBefore command) {
    parts.library.step_back(command.plan);
}

void on(Parts& parts, OpenTemplate command) {
    parts.library.fetch_template(command.id);
}
void on(Parts& parts, OpenExample command) {
    parts.library.fetch_example(command.id);
}

void on(Parts& parts, ClosePlan) {
    parts.library.close();
    parts.document.close();
    parts.desk.show(Page::Start);
}

void on(Parts& parts, ImportFiles) {
    parts.library.pick_files();
}

void on(Parts& parts, FinishImport command) {
    parts.desk.close_dialog();
    std::optional<model::Plan> imported = parts.library.take_pending();
    if (!imported || command.choice == ImportChoice::None) return;
    if (command.choice == ImportChoice::Merge && !parts.circulation.coming()) return;  // not compared yet
    if (command.choice == ImportChoice::Copy) return adopt_plan(parts, edit::with_fresh_ids(*imported, parts.ids));
    // Opened as it was, then replaced: what was there before stays one undo step away, and as a version.
    if (!parts.document.shows(imported->id)) open_now(parts, imported->id);
    if (!parts.document.shows(imported->id)) return adopt_plan(parts, std::move(*imported));
    parts.library.keep_version(parts.document.plan());
    const Coming* coming = command.choice == ImportChoice::Merge ? parts.circulation.coming() : nullptr;
    if (!coming) {
        parts.document.replace(std::move(*imported), "undo.import");
        return;
    }
    // Another window may have written since.
    if (!model::equal(coming->ours, parts.document.plan()))
        return parts.desk.say(std::string(parts.desk.words()("message.merge-changed")), true);
    parts.document.replace(coming->merged, "undo.merge");
    parts.desk.say(parts.desk.words()("message.merged", {std::to_string(coming->clashes.size())}));
    const bool another_asks = parts.desk.dialog().kind != DialogKind::None;
    if (!coming->clashes.empty() && !another_asks) parts.desk.open({DialogKind::Clashes, {}, 0, {}});
}

void on(Parts& parts, ExportPlan) {
    parts.library.export_plan();
}
void on(Parts& parts, SavePlanFile) {
    parts.library.save_plan_file();
}
void on(Parts& parts, ExportAll) {
    parts.library.export_all();
}
void on(Parts& parts, ExportRaw command) {
    parts.library.export_raw(command.plan);
}

void on(Parts& parts, DeletePlan command) {
    if (parts.document.shows(command.plan)) on(parts, ClosePlan{});
    parts.library.remove(command.plan);
}
void on(Parts& parts, RestorePlan command) {
    parts.library.restore(command.plan);
}
void on(Parts& parts, PurgePlan command) {
    parts.library.purge(command.plan);
}

void on(Parts& parts, RestoreBackup command) {
    base::Result<Library::BackupContent> backup = parts.library.read_backup(command.plan, command.path);
    if (!backup) return parts.desk.say_error(backup.error());
    if (!parts.document.shows(command.plan)) {
        base::Result<model::Plan> current = parts.library.open(command.plan);
        if (!current) return adopt_plan(parts, std::move(backup.value().plan));  // nothing but the backup is readable
        open_plan(parts, std::move(current).value());
    }
    if (!parts.library.can_store()) return parts.desk.say_error({"read-only", {}, {}});
    parts.document.replace(std::move(backup.value().plan), "undo.restore-backup");
    parts.desk.show(Page::Overview);
    parts.desk.say(parts.desk.words()("message.backup-restored", {base::replace_all(backup->saved.iso(), "T", " ")}));
}

void on(Parts& parts, AskPersistence) {
    parts.library.ask_persistence();
}
void on(Parts& parts, SaveAgain) {
    parts.library.save_now();
}

}  // namespace app
