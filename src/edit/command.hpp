// edit/command.hpp: every change to a plan, as a value. Applying a command gives a new plan; nobody writes an inverse,
// because undo keeps plans.
#pragma once

#include <variant>
#include <vector>

#include "model/plan.hpp"
#include "model/value.hpp"

namespace edit {

using model::Id;
using model::Plan;
using model::RecordType;
using model::RowPtr;
using model::Value;

// Adds the row, or replaces the row of the same id as a whole.
struct PutRow {
    RecordType record;
    RowPtr row;
};
// One field of one row.
struct SetField {
    RecordType record;
    Id id;
    const model::FieldInfo* field;
    Value value;
};
// Removes the rows with everything they own (children, owned records), and empties references to them elsewhere.
struct RemoveRows {
    RecordType record;
    std::vector<Id> ids;
};
// Gives a row a place: a parent (empty: none; without meaning where the record has no tree or owner field) and an order
// key.
struct MoveRow {
    RecordType record;
    Id id;
    Id parent;
    std::string order;
};

using Command = std::variant<PutRow, SetField, RemoveRows, MoveRow>;

// One gesture: applied as a whole or not at all. Within a batch, rows may refer to rows that a later command of the
// batch adds.
using Batch = std::vector<Command>;

// The changed plan. Errors: those of model::check_row with subject "LIST/ID/field"; "row-missing"; "singleton-removed".
base::Result<Plan> apply_command(const Plan& plan, const Command& command);
base::Result<Plan> apply_batch(const Plan& plan, const Batch& batch);

// SetField for a member: set_field(task, &Task::title, "…").
template <auto Member, class T> SetField set_field(const Id& id, T&& value) {
    using Record = typename model::detail::MemberTraits<decltype(Member)>::Record;
    return {Record::type, id, &model::field_of<Member>(), Value(std::forward<T>(value))};
}
template <class T> PutRow put_row(T row) {
    return {T::type, std::make_shared<const T>(std::move(row))};
}

// An order key after the last sibling: rows of the record with the same parent (empty: none).
std::string order_at_end(const Plan& plan, RecordType record, const Id& parent);

}  // namespace edit
