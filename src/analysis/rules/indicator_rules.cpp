// What can be wrong with indicators and their readings.
#include "analysis/indicators.hpp"
#include "analysis/rules/rules.hpp"

namespace analysis {
namespace {
using model::Indicator;

void no_target(const CheckContext& context, Issues& issues) {
    for (const Indicator& indicator : context.plan.rows<Indicator>())
        if (!indicator.target) issues.add<&Indicator::target>(indicator);
}

void target_missed(const CheckContext& context, Issues& issues) {
    for (const IndicatorState& state : indicator_states(context.plan, context.today.day))
        if (state.status == IndicatorStatus::Missed)
            issues.add<&Indicator::target>(
                *state.indicator, {state.latest->value->text(), state.indicator->target->text(), state.indicator->unit,
                                   state.indicator->target_on.iso()});
}

constexpr Rule table[] = {
    {"IND-001", Severity::Warning, "goals", no_target},
    {"IND-002", Severity::Error, "goals", target_missed},
};
}  // namespace

std::span<const Rule> indicator_rules() {
    return table;
}

}  // namespace analysis
