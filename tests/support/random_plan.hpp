// tests/support/random_plan.hpp: valid plans of any content out of a seed, for laws: every record and field kind,
// extremes, long texts, emoji, rare Han, combining marks, unknown members. The same seed gives the same plan on every
// machine.
#pragma once

#include <cstdint>
#include <string>

#include "model/plan.hpp"
#include "model/value.hpp"

namespace support {

// splitmix64; std's distributions differ between libraries.
class Random {
  public:
    explicit Random(std::uint64_t seed) : ids_(seed, seed ^ 0x5DEECE66Dull) {}
    std::uint64_t bits() { return ids_.next_bits(); }
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(bits() % count); }  // count > 0
    std::int64_t between(std::int64_t low, std::int64_t high);                                 // both included
    bool one_in(std::size_t count) { return below(count) == 0; }
    model::Id id() { return ids_.next(); }

  private:
    base::IdSource ids_;
};

struct RandomPlanOptions {
    std::size_t rows = 3;         // at most, per record
    bool unknown_members = true;  // on rows and on the plan
    bool long_texts = true;       // now and then a text at its limit
};

model::Plan random_plan(std::uint64_t seed, const RandomPlanOptions& options = {});

// A value that the field may hold, empty now and then; references point into the plan.
model::Value random_value(Random& random, const model::Plan& plan, const model::FieldInfo& field);
std::string random_text(Random& random, std::size_t max_code_points);
std::string random_json(Random& random, int depth);  // compact, as the reader keeps it

}  // namespace support
