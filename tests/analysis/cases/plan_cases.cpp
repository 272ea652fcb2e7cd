// Fixtures of the rules on cover, goals, indicators and the approval chain.
#include "analysis/rule_case.hpp"

namespace analysis_test {
namespace {
using model::Ref;

model::Indicator& indicator(Build& b) {
    auto& row = b.add<model::Indicator>();
    row.name = "互动率";
    row.unit = "%";
    row.baseline = number("1");
    row.baseline_on = day("2026-01-01");
    row.target = number("2");
    row.target_on = day("2026-12-31");
    return row;
}

model::Reading& reading(Build& b, const model::Indicator& of, std::string_view date, std::string_view value) {
    auto& row = b.add<model::Reading>();
    row.indicator = Ref(of);
    row.date = day(date);
    row.value = number(value);
    return row;
}

model::ApprovalStep& signature(Build& b, model::ApprovalRole role, const model::Person& person, std::string_view date) {
    auto& row = b.add<model::ApprovalStep>();
    row.role = role;
    row.person = Ref(person);
    row.decision = model::Decision::Passed;
    row.date = day(date);
    return row;
}

constexpr RuleCase cases[] = {
    {"COVER-001",
     [](Build& b, bool hit) {
         b.cover().start = day("2026-01-02");
         b.cover().finish = hit ? day("2026-01-01") : day("2026-01-02");
     }},
    {"COVER-002",
     [](Build& b, bool hit) {
         auto& cover = b.cover();
         cover.status = hit ? model::PlanStatus::InReview : model::PlanStatus::Draft;
         cover.reviewer = Ref(b.person());
     }},
    {"COVER-003", [](Build& b, bool hit) { b.cover().introduction = hit ? "" : "本计划旨在方便群众就医。"; }},
    {"COVER-004",
     [](Build& b, bool hit) {
         b.task();
         b.cover().start = day("2026-01-01");
         if (!hit) b.cover().finish = day("2026-12-31");
     }},
    {"COVER-005",
     [](Build& b, bool hit) {
         b.cover().finish = hit ? day("2026-03-19") : day("2026-03-20");
         b.cover().status = model::PlanStatus::Running;
     }},

    {"GOAL-001",
     [](Build& b, bool hit) {
         if (!hit) b.add<model::Goal>().text = "提高知晓率";
     }},
    {"GOAL-002",
     [](Build& b, bool hit) {
         auto& goal = b.add<model::Goal>();
         auto& task = b.task();
         if (!hit) task.goals = {goal.id};
     }},
    {"GOAL-003",
     [](Build& b, bool hit) {
         auto& target = b.add<model::GoalTarget>();
         target.goal = Ref(b.add<model::Goal>());
         if (!hit) target.value = number("0");
     }},
    {"GOAL-004",
     [](Build& b, bool hit) {
         auto& goal = b.add<model::Goal>();
         goal.due = day("2026-03-19");
         auto& measure = indicator(b);
         reading(b, measure, "2026-03-01", hit ? "999" : "1000");
         reading(b, measure, "2026-02-01", "5000");  // not the latest
         auto& target = b.add<model::GoalTarget>();
         target.goal = Ref(goal);
         target.indicator = Ref(measure);
         target.value = number("1000");
     }},
    {"GOAL-005",
     [](Build& b, bool hit) { b.add<model::Goal>().horizon = hit ? model::Horizon::Short : model::Horizon::Long; }},

    {"IND-001",
     [](Build& b, bool hit) {
         auto& row = indicator(b);
         if (hit) row.target.reset();
     }},
    {"IND-002",
     [](Build& b, bool hit) {
         auto& row = indicator(b);
         row.target_on = day("2026-03-19");
         row.direction = model::Direction::LowerIsBetter;
         reading(b, row, "2026-03-10", hit ? "2.1" : "2");
     }},
    {"IND-003",
     [](Build& b, bool hit) {
         auto& row = indicator(b);
         if (hit) row.baseline.reset();
     }},
    {"IND-004",
     [](Build& b, bool hit) {
         auto& row = indicator(b);
         row.target_on = day("2026-03-19");
         reading(b, row, hit ? "2026-03-21" : "2026-03-20", "1.5");  // the first is not there yet
     }},
    {"IND-005",
     [](Build& b, bool hit) {
         indicator(b).weight = number("33.3");
         indicator(b).weight = number("66.7");
         auto& shared = indicator(b);
         shared.shared = true;
         shared.weight = number(hit ? "99.9999" : "100");
     }},
    {"IND-006", [](Build& b, bool hit) { reading(b, indicator(b), hit ? "2026-03-21" : "2026-03-20", "1.5"); }},
    {"IND-007",
     [](Build& b, bool hit) {
         indicator(b).direction = hit ? model::Direction::LowerIsBetter : model::Direction::HigherIsBetter;
     }},
    {"IND-008",
     [](Build& b, bool hit) {
         auto& row = indicator(b);
         if (!hit) row.owner = Ref(b.person());
     }},
    {"IND-009", [](Build& b, bool hit) { indicator(b).source = hit ? "" : "后台统计"; }},
    {"IND-010",
     [](Build& b, bool hit) {
         auto& row = indicator(b);
         row.baseline_on = day("2026-01-01");
         row.target_on = day("2026-04-11");                      // 100 days
         reading(b, row, "2026-02-20", hit ? "1.4999" : "1.5");  // after 50
     }},

    {"REV-001",
     [](Build& b, bool hit) {
         auto& cover = b.cover();
         cover.preparer = Ref(b.person("宣传员"));
         cover.approver = hit ? cover.preparer : Ref(b.person("科主任"));
     }},
    {"REV-002",
     [](Build& b, bool hit) {
         auto& cover = b.cover();
         cover.preparer = Ref(b.person("宣传员"));
         cover.reviewer = Ref(b.person("护士长"));
         cover.approver = hit ? cover.reviewer : Ref(b.person("科主任"));
     }},
    {"REV-003",
     [](Build& b, bool hit) {
         signature(b, model::ApprovalRole::Review, b.person("护士长"), hit ? "2026-03-19" : "2026-03-18");
         signature(b, model::ApprovalRole::Approve, b.person("科主任"), "2026-03-18");
     }},
    {"REV-004",
     [](Build& b, bool hit) {
         auto& person = b.person();
         auto& review = signature(b, model::ApprovalRole::Review, person, "2026-03-18");
         signature(b, model::ApprovalRole::Approve, hit ? person : b.person("科主任"), "2026-03-18");
         if (!hit) review.person = Ref(person);
     }},
    {"REV-005",
     [](Build& b, bool hit) {
         b.cover().status = model::PlanStatus::Approved;
         auto& comment = b.add<model::Comment>();
         comment.text = "频率太笼统";
         comment.resolved = !hit;
         auto& answer = b.add<model::Comment>();  // answers are not resolved themselves
         answer.parent = Ref(comment);
     }},
    {"REV-006",
     [](Build& b, bool hit) {
         auto& reviewer = b.person("护士长");
         b.cover().reviewer = Ref(reviewer);
         signature(b, model::ApprovalRole::Review, hit ? b.person("护士长") : reviewer, "2026-03-18");
     }},
};
}  // namespace

std::span<const RuleCase> plan_cases() {
    return cases;
}

}  // namespace analysis_test
