#include "view/tone.hpp"

namespace view {

Tone tone_of(analysis::Severity severity) {
    switch (severity) {
        case analysis::Severity::Error:
            return Tone::Red;
        case analysis::Severity::Warning:
            return Tone::Amber;
        case analysis::Severity::Info:
            return Tone::Blue;
    }
    return Tone::Neutral;
}

Tone tone_of(analysis::RiskLevel level) {
    switch (level) {
        case analysis::RiskLevel::Unrated:
            return Tone::Neutral;
        case analysis::RiskLevel::Low:
            return Tone::Green;
        case analysis::RiskLevel::Middle:
            return Tone::Amber;
        case analysis::RiskLevel::High:
            return Tone::Red;
    }
    return Tone::Neutral;
}

Tone tone_of(analysis::RiskStatus status) {
    switch (status) {
        case analysis::RiskStatus::NoResponse:
        case analysis::RiskStatus::Overdue:
            return Tone::Red;
        case analysis::RiskStatus::Running:
            return Tone::Blue;
        case analysis::RiskStatus::Controlled:
            return Tone::Green;
        case analysis::RiskStatus::Accepted:
            return Tone::Neutral;
    }
    return Tone::Neutral;
}

Tone tone_of(analysis::IndicatorStatus status) {
    using Status = analysis::IndicatorStatus;
    if (status == Status::Missed) return Tone::Red;
    if (status == Status::Behind) return Tone::Amber;
    return status == Status::Met ? Tone::Green : Tone::Neutral;
}

Tone tone_of(model::FindingState state) {
    switch (state) {
        case model::FindingState::Open:
            return Tone::Neutral;
        case model::FindingState::Rectifying:
            return Tone::Blue;
        case model::FindingState::AwaitingAcceptance:
            return Tone::Amber;
        case model::FindingState::Closed:
            return Tone::Green;
        case model::FindingState::Returned:
            return Tone::Red;
    }
    return Tone::Neutral;
}

Tone tone_of(model::VerificationState state) {
    switch (state) {
        case model::VerificationState::Collecting:
            return Tone::Neutral;
        case model::VerificationState::InReview:
            return Tone::Blue;
        case model::VerificationState::Offered:
            return Tone::Amber;
        case model::VerificationState::Verified:
            return Tone::Green;
        case model::VerificationState::Refused:
        case model::VerificationState::Revoked:
            return Tone::Red;
    }
    return Tone::Neutral;
}

Tone tone_of(model::PlanStatus status) {
    switch (status) {
        case model::PlanStatus::Draft:
        case model::PlanStatus::Approved:
            return Tone::Green;
        case model::PlanStatus::InReview:
        case model::PlanStatus::Running:
            return Tone::Blue;
        case model::PlanStatus::Closed:
            return Tone::Neutral;
    }
    return Tone::Neutral;
}

}  // namespace view
