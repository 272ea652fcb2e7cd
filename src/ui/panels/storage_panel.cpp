// Saving and backup: how the store stands, every plan with its backups, everything as one file, and what was deleted.
#include <algorithm>

#include "base/bytes_text.hpp"
#include "ui/grid.hpp"
#include "ui/icons.hpp"
#include "ui/layout.hpp"
#include "ui/panels/panels.hpp"

namespace ui {
namespace {

constexpr int reminder_days = 30;

std::vector<std::string> facts(Screen& screen, const app::StorageReport& report) {
    const Ui& ui = screen.ui;
    std::vector<std::string> lines;
    lines.push_back(
        ui.words("storage.facts.sizes", {base::bytes_text(report.sizes.plans), base::bytes_text(report.sizes.backups),
                                         base::bytes_text(report.sizes.trash)}));
    if (report.sizes.damaged > 0)
        lines.push_back(ui.words("storage.facts.damaged", {base::bytes_text(report.sizes.damaged)}));
    if (report.quota > 0)
        lines.push_back(ui.words(
            "storage.facts.quota",
            {base::bytes_text(report.used), base::bytes_text(report.quota - std::min(report.used, report.quota))}));
    if (!report.persistence.empty())
        lines.emplace_back(
            ui.words(report.persistence == "granted" ? "storage.facts.granted" : "storage.facts.denied"));
    if (const base::Date day = screen.work.library().last_archive())
        lines.push_back(
            ui.words("storage.facts.archive",
                     {day.iso(), std::to_string(screen.work.library().days_without_archive().value_or(0))}));
    else
        lines.emplace_back(ui.words("storage.facts.no-archive"));
    return lines;
}

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
        for (const std::string& line : facts(screen, report)) {
            paragraph(ui, body(ui), line, inner);
            gap(2);
        }
        gap(12);
        archive_buttons(screen, report.persistence == "granted", inner);
    });
}

std::string_view shown_title(const Ui& ui, const app::StoredPlan& plan) {
    return plan.title.empty() ? ui.words("plan.untitled") : std::string_view(plan.title);
}

float grid_height(const Ui& ui, std::size_t rows) {
    return ui.row_height() * static_cast<float>(std::min<std::size_t>(rows, 8) + 1) + 4;
}

// An icon button in a cell; each further one stands to the right of the last.
bool cell_button(Ui& ui, std::string_view id, const std::string& name, const char* icon, ImVec2 min, ImVec2 max,
                 float& x) {
    ImGui::SetCursorScreenPos(ImVec2(x, min.y + (max.y - min.y - ui.control_height()) / 2));
    x += ui.control_height() + 4;
    return icon_button(ui, id, name, icon);
}

void plan_actions(Screen& screen, const app::StoredPlan& plan, std::size_t backups, ImVec2 min, ImVec2 max) {
    Ui& ui = screen.ui;
    float x = min.x;
    const std::string title(shown_title(ui, plan));
    if (backups > 0 && cell_button(ui, "backups", ui.words("action.backups-of", {title}), icon::history, min, max, x))
        screen.open_dialog(app::DialogKind::RestoreBackup, {app::RecordType::Cover, plan.id}, {{"title", title}});
    if (plan.bytes > 0 && cell_button(ui, "raw", ui.words("action.export-raw", {title}), icon::download, min, max, x))
        screen.want(app::ExportRaw{plan.id});
    if (plan.bytes == 0 &&
        cell_button(ui, "purge", ui.words("action.purge-plan-named", {title}), icon::trash, min, max, x))
        screen.open_dialog(app::DialogKind::ConfirmPurge, {app::RecordType::Cover, plan.id}, {{"title", title}});
}

