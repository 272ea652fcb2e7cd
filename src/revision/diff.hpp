// revision/diff.hpp: the one structural difference of two plans: what the journal writes, undo tells, review shows and
// merging joins.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "model/plan.hpp"

namespace revision {

using model::FieldInfo;
using model::Id;
using model::Plan;
using model::RecordInfo;
using model::RecordType;
using model::RowPtr;

struct RowChange {
    RecordType record{};
    RowPtr before, after;  // null: the row was added, or removed
    bool moved = false;    // another order key, owner or parent
    bool unknown = false;  // members that this version does not know differ
    std::vector<const FieldInfo*>
        fields;  // that differ, but for owner and parent; of those that belong together the first

    [[nodiscard]] const model::Row& row() const { return after ? *after : *before; }
    [[nodiscard]] const Id& id() const { return row().id; }
    [[nodiscard]] bool added() const { return !before; }
    [[nodiscard]] bool removed() const { return !after; }
    [[nodiscard]] bool edited() const { return before && after && (unknown || !fields.empty()); }
};

struct Diff {
    std::vector<RowChange> rows;  // by record, then id
    std::optional<Id> id;         // of the plan itself, if it has another
    bool unknown = false;         // members of the plan that this version does not know differ …
    std::shared_ptr<const model::UnknownMembers> unknown_after;  // … and are these

    [[nodiscard]] bool empty() const { return rows.empty() && !id && !unknown; }
};

// Costs what differs; what two plans do not share in memory is compared by content.
Diff diff(const Plan& before, const Plan& after);

// Gives the rows of the difference the content that they have after it: applied to `before`, it makes `after`.
Plan apply(Plan plan, const Diff& diff);

// The fields that mean something only together with this one: it and those behind it that are marked so. `first` must
// not be so marked itself.
std::span<const FieldInfo> together(const RecordInfo& info, const FieldInfo& first);

// One of them is not empty.
bool says_something(const RecordInfo& info, const FieldInfo& first, const model::Row& row);

// Owner or parent: where the row belongs.
inline bool is_place(const FieldInfo& field) {
    return field.has(model::kOwner) || field.has(model::kTree);
}

struct Counts {  // of rows; one that was moved and edited counts in both
    std::size_t added = 0, removed = 0, moved = 0, edited = 0;
};
Counts counts(const Diff& diff);

}  // namespace revision
