// What can be wrong with goals and their targets.
#include "analysis/indicators.hpp"
#include "analysis/rules/rules.hpp"

namespace analysis {
namespace {
using model::Goal;
using model::GoalTarget;
using model::Task;

void no_goal(const CheckContext& context, Issues& issues) {
    if (context.plan.rows<Goal>().empty()) issues.add(context.plan.cover());
}

void goal_without_task(const CheckContext& context, Issues& issues) {
    if (context.plan.rows<Task>().empty()) return;
    std::vector<Id> served;
    for (const Task& task : context.plan.rows<Task>())
        served.insert(served.end(), task.goals.begin(), task.goals.end());
    std::ranges::sort(served);
    for (const Goal& goal : context.plan.rows<Goal>())
        if (!std::ranges::binary_search(served, goal.id)) issues.add(goal);
}

void target_without_number(const CheckContext& context, Issues& issues) {
    for (const GoalTarget& target : context.plan.rows<GoalTarget>())
        if (!target.value) issues.add<&GoalTarget::value>(target);
}

// A goal is measured by the latest reading of the indicator that its target names.
void goal_not_reached(const CheckContext& context, Issues& issues) {
    const LatestReadings latest(context.plan, context.today.day);
    for (const GoalTarget& target : context.plan.rows<GoalTarget>()) {
        const Goal* goal = context.plan.find(target.goal);
        const model::Reading* reading = latest.of(target.indicator);
        if (!goal || !reading || !target.value || !before(goal->due, context.today.day)) continue;
        if (!meets(target, *reading->value))
            issues.add<&GoalTarget::value>(
                target, {goal->due.iso(), target.value->text(), reading->value->text(), target.unit});
    }
}

// 长期 goals may stay without a day, as in the seeds.
void no_due_day(const CheckContext& context, Issues& issues) {
    for (const Goal& goal : context.plan.rows<Goal>()) {
        const bool near = goal.horizon == model::Horizon::Short || goal.horizon == model::Horizon::Middle;
        if (near && goal.due.empty()) issues.add<&Goal::due>(goal);
    }
}

constexpr Rule table[] = {
    {"GOAL-001", Severity::Warning, "goals", no_goal},
    {"GOAL-002", Severity::Info, "goals", goal_without_task},
    {"GOAL-003", Severity::Info, "goals", target_without_number},
    {"GOAL-004", Severity::Warning, "goals", goal_not_reached},
    {"GOAL-005", Severity::Info, "goals", no_due_day},
};
}  // namespace

std::span<const Rule> goal_rules() {
    return table;
}

}  // namespace analysis
