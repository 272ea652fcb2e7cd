// analysis/risks.hpp: scores and levels of the risk register.
#pragma once

#include <array>

#include "analysis/check.hpp"

namespace analysis {

// Probability × impact, 1..25. Words: "risk-level.NAME".
enum class RiskLevel : std::uint8_t { Unrated, Low, Middle, High };
inline constexpr int middle_risk_score = 8, high_risk_score = 15;
constexpr RiskLevel risk_level(int score) {
    if (score <= 0) return RiskLevel::Unrated;
    if (score < middle_risk_score) return RiskLevel::Low;
    return score < high_risk_score ? RiskLevel::Middle : RiskLevel::High;
}
std::string_view name_of(RiskLevel level);

// What the responses come to. Words: "risk-status.NAME".
enum class RiskStatus : std::uint8_t {
    NoResponse,
    Running,     // responses planned or under way
    Overdue,     // one of them is late
    Controlled,  // at least one is effective and none is late
    Accepted,    // on purpose without a response
};
std::string_view name_of(RiskStatus status);

struct RiskState {
    const model::Risk* risk = nullptr;
    int inherent = 0;  // 0: not rated
    int residual = 0;  // after the responses; the inherent score where it was not rated anew
    RiskStatus status{};
    int responses = 0;  // not dropped
    int linked = 0;     // of these, tied to a task
    int overdue = 0;
};

enum class RiskView : std::uint8_t { Inherent, Residual };

int inherent_score(const model::Risk& risk);
int residual_score(const model::Risk& risk);
bool is_overdue(const model::RiskResponse& response, Date today);

// In the order of the register.
std::vector<RiskState> risk_states(const model::Plan& plan, Date today);

// Number of risks at [probability - 1][impact - 1].
using RiskMatrix = std::array<std::array<int, 5>, 5>;
RiskMatrix risk_matrix(const model::Plan& plan, RiskView view);

}  // namespace analysis
