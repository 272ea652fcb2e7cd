#include "ui/gantt_pane.hpp"

#include <algorithm>
#include <cmath>

#include "ui/drag.hpp"
#include "ui/layout.hpp"

namespace ui {
namespace {
using analysis::OutlineRow;
using view::Bar;
using view::BarPart;
using view::TimeScale;

constexpr float beyond_days = 366;  // how far a bar may be carried beyond the plan

// The bar of a task can be moved, and each of its ends. Nothing changes before it is let go; until then, the row as it
// would be.
std::optional<OutlineRow> drag_bar(GanttPane& pane, std::size_t index, const Bar& bar, ImVec2 low, ImVec2 high) {
    const OutlineRow& row = pane.row(index);
    Ui& ui = pane.screen.ui;
    TasksState& state = pane.state;
    const Item it = item_at(ui, "bar", ImVec2(low.x + bar.from, low.y + 2),
                            ImVec2(std::max(bar.to - bar.from, 4.f), high.y - low.y - 4), Role::Text, bar.spoken, 0);
    const ImVec2 at = ImGui::GetMousePos();
    const BarPart over = view::part_at(bar, at.x - low.x);
    const auto show_cursor = [](BarPart part) {
        ImGui::SetMouseCursor(part == BarPart::Whole ? ImGuiMouseCursor_ResizeAll : ImGuiMouseCursor_ResizeEW);
    };
    if (it.hovered && !ui.input.coarse_pointer) show_cursor(over);
    if (it.clicked && !is_dragging(ui)) pane.clicked = index;
    if (it.held && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        begin_drag(ui, it.key, static_cast<std::size_t>(over));
        state.bar_held = it.key;
        state.held_left = pane.scale.left;
    }
    const Dragged drag = dragged(ui, it.key);
    if (!drag) return std::nullopt;
    const auto part = static_cast<BarPart>(drag.payload);
    show_cursor(part);
    const float by = drag.by.x + pane.scale.left - state.held_left;
    OutlineRow moved = view::moved_by(row, part, static_cast<int>(std::lround(by / pane.scale.day_px)));
    if (drag.moving()) return moved;
    if (std::optional<app::Edit> wanted = view::edit_of_drag(row, moved)) pane.screen.want(std::move(*wanted));
    return moved;
}

// Pinching and Ctrl+wheel over the bars zoom their time scale; + and - do it about the selected task. Sideways wheel,
// Shift+wheel and a finger move it.
void zoom_bars(GanttPane& pane, ImVec2 at, float height) {
    Ui& ui = pane.screen.ui;
    view::GanttState& gantt = pane.state.gantt;
    TimeScale& scale = pane.scale;
    const bool carried = is_dragged(ui, pane.state.bar_held);
    show_zoomed(scale, gantt.day_px, gantt.days_left, carried ? beyond_days : 0);
    if (carried) {
        gantt.days_left += edge_scroll(ui, ImGui::GetMousePos().x, at.x, at.x + scale.width) / scale.day_px;
        show_zoomed(scale, gantt.day_px, gantt.days_left, beyond_days);
    }
    const auto zoom = [&](float x, float factor) {
        zoom_about(scale, x, factor, gantt.day_px, gantt.days_left);
        show_zoomed(scale, gantt.day_px, gantt.days_left);
    };
    for (const app::PlatformEvent& event : ui.input.events) {
        if (const auto* zoomed = std::get_if<app::Zoomed>(&event)) zoom(zoomed->x - at.x, zoomed->factor);
        const auto* pressed = std::get_if<app::KeyPressed>(&event);
        const bool heard = pressed && ui.input.editing == 0 && pane.screen.dialog().kind == app::DialogKind::None;
        const std::optional<float> factor = heard ? view::zoom_of(*pressed) : std::nullopt;
        if (!factor) continue;
        const view::Chosen chosen = view::chosen_in(pane.screen.work, pane.tasks);
        zoom(view::zoom_centre(scale, chosen.row ? &pane.row(*chosen.row) : nullptr), *factor);
        ui.output.key_used = true;
    }
    const float wheel = ImGui::GetIO().MouseWheelH;
    if (gantt.day_px > 0 && wheel != 0 && ImGui::IsMouseHoveringRect(at, ImVec2(at.x + scale.width, at.y + height))) {
        gantt.days_left -= wheel * app::kWheelStepPx / scale.day_px;
        show_zoomed(scale, gantt.day_px, gantt.days_left);
    }
}

}  // namespace

void begin_bars(GanttPane& pane, ImVec2 at, float width, float height, Column& column) {
    const Ui& ui = pane.screen.ui;
    view::keep(pane.state.gantt, pane.screen.work, width);
    pane.scale = pane.state.gantt.fitted;
    zoom_bars(pane, at, height);
    pane.ticks = view::month_ticks(pane.scale, ui.words);
    column.zooms = column.pane = true;
    column.description =
        ui.words("gantt.span", {pane.scale.day_at(0).iso(), pane.scale.day_at(pane.scale.width - 1).iso()});
}

void bar_cell(GanttPane& pane, std::size_t index, ImVec2 min, ImVec2 max) {
    const OutlineRow& row = pane.row(index);
    Ui& ui = pane.screen.ui;
    const ImVec2 low(min.x - cell_padding, min.y), high(max.x + cell_padding, max.y);
    const auto bar_at = [&](const OutlineRow& at) { return view::bar_of(pane.state.gantt, pane.scale, at, ui.words); };
    Bar bar = bar_at(row);
    ImGui::PushClipRect(low, ImVec2(high.x, high.y + 1), true);
    if (row.has_children || bar.to <= bar.from || pane.screen.read_only()) {
        text_node(ui, bar.spoken, low, high);
    } else if (const auto moved = drag_bar(pane, index, bar, low, high)) {
        bar = bar_at(*moved);
        tooltip(ui, bar.spoken);
    }
    ImGui::PopClipRect();
    pane.bars.push_back({index, std::move(bar)});
}

void paint_bars(const GanttPane& pane, const GridRows& rows) {
    const Ui& ui = pane.screen.ui;
    paint_background(ui, pane.scale, pane.ticks, pane.state.gantt.today, rows.min, rows.max);
    for (const auto& [row, bar] : pane.bars)
        paint_bar(ui, bar, ImVec2(rows.min.x, rows.top(row)), ImVec2(rows.max.x, rows.bottom(row) - 1));
}

void outline_and_bars(Screen& screen, TasksState& state) {
    view::Table tasks = view::task_table(screen.work, state.rows);
    const float width = room_width();
    if (width >= tasks.columns[view::kTaskBars].from)
        tasks.columns[view::kTaskTitle].width = view::title_width(tasks, width, state.outline_width);
    GanttPane bars{screen, tasks, state};
    TablePane pane;
    pane.begin = [&](ImVec2 at, float wide, float height, Column& column) {
        begin_bars(bars, at, wide, height, column);
    };
    pane.cell = [&](std::size_t row, ImVec2 min, ImVec2 max) { bar_cell(bars, row, min, max); };
    pane.header = [&](ImVec2 min, ImVec2 max) { paint_header(screen.ui, bars.ticks, min, max); };
    pane.layer = [&](const GridRows& rows) { paint_bars(bars, rows); };
    pane.divider = screen.words("tasks.divider");
    const GridEvent event = page_table(screen, tasks, state.table, 240, &pane);
    if (bars.clicked) {
        const view::Chosen chosen = view::chosen_in(screen.work, tasks);
        const auto click = view::click_on_row(tasks, chosen, *bars.clicked, screen.ui.input.press_modifiers);
        view::take(screen.work, tasks, click, screen.commands);
    }
    if (event.divided) state.outline_width = *event.divided;
}

}  // namespace ui
