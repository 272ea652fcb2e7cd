// edit/fresh_ids.hpp: a copy of a plan as a plan of its own: from a template, or to go on from last year's.
#pragma once

#include "base/id.hpp"
#include "model/plan.hpp"

namespace edit {

// The same content under new ids, the plan's included, so that merging never takes it for the original. References
// follow; singletons keep theirs, because their ids are the record names. Unknown members are kept as they are, ids in
// them included.
model::Plan with_fresh_ids(const model::Plan& plan, base::IdSource& ids);

}  // namespace edit
