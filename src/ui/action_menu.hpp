// ui/action_menu.hpp: menus and buttons made from the action table.
#pragma once

#include <span>

#include "app/actions.hpp"
#include "ui/popup.hpp"
#include "ui/screen.hpp"

namespace ui {

// Entries of an open popup, which the chosen one closes.
void action_entries(Screen& screen, Popup& popup, std::span<const app::Action* const> actions);
// An icon button named by the action and its shortcut.
void action_icon(Screen& screen, std::string_view id, const char* icon);
std::string_view action_word(const Ui& ui, const app::Action& action);

}  // namespace ui
