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
};

}  // namespace

constexpr RecordInfo monitoringMechanism_record =
    record_of<Monitoring>("monitoringMechanism", "monitoring", monitoringMechanism_fields);
constexpr RecordInfo communication_record =
    record_of<Communication>("communication", "communications", communication_fields);
constexpr RecordInfo collaboration_record =
    record_of<Collaboration>("collaboration", "collaborations", collaboration_fields);

}  // namespace model
