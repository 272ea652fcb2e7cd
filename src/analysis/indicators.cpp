#include "analysis/indicators.hpp"

#include <cmath>

#include "analysis/context.hpp"

namespace analysis {
namespace {
using model::Indicator;
using model::Reading;

const Reading* latest_of(std::span<const std::pair<Id, const Reading*>> readings, Date today) {
    const Reading* latest = nullptr;
    for (const auto& [indicator, reading] : readings) {
        if (!reading->value || reading->date.empty() || reading->date > today) continue;
        if (!latest || reading->date >= latest->date) latest = reading;
    }
    return latest;
}

// Share of the way from baseline to target that value has gone; nothing if there is no way to go.
std::optional<double> way_gone(const Indicator& indicator, base::Decimal value) {
    if (!indicator.baseline || !indicator.target || *indicator.baseline == *indicator.target) return {};
    const double from = indicator.baseline->approximate(), to = indicator.target->approximate();
    return (value.approximate() - from) / (to - from);
}

bool is_behind(const Indicator& indicator, const Reading& reading) {
    const std::optional<double> gone = way_gone(indicator, *reading.value);
    const Date from = indicator.baseline_on, to = indicator.target_on;
    if (!gone || from.empty() || to <= from || reading.date <= from) return false;
    const double expected = static_cast<double>(reading.date.days() - from.days()) / (to.days() - from.days());
    return *gone < expected;
}

IndicatorStatus status_of(const Indicator& indicator, const Reading* latest, Date today) {
    if (!indicator.target) return IndicatorStatus::NoTarget;
    if (latest && reaches(indicator, *latest->value)) return IndicatorStatus::Met;
    if (latest && !indicator.target_on.empty() && indicator.target_on < today) return IndicatorStatus::Missed;
    if (!latest) return IndicatorStatus::NoReading;
    return is_behind(indicator, *latest) ? IndicatorStatus::Behind : IndicatorStatus::Running;
}
}  // namespace

std::string_view name_of(IndicatorStatus status) {
    switch (status) {
        case IndicatorStatus::NoTarget:
            return "no-target";
        case IndicatorStatus::NoReading:
            return "no-reading";
        case IndicatorStatus::Met:
            return "met";
        case IndicatorStatus::Running:
            return "running";
        case IndicatorStatus::Behind:
            return "behind";
        case IndicatorStatus::Missed:
            return "missed";
    }
    return {};
}

bool reaches(const Indicator& indicator, base::Decimal value) {
    if (!indicator.target) return false;
    return indicator.direction == model::Direction::LowerIsBetter ? value <= *indicator.target
                                                                  : value >= *indicator.target;
}

std::vector<IndicatorState> indicator_states(const model::Plan& plan, Date today) {
    const Grouped<Reading> readings(plan, &Reading::indicator);
    std::vector<IndicatorState> states;
    for (const Indicator* indicator : model::in_order<Indicator>(plan)) {
        IndicatorState state{indicator, latest_of(readings.of(indicator->id), today), {}, {}};
        state.status = status_of(*indicator, state.latest, today);
        if (state.latest)
            if (const std::optional<double> gone = way_gone(*indicator, *state.latest->value))
                state.way_percent = static_cast<int>(std::clamp(std::floor(*gone * 100), -1e6, 1e6));
        states.push_back(state);
    }
    return states;
}

}  // namespace analysis
