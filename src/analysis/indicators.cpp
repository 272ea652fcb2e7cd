#include "analysis/indicators.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <tuple>

namespace analysis {
namespace {
using model::Indicator;
using model::Reading;

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

bool meets(const model::GoalTarget& target, base::Decimal value) {
    if (!target.value) return false;
    switch (target.comparison) {
        case model::Comparison::AtLeast:
            return value >= *target.value;
        case model::Comparison::AtMost:
            return value <= *target.value;
        case model::Comparison::Equal:
            return value == *target.value;
        case model::Comparison::MoreThan:
            return value > *target.value;
        case model::Comparison::LessThan:
            return value < *target.value;
        case model::Comparison::Between:
            return value >= *target.value && (!target.value_to || value <= *target.value_to);
        case model::Comparison::About:
            break;
    }
    const std::int64_t room = std::abs(target.value->units / 10), away = std::abs(value.units - target.value->units);
    return away <= room;
}

LatestReadings::LatestReadings(const model::Plan& plan, Date until) {
    for (const Reading& reading : plan.rows<Reading>())
        if (reading.value && !reading.date.empty() && reading.date <= until) latest_.push_back(&reading);
    std::ranges::sort(latest_, [](const Reading* a, const Reading* b) {
        return std::tie(a->indicator.id(), b->date, b->order, b->id) <
               std::tie(b->indicator.id(), a->date, a->order, a->id);
    });
    const auto same = [](const Reading* a, const Reading* b) { return a->indicator == b->indicator; };
    latest_.erase(std::unique(latest_.begin(), latest_.end(), same), latest_.end());
}

const Reading* LatestReadings::of(const Id& indicator) const {
    const auto id_of = [](const Reading* reading) -> const Id& { return reading->indicator; };
    const auto at = std::ranges::lower_bound(latest_, indicator, {}, id_of);
    return at != latest_.end() && id_of(*at) == indicator ? *at : nullptr;
}

std::vector<IndicatorState> indicator_states(const model::Plan& plan, Date today) {
    const LatestReadings latest(plan, today);
    std::vector<IndicatorState> states;
    for (const Indicator* indicator : model::in_order<Indicator>(plan)) {
        IndicatorState state{indicator, latest.of(indicator->id), {}, {}};
        state.status = status_of(*indicator, state.latest, today);
        if (state.latest)
            if (const std::optional<double> gone = way_gone(*indicator, *state.latest->value))
                state.way_percent = static_cast<int>(std::clamp(std::floor(*gone * 100), -1e6, 1e6));
        states.push_back(state);
    }
    return states;
}

}  // namespace analysis
