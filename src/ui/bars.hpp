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
void message_stack(Screen& screen);

}  // namespace ui
