// view/task_table.hpp: the outline of tasks as a table, beside whose columns the Gantt pane may stand.
#pragma once

#include "view/table.hpp"

namespace view {

// What the table shows, kept until something of it changes: a frame costs what is on screen, not the plan.
struct TaskTableState {
    std::size_t outline_version = 0;
    std::set<Id> collapsed;
    std::vector<std::size_t> places;  // in the outline: rows whose ancestors are all unfolded
    std::vector<Id> rows;
};

enum TaskColumn : std::size_t { kTaskCode, kTaskTitle, kTaskOwner, kTaskProgress, kTaskBars };

Table task_table(const app::Workspace& work, TaskTableState& kept);
const analysis::OutlineRow& outline_row(const app::Workspace& work, const TaskTableState& kept, std::size_t row);

// What is shown of an outline: without the rows below a folded one.
std::vector<std::size_t> unfolded(const std::vector<analysis::OutlineRow>& outline, const std::set<Id>& collapsed);

// The title's column beside the bars, in a table `width` wide: the columns before the bars together as wide as the
// person made them (outline_width), else a share of the page; never without room for a title and for some bars.
float title_width(const Table& table, float width, float outline_width);

// A new task: after the selected one, or as the last below it.
enum class NewTask : std::uint8_t { Beside, Below };
app::AddRow add_task(const app::Workspace& work, NewTask where);

}  // namespace view
