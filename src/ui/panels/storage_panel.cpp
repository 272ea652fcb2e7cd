// Saving and backup: how the store stands, every plan with its backups, everything as one file, and what was deleted.
#include <algorithm>

#include "ui/icons.hpp"
#include "ui/layout.hpp"
#include "ui/panels/panels.hpp"

namespace ui {
namespace {

void archive_buttons(Screen& screen, bool persistent, float width) {
    Ui& ui = screen.ui;
    Flow flow(ui, width);
    const auto wants = [&](std::string_view id, std::string_view word, const ButtonOptions& options) {
        flow.place(button_width(ui, ui.words(word), options));
        return button(ui, id, ui.words(word), options);
    };
    if (wants("all", "action.export-all",
              {.style = ButtonStyle::Primary, .icon = icon::archive, .hint = ui.words("action.export-all.hint")}))
        screen.want(app::ExportAll{});
    if (wants("import", "action.import-archive",
              {.icon = icon::upload, .hint = ui.words("action.import-archive.hint")}))
        screen.want(app::ImportFiles{});
    if (!persistent &&
        wants("persist", "action.persist", {.icon = icon::lock, .hint = ui.words("action.persist.hint")}))
        screen.want(app::AskPersistence{});
}

void state_card(Screen& screen, const app::StorageReport& report, float width) {
    Ui& ui = screen.ui;
    card(ui, width, [&](float inner) {
        const std::string said = screen.work.library().save_text();
        const TextStyle style =
            screen.work.library().save_failed() ? colored(body_bold(ui), ui.theme.red) : body_bold(ui);
        paragraph(ui, style, said.empty() ? ui.words("storage.nothing-yet") : std::string_view(said), inner);
        gap(4);
        paragraph(ui, secondary(ui), ui.words("storage.advice"), inner);
        gap(10);
        for (const std::string& line : view::storage_facts(screen.work)) {
            paragraph(ui, body(ui), line, inner);
            gap(2);
        }
        gap(12);
        archive_buttons(screen, report.persistence == "granted", inner);
    });
}

void kept_plans(Screen& screen, StoredPlansState& state, float width) {
    Ui& ui = screen.ui;
    const view::Table plans =
        view::kept_plans(screen.work, state.plans, ui.phone() ? view::Room::Narrow : view::Room::Wide);
    if (plans.rows.empty()) return;
    label(ui, body_bold(ui), ui.words("start.stored", {std::to_string(plans.rows.size())}), Role::Heading, 3);
    gap(8);
    table(screen, plans, state.table, width, table_height(ui, plans, 8));
    gap(20);
}

void trash(Screen& screen, StoredPlansState& state, float width) {
    Ui& ui = screen.ui;
    const view::Table plans = view::deleted_plans(screen.work, state.deleted);
    label(ui, body_bold(ui), ui.words("storage.trash", {std::to_string(plans.rows.size())}), Role::Heading, 3);
    gap(8);
    table(screen, plans, state.deleted_table, width, table_height(ui, plans, 8));
}
}  // namespace

bool archive_reminder(Screen& screen, float width) {
    Ui& ui = screen.ui;
    const std::string reminder = view::archive_reminder(screen.work);
    if (reminder.empty()) return false;
    side_note(ui, Tone::Amber, reminder, {}, width);
    gap(8);
    if (button(ui, "remind-export", ui.words("action.export-all"), {.icon = icon::archive}))
        screen.want(app::ExportAll{});
    return true;
}

void storage_panel(Screen& screen, StoredPlansState& state) {
    shown_head(screen);
    gap(8);
    const float width = std::min(room_width(), 980.f);
    const app::StorageReport& report = screen.work.library().report();
    if (archive_reminder(screen, width)) gap(16);
    state_card(screen, report, width);
    gap(20);
    kept_plans(screen, state, width);
    trash(screen, state, width);
    gap(20);
}

}  // namespace ui