void kept_plans(Screen& screen, const app::StorageReport& report, float width) {
    Ui& ui = screen.ui;
    const bool phone = ui.phone();
    std::vector<app::StoredPlan> plans = screen.work.library().plans();
    std::erase_if(plans, [](const app::StoredPlan& plan) { return plan.deleted; });
    if (plans.empty()) return;
    label(ui, body_bold(ui), ui.words("start.stored", {std::to_string(plans.size())}), Role::Heading, 3);
    gap(8);
    const Column columns[] = {{std::string(ui.words("field.cover.title"))},
                              {std::string(ui.words("start.saved-at")), phone ? 0.f : 150.f},
                              {std::string(ui.words("storage.size")), 84},
                              {std::string(ui.words("storage.backups")), phone ? 0.f : 140.f},
                              {std::string(ui.words("storage.actions")), 2 * ui.control_height() + 24}};
    // A phone has room for the title, the size and the actions.
    std::vector<Column> shown;
    std::vector<std::size_t> meaning;
    for (std::size_t i = 0; i < std::size(columns); ++i)
        if (!phone || (i != 1 && i != 3)) {
            shown.push_back(columns[i]);
            meaning.push_back(i);
        }
    GridSpec spec{.id = "kept", .name = ui.words("storage.plans-name"), .columns = shown, .rows = plans.size()};
    spec.row_key = [&](std::size_t row) { return static_cast<NodeKey>(plans[row].id.hash()); };
    spec.describe_row = [&](std::size_t row, app::MirrorNode& node) { node.name = shown_title(ui, plans[row]); };
    spec.cell = [&](std::size_t row, std::size_t column, ImVec2 min, ImVec2 max) {
        const app::StoredPlan& plan = plans[row];
        const auto found = report.backups.find(plan.id);
        const std::size_t backups = found == report.backups.end() ? 0 : found->second.size();
        std::uint64_t backup_bytes = 0;
        for (std::size_t i = 0; i < backups; ++i) backup_bytes += found->second[i].size;
        switch (meaning[column]) {
            case 0: {
                const std::string_view said =
                    plan.condition.empty() ? "" : ui.words("storage.condition." + plan.condition);
                const float room = said.empty() ? 0 : std::min(chip_width(ui, said) + 8, (max.x - min.x) / 2);
                text_in(ui, body(ui), shown_title(ui, plan), min, ImVec2(max.x - room, max.y));
                if (room > 0)
                    text_in(ui, colored(secondary(ui), plan.opens ? ui.theme.amber : ui.theme.red), said,
                            ImVec2(max.x - room + 8, min.y), max, 1);
                return;
            }
            case 1:
                return text_in(ui, secondary(ui), plan.saved_at, min, max);
            case 2:
                return text_in(ui, secondary(ui), base::bytes_text(plan.bytes), min, max);
            case 3:
                return text_in(
                    ui, secondary(ui),
                    ui.words("storage.backups-of", {std::to_string(backups), base::bytes_text(backup_bytes)}), min,
                    max);
            default:
                return plan_actions(screen, plan, backups, min, max);
        }
    };
    const GridEvent event = grid(ui, spec, ImVec2(width, grid_height(ui, plans.size())));
    if (event.opened && plans[*event.opened].opens) screen.want(app::OpenStored{plans[*event.opened].id});
    gap(20);
}

void trash(Screen& screen, float width) {
    Ui& ui = screen.ui;
    std::vector<app::StoredPlan> deleted = screen.work.library().plans();
    std::erase_if(deleted, [](const app::StoredPlan& plan) { return !plan.deleted; });
    label(ui, body_bold(ui), ui.words("storage.trash", {std::to_string(deleted.size())}), Role::Heading, 3);
    gap(8);
    if (deleted.empty()) {
        empty_card(ui, "none", icon::trash, ui.words("storage.trash-empty"), {}, width);
        return;
    }
    const Column columns[] = {{std::string(ui.words("field.cover.title"))},
                              {std::string(ui.words("storage.purged-on")), 104},
                              {std::string(ui.words("storage.actions")), 2 * ui.control_height() + 24}};
    GridSpec spec{.id = "trash", .name = ui.words("storage.trash-name"), .columns = columns, .rows = deleted.size()};
    spec.row_key = [&](std::size_t row) { return static_cast<NodeKey>(deleted[row].id.hash()); };
    spec.describe_row = [&](std::size_t row, app::MirrorNode& node) {
        node.name = shown_title(ui, deleted[row]);
        node.description = std::string(ui.words("storage.deleted-at")) + " " + deleted[row].deleted_at;
    };
    spec.cell = [&](std::size_t row, std::size_t column, ImVec2 min, ImVec2 max) {
        const app::StoredPlan& plan = deleted[row];
        if (column == 0) return text_in(ui, body(ui), shown_title(ui, plan), min, max);
        if (column == 1) return text_in(ui, secondary(ui), plan.purged_on, min, max);
        float x = min.x;
        const std::string title(shown_title(ui, plan));
        if (cell_button(ui, "restore", ui.words("action.restore-plan", {title}), icon::undo, min, max, x))
            screen.want(app::RestorePlan{plan.id});
        if (cell_button(ui, "purge", ui.words("action.purge-plan-named", {title}), icon::trash, min, max, x))
            screen.open_dialog(app::DialogKind::ConfirmPurge, {app::RecordType::Cover, plan.id}, {{"title", title}});
    };
    grid(ui, spec, ImVec2(width, grid_height(ui, deleted.size())));
}
}  // namespace

bool archive_reminder(Screen& screen, float width) {
    Ui& ui = screen.ui;
    const std::optional<int> days = screen.work.library().days_without_archive();
    if (!days || *days < reminder_days) return false;
    side_note(ui, Tone::Amber, ui.words("storage.reminder", {std::to_string(*days)}), {}, width);
    gap(8);
    if (button(ui, "remind-export", ui.words("action.export-all"), {.icon = icon::archive}))
        screen.want(app::ExportAll{});
    return true;
}

void storage_panel(Screen& screen) {
    page_head(screen.ui, screen.words("page.storage"));
    gap(8);
    const float width = std::min(ImGui::GetContentRegionAvail().x, 980.f);
    const app::StorageReport& report = screen.work.library().report();
    if (archive_reminder(screen, width)) gap(16);
    state_card(screen, report, width);
    gap(20);
    kept_plans(screen, report, width);
    trash(screen, width);
    gap(20);
}

}  // namespace ui
