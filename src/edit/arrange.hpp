// edit/arrange.hpp: another place for a row among its siblings (rows of the record with the same parent), or in the
// tree.
#pragma once

#include <optional>

#include "edit/command.hpp"

namespace edit {

enum class Side : std::uint8_t { Before, After };
// Among the target's siblings. Nothing: it is there already, the target is the row itself or lies below it, or belongs
// to another owner. Linear in the table.
std::optional<MoveRow> move_beside(const Plan& plan, RecordType record, const Id& id, const Id& target, Side side);

// Up and Down pass a sibling; Out: after its parent; In: below the sibling before it, as the last. Nothing: no such
// place.
enum class Way : std::uint8_t { Up, Down, Out, In };
std::optional<MoveRow> move_step(const Plan& plan, RecordType record, const Id& id, Way way);

}  // namespace edit
