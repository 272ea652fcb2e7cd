// tests/wasm/plan_cases.hpp: plans out of a number, for telling whether two builds of the program compute the same.
#pragma once

#include <cstdint>
#include <string>

#include "analysis/check.hpp"

namespace wasm_test {

struct PlanCase {
    std::string what;  // of what kind the plan is, for people
    model::Plan plan;
    analysis::Today today;
};

// Random plans, with few rows or many; the same with every number zero, a half, at its least or at its most; the
// examples with one table emptied and one number changed. The same number gives the same plan in every build.
PlanCase plan_case(std::uint64_t number);

}  // namespace wasm_test
