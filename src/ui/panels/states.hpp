// ui/panels/states.hpp: what each panel remembers for itself between frames; never part of a plan.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "app/pages.hpp"
#include "base/id.hpp"
#include "model/plan.hpp"

namespace ui {

struct RecordsState {                 // generic tables
    std::optional<base::Id> editing;  // row and column whose cell is being edited in place
    std::size_t column = 0;
};

struct TasksState {
    std::optional<base::Id> editing;
    std::size_t column = 0;
    float day_width = 0;  // px of a day in the Gantt part; 0: fit the plan
    float bars_left = 0;  // first day shown, days from the plan's first
};

struct RisksState {
    bool residual = false;
    int probability = 0, impact = 0;  // the cell of the matrix that filters the register; 0: none
};

struct InspectionState {
    std::size_t tab = 0;
};

struct ReportsState {
    std::size_t kind = 0;
    std::string html;  // of the plan, kind and day below
    model::Plan made_of;
    std::size_t made_for = 0;
    base::Date made_on;
};

struct PanelStates {
    app::Page shown = app::Page::Start;  // another page begins at its top
    RecordsState records;
    TasksState tasks;
    RisksState risks;
    InspectionState inspection;
    ReportsState reports;
};

}  // namespace ui
