// Descriptions of monitoring, communication, collaboration: the only list of their fields.
#include "model/plan.hpp"
#include "model/records/records.hpp"

namespace model {
namespace {

constexpr FieldInfo monitoringMechanism_fields[] = {
    field<&Monitoring::name>("name", {.flags = kTitle | kRequired | kColumn}),
    field<&Monitoring::kind>("kind", {.flags = kColumn}),
    field<&Monitoring::frequency>("frequency", {.flags = kRequired | kColumn}),
    field<&Monitoring::participants>("participants"),
    field<&Monitoring::people>("people"),
    field<&Monitoring::purpose>("purpose", {.flags = kLong}),
    field<&Monitoring::content>("content", {.flags = kLong | kColumn}),
    field<&Monitoring::submitted_by>("submittedBy"),
    field<&Monitoring::submitted_to>("submittedTo"),
    field<&Monitoring::tool>("tool"),
    field<&Monitoring::owner>("owner", {.flags = kColumn}),
};

constexpr FieldInfo communication_fields[] = {
    field<&Communication::audience>("audience", {.flags = kTitle | kRequired | kColumn}),
    field<&Communication::content>("content", {.flags = kLong | kColumn}),
    field<&Communication::way>("way", {.flags = kColumn}),
    field<&Communication::frequency>("frequency", {.flags = kColumn}),
    field<&Communication::on_demand>("onDemand"),
    field<&Communication::owner>("owner", {.flags = kColumn}),
};

constexpr FieldInfo collaboration_fields[] = {
    field<&Collaboration::name>("name", {.flags = kTitle | kRequired | kColumn}),
    field<&Collaboration::way>("way", {.flags = kLong | kColumn}),
    field<&Collaboration::duties>("duties", {.flags = kLong | kColumn}),
    field<&Collaboration::benefit_label>("benefitLabel"),
    field<&Collaboration::benefit>("benefit", {.flags = kLong}),
    field<&Collaboration::units>("units"),
    field<&Collaboration::frequency>("frequency"),
};

constexpr FieldInfo collaborationDuty_fields[] = {
    field<&CollaborationDuty::collaboration>("collaboration", {.flags = kOwner}),
    field<&CollaborationDuty::unit>("unit", {.flags = kRequired | kColumn}),
    field<&CollaborationDuty::duty>("duty", {.flags = kTitle | kLong | kColumn}),
};

constexpr FieldInfo clause_fields[] = {
    field<&Clause::parent>("parent", {.flags = kTree}),
    field<&Clause::title>("title", {.flags = kTitle | kColumn}),
    field<&Clause::text>("text", {.flags = kLong | kColumn}),
};

constexpr FieldInfo procedureStep_fields[] = {
    field<&ProcedureStep::procedure>("procedure", {.flags = kColumn}),
    field<&ProcedureStep::action>("action", {.flags = kTitle | kRequired | kLong | kColumn}),
    field<&ProcedureStep::role>("role", {.flags = kColumn}),
    field<&ProcedureStep::person>("person"),
    field<&ProcedureStep::time_limit>("timeLimit", {.flags = kColumn}),
    field<&ProcedureStep::output>("output"),
};

constexpr FieldInfo reviewDuty_fields[] = {
    field<&ReviewDuty::level>("level", {.flags = kTitle | kRequired | kColumn}),
    field<&ReviewDuty::reviewer>("reviewer", {.flags = kColumn}),
    field<&ReviewDuty::person>("person"),
    field<&ReviewDuty::condition>("condition", {.flags = kLong | kColumn}),
    field<&ReviewDuty::time_limit>("timeLimit", {.flags = kColumn}),
};

}  // namespace

constexpr RecordInfo collaborationDuty_record =
    record_of<CollaborationDuty>("collaborationDuty", "collaborationDuties", collaborationDuty_fields);
constexpr RecordInfo clause_record = record_of<Clause>("clause", "clauses", clause_fields);
constexpr RecordInfo procedureStep_record =
    record_of<ProcedureStep>("procedureStep", "procedureSteps", procedureStep_fields);
constexpr RecordInfo reviewDuty_record = record_of<ReviewDuty>("reviewDuty", "reviewDuties", reviewDuty_fields);
constexpr RecordInfo monitoringMechanism_record =
    record_of<Monitoring>("monitoringMechanism", "monitoring", monitoringMechanism_fields);
constexpr RecordInfo communication_record =
    record_of<Communication>("communication", "communications", communication_fields);
constexpr RecordInfo collaboration_record =
    record_of<Collaboration>("collaboration", "collaborations", collaboration_fields);

}  // namespace model
