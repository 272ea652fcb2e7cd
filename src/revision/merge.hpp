// revision/merge.hpp: two people's versions of one plan joined with the version that both began from.
//
// Whatever only one side changed is taken. Fields are joined one by one, lists by entry, long texts by passage. Where
// both cannot be had, ours is taken and the place listed as a conflict: nothing that a side wrote goes unlisted. What
// one side removed while the other worked on it stays.
#pragma once

#include <string>
#include <vector>

#include "model/plan.hpp"

namespace revision {

using model::Id;
using model::Plan;
using model::RecordInfo;
using model::RecordType;
using model::RowPtr;

enum class ConflictKind : std::uint8_t {
    Edited,    // both gave the field another value; ours is taken, with what could be joined
    Order,     // both put the row to another place among its siblings; ours is taken
    Moved,     // both moved the row to different owners or parents; ours is taken
    Circle,    // each side moved something into what the other moved; ours is taken
    Removed,   // one side removed the row, the other changed it; it stays
    Needed,    // one side removed the row, the other put something into it or refers to it; it stays
    OneSided,  // without a common version: only one side has the row; it stays
};
inline constexpr std::size_t conflict_kind_count = static_cast<std::size_t>(ConflictKind::OneSided) + 1;

struct Conflict {
    ConflictKind kind{};
    const RecordInfo* record = nullptr;  // null: the plan itself
    Id id;                               // of the row, or the plan
    // A field's name, of those that belong together the first; "order": the row's place, with owner or parent; a member
    // that this version does not know; "": the whole row.
    std::string member;
    RowPtr base, ours, theirs, taken;  // the row in each version; null where it has none
    bool operator==(const Conflict&) const = default;
};

struct Merged {
    Plan plan;                        // model::check_plan finds nothing if it finds nothing in the three
    std::vector<Conflict> conflicts;  // by record, id, then as their fields stand
};

// The three have the same id. Costs what differs; what they do not share in memory is compared by content.
//   merge(b, b, x) == x, merge(b, x, b) == x; without conflicts merge(b, x, y) == merge(b, y, x), and of several
// versions any order gives the same.
Merged merge(const Plan& base, const Plan& ours, const Plan& theirs);

// Without a version that both began from: rows of both sides stay, and whatever differs is listed; of a field, ours is
// taken unless it is empty.
Merged merge_without_base(const Plan& ours, const Plan& theirs);

}  // namespace revision
