// Fixtures of the rules on tasks, milestones and dependencies.
#include "analysis/rule_case.hpp"

namespace analysis_test {
namespace {
using model::Ref;
using model::TaskStatus;

void link(Build& b, const model::Task& from, const model::Task& to, model::DependencyType kind = {},
          std::int64_t lag = 0) {
    auto& row = b.add<model::Dependency>();
    row.predecessor = Ref(from);
    row.successor = Ref(to);
    row.kind = kind;
    if (lag != 0) row.lag_days = lag;
}

constexpr RuleCase cases[] = {
    {"TASK-001",
     [](Build& b, bool hit) {
         auto& parent = b.task();
         auto& part = b.part_of(parent);
         if (hit)
             part.owner = {};
         else
             parent.owner = {};  // only the smallest pieces need one
     }},
    {"TASK-002",
     [](Build& b, bool hit) {
         auto& parent = b.task();
         auto& part = b.part_of(parent);
         if (hit)
             part.finish = {};
         else
             parent.finish = {};
     }},
    {"TASK-003",
     [](Build& b, bool hit) {
         auto& task = b.task();
         task.finish = hit ? task.start.plus(-1) : task.start;
     }},
    {"TASK-004",
     [](Build& b, bool hit) {
         auto& parent = b.task();
         auto& part = b.part_of(parent);
         part.start = parent.start.plus(hit ? -1 : 0);
     }},
    {"TASK-005",
     [](Build& b, bool hit) {
         auto& task = b.task();
         task.finish = hit ? day("2026-03-19") : day("2026-03-20");
         task.progress = 99;
     }},
    {"TASK-006",
     [](Build& b, bool hit) {
         auto& task = b.task();
         task.status = TaskStatus::NotStarted;
         task.start = hit ? day("2026-03-19") : day("2026-03-20");
     }},
    {"TASK-007",
     [](Build& b, bool hit) {
         auto& task = b.task();
         task.status = TaskStatus::Done;
         task.progress = hit ? 99 : 100;
     }},
    {"TASK-008",
     [](Build& b, bool hit) {
         auto& task = b.task();
         task.start = hit ? day("2026-02-28").plus(1) : day("2026-02-28");  // a Sunday off; a Saturday of work
     }},
    {"TASK-009",
     [](Build& b, bool hit) {
         auto& task = b.task();
         b.cover().start = day("2026-01-01");
         b.cover().finish = task.finish.plus(hit ? -1 : 0);
     }},
    {"TASK-010",
     [](Build& b, bool hit) {
         auto& parent = b.task();
         auto& part = b.part_of(parent);
         if (!hit) part.goals = {b.add<model::Goal>().id};
     }},
    {"TASK-011",
     [](Build& b, bool hit) {
         auto& parent = b.task();
         b.part_of(parent);
         if (!hit) parent.expected_result = "账号开通并认证";
     }},
    {"TASK-012",
     [](Build& b, bool hit) {
         auto& parent = b.task();
         parent.status = TaskStatus::Done;
         b.part_of(parent).status = hit ? TaskStatus::Running : TaskStatus::Cancelled;
     }},

    {"MILE-001",
     [](Build& b, bool hit) { b.add<model::Milestone>().date = hit ? day("2026-03-19") : day("2026-03-20"); }},
    {"MILE-002",
     [](Build& b, bool hit) {
         auto& milestone = b.add<model::Milestone>();
         if (!hit) milestone.date = day("2026-03-20");
     }},
    {"MILE-003",
     [](Build& b, bool hit) { b.add<model::Milestone>().reached_on = hit ? day("2026-03-21") : day("2026-03-20"); }},
    {"MILE-004",
     [](Build& b, bool hit) {
         auto& parent = b.task();
         auto& part = b.part_of(parent);
         auto& milestone = b.add<model::Milestone>();
         if (!hit) milestone.task = Ref(part);
     }},
    {"MILE-005",
     [](Build& b, bool hit) {
         auto& task = b.task();
         auto& milestone = b.add<model::Milestone>();
         milestone.task = Ref(task);
         milestone.date = task.finish.plus(hit ? 1 : 0);
     }},

    {"DEP-001",
     [](Build& b, bool hit) {
         auto &one = b.task("甲"), &two = b.task("乙"), &three = b.task("丙");
         link(b, one, two);
         link(b, two, three);
         link(b, hit ? three : one, hit ? one : three);
     }},
    {"DEP-002",
     [](Build& b, bool hit) {
         auto& parent = b.task();
         auto& middle = b.part_of(parent);
         auto& part = b.part_of(middle);
         auto& other = b.part_of(parent);
         link(b, part, hit ? parent : other);
     }},
    {"DEP-003",
     [](Build& b, bool hit) {
         auto &first = b.task("先"), &second = b.task("后");
         first.finish = day("2026-03-13");  // a Friday; two working days between: Monday and Tuesday
         second.start = hit ? day("2026-03-17") : day("2026-03-18");
         link(b, first, second, model::DependencyType::FinishToStart, 2);
     }},
};
}  // namespace

std::span<const RuleCase> task_cases() {
    return cases;
}

}  // namespace analysis_test
