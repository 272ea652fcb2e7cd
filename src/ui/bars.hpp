// ui/bars.hpp: what surrounds every page: top bar, navigation, status bar, messages.
#pragma once

#include "ui/screen.hpp"

namespace ui {

void top_bar(Screen& screen);
void navigation(Screen& screen);
void navigation_overlay(Screen& screen);  // on phones, over the page
void status_bar(Screen& screen);
// Why what is typed is not stored, what to do, and export at once: a bar below the top bar.
float save_alert_height(Screen& screen, const app::SaveTrouble& trouble);
void save_alert(Screen& screen, const app::SaveTrouble& trouble);
// What is being made or read beside the page, how far it is, and how to stop it: another such bar.
float errand_bar_height(Screen& screen, const app::Underway& errand);
void errand_bar(Screen& screen, const app::Underway& errand);
void message_stack(Screen& screen);

}  // namespace ui
