// Fixtures of the rules on the consortium and the rectification ledger.
#include "analysis/rule_case.hpp"

namespace analysis_test {
namespace {
using model::FindingState;
using model::Ref;
using model::Timing;

model::RotaTurn& turn(Build& b, std::string_view week) {
    auto& row = b.add<model::RotaTurn>();
    row.week = day(week);
    row.state = model::RotaState::Delivered;
    return row;
}

model::Finding& finding(Build& b, FindingState state) {
    auto& row = b.add<model::Finding>();
    row.inspection = Ref(b.add<model::Inspection>());
    row.description = "素材未共享";
    row.state = state;
    row.owner = Ref(b.person("信息员"));
    row.verifier = Ref(b.person("护士长"));
    row.deadline = day("2026-04-30");
    return row;
}

model::Measure& measure(Build& b, const model::Finding& of) {
    auto& row = b.add<model::Measure>();
    row.finding = Ref(of);
    row.action = "建素材库";
    return row;
}

constexpr RuleCase cases[] = {
    {"ROTA-001",
     [](Build& b, bool hit) {
         turn(b, "2026-03-01");                       // a Sunday: the week of 23 February
         turn(b, hit ? "2026-03-09" : "2026-03-08");  // a Monday; the Sunday before it
     }},
    {"ROTA-002",
     [](Build& b, bool hit) { turn(b, hit ? "2026-03-15" : "2026-03-16").state = model::RotaState::Planned; }},
    {"ROTA-003",
     [](Build& b, bool hit) {
         auto& member = b.add<model::Member>();
         auto& row = turn(b, "2026-03-16");
         if (!hit) row.member = Ref(member);
     }},
    {"CONS-001",
     [](Build& b, bool hit) { b.add<model::Member>().tier = hit ? model::Tier::Primary : model::Tier::CoreHospital; }},
    {"ACT-001",
     [](Build& b, bool hit) {
         auto& row = b.add<model::Activity>();
         row.start = day("2026-05-12");
         row.finish = hit ? day("2026-05-11") : day("2026-05-12");
     }},
    {"ACT-002",
     [](Build& b, bool hit) {
         auto& row = b.add<model::Activity>();
         if (!hit) row.hosts = {b.add<model::Member>().id};
     }},

    {"INSP-001",
     [](Build& b, bool hit) {
         measure(b, finding(b, FindingState::Rectifying)).timing = hit ? Timing::AtOnce : Timing::Ongoing;
     }},
    {"INSP-002",
     [](Build& b, bool hit) {
         auto& row = finding(b, FindingState::Rectifying);
         if (hit) row.verifier = row.owner;
     }},
    {"INSP-003",
     [](Build& b, bool hit) {
         finding(b, FindingState::Returned).deadline = hit ? day("2026-03-19") : day("2026-03-20");
     }},
    {"INSP-004", [](Build& b, bool hit) { finding(b, hit ? FindingState::Open : FindingState::Closed).owner = {}; }},
    {"INSP-005",
     [](Build& b, bool hit) {
         auto& row = finding(b, FindingState::Open);
         row.deadline = {};
         row.timing = hit ? Timing::Dated : Timing::Ongoing;
     }},
    {"INSP-006",
     [](Build& b, bool hit) {
         auto& row = finding(b, FindingState::Open);
         measure(b, hit ? finding(b, FindingState::Open) : row);
     }},
    {"INSP-007",
     [](Build& b, bool hit) {
         auto& row = finding(b, FindingState::Closed);
         if (!hit) b.add<model::Evidence>().finding = Ref(row);
     }},
    {"INSP-008",
     [](Build& b, bool hit) {
         auto& row = finding(b, FindingState::Rectifying);
         row.timing = Timing::Ongoing;
         row.review_frequency = hit ? "" : "每季度";
     }},
    {"INSP-009",
     [](Build& b, bool hit) {
         auto& row = finding(b, FindingState::Closed);
         row.closed_on = hit ? day("2026-03-01") : day("2026-03-11");  // closed once more after the look back
         auto& look = b.add<model::LookBack>();
         look.finding = Ref(row);
         look.date = day("2026-03-10");
         look.recurred = true;
     }},
    {"INSP-010",
     [](Build& b, bool hit) {
         finding(b, hit ? FindingState::AwaitingAcceptance : FindingState::Rectifying).verifier = {};
     }},
    {"INSP-011",
     [](Build& b, bool hit) {
         auto& row = finding(b, FindingState::Rectifying);
         auto& action = measure(b, row);
         if (!hit) action.owner = row.owner;
     }},
    {"INSP-012",
     [](Build& b, bool hit) {
         auto& row = finding(b, FindingState::Closed);
         row.completed_on = day("2026-03-10");
         row.closed_on = hit ? day("2026-03-09") : day("2026-03-10");
     }},
};
}  // namespace

std::span<const RuleCase> ledger_cases() {
    return cases;
}

}  // namespace analysis_test
