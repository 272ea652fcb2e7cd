// edit/rectification.hpp: the steps of the rectification ledger: who may move a finding from which state to which.
#pragma once

#include <span>

#include "edit/command.hpp"

namespace edit {

struct StateStep {
    Id finding;
    model::FindingState to;
    Id by;  // person
    model::Date on;
    std::string note;
};

// States that may follow, in the order of the usual way: 未整改 → 整改中 → 待验收 → 已销号; 待验收 → 退回补充 → 整改中;
// 已销号 → 整改中 after a look back.
std::span<const model::FindingState> next_states(model::FindingState from);

// The finding in its new state (with completed_on, closed_on) and the StateChange that records it (id: new_id). Errors:
// "row-missing", "state-step" (not a step from here), "measure-missing" (nothing to rectify by), "owner-missing",
// "deadline-missing" (unless 长期坚持), "verifier-missing", "verifier-is-owner" (separation of duty; also the person
// who does the step), "person-missing", "date-missing".
base::Result<Batch> step_state(const Plan& plan, const StateStep& step, const Id& new_id);

}  // namespace edit
