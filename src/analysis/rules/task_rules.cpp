// What can be wrong with tasks.
#include "analysis/rules/rules.hpp"

namespace analysis {
namespace {
using model::Task;
using model::TaskStatus;

// Only leaves: the seeds name owner and dates for the smallest pieces of work, and a parent's follow from them.
template <class Found> void for_open_leaves(const CheckContext& context, Found found) {
    for (const OutlineRow& row : context.outline())
        if (!row.has_children && is_open(*row.task)) found(*row.task);
}

void no_owner(const CheckContext& context, Issues& issues) {
    for_open_leaves(context, [&](const Task& task) {
        if (task.owner.empty()) issues.add<&Task::owner>(task);
    });
}

std::optional<Fix> owner_of_parent(const CheckContext& context, const Issue& issue) {
    const Task* task = context.plan.rows<Task>().find(issue.id);
    const Task* parent = task ? context.plan.find(task->parent) : nullptr;
    const model::Person* owner = parent ? context.plan.find(parent->owner) : nullptr;
    if (!owner || owner->left) return {};
    return fix<&Task::owner>(issue.id, owner->id);
}

void no_dates(const CheckContext& context, Issues& issues) {
    for_open_leaves(context, [&](const Task& task) {
        if (task.start.empty())
            issues.add<&Task::start>(task);
        else if (task.finish.empty())
            issues.add<&Task::finish>(task);
    });
}

void finish_before_start(const CheckContext& context, Issues& issues) {
    for (const Task& task : context.plan.rows<Task>())
        if (before(task.finish, task.start)) issues.add<&Task::finish>(task, {task.start.iso(), task.finish.iso()});
}

void outside_parent(const CheckContext& context, Issues& issues) {
    for (const Task& task : context.plan.rows<Task>()) {
        const Task* parent = task.status == TaskStatus::Cancelled ? nullptr : context.plan.find(task.parent);
        if (!parent) continue;
        if (before(task.start, parent->start))
            issues.add<&Task::start>(task, {parent->title, days_text(task.start, parent->start)});
        if (before(parent->finish, task.finish))
            issues.add<&Task::finish>(task, {parent->title, days_text(parent->finish, task.finish)});
    }
}

// Widens the parent, because the child's dates are the more exact ones.
std::optional<Fix> widen_parent(const CheckContext& context, const Issue& issue) {
    const Task* task = context.plan.rows<Task>().find(issue.id);
    if (!task) return {};
    if (issue.field == &model::field_of<&Task::start>()) return fix<&Task::start>(task->parent.id(), task->start);
    return fix<&Task::finish>(task->parent.id(), task->finish);
}

void overdue(const CheckContext& context, Issues& issues) {
    for_open_leaves(context, [&](const Task& task) {
        const bool working = task.status != TaskStatus::Paused && task.progress.value_or(0) < 100;
        if (working && before(task.finish, context.today.day))
            issues.add<&Task::finish>(task, {task.finish.iso(), days_text(task.finish, context.today.day)});
    });
}

void not_begun(const CheckContext& context, Issues& issues) {
    for_open_leaves(context, [&](const Task& task) {
        const bool begun = task.status != TaskStatus::NotStarted || task.progress.value_or(0) > 0;
        const bool late = before(task.start, context.today.day) && !before(task.finish, context.today.day);
        if (!begun && late)
            issues.add<&Task::status>(task, {task.start.iso(), days_text(task.start, context.today.day)});
    });
}

void status_against_progress(const CheckContext& context, Issues& issues) {
    for (const Task& task : context.plan.rows<Task>()) {
        if (!task.progress) continue;
        const std::vector<std::string> arguments{std::to_string(*task.progress)};
        if (task.status == TaskStatus::Done && *task.progress < 100)
            issues.add<&Task::progress>(task, arguments);
        else if (is_open(task) && *task.progress == 100)
            issues.add<&Task::status>(task, arguments);
        else if (task.status == TaskStatus::NotStarted && *task.progress > 0)
            issues.add<&Task::status>(task, arguments);
    }
}

std::optional<Fix> agree(const CheckContext& context, const Issue& issue) {
    const Task* task = context.plan.rows<Task>().find(issue.id);
    if (!task) return {};
    if (task->status == TaskStatus::Done) return fix<&Task::progress>(task->id, std::int64_t{100});
    const TaskStatus status = task->progress == 100 ? TaskStatus::Done : TaskStatus::Running;
    return fix<&Task::status>(task->id, static_cast<std::uint8_t>(status));
}

// Years whose holidays are not arranged yet are left alone.
void on_day_off(const CheckContext& context, Issues& issues) {
    const Calendar& calendar = context.calendar();
    const auto is_off = [&](Date day) {
        return !day.empty() && !calendar.provisional(day, day) && !calendar.is_workday(day);
    };
    for_open_leaves(context, [&](const Task& task) {
        if (is_off(task.start)) issues.add<&Task::start>(task, {task.start.iso()});
        if (is_off(task.finish)) issues.add<&Task::finish>(task, {task.finish.iso()});
    });
}

std::optional<Fix> to_workday(const CheckContext& context, const Issue& issue) {
    const Task* task = context.plan.rows<Task>().find(issue.id);
    if (!task) return {};
    const bool is_start = issue.field == &model::field_of<&Task::start>();
    const Date start = is_start ? context.calendar().next_workday(task->start) : task->start;
    const Date finish = is_start ? task->finish : context.calendar().previous_workday(task->finish);
    if (before(finish, start)) return {};  // lies in the days off as a whole
    return is_start ? fix<&Task::start>(task->id, start) : fix<&Task::finish>(task->id, finish);
}

void outside_plan(const CheckContext& context, Issues& issues) {
    const model::Cover& cover = context.plan.cover();
    for_open_leaves(context, [&](const Task& task) {
        const std::vector<std::string> arguments{cover.start.iso(), cover.finish.iso()};
        if (before(task.start, cover.start)) issues.add<&Task::start>(task, arguments);
        if (before(cover.finish, task.finish)) issues.add<&Task::finish>(task, arguments);
    });
}

// Top-level tasks of which no part serves a goal, an indicator or a risk, or has money.
void linked_to_nothing(const CheckContext& context, Issues& issues) {
    const std::vector<OutlineRow>& rows = context.outline();
    std::vector<char> linked(rows.size());
    const auto link = [&](const Id& task) {
        if (const OutlineRow* row = context.outline_row(task))
            linked[static_cast<std::size_t>(row - rows.data())] = true;
    };
    for (const model::RiskResponse& response : context.plan.rows<model::RiskResponse>()) link(response.task);
    for (const model::BudgetLine& line : context.plan.rows<model::BudgetLine>()) link(line.task);
    for (std::size_t i = rows.size(); i-- > 0;) {
        const Task& task = *rows[i].task;
        if (!task.goals.empty() || !task.indicators.empty() || !task.risks.empty()) linked[i] = true;
        if (linked[i] && rows[i].parent >= 0) linked[static_cast<std::size_t>(rows[i].parent)] = true;
    }
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].parent < 0 && !linked[i] && is_open(*rows[i].task)) issues.add<&Task::goals>(*rows[i].task);
}

