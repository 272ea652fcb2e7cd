// analysis/indicators.hpp: the latest reading of each indicator against its target.
#pragma once

#include "analysis/check.hpp"

namespace analysis {

// Words: "indicator-status.NAME".
enum class IndicatorStatus : std::uint8_t {
    NoTarget,
    NoReading,
    Met,      // the latest reading reaches the target
    Running,  // not yet, and there is time
    Behind,   // not yet, and worse than the straight line from baseline to target on the day of the reading
    Missed,   // not reached, and the target's day has passed
};
std::string_view name_of(IndicatorStatus status);

struct IndicatorState {
    const model::Indicator* indicator = nullptr;
    const model::Reading* latest =
        nullptr;  // with a value, not after the day asked for; the later row of two on one day
    IndicatorStatus status{};
    std::optional<int> way_percent;  // of the way from baseline to target, rounded down; may be < 0 or > 100
};

// In the order of the indicators.
std::vector<IndicatorState> indicator_states(const model::Plan& plan, Date today);
bool reaches(const model::Indicator& indicator, base::Decimal value);  // false without a target

}  // namespace analysis
