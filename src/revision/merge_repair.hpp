// revision/merge_repair.hpp: makes joined rows fit together again; a part of merging plans.
#pragma once

#include <map>

#include "revision/merge_row.hpp"

namespace revision {

// Rows that a side changed, added or removed.
using Touched = std::map<std::pair<RecordType, Id>, ThreeRows>;

// Puts back what one side removed and the other still needs, undoes moves of theirs that close a circle with ours, and
// empties what references are left to rows that are gone. Only touched rows can have broken anything.
void repair_links(const Versions& versions, Touched& touched, Plan& plan, std::vector<Conflict>& conflicts);

}  // namespace revision
