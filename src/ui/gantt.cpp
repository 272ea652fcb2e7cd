#include "ui/gantt.hpp"

#include <algorithm>
#include <cmath>

#include "ui/text.hpp"

namespace ui {
using view::Bar;
using view::BarState;
using view::Tick;
using view::TimeScale;

void paint_header(const Ui& ui, std::span<const Tick> ticks, ImVec2 min, ImVec2 max) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(min, max, ui.theme.surface_2);
    draw->PushClipRect(min, max, true);
    for (const Tick& tick : ticks) {
        draw->AddRectFilled(ImVec2(min.x + tick.x, min.y), ImVec2(min.x + tick.x + 1, max.y), ui.theme.border);
        const ImVec2 at(min.x + tick.x + 8, min.y + (max.y - min.y - size::line_secondary) / 2);
        if (at.x + text_width(secondary(ui), tick.text) <= max.x) draw_text(draw, secondary(ui), at, tick.text);
    }
    draw->PopClipRect();
    draw->AddRectFilled(ImVec2(min.x, max.y - 1), max, ui.theme.border);
}

void paint_background(const Ui& ui, const TimeScale& scale, std::span<const Tick> ticks, base::Date today, ImVec2 min,
                      ImVec2 max) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    for (const Tick& tick : ticks)
        draw->AddRectFilled(ImVec2(std::floor(min.x + tick.x), min.y), ImVec2(std::floor(min.x + tick.x) + 1, max.y),
                            ui.theme.border);
    const float x = scale.x(today);
    if (x >= 0 && x <= scale.width)
        draw->AddRectFilled(ImVec2(min.x + x - 1, min.y), ImVec2(min.x + x + 1, max.y), ui.theme.bar_late);
}

void paint_bar(const Ui& ui, const Bar& bar, ImVec2 min, ImVec2 max) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float middle = (min.y + max.y) / 2, from = min.x + bar.from, to = std::max(min.x + bar.to, from + 2);
    if (bar.to > bar.from && bar.state == BarState::Summary) {
        draw->AddRectFilled(ImVec2(from, middle - 3), ImVec2(to, middle + 3), ui.theme.bar_summary, 3);
    } else if (bar.to > bar.from) {
        const bool late = bar.state == BarState::Late;
        const float split = from + (to - from) * bar.done;
        draw->AddRectFilled(ImVec2(from, middle - 8), ImVec2(to, middle + 8),
                            late ? ui.theme.bar_late_rest : ui.theme.bar_rest, 4);
        if (bar.done > 0)
            draw->AddRectFilled(ImVec2(from, middle - 8), ImVec2(std::max(split, from + 3), middle + 8),
                                late ? ui.theme.bar_late : ui.theme.bar, 4,
                                bar.done >= 1 ? ImDrawFlags_RoundCornersAll : ImDrawFlags_RoundCornersLeft);
    }
    for (const float milestone : bar.milestones) {
        const ImVec2 at(min.x + milestone, middle);
        draw->AddQuadFilled(ImVec2(at.x, at.y - 8), ImVec2(at.x + 8, at.y), ImVec2(at.x, at.y + 8),
                            ImVec2(at.x - 8, at.y), ui.theme.amber);
    }
}

}  // namespace ui
