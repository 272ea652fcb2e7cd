// tests/support/random_edit.hpp: commands of every kind out of a seed, for laws about edited plans. Some are refused.
#pragma once

#include "edit/command.hpp"
#include "support/random_plan.hpp"

namespace support {

model::Id some_row(Random& random, const model::Table& table);  // empty if it has none
edit::Command random_command(Random& random, const model::Plan& plan);
// The plan after as many commands as are asked for that it accepts.
model::Plan random_edits(Random& random, model::Plan plan, std::size_t count);

}  // namespace support
