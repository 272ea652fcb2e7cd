// What can be wrong with tasks and milestones.
#include "analysis/rules/rules.hpp"

namespace analysis {
namespace {
using model::Milestone;
using model::Task;
using model::TaskStatus;

bool is_open(const Task& task) {
    return task.status != TaskStatus::Done && task.status != TaskStatus::Cancelled;
}

// Only leaves: the seeds name owner and dates for the smallest pieces of work, and a parent's follow from them.
template <class Found> void for_open_leaves(const CheckContext& context, Found found) {
    for (const OutlineRow& row : context.outline())
        if (!row.has_children && is_open(*row.task)) found(row);
}

void no_owner(const CheckContext& context, Issues& issues) {
    for_open_leaves(context, [&](const OutlineRow& row) {
        if (row.task->owner.empty()) issues.add<&Task::owner>(*row.task);
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
    for_open_leaves(context, [&](const OutlineRow& row) {
        if (row.task->start.empty())
            issues.add<&Task::start>(*row.task);
        else if (row.task->finish.empty())
            issues.add<&Task::finish>(*row.task);
    });
}

void finish_before_start(const CheckContext& context, Issues& issues) {
    for (const Task& task : context.plan.rows<Task>())
        if (!task.start.empty() && !task.finish.empty() && task.finish < task.start)
            issues.add<&Task::finish>(task, {task.start.iso(), task.finish.iso()});
}

void outside_parent(const CheckContext& context, Issues& issues) {
    for (const Task& task : context.plan.rows<Task>()) {
        const Task* parent = task.status == TaskStatus::Cancelled ? nullptr : context.plan.find(task.parent);
        if (!parent) continue;
        const auto days = [](Date from, Date to) { return std::to_string(to.days() - from.days()); };
        if (!task.start.empty() && !parent->start.empty() && task.start < parent->start)
            issues.add<&Task::start>(task, {parent->title, days(task.start, parent->start)});
        if (!task.finish.empty() && !parent->finish.empty() && task.finish > parent->finish)
            issues.add<&Task::finish>(task, {parent->title, days(parent->finish, task.finish)});
    }
}

void overdue(const CheckContext& context, Issues& issues) {
    for_open_leaves(context, [&](const OutlineRow& row) {
        const Task& task = *row.task;
        if (task.status == TaskStatus::Paused || task.finish.empty() || task.finish >= context.today.day) return;
        if (task.progress.value_or(0) >= 100) return;
        issues.add<&Task::finish>(task,
                                  {task.finish.iso(), std::to_string(context.today.day.days() - task.finish.days())});
    });
}

void milestone_missed(const CheckContext& context, Issues& issues) {
    for (const Milestone& milestone : context.plan.rows<Milestone>())
        if (!milestone.date.empty() && milestone.date < context.today.day && milestone.reached_on.empty())
            issues.add<&Milestone::reached_on>(
                milestone, {milestone.date.iso(), std::to_string(context.today.day.days() - milestone.date.days())});
}

constexpr Rule table[] = {
    {"TASK-001", Severity::Warning, "tasks", no_owner, owner_of_parent},
    {"TASK-002", Severity::Warning, "tasks", no_dates},
    {"TASK-003", Severity::Error, "tasks", finish_before_start},
    {"TASK-004", Severity::Warning, "tasks", outside_parent},
    {"TASK-005", Severity::Error, "tasks", overdue},
    {"MILE-001", Severity::Error, "tasks", milestone_missed},
};
}  // namespace

std::span<const Rule> task_rules() {
    return table;
}

}  // namespace analysis
