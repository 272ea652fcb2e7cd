// Descriptions of self-inspection and rectification: the only list of their fields.
#include "model/plan.hpp"
#include "model/records/records.hpp"

namespace model {
namespace {

constexpr FieldInfo inspection_fields[] = {
    field<&Inspection::title>("title", {.flags = kTitle | kRequired | kColumn}),
    field<&Inspection::date>("date", {.flags = kRequired | kColumn}),
    field<&Inspection::purpose>("purpose", {.flags = kLong}),
    field<&Inspection::scope>("scope", {.flags = kLong}),
    field<&Inspection::methods>("methods"),
    field<&Inspection::organisation>("organisation", {.flags = kLong}),
    field<&Inspection::functions>("functions", {.flags = kLong}),
    field<&Inspection::recent_work>("recentWork", {.flags = kLong}),
    field<&Inspection::problem_overview>("problemOverview", {.flags = kLong}),
    field<&Inspection::inspectors>("inspectors", {.flags = kColumn}),
    field<&Inspection::conclusion>("conclusion", {.flags = kLong}),
    field<&Inspection::next_steps>("nextSteps", {.flags = kLong}),
};

constexpr FieldInfo effect_fields[] = {
    field<&Effect::inspection>("inspection", {.flags = kOwner}),
    field<&Effect::metric>("metric", {.flags = kTitle | kRequired | kColumn}),
    field<&Effect::before>("before", {.flags = kColumn}),
    field<&Effect::after>("after", {.flags = kColumn}),
    field<&Effect::unit>("unit", {.flags = kColumn}),
    field<&Effect::note>("note", {.flags = kColumn}),
};

constexpr FieldInfo finding_fields[] = {
    field<&Finding::inspection>("inspection", {.flags = kOwner}),
    field<&Finding::source>("source"),
    field<&Finding::category>("category", {.flags = kColumn}),
    field<&Finding::description>("description", {.flags = kTitle | kRequired | kLong | kColumn}),
    field<&Finding::example>("example", {.flags = kLong}),
    field<&Finding::effect>("effect", {.flags = kLong}),
    field<&Finding::severity>("severity"),
    field<&Finding::found_on>("foundOn"),
    field<&Finding::rule>("rule", {.flags = kSystem}),
    field<&Finding::subject_type>("subjectType", {.flags = kSystem}),
    field<&Finding::subject>("subject", {.flags = kAnyRecord | kSystem | kWithPrevious}),
    field<&Finding::cause>("cause", {.flags = kLong | kColumn}),
    field<&Finding::aim>("aim", {.flags = kLong}),
    field<&Finding::leader>("leader"),
    field<&Finding::unit>("unit"),
    field<&Finding::owner>("owner", {.flags = kColumn}),
    field<&Finding::timing>("timing", {.flags = kColumn}),
    field<&Finding::deadline>("deadline", {.flags = kColumn}),
    field<&Finding::review_frequency>("reviewFrequency"),
    field<&Finding::progress_note>("progressNote", {.flags = kLong}),
    field<&Finding::state>("state", {.flags = kSystem | kColumn}),
    field<&Finding::verifier>("verifier"),
    field<&Finding::completed_on>("completedOn", {.flags = kSystem}),
    field<&Finding::closed_on>("closedOn", {.flags = kSystem}),
    field<&Finding::note>("note", {.flags = kLong}),
};

constexpr FieldInfo measure_fields[] = {
    field<&Measure::finding>("finding", {.flags = kOwner}),
    field<&Measure::horizon>("horizon", {.flags = kColumn}),
    field<&Measure::timing>("timing", {.flags = kColumn}),
    field<&Measure::action>("action", {.flags = kTitle | kRequired | kLong | kColumn}),
    field<&Measure::tool>("tool"),
    field<&Measure::owner>("owner", {.flags = kColumn}),
    field<&Measure::deadline>("deadline", {.flags = kColumn}),
    field<&Measure::review_frequency>("reviewFrequency"),
    field<&Measure::done_on>("doneOn"),
};

constexpr FieldInfo evidenceItem_fields[] = {
    field<&Evidence::finding>("finding", {.flags = kOwner}),
    field<&Evidence::description>("description", {.flags = kTitle | kRequired | kColumn}),
    field<&Evidence::kind>("kind", {.flags = kColumn}),
    field<&Evidence::place>("place", {.flags = kColumn}),
    field<&Evidence::date>("date", {.flags = kColumn}),
};

constexpr FieldInfo stateChange_fields[] = {
    field<&StateChange::finding>("finding", {.flags = kOwner | kSystem}),
    field<&StateChange::from>("from", {.flags = kSystem | kColumn}),
    field<&StateChange::to>("to", {.flags = kSystem | kColumn}),
    field<&StateChange::by>("by", {.flags = kSystem | kColumn}),
    field<&StateChange::date>("date", {.flags = kSystem | kColumn}),
    field<&StateChange::note>("note", {.flags = kTitle | kLong | kColumn}),
};

constexpr FieldInfo lookBack_fields[] = {
    field<&LookBack::finding>("finding", {.flags = kOwner}),
    field<&LookBack::date>("date", {.flags = kRequired | kColumn}),
    field<&LookBack::checker>("checker", {.flags = kRequired | kColumn}),
    field<&LookBack::recurred>("recurred", {.flags = kColumn}),
    field<&LookBack::result>("result", {.flags = kTitle | kLong | kColumn}),
    field<&LookBack::new_action>("newAction", {.flags = kLong}),
};

}  // namespace

constexpr RecordInfo inspection_record = record_of<Inspection>("inspection", "inspections", inspection_fields);
constexpr RecordInfo effect_record = record_of<Effect>("effect", "effects", effect_fields);
constexpr RecordInfo finding_record = record_of<Finding>("finding", "findings", finding_fields);
constexpr RecordInfo measure_record = record_of<Measure>("measure", "measures", measure_fields);
constexpr RecordInfo evidenceItem_record = record_of<Evidence>("evidenceItem", "evidence", evidenceItem_fields);
constexpr RecordInfo stateChange_record = record_of<StateChange>("stateChange", "stateChanges", stateChange_fields);
constexpr RecordInfo lookBack_record = record_of<LookBack>("lookBack", "lookBacks", lookBack_fields);

}  // namespace model
