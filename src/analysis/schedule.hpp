// analysis/schedule.hpp: the critical path method over tasks of any depth, their links and the working calendar: when
// each task can start and finish at the earliest, when it must at the latest, and how far that is from what people set
// down.
#pragma once

#include <optional>
#include <vector>

#include "analysis/network.hpp"

namespace analysis {

// Days are inclusive: a task of one day starts and finishes on it. A task with parts starts with its first and finishes
// with its last part, or later, if its own finish waits for something. Cancelled tasks have no days and no floats.
struct ScheduledTask {
    Date early_start, early_finish;
    Date late_start, late_finish;  // with these the whole is finished no later than with the early ones
    std::int64_t total_float = 0;  // working days it may be late without making the whole finish later
    std::int64_t free_float = 0;   // … without moving any task that waits for it
    bool critical = false;         // no total float; of a task with parts: that of a part
    // Working days from the task's own finish to the early one; below 0: earlier. Nothing without an own finish.
    std::optional<std::int64_t> slip;
    int driver = -1;  // place of the predecessor that its early dates wait for; -1: none, its own start or the origin
};

struct Schedule {
    std::vector<ScheduledTask> tasks;     // one for each row of the outline
    std::vector<std::vector<int>> loops;  // as Network::loops; scheduled as if the first of each waited for nobody
    Date finish;                          // the last early finish; empty without tasks
};

struct ScheduleOptions {
    Date origin;  // first day of what has no start of its own; empty: the earliest own start, else 2000-01-03
    bool ignore_dates = false;  // a task's own start is no bound; its days still say how long it takes
};

// The length of a task is the working days from its own start to its own finish; one day if it lacks either. Days off
// alone take no working day: such a task stays where it was put as long as nothing pushes it. A task's own start means
// "not earlier", for its parts, too; what is done stays on its own dates. Links between relatives and of cancelled
// tasks are left out. Linear in tasks and links, without recursion; of equal bounds the first in the outline counts.
Schedule schedule(const Network& network, const Calendar& calendar, const ScheduleOptions& options = {});

// The day from which a plan's tasks without an own start begin: the first day of its period; empty if it has none.
Date origin_of(const model::Plan& plan);

}  // namespace analysis
