// edit/owned.hpp: which rows belong to others: children in a tree, and records that name their owner.
#pragma once

#include <array>
#include <set>

#include "model/plan.hpp"

namespace edit {

using RowSets = std::array<std::set<model::Id>, model::record_type_count>;  // by record type

inline bool holds(const RowSets& rows, model::RecordType record, const model::Id& id) {
    return rows[static_cast<std::size_t>(record)].contains(id);
}

// Owned: what moves and is copied with its row. Bound: also what means nothing without it, a dependency without its
// predecessor, and so is removed with it.
enum class Tie : std::uint8_t { Owned, Bound };
// Whether a row is tied to what this reference of it names.
bool is_tied(const model::RecordInfo& info, const model::FieldInfo& field, Tie tie);
// Adds to the rows all that are tied to them. Linear in the plan, however deep its trees are.
void add_tied(const model::Plan& plan, RowSets& rows, Tie tie);

}  // namespace edit
