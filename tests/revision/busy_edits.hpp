// tests/revision/busy_edits.hpp: edits as several people make them at the same few places of one plan.
#pragma once

#include "model/plan.hpp"
#include "support/random_edit.hpp"

namespace busy {

// A plan with few rows of those records that are edited here, so that people meet: a tree of tasks with lists, long
// texts, people, dependencies, comments.
model::Plan small_plan(support::Random& random);

// As many edits as are asked for, a third of them anywhere, most at places that others edit, too: fields, lists entry
// by entry, texts passage by passage, places in the tree and among siblings, new rows, removals.
model::Plan edits(support::Random& random, model::Plan plan, std::size_t count);

}  // namespace busy