void no_expected_result(const CheckContext& context, Issues& issues) {
    for (const OutlineRow& row : context.outline())
        if (row.parent < 0 && row.task->expected_result.empty() && is_open(*row.task))
            issues.add<&Task::expected_result>(*row.task);
}

void done_with_open_part(const CheckContext& context, Issues& issues) {
    const std::vector<OutlineRow>& rows = context.outline();
    std::vector<const Task*> open_part(rows.size());  // the first direct part that is not finished
    for (std::size_t i = rows.size(); i-- > 0;)
        if (rows[i].parent >= 0 && is_open(*rows[i].task))
            open_part[static_cast<std::size_t>(rows[i].parent)] = rows[i].task;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (open_part[i] && rows[i].task->status == TaskStatus::Done)
            issues.add<&Task::status>(*rows[i].task, {open_part[i]->title});
}

constexpr Rule table[] = {
    {"TASK-001", Severity::Warning, "tasks", no_owner, owner_of_parent},
    {"TASK-002", Severity::Warning, "tasks", no_dates},
    {"TASK-003", Severity::Error, "tasks", finish_before_start},
    {"TASK-004", Severity::Warning, "tasks", outside_parent, widen_parent},
    {"TASK-005", Severity::Error, "tasks", overdue},
    {"TASK-006", Severity::Warning, "tasks", not_begun},
    {"TASK-007", Severity::Warning, "tasks", status_against_progress, agree},
    {"TASK-008", Severity::Info, "tasks", on_day_off, to_workday},
    {"TASK-009", Severity::Warning, "tasks", outside_plan},
    {"TASK-010", Severity::Info, "tasks", linked_to_nothing},
    {"TASK-011", Severity::Info, "tasks", no_expected_result},
    {"TASK-012", Severity::Warning, "tasks", done_with_open_part},
};
}  // namespace

std::span<const Rule> task_rules() {
    return table;
}

}  // namespace analysis
