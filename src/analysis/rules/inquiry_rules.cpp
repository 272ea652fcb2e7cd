// What can be wrong with answers to the public and with incidents.
#include <algorithm>

#include "analysis/limits.hpp"
#include "analysis/rules/rules.hpp"

namespace analysis {
namespace {
using model::Incident;
using model::IncidentKind;
using model::Inquiry;
using model::RuleKind;

std::string_view platform_of(const CheckContext& context, const model::Ref<model::Account>& ref) {
    const model::Account* account = context.plan.find(ref);
    return account ? std::string_view(account->platform) : std::string_view{};
}

bool is_answered(const Inquiry& inquiry) {
    return !inquiry.answered_on.empty() || !inquiry.other_way.empty();
}

// Last day to answer, in working days after receipt; empty if no rule sets one.
Date reply_due(const CheckContext& context, const PlatformLimits& limits, const Inquiry& inquiry) {
    const RuleKind kind = inquiry.difficulty == model::Difficulty::Simple ? RuleKind::SimpleReply : RuleKind::HardReply;
    const auto days = limits.limit(platform_of(context, inquiry.account), kind);
    return days ? context.calendar().add_workdays(inquiry.received_on,
                                                  static_cast<int>(std::min<std::int64_t>(*days, 10000)))
                : Date{};
}

void reply_overdue(const CheckContext& context, Issues& issues) {
    const PlatformLimits limits(context.plan);
    for (const Inquiry& inquiry : context.plan.rows<Inquiry>()) {
        const Date due = reply_due(context, limits, inquiry);
        if (!is_answered(inquiry) && before(due, context.today.day))
            issues.add<&Inquiry::answered_on>(
                inquiry, {inquiry.received_on.iso(), due.iso(), days_text(due, context.today.day)});
    }
}

void reply_late(const CheckContext& context, Issues& issues) {
    const PlatformLimits limits(context.plan);
    for (const Inquiry& inquiry : context.plan.rows<Inquiry>()) {
        const Date due = reply_due(context, limits, inquiry);
        if (before(due, inquiry.answered_on))
            issues.add<&Inquiry::answered_on>(inquiry, {due.iso(), inquiry.answered_on.iso()});
    }
}

void no_handler(const CheckContext& context, Issues& issues) {
    for (const Inquiry& inquiry : context.plan.rows<Inquiry>())
        if (!is_answered(inquiry) && inquiry.handler.empty()) issues.add<&Inquiry::handler>(inquiry);
}

// 24 hours on the clock, not working time.
Moment clarification_due(const CheckContext& context, const PlatformLimits& limits, const Incident& incident) {
    const auto hours = limits.limit(platform_of(context, incident.account), RuleKind::RumourReply);
    return hours && incident.kind == IncidentKind::Rumour ? incident.opened_at.plus_minutes(*hours * 60) : Moment{};
}

void rumour_overdue(const CheckContext& context, Issues& issues) {
    const PlatformLimits limits(context.plan);
    for (const Incident& incident : context.plan.rows<Incident>()) {
        const Moment due = clarification_due(context, limits, incident);
        if (!due.empty() && incident.clarified_at.empty() && due < context.today.now)
            issues.add<&Incident::clarified_at>(incident, {due.iso()});
    }
}

void rumour_late(const CheckContext& context, Issues& issues) {
    const PlatformLimits limits(context.plan);
    for (const Incident& incident : context.plan.rows<Incident>()) {
        const Moment due = clarification_due(context, limits, incident);
        if (!due.empty() && due < incident.clarified_at)
            issues.add<&Incident::clarified_at>(incident, {due.iso(), incident.clarified_at.iso()});
    }
}

void no_owner(const CheckContext& context, Issues& issues) {
    for (const Incident& incident : context.plan.rows<Incident>())
        if (incident.owner.empty()) issues.add<&Incident::owner>(incident);
}

void not_reported(const CheckContext& context, Issues& issues) {
    for (const Incident& incident : context.plan.rows<Incident>()) {
        const bool grave = incident.kind == IncidentKind::Emergency || incident.kind == IncidentKind::Security;
        if (grave && incident.reported_at.empty()) issues.add<&Incident::reported_at>(incident);
    }
}

void not_approved(const CheckContext& context, Issues& issues) {
    for (const Incident& incident : context.plan.rows<Incident>()) {
        if (incident.clarified_at.empty()) continue;
        if (incident.approved_at.empty() || incident.clarified_at < incident.approved_at)
            issues.add<&Incident::approved_at>(incident, {incident.clarified_at.iso()});
    }
}

constexpr Rule table[] = {
    {"INQ-001", Severity::Error, "accounts", reply_overdue}, {"INQ-002", Severity::Info, "accounts", reply_late},
    {"INQ-003", Severity::Warning, "accounts", no_handler},  {"INC-001", Severity::Error, "accounts", rumour_overdue},
    {"INC-002", Severity::Info, "accounts", rumour_late},    {"INC-003", Severity::Warning, "accounts", no_owner},
    {"INC-004", Severity::Error, "accounts", not_reported},  {"INC-005", Severity::Warning, "accounts", not_approved},
};
}  // namespace

std::span<const Rule> inquiry_rules() {
    return table;
}

}  // namespace analysis
