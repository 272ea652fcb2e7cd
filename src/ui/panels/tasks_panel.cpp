// Tasks: outline and Gantt bars in one table.
#include "ui/gantt_pane.hpp"
#include "ui/layout.hpp"
#include "ui/panels/panels.hpp"

namespace ui {

void tasks_panel(Screen& screen, PanelStates& states) {
    if (screen.view().tab_of(app::Page::Tasks) > 0) return records_panel(screen, states.records);
    shown_head(screen);
    gap(8);
    page_tabs(screen, app::Page::Tasks);
    gap(12);
    outline_and_bars(screen, states.tasks);
}

}  // namespace ui
