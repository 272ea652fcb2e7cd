// view/ledger.hpp: self-inspection and rectification: the round that is shown, its figures and ledger, and the steps of
// one finding.
#pragma once

#include "view/figures.hpp"
#include "view/table.hpp"

namespace view {

// The chosen round, else the newest; null: there is none yet.
const model::Inspection* shown_round(const app::Workspace& work);

KeyFigures ledger_figures(const app::Workspace& work, const Id& round);

struct LedgerState {
    std::vector<Id> rows;
};
Table ledger_table(const app::Workspace& work, LedgerState& state, const model::Inspection& round);

struct CourseStep {  // what was done before
    Tone tone{};
    std::string text, note;
};
struct NextStep {
    std::string key;  // words key
    Wish command;     // asks who and when
};
struct FindingSteps {
    Cell state;
    std::vector<CourseStep> course;
    std::vector<NextStep> next;  // the usual one first; none: it is closed for good, or the plan is read only
};
FindingSteps finding_steps(const app::Workspace& work, const model::Finding& finding);

// The dialog that asks about a new round of today.
app::OpenDialog new_round(const app::Workspace& work);

}  // namespace view
