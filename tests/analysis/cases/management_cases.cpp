// Fixtures of the rules on resources, risks, monitoring and communication.
#include "analysis/rule_case.hpp"

namespace analysis_test {
namespace {
using model::Ref;
using model::ResponseState;

model::BudgetLine& line(Build& b, std::string_view amount) {
    auto& row = b.add<model::BudgetLine>();
    row.item = "设计软件";
    row.amount = yuan(amount);
    return row;
}

model::Risk& risk(Build& b, std::int64_t probability, std::int64_t impact) {
    auto& row = b.add<model::Risk>();
    row.factor = "内容不当引发争议";
    row.probability = probability;
    row.impact = impact;
    return row;
}

model::RiskResponse& response(Build& b, const model::Risk& of) {
    auto& row = b.add<model::RiskResponse>();
    row.risk = Ref(of);
    row.action = "建立三级审核";
    row.owner = Ref(b.person());
    row.due = day("2026-06-30");
    return row;
}

constexpr RuleCase cases[] = {
    {"BUDG-001",
     [](Build& b, bool hit) {
         line(b, "6000");
         line(b, "2000.01");
         b.single<model::Budget>().total = yuan(hit ? "8000" : "8000.01");
     }},
    {"BUDG-002",
     [](Build& b, bool hit) {
         line(b, "6000");
         if (!hit) b.single<model::Budget>().total = yuan("6000");
     }},
    {"BUDG-003",
     [](Build& b, bool hit) {
         auto& row = line(b, hit ? "10.00" : "10.01");  // 1.5 × 6.67 = 10.005, rounded half up
         row.quantity = number("1.5");
         row.unit_price = yuan("6.67");
     }},
    {"BUDG-004",
     [](Build& b, bool hit) {
         auto& row = line(b, "0");
         row.quantity = number("2");
         row.unit_price = yuan("3.50");
         if (hit) row.amount.reset();
     }},
    {"BUDG-005",
     [](Build& b, bool hit) {
         b.single<model::Budget>().total = yuan("8000");
         if (!hit) line(b, "1");
     }},
    {"ROLE-001",
     [](Build& b, bool hit) {
         auto& role = b.add<model::TeamRole>();
         role.headcount_min = 2;
         role.headcount_max = hit ? 1 : 2;
     }},
    {"ROLE-002",
     [](Build& b, bool hit) {
         auto& role = b.add<model::TeamRole>();
         role.headcount_min = 1;
         if (!hit) role.people = {b.person().id};
     }},

    {"RISK-001",
     [](Build& b, bool hit) {
         auto& row = response(b, risk(b, 3, 3));
         if (hit) row.state = ResponseState::Dropped;
     }},
    {"RISK-002",
     [](Build& b, bool hit) {
         auto& row = response(b, risk(b, 3, 3));
         row.due = hit ? day("2026-03-19") : day("2026-03-20");
     }},
    {"RISK-003",
     [](Build& b, bool hit) {
         auto& row = risk(b, 3, 3);
         if (hit) row.impact.reset();
     }},
    {"RISK-004",
     [](Build& b, bool hit) {
         auto& row = risk(b, 4, 4);
         row.residual_probability = 3;
         response(b, row).state = hit ? ResponseState::Running : ResponseState::Effective;
     }},
    {"RISK-005", [](Build& b, bool hit) { risk(b, 4, 3).residual_impact = hit ? 4 : 3; }},
    {"RISK-006",
     [](Build& b, bool hit) {
         auto& row = risk(b, 3, 3);
         row.owner = Ref(b.person());
         auto& measure = response(b, row);
         if (hit) measure.owner = {};
     }},
    {"RISK-007",
     [](Build& b, bool hit) {
         auto& row = response(b, risk(b, 3, 3));
         row.due = {};
         row.timing = hit ? "" : "每月";
     }},
    {"RISK-008", [](Build& b, bool hit) { risk(b, 3, hit ? 5 : 4); }},
    {"RISK-009",
     [](Build& b, bool hit) {
         auto& row = risk(b, 3, 5);
         row.strategy = model::RiskStrategy::Accept;
         if (!hit) row.residual_impact = 4;
     }},
    {"RISK-010",
     [](Build& b, bool hit) {
         risk(b, 1, 1);
         b.single<model::RiskAssurance>().action = hit ? "" : "每季度检查一次";
     }},

    {"MON-001", [](Build& b, bool hit) { b.add<model::Monitoring>().frequency = hit ? "" : "每月"; }},
    {"MON-002", [](Build& b, bool hit) { b.add<model::Monitoring>().participants = hit ? "" : "项目团队"; }},
    {"MON-003",
     [](Build& b, bool hit) {
         auto& row = b.add<model::Monitoring>();
         row.submitted_by = Ref(b.person("宣传员"));
         row.submitted_to = hit ? row.submitted_by : Ref(b.person("宣传员"));
     }},
    {"CRIT-001",
     [](Build& b, bool hit) {
         auto& row = b.add<model::Criterion>();
         if (!hit) row.measures = {"阅读量"};
     }},
    {"CRIT-002",
     [](Build& b, bool hit) {
         auto& row = b.add<model::Criterion>();
         row.time_points = {"每季度"};
         if (!hit) row.methods = {"问卷"};
     }},

    {"COMM-001", [](Build& b, bool hit) { b.add<model::Communication>().on_demand = !hit; }},
    {"COMM-002",
     [](Build& b, bool hit) {
         auto& row = b.add<model::Communication>();
         row.way = "例会";
         row.content = hit ? "" : "工作进展";
     }},
    {"COLL-001", [](Build& b, bool hit) { b.add<model::Collaboration>().duties = hit ? "" : "信息科负责账号"; }},
};
}  // namespace

std::span<const RuleCase> management_cases() {
    return cases;
}

}  // namespace analysis_test
