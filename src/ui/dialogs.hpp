// ui/dialogs.hpp: the dialogs and the search box that lie over the page.
#pragma once

#include "ui/controls.hpp"
#include "ui/screen.hpp"

namespace ui {

void dialogs(Screen& screen);         // the one that the workspace has open
void paste_dialog(Screen& screen);    // what is asked before cells become rows
void shortcut_sheet(Screen& screen);  // ?: every action with its keys
void share_dialog(Screen& screen);    // passing a plan on
void sign_dialog(Screen& screen);
void signatures_dialog(Screen& screen);
void clashes_dialog(Screen& screen);
void coming_changes(Screen& screen, float width);  // in the dialog that asks what to do with a copy
void search_palette(Screen& screen);               // Ctrl+K: rows, pages and actions by name

// Two buttons at the right end of a dialog; 1: agreed, -1: called off.
int buttons(Screen& screen, float width, std::string_view agree, ButtonStyle style, Enabled enabled = Enabled::Yes);
void focus_on_opening(Ui& ui, NodeKey key);

}  // namespace ui
