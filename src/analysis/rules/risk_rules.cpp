// What can be wrong with the risk register.
#include "analysis/risks.hpp"
#include "analysis/rules/rules.hpp"

namespace analysis {
namespace {
using model::Risk;
using model::RiskAssurance;
using model::RiskResponse;
using model::RiskStrategy;

bool is_dropped(const RiskResponse& response) {
    return response.state == model::ResponseState::Dropped;
}

void no_response(const CheckContext& context, Issues& issues) {
    for (const RiskState& state : risk_states(context.plan, context.today.day))
        if (state.status == RiskStatus::NoResponse) issues.add(*state.risk);
}

void response_overdue(const CheckContext& context, Issues& issues) {
    for (const RiskResponse& response : context.plan.rows<RiskResponse>())
        if (is_overdue(response, context.today.day))
            issues.add<&RiskResponse::due>(response, {response.due.iso(), days_text(response.due, context.today.day)});
}

void not_rated(const CheckContext& context, Issues& issues) {
    for (const Risk& risk : context.plan.rows<Risk>()) {
        if (!risk.probability)
            issues.add<&Risk::probability>(risk);
        else if (!risk.impact)
            issues.add<&Risk::impact>(risk);
    }
}

bool has_effective_response(const Grouped<RiskResponse>& responses, const Risk& risk) {
    for (const auto& [id, response] : responses.of(risk.id))
        if (response->state == model::ResponseState::Effective) return true;
    return false;
}

void lower_without_effect(const CheckContext& context, Issues& issues) {
    const Grouped<RiskResponse> responses(context.plan, &RiskResponse::risk);
    for (const Risk& risk : context.plan.rows<Risk>()) {
        const int inherent = inherent_score(risk), residual = residual_score(risk);
        if (residual > 0 && residual < inherent && !has_effective_response(responses, risk))
            issues.add<&Risk::residual_probability>(risk, {std::to_string(inherent), std::to_string(residual)});
    }
}

void residual_above_inherent(const CheckContext& context, Issues& issues) {
    for (const Risk& risk : context.plan.rows<Risk>()) {
        const int inherent = inherent_score(risk), residual = residual_score(risk);
        if (inherent > 0 && residual > inherent)
            issues.add<&Risk::residual_probability>(risk, {std::to_string(inherent), std::to_string(residual)});
    }
}

void response_without_owner(const CheckContext& context, Issues& issues) {
    for (const RiskResponse& response : context.plan.rows<RiskResponse>())
        if (response.owner.empty() && !is_dropped(response)) issues.add<&RiskResponse::owner>(response);
}

std::optional<Fix> owner_of_risk(const CheckContext& context, const Issue& issue) {
    const RiskResponse* response = context.plan.rows<RiskResponse>().find(issue.id);
    const Risk* risk = response ? context.plan.find(response->risk) : nullptr;
    const model::Person* owner = risk ? context.plan.find(risk->owner) : nullptr;
    if (!owner || owner->left) return {};
    return fix<&RiskResponse::owner>(issue.id, owner->id);
}

void response_without_time(const CheckContext& context, Issues& issues) {
    for (const RiskResponse& response : context.plan.rows<RiskResponse>())
        if (response.due.empty() && response.timing.empty() && !is_dropped(response))
            issues.add<&RiskResponse::due>(response);
}

void high_without_owner(const CheckContext& context, Issues& issues) {
    for (const Risk& risk : context.plan.rows<Risk>())
        if (risk.owner.empty() && inherent_score(risk) >= high_risk_score)
            issues.add<&Risk::owner>(risk, {std::to_string(inherent_score(risk))});
}

void high_but_accepted(const CheckContext& context, Issues& issues) {
    for (const Risk& risk : context.plan.rows<Risk>())
        if (risk.strategy == RiskStrategy::Accept && residual_score(risk) >= high_risk_score)
            issues.add<&Risk::strategy>(risk, {std::to_string(residual_score(risk))});
}

void no_assurance(const CheckContext& context, Issues& issues) {
    const RiskAssurance& assurance = context.plan.single<RiskAssurance>();
    if (!context.plan.rows<Risk>().empty() && assurance.action.empty()) issues.add<&RiskAssurance::action>(assurance);
}

constexpr Rule table[] = {
    {"RISK-001", Severity::Warning, "risks", no_response},
    {"RISK-002", Severity::Error, "risks", response_overdue},
    {"RISK-003", Severity::Warning, "risks", not_rated},
    {"RISK-004", Severity::Warning, "risks", lower_without_effect},
    {"RISK-005", Severity::Warning, "risks", residual_above_inherent},
    {"RISK-006", Severity::Warning, "risks", response_without_owner, owner_of_risk},
    {"RISK-007", Severity::Warning, "risks", response_without_time},
    {"RISK-008", Severity::Warning, "risks", high_without_owner},
    {"RISK-009", Severity::Warning, "risks", high_but_accepted},
    {"RISK-010", Severity::Info, "risks", no_assurance},
};
}  // namespace

std::span<const Rule> risk_rules() {
    return table;
}

}  // namespace analysis
