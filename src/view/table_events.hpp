// view/table_events.hpp: what is wanted when something was done to a table: events and the clipboard become commands.
#pragma once

#include "view/table_keys.hpp"

namespace view {

struct EditPlace {  // the cell to be edited in place
    Id row;
    const model::FieldInfo* field;
};

// Pushes what the event wants. Returns the cell that it begins to edit.
std::optional<EditPlace> take(const app::Workspace& work, const Table& table, const TableEvent& event,
                              app::Commands& commands);

// Copy, cut, paste, and Escape for what was cut. True: the key was used.
bool take_clipboard(const app::Workspace& work, const Table& table, const app::FrameInput& input,
                    app::Commands& commands);

}  // namespace view
