// What can be wrong with indicators and their readings.
#include "analysis/indicators.hpp"
#include "analysis/rules/rules.hpp"

namespace analysis {
namespace {
using model::Indicator;
using model::Reading;

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

void no_baseline(const CheckContext& context, Issues& issues) {
    for (const Indicator& indicator : context.plan.rows<Indicator>())
        if (!indicator.baseline) issues.add<&Indicator::baseline>(indicator);
}

void due_without_reading(const CheckContext& context, Issues& issues) {
    for (const IndicatorState& state : indicator_states(context.plan, context.today.day))
        if (state.status == IndicatorStatus::NoReading && before(state.indicator->target_on, context.today.day))
            issues.add(*state.indicator, {state.indicator->target_on.iso()});
}

// Weights of the plan's own and of the consortium's shared indicators are two sums.
void weights_not_whole(const CheckContext& context, Issues& issues) {
    for (const bool shared : {false, true}) {
        const Indicator* first = nullptr;
        std::int64_t sum = 0;
        for (const Indicator* indicator : model::in_order<Indicator>(context.plan)) {
            if (indicator->shared != shared || !indicator->weight) continue;
            if (!first) first = indicator;
            sum += indicator->weight->units;
        }
        if (first && sum != 100 * base::Decimal::scale)
            issues.add<&Indicator::weight>(*first, {base::Decimal{sum}.text()});
    }
}

void reading_in_future(const CheckContext& context, Issues& issues) {
    for (const Reading& reading : context.plan.rows<Reading>())
        if (before(context.today.day, reading.date))
            issues.add<&Reading::date>(
                reading,
                {model::title_of(context.plan, model::RecordType::Indicator, reading.indicator), reading.date.iso()});
}

void target_no_better(const CheckContext& context, Issues& issues) {
    for (const Indicator& indicator : context.plan.rows<Indicator>())
        if (indicator.baseline && reaches(indicator, *indicator.baseline))
            issues.add<&Indicator::target>(indicator,
                                           {indicator.target->text(), indicator.baseline->text(), indicator.unit});
}

void no_owner(const CheckContext& context, Issues& issues) {
    for (const Indicator& indicator : context.plan.rows<Indicator>())
        if (indicator.owner.empty()) issues.add<&Indicator::owner>(indicator);
}

void no_way_to_measure(const CheckContext& context, Issues& issues) {
    for (const Indicator& indicator : context.plan.rows<Indicator>())
        if (indicator.method.empty() && indicator.source.empty()) issues.add<&Indicator::method>(indicator);
}

void behind(const CheckContext& context, Issues& issues) {
    for (const IndicatorState& state : indicator_states(context.plan, context.today.day))
        if (state.status == IndicatorStatus::Behind)
            issues.add(*state.indicator, {state.latest->date.iso(), state.latest->value->text(), state.indicator->unit,
                                          std::to_string(state.way_percent.value_or(0))});
}

constexpr Rule table[] = {
    {"IND-001", Severity::Warning, "goals", no_target},
    {"IND-002", Severity::Error, "goals", target_missed},
    {"IND-003", Severity::Info, "goals", no_baseline},
    {"IND-004", Severity::Warning, "goals", due_without_reading},
    {"IND-005", Severity::Warning, "goals", weights_not_whole},
    {"IND-006", Severity::Warning, "goals", reading_in_future},
    {"IND-007", Severity::Warning, "goals", target_no_better},
    {"IND-008", Severity::Info, "goals", no_owner},
    {"IND-009", Severity::Info, "goals", no_way_to_measure},
    {"IND-010", Severity::Warning, "goals", behind},
};
}  // namespace

std::span<const Rule> indicator_rules() {
    return table;
}

}  // namespace analysis
