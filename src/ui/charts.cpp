#include "ui/charts.hpp"

#include <algorithm>

namespace ui {
namespace {
constexpr float chart_margin = 14, title_bottom = 38, content_top = 46, axis_left = 40, axis_bottom = 30;  // px
constexpr int rating_steps = 5;  // of a rating

void chart_title(Ui& ui, std::string_view title, const Box& box) {
    text_in(ui, body_bold(ui), title, ImVec2(box.min.x + chart_margin, box.min.y + 10),
            ImVec2(box.max.x - chart_margin, box.min.y + title_bottom));
}

void draw_count(const Ui& ui, int count, Tone tone, const Item& it) {
    const TextStyle style = colored(body_bold(ui), ink(ui.theme, tone));
    const std::string text = std::to_string(count);
    draw_text(ImGui::GetWindowDrawList(), style,
              ImVec2((it.min.x + it.max.x - text_width(style, text)) / 2, (it.min.y + it.max.y - style.line) / 2),
              text);
}

bool matrix_cell(Ui& ui, const view::MatrixCell& cell, ImVec2 min, ImVec2 extent) {
    const std::uint32_t flags =
        (cell.count > 0 ? app::kTabStop : app::kFocusable) | (cell.on ? app::kSelected : app::kUnselected);
    ImGui::PushID(cell.probability * 10 + cell.impact);
    const Item it = item_at(ui, "cell", min, extent, Role::ToggleButton, cell.name, flags);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(it.min, it.max, soft(ui.theme, cell.tone), 5);
    if (it.hovered) draw->AddRectFilled(it.min, it.max, ui.theme.hover, 5);
    if (cell.on) draw->AddRect(it.min, it.max, ink(ui.theme, cell.tone), 5, 0, 2);
    if (cell.count > 0) draw_count(ui, cell.count, cell.tone, it);
    focus_ring(ui, it, 5);
    ImGui::PopID();
    return it.clicked;
}
}  // namespace

const view::MatrixCell* matrix(Ui& ui, std::string_view title, std::span<const view::MatrixCell> cells,
                               const Box& box) {
    chart_title(ui, title, box);
    const ImVec2 corner(box.min.x + axis_left, box.min.y + content_top);
    const float wide = (box.max.x - chart_margin - corner.x) / rating_steps,
                high = (box.max.y - axis_bottom - corner.y) / rating_steps;
    Region group(ui, "matrix", Role::Group, title, rect_of(box.min, box.max));
    for (int step = 0; step < rating_steps; ++step) {
        const float y = corner.y + high * static_cast<float>(step), x = corner.x + wide * static_cast<float>(step);
        text_in(ui, secondary(ui), std::to_string(rating_steps - step), ImVec2(box.min.x + chart_margin, y),
                ImVec2(corner.x, y + high), 0, false);
        text_in(ui, secondary(ui), std::to_string(step + 1), ImVec2(x, box.max.y - axis_bottom),
                ImVec2(x + wide, box.max.y - 6), 0.5f, false);
    }
    const view::MatrixCell* pressed = nullptr;
    for (const view::MatrixCell& cell : cells) {
        const ImVec2 min(corner.x + wide * static_cast<float>(cell.impact - 1) + 2,
                         corner.y + high * static_cast<float>(rating_steps - cell.probability) + 2);
        if (matrix_cell(ui, cell, min, ImVec2(wide - 4, high - 4))) pressed = &cell;
    }
    return pressed;
}

void level_bars(Ui& ui, std::string_view title, const view::RiskLevels& levels, const Box& box) {
    chart_title(ui, title, box);
    constexpr float row = 30, name_width = 70, count_width = 30, thick = 10;
    const float left = box.min.x + chart_margin, right = box.max.x - chart_margin;
    float y = box.min.y + content_top;
    for (const view::LevelBar& bar : levels.bars) {
        text_in(ui, body(ui), bar.name, ImVec2(left, y), ImVec2(left + name_width, y + row));
        const float from = left + name_width + 4, to = right - count_width, top = y + (row - thick) / 2;
        ImDrawList* draw = ImGui::GetWindowDrawList();
        draw->AddRectFilled(ImVec2(from, top), ImVec2(to, top + thick), ui.theme.background, 5);
        if (bar.count > 0)
            draw->AddRectFilled(ImVec2(from, top), ImVec2(from + std::max(thick, (to - from) * bar.share), top + thick),
                                ink(ui.theme, bar.tone), 5);
        text_in(ui, body_bold(ui), std::to_string(bar.count), ImVec2(to + 8, y), ImVec2(right, y + row), 1);
        y += row + 2;
    }
    ImGui::SetCursorScreenPos(ImVec2(left, y + 8));
    paragraph(ui, secondary(ui), levels.summary, right - left);
}

}  // namespace ui
