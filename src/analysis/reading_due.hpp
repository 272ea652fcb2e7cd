// analysis/reading_due.hpp: when an indicator is to be read again, by its time points, and whether that was missed.
#pragma once

#include "analysis/indicators.hpp"
#include "analysis/recurrence.hpp"

namespace analysis {

struct ReadingDue {
    bool stale = false;  // a whole period has gone by without a reading since the latest one
    Date next;  // the first time point, from today on, that no reading covers yet; empty: no time point says when
};

// A reading covers the time point that comes next after the one before it. Of several time points the one that is
// missed, and the first to come, count. Without any reading nothing is stale: there is no data (IndicatorStatus).
ReadingDue reading_due(const IndicatorState& state, const Calendar& calendar, Date period_start, Date today);

}  // namespace analysis
