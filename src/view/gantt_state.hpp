// view/gantt_state.hpp: what the Gantt pane keeps between frames, and what is done to it: fitting, zooming, moving, and
// what a dragged bar comes to.
#pragma once

#include "app/workspace.hpp"
#include "view/gantt.hpp"

namespace view {

struct GanttState {
    float day_px = 0;     // of a day; 0: fit the plan
    float days_left = 0;  // first day shown, days from the plan's first
    // Kept until something of it changes.
    TimeScale fitted;
    std::size_t outline_version = 0;
    base::Date today;
    model::Table milestones_table;
    std::vector<const model::Milestone*> milestones;  // by task
};

// Takes in what the plan has become since the last frame. width: px of the pane.
void keep(GanttState& state, const app::Workspace& work, float width);

// The bar of a row as the pane shows it.
Bar bar_of(const GanttState& state, const TimeScale& scale, const analysis::OutlineRow& row, const base::Words& words);

// By which factor a key zooms; nothing: it does not.
std::optional<float> zoom_of(const app::KeyPressed& key);
// About which x (px) keys zoom: the day on which the row begins, as far as it is in sight; without a row the middle.
float zoom_centre(const TimeScale& scale, const analysis::OutlineRow* row);

// Which edit makes `before` what it was dragged to; nothing: it is the same.
std::optional<app::Edit> edit_of_drag(const analysis::OutlineRow& before, const analysis::OutlineRow& after);

}  // namespace view
