// ui/panels/panels.hpp: one function per page. Each draws into the current window from the layout cursor, reads the
// workspace, keeps its own small state, and pushes what is wanted as commands.
#pragma once

#include "ui/panels/states.hpp"
#include "ui/screen.hpp"
#include "view/head.hpp"

namespace ui {

void start_panel(Screen& screen, StoredPlansState& state);
void overview_panel(Screen& screen);
void records_panel(Screen& screen, RecordsState& state);  // any page's records in tabs: generic table or form
void tasks_panel(Screen& screen, PanelStates& states);
void risks_panel(Screen& screen, PanelStates& states);
void inspection_panel(Screen& screen, PanelStates& states);
void reports_panel(Screen& screen);
void storage_panel(Screen& screen, StoredPlansState& state);
void verification_panel(Screen& screen, VerificationPanelState& state);  // the private store
void verification_form(Screen& screen, VerificationPanelState& state, const app::Application& application, float width,
                       float height);                // height 0: as high as its fields
void verification_dialog(Screen& screen);            // the one of the private store's that is open
void stopped_plan_dialog(Screen& screen);            // before a plan is opened with which the program broke down
bool archive_reminder(Screen& screen, float width);  // when everything was last exported long ago; false: no need
void inspector_panel(Screen& screen);                // the form of what is selected

void finding_steps(Screen& screen, const model::Finding& finding,
                   float width);  // state, course and next steps, in the inspector

// The head of the page that is shown; what is chosen in it is wanted already. Returns the id of the tool.
std::string_view shown_head(Screen& screen);
// Which of the page's records is shown.
void page_tabs(Screen& screen, app::Page page);

}  // namespace ui
