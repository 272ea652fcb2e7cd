// sheet/typed.hpp: what people type or paste, read in the days of the open plan.
#pragma once

#include "reading/typed.hpp"

namespace sheet {

using reading::invalid_words;
using reading::list_entries;
using reading::parse_value;
using reading::Typing;

// The plan's period and working days for reading days in it; the plan must outlive it.
base::DateContext days_of(const model::Plan& plan, base::Date today);

}  // namespace sheet
