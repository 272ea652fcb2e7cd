// ui/gantt_pane.hpp: the pane of bars beside the outline of tasks: the same rows, a time scale of its own, and a layer
// above the rows for what goes across them.
#pragma once

#include "ui/gantt.hpp"
#include "ui/grid.hpp"
#include "ui/panels/states.hpp"
#include "ui/screen.hpp"

namespace ui {

// One frame of it.
struct GanttPane {
    Screen& screen;
    TasksState& state;
    const std::vector<analysis::OutlineRow>& outline;
    TimeScale scale;  // as zoomed
    std::vector<Tick> ticks = {};
    std::optional<std::size_t> clicked = {};  // the bar of this row
    struct Shown {
        std::size_t row;
        Bar bar;
    };
    std::vector<Shown> bars = {};  // for the layer, in the order of rows
    [[nodiscard]] const analysis::OutlineRow& row(std::size_t shown) const { return outline[state.view.rows[shown]]; }
};

// Takes zooming and moving in time; completes the pane's column. left: of the pane on screen.
void begin_bars(GanttPane& pane, float left, float height, Column& column);
// What a row's bar says, and its drag.
void bar_cell(GanttPane& pane, std::size_t index, ImVec2 min, ImVec2 max);
// The layer: months and today behind, then each row's bar and milestones where the row stands.
void paint_bars(const GanttPane& pane, const GridRows& rows);

}  // namespace ui
