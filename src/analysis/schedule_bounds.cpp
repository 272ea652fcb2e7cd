#include "analysis/schedule_bounds.hpp"

#include "analysis/when.hpp"

namespace analysis {
namespace {
using model::TaskConstraint;

bool is_cancelled_task(const OutlineRow& row) {
    return row.task->status == model::TaskStatus::Cancelled;
}

// Done, and when is known: no predecessor moves it any more.
bool is_fact_of(const OutlineRow& row, const ScheduleOptions& options) {
    return !options.ignore_dates && !row.has_children && row.task->status == model::TaskStatus::Done &&
           row.task->start && row.task->finish;
}

Date own_start_of(const OutlineRow& row, const ScheduleOptions& options) {
    if (options.ignore_dates) return {};
    if (row.task->start) return row.task->start;
    return first_day_of(row.task->start_words, options.origin, options.until);
}

Date own_finish_of(const OutlineRow& row, const ScheduleOptions& options) {
    if (row.task->finish) return row.task->finish;
    return last_day_of(row.task->finish_words, options.origin, options.until);
}

WorkNumber length_of(const OutlineRow& row, const WorkDays& days, const ScheduleOptions& options) {
    const model::Task& task = *row.task;
    if (task.duration_days && !is_fact_of(row, options)) return *task.duration_days;
    if (!task.start || !task.finish || task.finish < task.start) return 1;
    return days.finish(task.finish) - days.start(task.start);
}

// Days off alone, on which it may stay.
bool may_stay(const OutlineRow& row, const WorkDays& days) {
    const model::Task& task = *row.task;
    return task.start && task.finish && !task.duration_days &&
           !breaks(days.calendar(), task.constraint, task.constraint_date, task.start, task.finish);
}

// What the constraint allows. The first day on which a task may finish is none that is off, nor the last on which it
// may start: hence the days beside.
void constrain(TaskBounds& bounds, const OutlineRow& row, const WorkDays& days, const ScheduleOptions& options) {
    const Date day = row.task->constraint_date;
    const bool leaf = !row.has_children;
    const WorkNumber length = bounds.length.days;
    WorkNumber finish_from = -unbounded, finish_until = unbounded;
    switch (constraint_of(row, options)) {
        case TaskConstraint::None:
            return;
        case TaskConstraint::StartNoEarlierThan:
            bounds.start_from = std::max(bounds.start_from, days.start(day));
            return;
        case TaskConstraint::StartNoLaterThan:
            bounds.start_until = days.finish(day) - 1;
            break;
        case TaskConstraint::MustStartOn:
            bounds.start_from = std::max(bounds.start_from, days.start(day));
            bounds.start_until = days.start(day);
            return;
        case TaskConstraint::FinishNoEarlierThan:
            finish_from = days.start(day) + 1;
            break;
        case TaskConstraint::FinishNoLaterThan:
            finish_until = days.finish(day);
            break;
        case TaskConstraint::MustFinishOn:
            finish_from = finish_until = days.finish(day);
            break;
        case TaskConstraint::AsLateAsPossible:
            bounds.late = true;
            return;
    }
    if (!leaf) {
        bounds.finish_from = finish_from;
        bounds.finish_until = finish_until;
        return;
    }
    // What takes no time begins and ends on one day.
    const WorkNumber back = std::max<WorkNumber>(length, 1);
    if (is_known(finish_from)) bounds.start_from = std::max(bounds.start_from, finish_from - back);
    if (finish_until < unbounded) bounds.start_until = finish_until - back;
    if (length == 0 && may_stay(row, days))
        bounds.start_until = std::max(bounds.start_until, days.start(row.task->start));
}
}  // namespace

model::TaskConstraint constraint_of(const OutlineRow& row, const ScheduleOptions& options) {
    const model::Task& task = *row.task;
    const bool dated = task.constraint_date || task.constraint == TaskConstraint::AsLateAsPossible;
    return dated && !is_cancelled_task(row) && !is_fact_of(row, options) ? task.constraint : TaskConstraint::None;
}

bool breaks(const Calendar& calendar, TaskConstraint constraint, Date day, Date start, Date finish) {
    switch (constraint) {
        case TaskConstraint::None:
        case TaskConstraint::AsLateAsPossible:
            return false;
        case TaskConstraint::StartNoEarlierThan:
            return start < day;
        case TaskConstraint::StartNoLaterThan:
            return start > day;
        case TaskConstraint::FinishNoEarlierThan:
            return finish < day;
        case TaskConstraint::FinishNoLaterThan:
            return finish > day;
        case TaskConstraint::MustStartOn:
            return start != day && start != calendar.next_workday(day);
        case TaskConstraint::MustFinishOn:
            return finish != day && finish != calendar.previous_workday(day);
    }
    return false;
}

TaskBounds bounds_of_row(const std::vector<OutlineRow>& rows, int place, const std::vector<TaskBounds>& all,
                         const WorkDays& days, Date origin, const ScheduleOptions& options) {
    const OutlineRow& row = rows[slot(place)];
    const TaskBounds* const above = row.parent >= 0 ? &all[slot(row.parent)] : nullptr;
    TaskBounds bounds;
    bounds.live = all[slot(place)].live;
    bounds.length = {row.has_children ? 0 : length_of(row, days, options), is_fact_of(row, options), !bounds.live};
    if (const Date own = own_start_of(row, options))
        bounds.own_start = days.start(own);
    else if (above && is_known(above->own_start))
        bounds.own_start = above->own_start;  // also before the others' origin
    else if (!row.has_children)
        bounds.own_start = days.start(origin);
    bounds.start_from = bounds.own_start;
    bounds.late = above && above->late;
    constrain(bounds, row, days, options);
    if (const Date own = own_finish_of(row, options))
        bounds.own_finish = !row.has_children && bounds.length.days == 0 ? days.start(own) : days.finish(own);
    return bounds;
}

std::vector<TaskBounds> bounds_of(const std::vector<OutlineRow>& rows, const WorkDays& days, Date origin,
                                  const ScheduleOptions& options) {
    std::vector<TaskBounds> all(rows.size());
    for (std::size_t i = rows.size(); i-- > 0;) {
        const bool live = !is_cancelled_task(rows[i]) && (!rows[i].has_children || all[i].live);
        all[i].live = live;
        if (live && rows[i].parent >= 0) all[slot(rows[i].parent)].live = true;
    }
    for (int i = 0; i < static_cast<int>(rows.size()); ++i)
        all[slot(i)] = bounds_of_row(rows, i, all, days, origin, options);
    return all;
}

}  // namespace analysis
