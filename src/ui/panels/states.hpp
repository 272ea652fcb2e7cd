// ui/panels/states.hpp: what each panel remembers for itself between frames; never part of a plan.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/pages.hpp"
#include "base/id.hpp"
#include "model/plan.hpp"
#include "ui/gantt.hpp"
#include "ui/grid.hpp"

namespace ui {

struct RecordsState {                 // generic tables
    std::optional<base::Id> editing;  // row and column whose cell is being edited in place
    std::size_t column = 0;
    struct Line {
        const model::Row* row;
        int depth;
    };
    std::vector<Line> lines;  // of the record below, in the order of display, as long as its table stays the same
    std::optional<model::RecordType> lines_record;
    model::Table lines_table;
    RowHeights heights;
};

// What the task table shows, kept until something of it changes: a frame costs what is on screen, not the plan.
struct TasksView {
    std::size_t outline_version = 0;
    base::Date today;
    model::Table milestones_table;
    std::set<base::Id> collapsed;
    float bars_width = 0;
    std::vector<std::size_t> rows;                    // of the outline: those whose ancestors are all unfolded
    std::vector<const model::Milestone*> milestones;  // by task
    TimeScale scale;
    base::Id selected;
    std::optional<std::size_t> selected_row;
};

struct TasksState {
    std::optional<base::Id> editing;
    std::size_t column = 0;
    float outline_width = 0;  // px beside the Gantt part; 0: as suits the page
    float day_width = 0;      // px of a day in the Gantt part; 0: fit the plan
    float bars_left = 0;      // first day shown, days from the plan's first
    NodeKey bar_held = 0;     // by the pointer, and
    float held_left = 0;      // px that were scrolled away when it took it
    TasksView view;
};

struct RisksState {
    bool residual = false;
    int probability = 0, impact = 0;  // the cell of the matrix that filters the register; 0: none
};

struct InspectionState {
    std::size_t tab = 0;
    RowHeights heights;
};

struct ReportsState {
    std::size_t kind = 0;
    std::string html;  // of the plan, kind and day below
    model::Plan made_of;
    std::size_t made_for = 0;
    base::Date made_on;
};

struct VerificationPanelState {
    bool reveal = false;                     // numbers in full
    std::string passphrase, again;           // while they are being entered
    bool too_short = false, differ = false;  // what was wrong with them
};

struct PanelStates {
    app::Page shown = app::Page::Start;  // another page begins at its top
    RecordsState records;
    TasksState tasks;
    RisksState risks;
    InspectionState inspection;
    ReportsState reports;
    VerificationPanelState verification;
};

}  // namespace ui
