// Saving and backup: how this plan is stored, every plan at once as one file, and what was deleted.
#include <algorithm>

#include "ui/grid.hpp"
#include "ui/icons.hpp"
#include "ui/panels/panels.hpp"

namespace ui {
namespace {

void state_card(Screen& screen, float width) {
    Ui& ui = screen.ui;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string said = screen.work.save_text();
    const std::string_view advice = ui.words("storage.advice");
    const float height = 60 + paragraph_height(secondary(ui), advice, width - 36) + ui.control_height() + 16;
    card_background(ui, at, ImVec2(at.x + width, at.y + height));
    const TextStyle style = screen.work.save_failed() ? colored(body_bold(ui), ui.theme.red) : body_bold(ui);
    text_in(ui, style, said.empty() ? ui.words("storage.nothing-yet") : std::string_view(said),
            ImVec2(at.x + 18, at.y + 14), ImVec2(at.x + width - 18, at.y + 40));
    ImGui::SetCursorScreenPos(ImVec2(at.x + 18, at.y + 44));
    ImGui::BeginGroup();
    paragraph(ui, secondary(ui), advice, width - 36);
    gap(10);
    if (button(ui, "all", ui.words("action.export-all"),
               {.icon = icon::archive, .hint = ui.words("action.export-all.hint")}))
        screen.work.export_all();
    same_line(8);
    if (button(ui, "persist", ui.words("action.persist"),
               {.icon = icon::lock, .hint = ui.words("action.persist.hint")}))
        screen.work.ask_persistence();
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy(ImVec2(width, height));
}

void trash(Screen& screen, float width) {
    Ui& ui = screen.ui;
    std::vector<app::StoredPlan> deleted = screen.work.stored_plans();
    std::erase_if(deleted, [](const app::StoredPlan& plan) { return !plan.deleted; });
    label(ui, body_bold(ui), ui.words("storage.trash", {std::to_string(deleted.size())}), Role::Heading, 3);
    gap(8);
    if (deleted.empty()) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        card_background(ui, at, ImVec2(at.x + width, at.y + 130));
        empty_state(ui, "none", icon::trash, ui.words("storage.trash-empty"), {}, width);
        return;
    }
    const Column columns[] = {{std::string(ui.words("field.cover.title"))},
                              {std::string(ui.words("start.saved-at")), 170},
                              {std::string(ui.words("storage.actions")), 110}};
    GridSpec spec{.id = "trash", .name = ui.words("storage.trash-name"), .columns = columns, .rows = deleted.size()};
    spec.row_key = [&](std::size_t row) { return static_cast<NodeKey>(deleted[row].id.hash()); };
    spec.describe_row = [&](std::size_t row, app::MirrorNode& node) { node.name = deleted[row].title; };
    spec.cell = [&](std::size_t row, std::size_t column, ImVec2 min, ImVec2 max) {
        if (column == 0)
            return text_in(
                ui, body(ui),
                deleted[row].title.empty() ? ui.words("plan.untitled") : std::string_view(deleted[row].title), min,
                max);
        if (column == 1) return text_in(ui, secondary(ui), deleted[row].saved_at, min, max);
        ImGui::SetCursorScreenPos(ImVec2(min.x, min.y + (max.y - min.y - ui.control_height()) / 2));
        if (icon_button(ui, "restore", ui.words("action.restore-plan", {deleted[row].title}), icon::undo))
            screen.work.restore_plan(deleted[row].id);
    };
    grid(ui, spec, ImVec2(width, 400));
}
}  // namespace

void storage_panel(Screen& screen) {
    page_head(screen, screen.words("page.storage"), {}, 0);
    gap(8);
    const float width = std::min(ImGui::GetContentRegionAvail().x, 980.f);
    state_card(screen, width);
    gap(20);
    trash(screen, width);
    gap(20);
}

}  // namespace ui
