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
    field<&Inspection::start>("start"),
    field<&Inspection::finish>("finish"),
    field<&Inspection::units>("units"),
    field<&Inspection::author>("author"),
    field<&Inspection::approver>("approver"),
    field<&Inspection::addressee>("addressee"),
    field<&Inspection::issued_on>("issuedOn"),
    field<&Inspection::contact>("contact"),
};

constexpr FieldInfo inspector_fields[] = {
    field<&Inspector::inspection>("inspection", {.flags = kOwner}),
    field<&Inspector::person>("person", {.flags = kRequired | kColumn}),
    field<&Inspector::role>("role", {.flags = kTitle | kColumn}),
};

constexpr FieldInfo checklistItem_fields[] = {
    field<&ChecklistItem::inspection>("inspection", {.flags = kOwner}),
    field<&ChecklistItem::category>("category", {.flags = kColumn}),
    field<&ChecklistItem::item>("item", {.flags = kTitle | kRequired | kLong | kColumn}),
    field<&ChecklistItem::basis>("basis", {.flags = kColumn}),
    field<&ChecklistItem::method>("method"),
    field<&ChecklistItem::result>("result", {.flags = kColumn}),
    field<&ChecklistItem::note>("note", {.flags = kLong | kColumn}),
    field<&ChecklistItem::found>("found"),
};

constexpr FieldInfo draftedPart_fields[] = {
    field<&DraftedPart::inspection>("inspection", {.flags = kOwner | kSystem}),
    field<&DraftedPart::part>("part", {.flags = kSystem}),
    field<&DraftedPart::text>("text", {.flags = kSystem | kLong}),
    field<&DraftedPart::date>("date", {.flags = kSystem}),
};

constexpr FieldInfo extension_fields[] = {
    field<&Extension::finding>("finding", {.flags = kOwner}),
    field<&Extension::from>("from", {.flags = kColumn}),
    field<&Extension::to>("to", {.flags = kRequired | kColumn}),
    field<&Extension::reason>("reason", {.flags = kTitle | kRequired | kLong | kColumn}),
    field<&Extension::allowed_by>("allowedBy", {.flags = kRequired | kColumn}),
    field<&Extension::date>("date", {.flags = kColumn}),
};

constexpr FieldInfo effect_fields[] = {
    field<&Effect::inspection>("inspection", {.flags = kOwner}),
    field<&Effect::metric>("metric", {.flags = kTitle | kRequired | kColumn}),
    field<&Effect::before>("before", {.flags = kColumn}),
    field<&Effect::after>("after", {.flags = kColumn}),
    field<&Effect::unit>("unit", {.flags = kColumn}),
    field<&Effect::change>("change", {.unit = "percent"}),
    field<&Effect::text>("text", {.flags = kLong}),
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
    field<&Finding::cause_kind>("causeKind"),
    field<&Finding::whys>("whys"),
    field<&Finding::aim>("aim", {.flags = kLong}),
    field<&Finding::leader>("leader"),
    field<&Finding::unit>("unit"),
    field<&Finding::joint_units>("jointUnits"),
    field<&Finding::owner>("owner", {.flags = kColumn}),
    field<&Finding::timing>("timing", {.flags = kColumn}),
    field<&Finding::deadline>("deadline", {.flags = kColumn}),
    field<&Finding::deadline_words>("deadlineWords", {.flags = kWithPrevious}),
    field<&Finding::review_frequency>("reviewFrequency"),
    field<&Finding::progress_note>("progressNote", {.flags = kLong}),
    field<&Finding::state>("state", {.flags = kSystem | kColumn}),
    field<&Finding::verifier>("verifier"),
    field<&Finding::completed_on>("completedOn", {.flags = kSystem}),
    field<&Finding::closed_on>("closedOn", {.flags = kSystem}),
    field<&Finding::acceptance>("acceptance", {.flags = kLong}),
    field<&Finding::effectiveness>("effectiveness"),
    field<&Finding::recurrence_of>("recurrenceOf"),
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
    field<&Measure::deadline_words>("deadlineWords", {.flags = kWithPrevious}),
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

constexpr RecordInfo inspector_record = record_of<Inspector>("inspector", "inspectors", inspector_fields);
constexpr RecordInfo checklistItem_record =
    record_of<ChecklistItem>("checklistItem", "checklist", checklistItem_fields);
constexpr RecordInfo draftedPart_record = record_of<DraftedPart>("draftedPart", "draftedParts", draftedPart_fields);
constexpr RecordInfo extension_record = record_of<Extension>("extension", "extensions", extension_fields);
constexpr RecordInfo inspection_record = record_of<Inspection>("inspection", "inspections", inspection_fields);
constexpr RecordInfo effect_record = record_of<Effect>("effect", "effects", effect_fields);
constexpr RecordInfo finding_record = record_of<Finding>("finding", "findings", finding_fields);
constexpr RecordInfo measure_record = record_of<Measure>("measure", "measures", measure_fields);
constexpr RecordInfo evidenceItem_record = record_of<Evidence>("evidenceItem", "evidence", evidenceItem_fields);
constexpr RecordInfo stateChange_record = record_of<StateChange>("stateChange", "stateChanges", stateChange_fields);
constexpr RecordInfo lookBack_record = record_of<LookBack>("lookBack", "lookBacks", lookBack_fields);

}  // namespace model
