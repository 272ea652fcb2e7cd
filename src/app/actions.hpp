// app/actions.hpp: everything that can be done from a bar, a menu, the search box or a key: one table, which also is
// the shortcut sheet.
#pragma once

#include "app/workspace.hpp"

namespace app {

struct Shortcut {
    std::string_view key;  // as KeyPressed::key, lower case for letters; "": none
    std::uint8_t modifiers = 0;
};

// What it is about: a heading of the shortcut sheet (words key "action-group.NAME"), and a menu where one shows a
// group.
enum class ActionGroup : std::uint8_t { Plan, Row, View, Theme, Language };
inline constexpr std::string_view action_group_names[] = {"plan", "row", "view", "theme", "language"};

enum ActionFlag : std::uint8_t {
    kNotSearched = 1,  // it opens the search box itself
    kBesideOther = 2,  // another key of the action before it
    kInPhoneMenu = 4,  // a phone's top bar has no room for it
    kInLookMenu = 8,   // of the button that changes how it looks
    kOfApproval = 16,  // a tool of the page of signatures
};

struct Action {
    std::string_view id;  // words key "action.ID"
    ActionGroup group;
    Shortcut shortcut;
    bool (*enabled)(const Workspace&);
    void (*run)(const Workspace&, Commands&);   // pushes what is wanted; carried out after the frame
    bool (*is_on)(const Workspace&) = nullptr;  // of several that exclude each other: it is the one in force
    std::uint8_t flags = 0;
    const std::string& (*detail)(const Workspace&) = nullptr;  // what exactly it would do now; may be ""
};

std::span<const Action> actions();
const Action& action(std::string_view id);
std::vector<const Action*> actions_with(ActionFlag flag);  // in the order of the table
std::vector<const Action*> actions_of(ActionGroup group);  // without second keys
// Runs the enabled action of this key; false: none. Inside a text editor the editor's own keys (undo, redo, Escape) are
// left to it.
bool run_shortcut(const Workspace& work, Commands& commands, const KeyPressed& pressed, bool in_editor);
std::string shortcut_text(const Shortcut& shortcut);   // "Ctrl+K"
std::string all_shortcuts_text(const Action& action);  // with its second key: "Ctrl+Y  Ctrl+Shift+Z"

}  // namespace app
