// ui/panels/states.hpp: what each panel remembers for itself between frames; never part of a plan.
#pragma once

#include <string>

#include "app/pages.hpp"
#include "ui/table.hpp"
#include "view/applications.hpp"
#include "view/gantt_state.hpp"
#include "view/ledger.hpp"
#include "view/record_table.hpp"
#include "view/risks.hpp"
#include "view/stored.hpp"
#include "view/task_table.hpp"
#include "view/vault_form.hpp"

namespace ui {

struct RecordsState {  // generic tables
    TableState table;
    view::RecordTableState rows;
};

struct TasksState {
    TableState table;
    view::TaskTableState rows;
    view::GanttState gantt;
    float outline_width = 0;  // px beside the Gantt part; 0: as suits the page
    NodeKey bar_held = 0;     // by the pointer, and
    float held_left = 0;      // px that were scrolled away when it took it
};

struct RisksState {
    TableState table;
    view::RisksState risks;
};

struct InspectionState {
    TableState table;
    view::LedgerState ledger;
};

struct StoredPlansState {
    TableState table, deleted_table;
    view::StoredState plans, deleted;
};

struct VerificationPanelState {
    TableState table;
    view::ApplicationsState rows;
    bool reveal = false;            // numbers in full
    std::string passphrase, again;  // while they are being entered
    view::PassphraseFault fault{};  // what was wrong with them
};

struct PanelStates {
    app::Page shown = app::Page::Start;  // another page begins at its top
    RecordsState records;
    TasksState tasks;
    RisksState risks;
    InspectionState inspection;
    StoredPlansState stored;
    VerificationPanelState verification;
};

}  // namespace ui
