// What can be wrong with the risk register.
#include "analysis/risks.hpp"
#include "analysis/rules/rules.hpp"

namespace analysis {
namespace {
using model::Risk;
using model::RiskResponse;

void no_response(const CheckContext& context, Issues& issues) {
    for (const RiskState& state : risk_states(context.plan, context.today.day))
        if (state.status == RiskStatus::NoResponse) issues.add(*state.risk);
}

void response_overdue(const CheckContext& context, Issues& issues) {
    for (const RiskResponse& response : context.plan.rows<RiskResponse>())
        if (is_overdue(response, context.today.day))
            issues.add<&RiskResponse::due>(
                response, {response.due.iso(), std::to_string(context.today.day.days() - response.due.days())});
}

constexpr Rule table[] = {
    {"RISK-001", Severity::Warning, "risks", no_response},
    {"RISK-002", Severity::Error, "risks", response_overdue},
};
}  // namespace

std::span<const Rule> risk_rules() {
    return table;
}

}  // namespace analysis
