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
    const model::Reading* latest = nullptr;  // see LatestReadings
    IndicatorStatus status{};
    std::optional<int> way_percent;  // of the way from baseline to target, rounded down; may be < 0 or > 100
};

// The latest reading with a value of each indicator, not after a day; of two on one day the later row.
class LatestReadings {
  public:
    LatestReadings(const model::Plan& plan, Date until);
    [[nodiscard]] const model::Reading* of(const Id& indicator) const;  // null if there is none

  private:
    std::vector<const model::Reading*> latest_;  // sorted by indicator, one each
};

// In the order of the indicators.
std::vector<IndicatorState> indicator_states(const model::Plan& plan, Date today);
bool reaches(const model::Indicator& indicator, base::Decimal value);  // false without a target

// The value satisfies the goal's comparison; 约 allows a tenth of the target either way. False without a number.
bool meets(const model::GoalTarget& target, base::Decimal value);

}  // namespace analysis
