// ui/dialogs.hpp: the dialogs and the search box that lie over the page.
#pragma once

#include "ui/screen.hpp"

namespace ui {

void dialogs(Screen& screen);         // the one that the workspace has open
void shortcut_sheet(Screen& screen);  // ?: every action with its keys
void search_palette(Screen& screen);  // Ctrl+K: rows, pages and actions by name

}  // namespace ui
