// analysis/when.hpp: what dates in words come to in a plan: 6月底, 第一季度, 2027年秋 as first and last days.
#pragma once

#include <string_view>

#include "base/date_span.hpp"

namespace analysis {

// The span that words mean in a plan with this period (either end may be open): as base::read_span, but nothing where
// it would depend on the day on which it is read (本月, or 6月 without a period). A schedule must not change overnight.
std::optional<base::DateSpan> span_in_period(std::string_view words, base::Date from, base::Date to);

// The first day that a start in words allows, the last that a finish in words does; empty: none.
base::Date first_day_of(std::string_view words, base::Date from, base::Date to);
base::Date last_day_of(std::string_view words, base::Date from, base::Date to);

}  // namespace analysis
