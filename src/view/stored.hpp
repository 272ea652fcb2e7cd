// view/stored.hpp: the plans that this computer keeps, as the start page and the page about storage list them, and what
// is said of storing as a whole.
#pragma once

#include "view/table.hpp"

namespace view {

struct StoredState {
    std::vector<app::StoredPlan> plans;
    std::vector<Id> rows;
};
enum class Room : std::uint8_t { Narrow, Wide };  // of the page

// For opening: each with buttons that open it, hand it out as it is, and delete it.
Table stored_plans(const app::Workspace& work, StoredState& state, Room room);
// For keeping: sizes, backups, what is damaged.
Table kept_plans(const app::Workspace& work, StoredState& state, Room room);
Table deleted_plans(const app::Workspace& work, StoredState& state);

// Sentences about room, damage, permission and the last archive.
std::vector<std::string> storage_facts(const app::Workspace& work);
// When everything was last exported long ago; "": no need.
std::string archive_reminder(const app::Workspace& work);

}  // namespace view
