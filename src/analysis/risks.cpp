#include "analysis/risks.hpp"

#include "analysis/context.hpp"

namespace analysis {
namespace {
using model::ResponseState;
using model::Risk;
using model::RiskResponse;

int level_of(const std::optional<std::int64_t>& level) {
    return level && *level >= 1 && *level <= 5 ? static_cast<int>(*level) : 0;
}

RiskState state_of(const Risk& risk, std::span<const std::pair<Id, const RiskResponse*>> responses, Date today) {
    RiskState state{&risk, inherent_score(risk), residual_score(risk), {}, 0, 0, 0};
    bool effective = false;
    for (const auto& [id, response] : responses) {
        if (response->state == ResponseState::Dropped) continue;
        ++state.responses;
        if (!response->task.empty()) ++state.linked;
        if (is_overdue(*response, today)) ++state.overdue;
        effective = effective || response->state == ResponseState::Effective;
    }
    if (state.overdue > 0)
        state.status = RiskStatus::Overdue;
    else if (effective)
        state.status = RiskStatus::Controlled;
    else if (state.responses > 0)
        state.status = RiskStatus::Running;
    else
        state.status = risk.strategy == model::RiskStrategy::Accept ? RiskStatus::Accepted : RiskStatus::NoResponse;
    return state;
}
}  // namespace

std::string_view name_of(RiskLevel level) {
    switch (level) {
        case RiskLevel::Unrated:
            return "unrated";
        case RiskLevel::Low:
            return "low";
        case RiskLevel::Middle:
            return "middle";
        case RiskLevel::High:
            return "high";
    }
    return {};
}

std::string_view name_of(RiskStatus status) {
    switch (status) {
        case RiskStatus::NoResponse:
            return "no-response";
        case RiskStatus::Running:
            return "running";
        case RiskStatus::Overdue:
            return "overdue";
        case RiskStatus::Controlled:
            return "controlled";
        case RiskStatus::Accepted:
            return "accepted";
    }
    return {};
}

int inherent_score(const Risk& risk) {
    return level_of(risk.probability) * level_of(risk.impact);
}

int residual_score(const Risk& risk) {
    const int probability = level_of(risk.residual_probability ? risk.residual_probability : risk.probability);
    const int impact = level_of(risk.residual_impact ? risk.residual_impact : risk.impact);
    return probability * impact;
}

bool is_overdue(const RiskResponse& response, Date today) {
    const bool to_do = response.state == ResponseState::Planned || response.state == ResponseState::Running;
    return to_do && !response.due.empty() && response.due < today;
}

std::vector<RiskState> risk_states(const model::Plan& plan, Date today) {
    const Grouped<RiskResponse> responses(plan, &RiskResponse::risk);
    std::vector<RiskState> states;
    for (const Risk* risk : model::in_order<Risk>(plan))
        states.push_back(state_of(*risk, responses.of(risk->id), today));
    return states;
}

RiskMatrix risk_matrix(const model::Plan& plan, RiskView view) {
    RiskMatrix matrix{};
    for (const Risk& risk : plan.rows<Risk>()) {
        const bool residual = view == RiskView::Residual;
        const int probability =
            level_of(residual && risk.residual_probability ? risk.residual_probability : risk.probability);
        const int impact = level_of(residual && risk.residual_impact ? risk.residual_impact : risk.impact);
        if (probability > 0 && impact > 0)
            ++matrix[static_cast<std::size_t>(probability - 1)][static_cast<std::size_t>(impact - 1)];
    }
    return matrix;
}

}  // namespace analysis
