// ui/gantt_pane.hpp: the pane of bars beside the outline of tasks: the same rows, a time scale of its own, and a layer
// above the rows for what goes across them.
#pragma once

#include "ui/gantt.hpp"
#include "ui/panels/states.hpp"
#include "ui/screen.hpp"

namespace ui {

// One frame of it.
struct GanttPane {
    Screen& screen;
    const view::Table& tasks;
    TasksState& state;
    view::TimeScale scale = {};  // as zoomed
    std::vector<view::Tick> ticks = {};
    std::optional<std::size_t> clicked = {};  // the bar of this row
    struct Shown {
        std::size_t row;
        view::Bar bar;
    };
    std::vector<Shown> bars = {};  // for the layer, in the order of rows
    [[nodiscard]] const analysis::OutlineRow& row(std::size_t shown) const {
        return view::outline_row(screen.work, state.rows, shown);
    }
};

// Takes zooming and moving in time; completes the pane's column. at: its upper left corner on screen.
void begin_bars(GanttPane& pane, ImVec2 at, float width, float height, Column& column);
// What a row's bar says, and its drag.
void bar_cell(GanttPane& pane, std::size_t index, ImVec2 min, ImVec2 max);
// The layer: months and today behind, then each row's bar and milestones where the row stands.
void paint_bars(const GanttPane& pane, const GridRows& rows);

// The table of tasks with this pane, in all the room that is left.
void outline_and_bars(Screen& screen, TasksState& state);

}  // namespace ui
