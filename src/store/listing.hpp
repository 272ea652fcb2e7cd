// store/listing.hpp: the list of stored plans, made from their files: there is no index that could be damaged.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "store/frame.hpp"
#include "store/tail.hpp"

namespace store {

enum class Condition : std::uint8_t {
    Whole,
    Damaged,     // a file is not whole, but the plan opens
    Unreadable,  // nothing of it can be rebuilt; its files stay as they are
    Newer,       // of a newer version of the program: stays as it is, can be handed out
    Older,       // of an older one: opens, and is brought up to date by the next save
    Missing,     // known from the witness alone
};

struct PlanEntry {
    base::Id id;
    Summary summary;  // as of the newest whole file
    State state;
    base::Moment saved;
    std::uint64_t bytes = 0;  // of the plan's folder
    Condition condition = Condition::Whole;
    bool deleted = false;
    base::Moment deleted_at;
};

// Last saved first, then by id. Checks every file's checksum; reads no plan.
std::vector<PlanEntry> list_plans(const Files& files, std::span<const Witness> witnesses = {});
PlanEntry list_plan(const Files& files, const base::Id& plan);

// Deleted plans stay where they are, marked, for thirty days: that works on a full disk and copies nothing.
inline constexpr int trash_days = 30;
Commit delete_plan(const PlanEntry& entry, const base::Id& writer, base::Moment at);
Commit restore_plan(const Files& files, const base::Id& plan);
Commit purge_plan(const Files& files, const base::Id& plan);  // with its backups and what was set aside
bool purge_due(const PlanEntry& entry, base::Date today);

struct Sizes {
    std::uint64_t plans = 0, trash = 0, backups = 0, damaged = 0;  // bytes
};
Sizes sizes(const Files& files, std::span<const PlanEntry> entries);

}  // namespace store
