// What can be wrong with a consortium: members, rota, activities.
#include "analysis/rules/rules.hpp"

namespace analysis {
namespace {
using model::Activity;
using model::Member;
using model::RotaState;
using model::RotaTurn;

Date monday_of(Date day) {
    return day.plus(1 - day.weekday());
}

std::string member_name(const CheckContext& context, const RotaTurn& turn) {
    return model::title_of(context.plan, model::RecordType::Member, turn.member);
}

std::vector<const RotaTurn*> turns_by_week(const model::Plan& plan) {
    std::vector<const RotaTurn*> turns;
    for (const RotaTurn& turn : plan.rows<RotaTurn>())
        if (!turn.week.empty()) turns.push_back(&turn);
    std::ranges::sort(turns, [](const RotaTurn* a, const RotaTurn* b) {
        return a->week != b->week ? a->week < b->week : a->id < b->id;
    });
    return turns;
}

void rota_gap(const CheckContext& context, Issues& issues) {
    const RotaTurn* last = nullptr;
    for (const RotaTurn* turn : turns_by_week(context.plan)) {
        const Date monday = monday_of(turn->week);
        if (last && monday_of(last->week).plus(7) < monday) {
            const Date first_gap = monday_of(last->week).plus(7), last_gap = monday.plus(-7);
            const int weeks = (last_gap.days() - first_gap.days()) / 7 + 1;
            issues.add<&RotaTurn::week>(*turn, {first_gap.iso(), last_gap.plus(6).iso(), std::to_string(weeks)});
        }
        last = turn;
    }
}

void turn_not_delivered(const CheckContext& context, Issues& issues) {
    for (const RotaTurn& turn : context.plan.rows<RotaTurn>()) {
        const bool past = !turn.week.empty() && monday_of(turn.week).plus(6) < context.today.day;
        if (turn.state == RotaState::Missed || (past && turn.state == RotaState::Planned))
            issues.add<&RotaTurn::state>(turn, {member_name(context, turn), turn.week.iso()});
    }
}

void never_on_rota(const CheckContext& context, Issues& issues) {
    if (context.plan.rows<RotaTurn>().empty()) return;
    const Grouped<RotaTurn> turns(context.plan, &RotaTurn::member);
    for (const Member& member : context.plan.rows<Member>())
        if (turns.of(member.id).empty()) issues.add(member);
}

void no_core_hospital(const CheckContext& context, Issues& issues) {
    if (context.plan.rows<Member>().empty()) return;
    for (const Member& member : context.plan.rows<Member>())
        if (member.tier == model::Tier::CoreHospital) return;
    issues.add(context.plan.single<model::Consortium>());
}

void activity_reversed(const CheckContext& context, Issues& issues) {
    for (const Activity& activity : context.plan.rows<Activity>())
        if (before(activity.finish, activity.start))
            issues.add<&Activity::finish>(activity, {activity.start.iso(), activity.finish.iso()});
}

void activity_without_host(const CheckContext& context, Issues& issues) {
    for (const Activity& activity : context.plan.rows<Activity>())
        if (activity.hosts.empty()) issues.add<&Activity::hosts>(activity);
}

constexpr Rule table[] = {
    {"ROTA-001", Severity::Warning, "consortium", rota_gap},
    {"ROTA-002", Severity::Warning, "consortium", turn_not_delivered},
    {"ROTA-003", Severity::Info, "consortium", never_on_rota},
    {"CONS-001", Severity::Info, "consortium", no_core_hospital},
    {"ACT-001", Severity::Error, "consortium", activity_reversed},
    {"ACT-002", Severity::Info, "consortium", activity_without_host},
};
}  // namespace

std::span<const Rule> consortium_rules() {
    return table;
}

}  // namespace analysis
