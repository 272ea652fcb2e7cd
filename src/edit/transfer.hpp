// edit/transfer.hpp: whole rows, with all that they own, moved to another place or copied there, also from another
// plan: what cutting, copying and pasting rows mean.
#pragma once

#include <optional>
#include <span>

#include "base/id.hpp"
#include "edit/command.hpp"

namespace edit {

// Those of the rows that exist and lie below no other of them, in the given order.
std::vector<Id> top_rows(const Plan& plan, RecordType record, std::span<const Id> ids);

// Where rows go behind another one, among its siblings; behind "": the last place, of no parent.
struct Gap {
    Id parent;
    const model::Row *low = nullptr, *high = nullptr;  // the neighbours that stay; null: there is none
    [[nodiscard]] std::vector<std::string> orders(std::size_t count) const;
};
// Nothing: the record's rows belong to an owner, and there is no row to tell whose. The rows `without` do not count.
std::optional<Gap> gap_behind(const Plan& plan, RecordType record, const Id& behind, std::span<const Id> without = {});

// Moves the rows behind `behind`, children with their parents; links stay. Nothing: they are there already, or `behind`
// is one of them or lies below one, or gap_behind finds no place.
std::optional<Batch> move_behind(const Plan& plan, RecordType record, std::span<const Id> ids, const Id& behind);

// A reference that a copy could not take along, because the other plan has no row of that name, or several.
struct LostReference {
    RecordType record;
    std::string row, name;  // what the row and what the missing one are called
    const model::FieldInfo* field;
};
struct Copied {
    Batch batch;
    std::vector<Id> rows;  // the new ones, without what they own
    std::vector<LostReference> lost;
};
// The rows of `from` and all that they own as new rows of `to`. References among them lead to the copies, others to the
// same row if it is the same plan, else to the only row of that name. Nothing: gap_behind finds no place.
std::optional<Copied> copy_behind(const Plan& from, RecordType record, std::span<const Id> ids, const Plan& to,
                                  const Id& behind, base::IdSource& new_ids);

}  // namespace edit
