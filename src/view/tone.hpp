// view/tone.hpp: what a state's colour says, and which one each state has. The theme gives the colour itself.
#pragma once

#include "analysis/indicators.hpp"
#include "analysis/risks.hpp"
#include "model/inspection.hpp"
#include "model/verification.hpp"

namespace view {

enum class Tone : std::uint8_t { Neutral, Accent, Red, Amber, Green, Blue };

Tone tone_of(analysis::Severity severity);
Tone tone_of(analysis::RiskLevel level);
Tone tone_of(analysis::RiskStatus status);
Tone tone_of(analysis::IndicatorStatus status);
Tone tone_of(model::FindingState state);
Tone tone_of(model::VerificationState state);
Tone tone_of(model::PlanStatus status);

}  // namespace view
