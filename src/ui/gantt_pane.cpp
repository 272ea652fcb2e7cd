#include "ui/gantt_pane.hpp"

#include <algorithm>
#include <cmath>

#include "base/equal_rows.hpp"
#include "ui/drag.hpp"

namespace ui {
namespace {
using analysis::OutlineRow;
using model::Id;
using model::Task;

std::span<const model::Milestone* const> milestones_of(const TasksView& view, const Id& task) {
    return base::equal_rows(view.milestones, task, [](const model::Milestone* each) { return each->task.id(); });
}

// The bar of a task can be moved, and each of its ends. Nothing changes before it is let go; until then, the row as it
// would be.
std::optional<OutlineRow> drag_bar(GanttPane& pane, std::size_t index, const Bar& bar, ImVec2 low, ImVec2 high) {
    const OutlineRow& row = pane.row(index);
    Ui& ui = pane.screen.ui;
    TasksState& state = pane.state;
    const Item it = item_at(ui, "bar", ImVec2(low.x + bar.from, low.y + 2),
                            ImVec2(std::max(bar.to - bar.from, 4.f), high.y - low.y - 4), Role::Text, bar.spoken, 0);
    const ImVec2 at = ImGui::GetMousePos();
    const BarPart over = part_at(bar, at.x - low.x);
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
    OutlineRow moved = moved_by(row, part, static_cast<int>(std::lround(by / pane.scale.day_px)));
    if (drag.moving()) return moved;
    edit::Batch batch;
    if (moved.start != row.start)
        batch.emplace_back(edit::set_field<&Task::start>(row.task->id, base::Date(moved.start)));
    if (moved.finish != row.finish)
        batch.emplace_back(edit::set_field<&Task::finish>(row.task->id, base::Date(moved.finish)));
    if (!batch.empty()) pane.screen.want(app::Edit{std::move(batch), "undo.set"});
    return moved;
}

// Pinching and Ctrl+wheel over the bars zoom their time scale; + and - do it about the selected task. Sideways wheel,
// Shift+wheel and a finger move it.
void zoom_bars(GanttPane& pane, float left, float height) {
    Ui& ui = pane.screen.ui;
    TasksState& state = pane.state;
    TimeScale& scale = pane.scale;
    // A bar may be carried beyond what is shown, and beyond the plan.
    const bool carried = is_dragged(ui, state.bar_held);
    show_zoomed(scale, state.day_width, state.bars_left, carried ? 366 : 0);
    if (carried) {
        state.bars_left += edge_scroll(ui, ImGui::GetMousePos().x, left, left + scale.width) / scale.day_px;
        show_zoomed(scale, state.day_width, state.bars_left, 366);
    }
    const auto zoom = [&](float x, float factor) {
        zoom_about(scale, x, factor, state.day_width, state.bars_left);
        show_zoomed(scale, state.day_width, state.bars_left);
    };
    for (const app::PlatformEvent& event : ui.input.events) {
        if (const auto* zoomed = std::get_if<app::Zoomed>(&event)) zoom(zoomed->x - left, zoomed->factor);
        const auto* pressed = std::get_if<app::KeyPressed>(&event);
        const bool plain = pressed && (pressed->modifiers & ~app::kShift) == 0 && ui.input.editing == 0;
        if (!plain || pane.screen.dialog().kind != app::DialogKind::None) continue;
        const bool in = pressed->key == "+" || pressed->key == "=", out = pressed->key == "-";
        if (!in && !out) continue;
        float x = scale.width / 2;
        if (state.view.selected_row) {
            const OutlineRow& row = pane.row(*state.view.selected_row);
            if (const base::Date day = row.start ? row.start : row.finish)
                x = std::clamp(scale.x(day), 0.f, scale.width);
        }
        zoom(x, in ? 1.25f : 0.8f);
        ui.output.key_used = true;
    }
    const ImGuiIO& io = ImGui::GetIO();
    const float top = ImGui::GetCursorScreenPos().y;
    const float wheel = io.MouseWheelH;
    if (state.day_width > 0 && wheel != 0 &&
        ImGui::IsMouseHoveringRect(ImVec2(left, top), ImVec2(left + scale.width, top + height))) {
        state.bars_left -= wheel * app::kWheelStepPx / scale.day_px;
        show_zoomed(scale, state.day_width, state.bars_left);
    }
}

}  // namespace

void begin_bars(GanttPane& pane, float left, float height, Column& column) {
    const Ui& ui = pane.screen.ui;
    zoom_bars(pane, left, height);
    pane.ticks = month_ticks(pane.scale, ui.words);
    column.zooms = column.pane = true;
    column.description =
        ui.words("gantt.span", {pane.scale.day_at(0).iso(), pane.scale.day_at(pane.scale.width - 1).iso()});
}

void bar_cell(GanttPane& pane, std::size_t index, ImVec2 min, ImVec2 max) {
    const OutlineRow& row = pane.row(index);
    Ui& ui = pane.screen.ui;
    const ImVec2 low(min.x - cell_padding, min.y), high(max.x + cell_padding, max.y);
    const auto milestones = milestones_of(pane.state.view, row.task->id);
    const base::Date today = pane.state.view.today;
    Bar bar = bar_of(pane.scale, milestones, row, today, ui.words);
    ImGui::PushClipRect(low, ImVec2(high.x, high.y + 1), true);
    if (row.has_children || bar.to <= bar.from || pane.screen.read_only()) {
        text_node(ui, bar.spoken, low, high);
    } else if (const auto moved = drag_bar(pane, index, bar, low, high)) {
        bar = bar_of(pane.scale, milestones, *moved, today, ui.words);
        tooltip(ui, bar.spoken);
    }
    ImGui::PopClipRect();
    pane.bars.push_back({index, std::move(bar)});
}

void paint_bars(const GanttPane& pane, const GridRows& rows) {
    const Ui& ui = pane.screen.ui;
    paint_background(ui, pane.scale, pane.ticks, pane.state.view.today, rows.min, rows.max);
    for (const auto& [row, bar] : pane.bars)
        paint_bar(ui, bar, ImVec2(rows.min.x, rows.top(row)), ImVec2(rows.max.x, rows.bottom(row) - 1));
}

}  // namespace ui
