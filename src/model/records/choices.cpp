// The JSON names of all enums, in the order of their values.
#include <array>

#include "model/plan.hpp"

namespace model {
namespace {
using Names = std::string_view;
constexpr std::array<Names, 7> unit_kind{"department", "leadingGroup", "office", "committee",
                                         "team",       "institution",  "other"};
constexpr std::array<Names, 5> plan_status{"draft", "inReview", "approved", "running", "closed"};
constexpr std::array<Names, 5> section_place{"beforeGoals", "afterGoals", "afterTasks", "beforeConclusion", "appendix"};
constexpr std::array<Names, 2> day_kind{"off", "work"};
constexpr std::array<Names, 4> horizon{"none", "short", "middle", "long"};
constexpr std::array<Names, 7> comparison{"atLeast", "atMost", "equal", "about", "moreThan", "lessThan", "between"};
constexpr std::array<Names, 2> direction{"higherIsBetter", "lowerIsBetter"};
constexpr std::array<Names, 5> risk_strategy{"unset", "avoid", "reduce", "transfer", "accept"};
constexpr std::array<Names, 4> response_state{"planned", "running", "effective", "dropped"};
constexpr std::array<Names, 5> task_status{"notStarted", "running", "done", "paused", "cancelled"};
constexpr std::array<Names, 8> task_constraint{
    "none",        "startNoEarlierThan", "startNoLaterThan", "finishNoEarlierThan", "finishNoLaterThan",
    "mustStartOn", "mustFinishOn",       "asLateAsPossible"};
constexpr std::array<Names, 4> dependency_type{"FS", "SS", "FF", "SF"};
constexpr std::array<Names, 4> monitoring_kind{"meeting", "report", "dataAnalysis", "inspection"};
constexpr std::array<Names, 4> picture_kind{"avatar", "cover", "focusPicture", "focusVideo"};
constexpr std::array<Names, 18> rule_kind{"text",
                                          "titleLength",
                                          "postLength",
                                          "pictureSize",
                                          "focusPictures",
                                          "focusVideos",
                                          "linkEntries",
                                          "menuItems",
                                          "submenuItems",
                                          "simpleReply",
                                          "hardReply",
                                          "rumourReply",
                                          "verification",
                                          "verificationFollowers",
                                          "verificationFollowing",
                                          "verificationMutuals",
                                          "verificationYears",
                                          "passwordRotation"};
constexpr std::array<Names, 2> review_preset{"threeLevel", "strictThree"};
constexpr std::array<Names, 3> sensitivity{"ordinary", "major", "sensitive"};
constexpr std::array<Names, 6> publication_state{"idea", "drafted", "inReview", "cleared", "published", "withdrawn"};
constexpr std::array<Names, 6> review_level{"first", "second", "final", "firstProof", "secondProof", "finalProof"};
constexpr std::array<Names, 3> decision{"pending", "passed", "returned"};
constexpr std::array<Names, 2> difficulty{"simple", "hard"};
constexpr std::array<Names, 4> incident_kind{"rumour", "emergency", "complaint", "security"};
constexpr std::array<Names, 3> tier{"coreHospital", "primary", "specialised"};
constexpr std::array<Names, 3> activity_kind{"jointTheme", "byTier", "digital"};
constexpr std::array<Names, 3> rota_state{"planned", "delivered", "missed"};
constexpr std::array<Names, 5> finding_state{"open", "rectifying", "awaitingAcceptance", "closed", "returned"};
constexpr std::array<Names, 3> timing{"dated", "atOnce", "ongoing"};
constexpr std::array<Names, 6> finding_source{"selfCheck",  "systemCheck", "supervision",
                                              "inspection", "complaint",   "lookBack"};
constexpr std::array<Names, 3> finding_severity{"ordinary", "serious", "critical"};
constexpr std::array<Names, 4> effectiveness{"unset", "effective", "improved", "ineffective"};
constexpr std::array<Names, 4> check_result{"open", "passed", "problem", "notApplicable"};
constexpr std::array<Names, 7> cause_kind{"unset",    "people",      "method",    "equipment",
                                          "material", "environment", "management"};
constexpr std::array<Names, 3> approval_role{"prepare", "review", "approve"};
}  // namespace

constexpr Choices ChoicesOf<UnitKind>::choices{"unitKind", unit_kind};
constexpr Choices ChoicesOf<PlanStatus>::choices{"planStatus", plan_status};
constexpr Choices ChoicesOf<SectionPlace>::choices{"sectionPlace", section_place};
constexpr Choices ChoicesOf<DayKind>::choices{"dayKind", day_kind};
constexpr Choices ChoicesOf<Horizon>::choices{"horizon", horizon};
constexpr Choices ChoicesOf<Comparison>::choices{"comparison", comparison};
constexpr Choices ChoicesOf<Direction>::choices{"direction", direction};
constexpr Choices ChoicesOf<RiskStrategy>::choices{"riskStrategy", risk_strategy};
constexpr Choices ChoicesOf<ResponseState>::choices{"responseState", response_state};
constexpr Choices ChoicesOf<TaskStatus>::choices{"taskStatus", task_status};
constexpr Choices ChoicesOf<TaskConstraint>::choices{"taskConstraint", task_constraint};
constexpr Choices ChoicesOf<DependencyType>::choices{"dependencyType", dependency_type};
constexpr Choices ChoicesOf<MonitoringKind>::choices{"monitoringKind", monitoring_kind};
constexpr Choices ChoicesOf<PictureKind>::choices{"pictureKind", picture_kind};
constexpr Choices ChoicesOf<RuleKind>::choices{"ruleKind", rule_kind};
constexpr Choices ChoicesOf<ReviewPreset>::choices{"reviewPreset", review_preset};
constexpr Choices ChoicesOf<Sensitivity>::choices{"sensitivity", sensitivity};
constexpr Choices ChoicesOf<PublicationState>::choices{"publicationState", publication_state};
constexpr Choices ChoicesOf<ReviewLevel>::choices{"reviewLevel", review_level};
constexpr Choices ChoicesOf<Decision>::choices{"decision", decision};
constexpr Choices ChoicesOf<Difficulty>::choices{"difficulty", difficulty};
constexpr Choices ChoicesOf<IncidentKind>::choices{"incidentKind", incident_kind};
constexpr Choices ChoicesOf<Tier>::choices{"tier", tier};
constexpr Choices ChoicesOf<ActivityKind>::choices{"activityKind", activity_kind};
constexpr Choices ChoicesOf<RotaState>::choices{"rotaState", rota_state};
constexpr Choices ChoicesOf<FindingState>::choices{"findingState", finding_state};
constexpr Choices ChoicesOf<Timing>::choices{"timing", timing};
constexpr Choices ChoicesOf<FindingSource>::choices{"findingSource", finding_source};
constexpr Choices ChoicesOf<FindingSeverity>::choices{"findingSeverity", finding_severity};
constexpr Choices ChoicesOf<Effectiveness>::choices{"effectiveness", effectiveness};
constexpr Choices ChoicesOf<CheckResult>::choices{"checkResult", check_result};
constexpr Choices ChoicesOf<CauseKind>::choices{"causeKind", cause_kind};
constexpr Choices ChoicesOf<ApprovalRole>::choices{"approvalRole", approval_role};

}  // namespace model
