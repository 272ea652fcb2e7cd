#include "ui/dialogs.hpp"

#include "base/bytes_text.hpp"
#include "base/text.hpp"
#include "edit/rectification.hpp"
#include "ui/fields.hpp"
#include "ui/icons.hpp"
#include "ui/panels/panels.hpp"

namespace ui {

int buttons(Screen& screen, float width, std::string_view agree, ButtonStyle style, Enabled enabled) {
    Ui& ui = screen.ui;
    gap(20);
    const std::string_view cancel = ui.words("action.cancel");
    const float total = button_width(ui, cancel) + 8 + button_width(ui, agree, {.style = style});
    ImGui::SetCursorScreenPos(ImVec2(ImGui::GetCursorScreenPos().x + width - total, ImGui::GetCursorScreenPos().y));
    int chosen = 0;
    if (button(ui, "cancel", cancel)) chosen = -1;
    same_line(8);
    if (button(ui, "agree", agree, {.style = style, .enabled = enabled})) chosen = 1;
    return chosen;
}

void focus_on_opening(Ui& ui, NodeKey key) {
    if (ImGui::IsWindowAppearing()) ui.memory.want_focus = key;
}

namespace {
using app::DialogKind;

// What stands in the field now.
std::string labelled_text(Screen& screen, std::string_view id, std::string_view name, float width, bool multiline) {
    Ui& ui = screen.ui;
    const std::string& draft = screen.dialog().draft(id);
    label(ui, secondary(ui), name);
    gap(2);
    const FieldEvent event = text_field(ui, id, name, draft, width, {.multiline = multiline, .min_lines = 3});
    gap(12);
    if (!event.changed && !event.committed) return draft;
    screen.want(app::SetDraft{std::string(id), event.text});
    return event.text;
}

void new_inspection(Screen& screen) {
    Ui& ui = screen.ui;
    Dialog dialog(ui, "new-inspection", ui.words("dialog.inspection.title"), 480);
    focus_on_opening(ui, key_of("title"));
    paragraph(ui, colored(body(ui), ui.theme.secondary), ui.words("dialog.inspection.text"), dialog.width());
    gap(12);
    std::string title = labelled_text(screen, "title", ui.words("field.inspection.title"), dialog.width(), false);
    label(ui, secondary(ui), ui.words("field.inspection.date"));
    gap(2);
    base::Date on = base::Date::parse(screen.dialog().draft("date")).value_or(screen.today());
    const auto changed =
        date_field(ui, "date", ui.words("field.inspection.date"), on, 220, view::days_for(screen.work));
    if (changed && *changed) {
        on = *changed;
        screen.want(app::SetDraft{"date", on.iso()});
    }
    const int chosen = buttons(screen, dialog.width(), ui.words("action.inspect"), ButtonStyle::Primary);
    if (chosen == 1) screen.want(app::Inspect{on, std::move(title)});
    if (chosen != 0 || dialog.dismissed()) screen.want(app::CloseDialog{});
}

void step_finding(Screen& screen) {
    Ui& ui = screen.ui;
    const app::DialogState& state = screen.dialog();
    const auto to = static_cast<model::FindingState>(state.choice);
    const model::Finding* finding = screen.plan().rows<model::Finding>().find(state.subject.id);
    if (!finding) return screen.want(app::CloseDialog{});
    const std::string key = "step." + std::string(model::ChoicesOf<model::FindingState>::choices.values[state.choice]);
    Dialog dialog(ui, "step-finding", ui.words(key), 480);
    paragraph(ui, colored(body(ui), ui.theme.secondary), finding->description, dialog.width());
    gap(12);
    label(ui, secondary(ui), ui.words("dialog.step.by"));
    gap(2);
    focus_on_opening(ui, key_of("by"));
    const std::vector<const model::Person*> people = model::in_order<model::Person>(screen.plan());
    std::optional<model::Id> chosen_person = model::Id::parse(state.draft("by"));
    const ChoiceEvent event =
        choice_field(ui, "by", ui.words("dialog.step.by"),
                     chosen_person ? model::title_of(screen.plan(), app::RecordType::Person, *chosen_person) : "",
                     dialog.width(), [&] {
                         std::vector<Option> options;
                         for (const model::Person* person : people)
                             options.push_back({person->name, chosen_person == person->id});
                         return options;
                     });
    if (event.chosen) {
        chosen_person = people[*event.chosen]->id;
        screen.want(app::SetDraft{"by", chosen_person->str()});
    }
    gap(12);
    std::string note = labelled_text(screen, "note", ui.words("dialog.step.note"), dialog.width(), true);
    const int chosen = buttons(screen, dialog.width(), ui.words(key), ButtonStyle::Primary,
                               chosen_person ? Enabled::Yes : Enabled::No);
    if (chosen == 1) screen.want(app::StepFinding{finding->id, to, *chosen_person, std::move(note)});
    if (chosen != 0 || dialog.dismissed()) screen.want(app::CloseDialog{});
}

// Asks before a plan goes; true: agreed.
bool confirm_danger(Screen& screen, std::string_view id, std::string_view title, std::string_view text,
                    std::string_view agree) {
    Ui& ui = screen.ui;
    Dialog dialog(ui, id, ui.words(title), 460);
    focus_on_opening(ui, key_of("cancel"));
    paragraph(ui, body(ui), ui.words(text, {screen.dialog().draft("title")}), dialog.width());
    const int chosen = buttons(screen, dialog.width(), ui.words(agree), ButtonStyle::Danger);
    if (chosen != 0 || dialog.dismissed()) screen.want(app::CloseDialog{});
    return chosen == 1;
}

void confirm_delete(Screen& screen) {
    if (confirm_danger(screen, "confirm-delete", "dialog.delete.title", "dialog.delete.text", "action.delete-plan"))
        screen.want(app::DeletePlan{screen.dialog().subject.id});
}

void confirm_purge(Screen& screen) {
    if (confirm_danger(screen, "confirm-purge", "dialog.purge.title", "dialog.purge.text", "action.purge-plan"))
        screen.want(app::PurgePlan{screen.dialog().subject.id});
}

void restore_backup(Screen& screen) {
    Ui& ui = screen.ui;
    const app::DialogState& state = screen.dialog();
    const auto& all = screen.work.library().report().backups;
    const auto found = all.find(state.subject.id);
    if (found == all.end() || found->second.empty()) return screen.want(app::CloseDialog{});
    const std::vector<store::Backup>& backups = found->second;
    const std::size_t chosen_backup = std::min<std::size_t>(state.choice, backups.size() - 1);
    Dialog dialog(ui, "restore-backup", ui.words("dialog.backups.title"), 480);
    focus_on_opening(ui, key_of("backup"));
    paragraph(ui, body(ui), ui.words("dialog.backups.text", {screen.dialog().draft("title")}), dialog.width());
    gap(12);
    label(ui, secondary(ui), ui.words("dialog.backups.list"));
    gap(2);
    const auto entry = [&](const store::Backup& backup) {
        return ui.words("dialog.backups.entry",
                        {base::replace_all(backup.saved.iso(), "T", " "), std::to_string(backup.state.revision),
                         base::bytes_text(backup.size)}) +
               (backup.name.empty() ? "" : " · " + std::string(ui.words("version." + backup.name)));
    };
    const ChoiceEvent event =
        choice_field(ui, "backup", ui.words("dialog.backups.list"), entry(backups[chosen_backup]), dialog.width(), [&] {
            std::vector<Option> options;
            for (const store::Backup& backup : backups)
                options.push_back({entry(backup), &backup == &backups[chosen_backup]});
            return options;
        });
    if (event.chosen) screen.want(app::SetChoice{static_cast<std::uint8_t>(*event.chosen)});
    const int chosen = buttons(screen, dialog.width(), ui.words("action.restore-backup"), ButtonStyle::Primary);
    if (chosen != 0 || dialog.dismissed()) screen.want(app::CloseDialog{});
    if (chosen == 1) screen.want(app::RestoreBackup{found->first, std::string(backups[chosen_backup].path)});
}

void confirm_replace(Screen& screen) {
    Ui& ui = screen.ui;
    Dialog dialog(ui, "confirm-replace", ui.words("dialog.import.title"), 520);
    focus_on_opening(ui, key_of("copy"));
    const app::Circulation& circulation = screen.work.circulation();
    const Enabled may_merge = circulation.coming() && !circulation.comparing() ? Enabled::Yes : Enabled::No;
    paragraph(ui, body(ui), ui.words("dialog.import.text", {screen.dialog().draft("title")}), dialog.width());
    for (const char* fact : {"here", "there", "newer", "rows"}) {
        if (screen.dialog().draft(fact).empty()) continue;
        gap(8);
        paragraph(ui, body(ui), screen.dialog().draft(fact), dialog.width());
    }
    coming_changes(screen, dialog.width());
    gap(8);
    paragraph(ui, colored(body(ui), ui.theme.secondary), ui.words("dialog.import.safe"), dialog.width());
    gap(20);
    std::optional<app::ImportChoice> chosen;
    if (dialog.dismissed()) chosen = app::ImportChoice::None;
    struct Offer {
        std::string_view id, word;
        app::ImportChoice choice;
        ButtonOptions options;
    };
    const Offer offers[] = {
        {"merge", "action.merge", app::ImportChoice::Merge, {.style = ButtonStyle::Primary, .enabled = may_merge}},
        {"copy", "action.import-copy", app::ImportChoice::Copy, {}},
        {"replace", "action.import-replace", app::ImportChoice::Replace, {.style = ButtonStyle::Danger}},
        {"cancel", "action.cancel", app::ImportChoice::None, {}}};
    float used = 0;
    for (const Offer& offer : offers) {  // as many in a line as there is room for
        const float width = button_width(ui, ui.words(offer.word), offer.options);
        if (used > 0 && used + 8 + width <= dialog.width()) {
            same_line(8);
            used += 8 + width;
        } else {
            if (used > 0) gap(8);
            used = width;
        }
        if (button(ui, offer.id, ui.words(offer.word), offer.options)) chosen = offer.choice;
    }
    if (chosen) screen.want(app::FinishImport{*chosen});
}
}  // namespace

void dialogs(Screen& screen) {
    switch (screen.dialog().kind) {
        case DialogKind::None:
            return;
        case DialogKind::NewInspection:
            return new_inspection(screen);
        case DialogKind::StepFinding:
            return step_finding(screen);
        case DialogKind::ConfirmDeletePlan:
            return confirm_delete(screen);
        case DialogKind::ConfirmReplace:
            return confirm_replace(screen);
        case DialogKind::ConfirmPurge:
            return confirm_purge(screen);
        case DialogKind::RestoreBackup:
            return restore_backup(screen);
        case DialogKind::PasteRest:
            return paste_dialog(screen);
        case DialogKind::Shortcuts:
            return shortcut_sheet(screen);
        case DialogKind::SharePlan:
            return share_dialog(screen);
        case DialogKind::SignPlan:
            return sign_dialog(screen);
        case DialogKind::Signatures:
            return signatures_dialog(screen);
        case DialogKind::Clashes:
            return clashes_dialog(screen);
        case DialogKind::StoppedPlan:
            return stopped_plan_dialog(screen);
        case DialogKind::ChangePassphrase:
        case DialogKind::RemoveApplications:
        case DialogKind::DestroyVault:
            return verification_dialog(screen);
    }
}

}  // namespace ui
