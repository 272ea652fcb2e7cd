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
    // Working days it may be late without making the whole finish later or breaking a constraint; below 0 where one is
    // broken already: so much earlier it would have to be.
    std::int64_t total_float = 0;
    std::int64_t free_float = 0;  // … without moving any task that waits for it; never below 0
    bool critical = false;        // no total float; of a task with parts: that of a part
    bool near_critical = false;   // no more than near_critical_days of it
    bool conflict = false;        // its dates do not keep its constraint
    // Working days from the task's own finish, or the last day of what it says in words, to the early one; below 0:
    // earlier. Nothing without an own finish.
    std::optional<std::int64_t> slip;
    int driver = -1;  // place of the predecessor that its early dates wait for; -1: none, its own start or the origin
};

inline constexpr std::int64_t near_critical_days = 5;  // a week

struct Schedule {
    std::vector<ScheduledTask> tasks;     // one for each row of the outline
    std::vector<std::vector<int>> loops;  // as Network::loops; scheduled as if the first of each waited for nobody
    Date finish;                          // the last early finish; empty without tasks
};

struct ScheduleOptions {
    Date origin;  // first day of what has no start of its own; empty: the earliest own start, else 2000-01-03
    bool ignore_dates = false;  // a task's own start is no bound; its days still say how long it takes
    Date until = {};  // the period's last day: by it and origin dates in words get the year that they do not say
};

// The length of a task is its duration, else the working days from its own start to its own finish; one day if it lacks
// either. Days off alone take no working day: such a task stays where it was put as long as nothing pushes it. A task's
// own start, or the first day of what it says in words, means "not earlier", for its parts, too; what is done stays on
// its own dates. Links between relatives and of cancelled tasks are left out. Linear in tasks and links, without
// recursion; of equal bounds the first in the outline counts.
//
// Constraints: "no earlier" pushes like an own start; "no later" moves nothing, it bounds the late dates; "must" is
// both. As late as possible: after all others have their early dates, on the last that move none of them; of a task
// with parts: so for each of them. Thus no constraint makes anything earlier. What is done has none.
Schedule schedule(const Network& network, const Calendar& calendar, const ScheduleOptions& options = {});

// By the plan's period: tasks without an own start begin on its first day.
ScheduleOptions schedule_options(const model::Plan& plan);

}  // namespace analysis
