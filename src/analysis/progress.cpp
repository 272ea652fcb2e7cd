#include "analysis/progress.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "analysis/schedule.hpp"
#include "base/text.hpp"

namespace analysis {
namespace {
using model::Task;
using model::TaskStatus;

bool is_work(const OutlineRow& row) {
    return !row.has_children && row.task->status != TaskStatus::Cancelled;
}
bool is_done(const OutlineRow& row) {
    return row.task->status == TaskStatus::Done || row.progress >= 100;
}
bool has_begun(const OutlineRow& row) {
    return is_done(row) || row.progress > 0 || row.task->status == TaskStatus::Running ||
           row.task->status == TaskStatus::Paused;
}

// part of whole of it, rounded down, without overflow.
std::int64_t share(std::int64_t it, std::int64_t part, std::int64_t whole) {
    return it / whole * part + it % whole * part / whole;
}

std::optional<std::int64_t> ratio(std::int64_t is, std::int64_t should) {
    if (should <= 0) return std::nullopt;
    constexpr std::int64_t scale = 10000;
    return is / should * scale + is % should * scale / should;
}

// Percent that should be done at the day's end, in working days of the whole.
std::int64_t days_planned(const OutlineRow& row, const Calendar& calendar, Date day) {
    if (row.task->finish <= day) return row.days;
    return std::min<std::int64_t>(calendar.workdays(row.task->start, day), row.days);
}

// The difference of two finishes in working days.
std::int64_t days_between(const Calendar& calendar, Date from, Date to) {
    return from <= to ? calendar.workdays(from.plus(1), to) : -calendar.workdays(to.plus(1), from);
}

// The plan as it goes on from the day.
model::Plan as_things_stand(const model::Plan& plan, const std::vector<OutlineRow>& rows, const Calendar& calendar,
                            Date day) {
    model::Plan now = plan;
    for (const OutlineRow& row : rows) {
        if (row.has_children || row.task->status == TaskStatus::Cancelled) continue;
        Task task = *row.task;
        if (is_done(row)) {
            // Nothing waits for it; without dates nobody knows when it was.
            task.status = task.start && task.finish ? TaskStatus::Done : TaskStatus::Cancelled;
        } else if (has_begun(row)) {
            const std::int64_t whole = task.duration_days.value_or(row.days);
            const std::int64_t rest = std::max<std::int64_t>((whole * (100 - row.progress) + 99) / 100, 1);
            if (!task.start || task.start > day) task.start = day;
            task.finish = calendar.add_workdays(day, static_cast<int>(std::min<std::int64_t>(rest, 1000000)));
            task.duration_days.reset();
        } else {
            const bool dated = task.start && task.finish && !(task.finish < task.start);
            if (dated && !task.duration_days) task.duration_days = calendar.workdays(task.start, task.finish);
            task.start = std::max(task.start, calendar.next_workday(day.plus(1)));
            task.finish = {};
        }
        now.put(std::move(task));
    }
    return now;
}

void forecast(Progress& progress, const model::Plan& plan, const std::vector<OutlineRow>& rows,
              const Calendar& calendar, Date day) {
    const model::Plan now = as_things_stand(plan, rows, calendar, day);
    const std::vector<OutlineRow> now_rows = outline(now, calendar);
    const Network network(now, now_rows, OutlineIndex(now_rows));
    const Schedule scheduled = schedule(network, calendar, schedule_options(now));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        TaskForecast one{scheduled.tasks[i].early_start, scheduled.tasks[i].early_finish, {}, {}};
        if (one.finish && rows[i].task->finish) one.slip = days_between(calendar, rows[i].task->finish, one.finish);
        progress.forecast.push_back(one);
        if (is_work(rows[i])) progress.planned_finish = std::max(progress.planned_finish, rows[i].task->finish);
    }
    progress.forecast_finish = scheduled.finish;
    if (progress.planned_finish && progress.forecast_finish)
        progress.slip = days_between(calendar, progress.planned_finish, progress.forecast_finish);
}

void compare(Progress& progress, const model::Plan& plan, const std::vector<OutlineRow>& rows, const Calendar& calendar,
             const model::Baseline& baseline) {
    std::map<model::Id, Date> finishes;
    for (const model::BaselineTask& kept : plan.rows<model::BaselineTask>())
        if (kept.baseline.id() == baseline.id && kept.finish) finishes[kept.task.id()] = kept.finish;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        TaskForecast& one = progress.forecast[i];
        const auto found = finishes.find(rows[i].task->id);
        if (one.finish && found != finishes.end())
            one.baseline_slip = days_between(calendar, found->second, one.finish);
    }
}

