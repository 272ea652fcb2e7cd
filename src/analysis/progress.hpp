// analysis/progress.hpp: where the work of a plan stands on a day: planned against actual, what is late, when it will
// be finished at this rate, and how that compares with a baseline.
#pragma once

#include <optional>
#include <vector>

#include "analysis/outline.hpp"

namespace analysis {

// Work in hundredths of working days, so that percent of whole days are exact; money in fen.
struct WorkDone {
    std::int64_t whole = 0;                                    // of all tasks that have dates
    std::int64_t planned = 0;                                  // of it, what should be done at the day's end
    std::int64_t actual = 0;                                   // … what is done
    [[nodiscard]] std::optional<int> planned_percent() const;  // rounded down; nothing without work
    [[nodiscard]] std::optional<int> actual_percent() const;
    // Ten-thousandths of actual against planned (SPI); nothing as long as nothing is planned.
    [[nodiscard]] std::optional<std::int64_t> performance() const;
};

struct LateTask {
    int row = -1;           // of the outline
    std::int64_t days = 0;  // working days up to and including the day
};

struct TaskForecast {
    Date start, finish;  // as things stand; empty: cancelled, or done without dates
    // Working days from its own finish, and from the baseline's, to this one; below 0: earlier. Nothing without.
    std::optional<std::int64_t> slip, baseline_slip;
};

struct Progress {
    WorkDone work;
    int undated = 0;  // tasks without parts that lack start or finish: nothing says how much of them should be done
    // Of the tasks that budget lines belong to; planned and actual as the task's share of its amounts.
    WorkDone cost;
    std::int64_t spent = 0;
    [[nodiscard]] std::optional<std::int64_t> cost_performance() const;  // actual against spent (CPI), as performance

    std::vector<LateTask> late_starts;    // should have begun before the day, and has not
    std::vector<LateTask> late_finishes;  // should have been finished on the day before, and is not
    std::vector<TaskForecast> forecast;   // one for each row of the outline
    Date planned_finish;                  // the last finish of tasks without parts; empty: none has one
    Date forecast_finish;
    std::optional<std::int64_t> slip;  // working days from one to the other
};

// On the day, at its end. Tasks without parts count, by their working days (at least 1), but no cancelled ones. Work is
// planned evenly over the working days of a task; what has no percentage is done or not.
//
// The forecast schedules the plan again with what is known: what is done keeps its days; of what has begun the rest
// follows the day, as much of it as its percentage leaves; what has not begun begins after the day.
Progress progress_on(const model::Plan& plan, const std::vector<OutlineRow>& rows, const Calendar& calendar, Date day,
                     const model::Baseline* baseline = nullptr);

// The newest baseline that was taken by that day; null if there is none.
const model::Baseline* baseline_on(const model::Plan& plan, Date day);
// The first of that name, compared as names are; null if there is none.
const model::Baseline* find_baseline(const model::Plan& plan, std::string_view name);

// What a baseline keeps of the plan now: one for each task that is not cancelled, in the outline's order, without ids.
std::vector<model::BaselineTask> baseline_tasks(const model::Plan& plan, const std::vector<OutlineRow>& rows,
                                                const Calendar& calendar);

}  // namespace analysis
