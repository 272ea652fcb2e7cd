// tests/support/large_plan.hpp: a plan of any size that looks like a real one, for benchmarks and tests of speed.
#pragma once

#include "model/plan.hpp"

namespace support {

// So many tasks in a tree four levels deep, with people, dates, resources and progress, a dependency for every third
// task, and a risk, an indicator and a milestone for every hundredth. Always the same for the same count.
model::Plan large_plan(std::size_t tasks);

}  // namespace support
