// store/step_back.hpp: a plan returns to an earlier version of itself, and the one it had until now is kept as a plan
// of its own: for a version with which the program cannot go on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "store/open_plan.hpp"

namespace store {

// The same content under an id of its own. The suffix tells it apart, where the title has room for it.
model::Plan as_copy(model::Plan plan, const base::Id& id, std::string_view title_suffix);

struct Earlier {
    State state;
    base::Moment saved;
    model::Plan plan;
};

// The newest version below that revision which differs from what the plan is now, among the plan's own files and its
// backups; nothing if there is none.
std::optional<Earlier> earlier_version(const Files& files, const Opened& now, std::uint64_t below);

struct KeptAs {
    base::Id id;                      // of the plan that keeps what was there until now
    base::Id writer, writer_of_plan;  // see PlanStore
    std::string title_suffix;
};

// One change: the earlier version becomes the plan's newest state, and what it was is stored beside it.
Commit step_back(const Files& files, const Opened& now, const Earlier& earlier, const KeptAs& kept, base::Moment at);

}  // namespace store
