// app/actions.hpp: everything that can be done from a menu, the search box or a key: one table.
#pragma once

#include "app/workspace.hpp"

namespace app {

struct Shortcut {
    std::string_view key;  // as KeyPressed::key, lower case for letters; "": none
    std::uint8_t modifiers = 0;
};

struct Action {
    std::string_view id;  // words key "action.ID"
    Shortcut shortcut;
    bool (*enabled)(const Workspace&);
    void (*run)(Workspace&);
};

std::span<const Action> actions();
const Action& action(std::string_view id);
// Runs the enabled action of this key; false: none. Inside a text editor the editor's own keys (undo, redo, Escape) are
// left to it.
bool run_shortcut(Workspace& work, const KeyPressed& pressed, bool in_editor);
std::string shortcut_text(const Shortcut& shortcut);  // "Ctrl+K"

}  // namespace app
