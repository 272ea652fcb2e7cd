#include "edit/rectification.hpp"

#include <array>

namespace edit {
namespace {
using base::Done;
using base::Error;
using base::Status;
using model::Finding;
using model::FindingState;
using State = FindingState;

Status may_begin(const Plan& plan, const Finding& finding) {
    const auto no = [&](const char* code) { return Error{code, finding.id.str(), {}}; };
    if (finding.owner.empty()) return no("owner-missing");
    if (finding.deadline.empty() && finding.timing != model::Timing::Ongoing) return no("deadline-missing");
    if (model::in_order(plan, &model::Measure::finding, finding.id).empty()) return no("measure-missing");
    return Done{};
}

// Only somebody other than the owner may accept or return the work.
Status may_judge(const Finding& finding, const Id& by) {
    const auto no = [&](const char* code) { return Error{code, finding.id.str(), {}}; };
    if (finding.verifier.empty()) return no("verifier-missing");
    if (finding.verifier == finding.owner || by == finding.owner.id()) return no("verifier-is-owner");
    return Done{};
}
}  // namespace

std::span<const State> next_states(State from) {
    static constexpr std::array open{State::Rectifying}, rectifying{State::AwaitingAcceptance},
        returned{State::Rectifying}, closed{State::Rectifying};
    static constexpr std::array awaiting{State::Closed, State::Returned};
    switch (from) {
        case State::Open:
            return open;
        case State::Rectifying:
            return rectifying;
        case State::AwaitingAcceptance:
            return awaiting;
        case State::Closed:
            return closed;
        case State::Returned:
            return returned;
    }
    return {};
}

base::Result<Batch> step_state(const Plan& plan, const StateStep& step, const Id& new_id) {
    const Finding* finding = plan.rows<Finding>().find(step.finding);
    const auto no = [&](const char* code) { return Error{code, step.finding.str(), {}}; };
    if (!finding) return no("row-missing");
    if (std::ranges::find(next_states(finding->state), step.to) == next_states(finding->state).end())
        return no("state-step");
    if (step.by.empty()) return no("person-missing");
    if (step.on.empty()) return no("date-missing");
    Status allowed = Done{};
    if (step.to == State::Rectifying || step.to == State::AwaitingAcceptance) allowed = may_begin(plan, *finding);
    if (step.to == State::Closed || step.to == State::Returned) allowed = may_judge(*finding, step.by);
    if (!allowed) return allowed.error();

    Finding changed = *finding;
    changed.state = step.to;
    if (step.to == State::AwaitingAcceptance) changed.completed_on = step.on;
    if (step.to == State::Closed) changed.closed_on = step.on;
    if (step.to == State::Rectifying || step.to == State::Returned) changed.completed_on = changed.closed_on = {};
    model::StateChange change;
    change.id = new_id;
    change.order = order_at_end(plan, RecordType::StateChange, step.finding);
    change.finding = model::Ref<Finding>(step.finding);
    change.from = finding->state;
    change.to = step.to;
    change.by = model::Ref<model::Person>(step.by);
    change.date = step.on;
    change.note = step.note;
    return Batch{put_row(std::move(changed)), put_row(std::move(change))};
}

}  // namespace edit