void add_costs(Progress& progress, const model::Plan& plan, const std::vector<OutlineRow>& rows,
               const Calendar& calendar, Date day) {
    const OutlineIndex index(rows);
    for (const model::BudgetLine& line : plan.rows<model::BudgetLine>()) {
        const int place = index.find(line.task);
        if (place < 0 || (!line.amount && !line.spent)) continue;
        const OutlineRow& row = rows[static_cast<std::size_t>(place)];
        if (row.task->status == TaskStatus::Cancelled || !row.start || !row.finish || row.finish < row.start) continue;
        const std::int64_t amount = line.amount ? line.amount->fen : 0;
        const std::int64_t days = std::max(calendar.workdays(row.start, row.finish), 1);
        const std::int64_t past = row.finish <= day ? days : calendar.workdays(row.start, day);
        progress.cost.whole += amount;
        progress.cost.planned += share(amount, past, days);
        progress.cost.actual += share(amount, row.progress, 100);
        progress.spent += line.spent ? line.spent->fen : 0;
    }
}
}  // namespace

std::optional<int> WorkDone::planned_percent() const {
    if (whole <= 0) return std::nullopt;
    return static_cast<int>(share(100, planned, whole));
}
std::optional<int> WorkDone::actual_percent() const {
    if (whole <= 0) return std::nullopt;
    return static_cast<int>(share(100, actual, whole));
}
std::optional<std::int64_t> WorkDone::performance() const {
    return ratio(actual, planned);
}
std::optional<std::int64_t> Progress::cost_performance() const {
    return ratio(cost.actual, spent);
}

Progress progress_on(const model::Plan& plan, const std::vector<OutlineRow>& rows, const Calendar& calendar, Date day,
                     const model::Baseline* baseline) {
    Progress progress;
    for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
        const OutlineRow& row = rows[static_cast<std::size_t>(i)];
        if (!is_work(row)) continue;
        const Date start = row.task->start, finish = row.task->finish;
        if (start && start < day && !has_begun(row)) progress.late_starts.push_back({i, calendar.workdays(start, day)});
        if (finish && finish < day && !is_done(row))
            progress.late_finishes.push_back({i, calendar.workdays(finish.plus(1), day)});
        if (!start || !finish || finish < start) {
            ++progress.undated;
            continue;
        }
        progress.work.whole += row.days * 100;
        progress.work.planned += days_planned(row, calendar, day) * 100;
        progress.work.actual += row.days * (is_done(row) ? 100 : row.progress);
    }
    add_costs(progress, plan, rows, calendar, day);
    forecast(progress, plan, rows, calendar, day);
    if (baseline) compare(progress, plan, rows, calendar, *baseline);
    return progress;
}

const model::Baseline* baseline_on(const model::Plan& plan, Date day) {
    const model::Baseline* newest = nullptr;
    for (const model::Baseline* one : model::in_order<model::Baseline>(plan))
        if (one->taken_on <= day && (!newest || newest->taken_on <= one->taken_on)) newest = one;
    return newest;
}

const model::Baseline* find_baseline(const model::Plan& plan, std::string_view name) {
    const std::string key = base::name_key(name);
    for (const model::Baseline* one : model::in_order<model::Baseline>(plan))
        if (base::name_key(one->name) == key) return one;
    return nullptr;
}

std::vector<model::BaselineTask> baseline_tasks(const model::Plan& plan, const std::vector<OutlineRow>& rows,
                                                const Calendar& calendar) {
    std::map<model::Id, std::int64_t> costs;
    for (const model::BudgetLine& line : plan.rows<model::BudgetLine>())
        if (line.amount && !line.task.empty()) costs[line.task.id()] += line.amount->fen;
    std::vector<model::BaselineTask> kept;
    for (const OutlineRow& row : rows) {
        if (row.task->status == TaskStatus::Cancelled) continue;
        model::BaselineTask task;
        task.task = model::Ref(*row.task);
        task.start = row.start;
        task.finish = row.finish;
        if (row.task->duration_days)
            task.duration_days = row.task->duration_days;
        else if (row.start && row.finish)
            task.duration_days = std::min(calendar.workdays(row.start, row.finish), 36500);
        task.progress = row.progress;
        if (const auto cost = costs.find(row.task->id); cost != costs.end()) task.cost = model::Money{cost->second};
        kept.push_back(std::move(task));
    }
    return kept;
}

}  // namespace analysis
