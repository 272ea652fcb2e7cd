// analysis/schedule_bounds.hpp: what a task says of itself, in working days: its length, its own start, its constraint.
#pragma once

#include <vector>

#include "analysis/schedule.hpp"
#include "analysis/schedule_events.hpp"
#include "analysis/work_days.hpp"

namespace analysis {

struct TaskBounds {
    bool live = false;  // not cancelled, nor without a part that is not
    EventLength length;
    WorkNumber own_start = -unbounded;    // its own first day, or that of the nearest task above that has one
    WorkNumber start_from = -unbounded;   // the same, or what its constraint says
    WorkNumber finish_from = -unbounded;  // of a task with parts; without parts it bounds the start
    WorkNumber start_until = unbounded;   // the last that its constraint allows
    WorkNumber finish_until = unbounded;  // as finish_from
    WorkNumber own_finish = -unbounded;   // what slip is measured against
    bool late = false;                    // as late as possible: its own constraint or that of a task above it
};

// One for each row. `origin` is where what has no start of its own begins.
std::vector<TaskBounds> bounds_of(const std::vector<OutlineRow>& rows, const WorkDays& days, Date origin,
                                  const ScheduleOptions& options);

// Those of one row, as bounds_of gives them, when its own `live` and the bounds of the tasks above are there.
TaskBounds bounds_of_row(const std::vector<OutlineRow>& rows, int place, const std::vector<TaskBounds>& all,
                         const WorkDays& days, Date origin, const ScheduleOptions& options);

// The task's constraint, if it says anything: it is no fact, not cancelled, and has the date that it needs.
model::TaskConstraint constraint_of(const OutlineRow& row, const ScheduleOptions& options);

// The task's dates do not keep it. A day off stands for the next working day in "must start on", for the one before in
// "must finish on".
bool breaks(const Calendar& calendar, model::TaskConstraint constraint, Date day, Date start, Date finish);

}  // namespace analysis
