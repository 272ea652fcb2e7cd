// revision/merge_row.hpp: two versions of one row joined field by field; a part of merging plans.
#pragma once

#include <memory>

#include "revision/merge.hpp"

namespace revision {

// One row in all versions; null where it is missing.
struct ThreeRows {
    RowPtr base, ours, theirs;
};

enum class Ancestor : std::uint8_t { Known, Unknown };

// What the sides removed decides whether an emptied reference is somebody's edit.
struct Versions {
    const Plan &base, &ours, &theirs;
    Ancestor ancestor = Ancestor::Known;
};

// A row that both sides have. Adds conflicts, without `taken`.
std::shared_ptr<model::Row> merge_row(const Versions& versions, const RecordInfo& info, const ThreeRows& rows,
                                      std::vector<Conflict>& conflicts);

using SharedMembers = std::shared_ptr<const model::UnknownMembers>;
struct ThreeMembers {
    SharedMembers base, ours, theirs;
};
// Members that this version does not know; in_doubt: the names of those that both changed differently.
SharedMembers merge_members(const ThreeMembers& members, Ancestor ancestor, std::vector<std::string>& in_doubt);

// Order, owner and parent are equal.
bool same_place(const RecordInfo& info, const model::Row& a, const model::Row& b);
void put_place(const RecordInfo& info, const model::Row& from, model::Row& to);

// A side changed nothing in the row but for references to what one of them removed.
bool only_lost_references(const Versions& versions, const RecordInfo& info, const model::Row& base,
                          const model::Row& row);

}  // namespace revision
