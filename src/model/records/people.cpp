// Descriptions of people, units, roles, duties: the only list of their fields.
#include "model/plan.hpp"
#include "model/records/records.hpp"

namespace model {
namespace {

constexpr FieldInfo person_fields[] = {
    field<&Person::name>("name", {.flags = kTitle | kRequired | kColumn}),
    field<&Person::position>("position", {.flags = kColumn}),
    field<&Person::unit>("unit", {.flags = kColumn}),
    field<&Person::phone>("phone", {.flags = kPersonal}),
    field<&Person::email>("email", {.flags = kPersonal}),
    field<&Person::minutes_per_day>("minutesPerDay", {.min = 0, .max = 1440, .unit = "minute"}),
    field<&Person::left>("left", {.flags = kColumn}),
    field<&Person::note>("note"),
};

constexpr FieldInfo unit_fields[] = {
    field<&Unit::parent>("parent", {.flags = kTree}),
    field<&Unit::name>("name", {.flags = kTitle | kRequired | kColumn}),
    field<&Unit::kind>("kind", {.flags = kColumn}),
    field<&Unit::leader>("leader", {.flags = kColumn}),
    field<&Unit::deputies>("deputies"),
    field<&Unit::members>("members"),
    field<&Unit::composition>("composition", {.flags = kColumn}),
    field<&Unit::duties>("duties", {.flags = kLong}),
    field<&Unit::phone>("phone", {.flags = kPersonal}),
    field<&Unit::email>("email", {.flags = kPersonal}),
};

constexpr FieldInfo assessment_fields[] = {
    field<&Assessment::object>("object", {.flags = kTitle | kRequired | kColumn}),
    field<&Assessment::period>("period", {.flags = kColumn}),
    field<&Assessment::scoring>("scoring", {.flags = kLong | kColumn}),
    field<&Assessment::consequence>("consequence", {.flags = kLong | kColumn}),
    field<&Assessment::owner>("owner", {.flags = kColumn}),
};

constexpr FieldInfo recurringDuty_fields[] = {
    field<&RecurringDuty::title>("title", {.flags = kTitle | kRequired | kColumn}),
    field<&RecurringDuty::content>("content", {.flags = kLong | kColumn}),
    field<&RecurringDuty::frequency>("frequency", {.flags = kColumn}),
    field<&RecurringDuty::owner>("owner", {.flags = kColumn}),
    field<&RecurringDuty::unit>("unit"),
    field<&RecurringDuty::record>("record"),
};

constexpr FieldInfo teamRole_fields[] = {
    field<&TeamRole::name>("name", {.flags = kTitle | kRequired | kColumn}),
    field<&TeamRole::headcount_min>("headcountMin", {.flags = kColumn, .min = 0, .max = 10000}),
    field<&TeamRole::headcount_max>("headcountMax", {.min = 0, .max = 10000}),
    field<&TeamRole::headcount_open>("headcountOpen", {.flags = kColumn}),
    field<&TeamRole::minutes_per_day>("minutesPerDay", {.flags = kColumn, .min = 0, .max = 1440, .unit = "minute"}),
    field<&TeamRole::duties>("duties", {.flags = kLong | kColumn}),
    field<&TeamRole::condition>("condition"),
    field<&TeamRole::people>("people", {.flags = kColumn}),
};

constexpr FieldInfo assignment_fields[] = {
    field<&Assignment::person>("person", {.flags = kRequired | kColumn}),
    field<&Assignment::duty>("duty", {.flags = kTitle | kRequired | kColumn}),
    field<&Assignment::task>("task", {.flags = kColumn}),
    field<&Assignment::minutes_per_day>("minutesPerDay", {.flags = kColumn, .min = 0, .max = 1440, .unit = "minute"}),
};

}  // namespace

constexpr RecordInfo assessment_record = record_of<Assessment>("assessment", "assessments", assessment_fields);
constexpr RecordInfo recurringDuty_record =
    record_of<RecurringDuty>("recurringDuty", "recurringDuties", recurringDuty_fields);
constexpr RecordInfo person_record = record_of<Person>("person", "people", person_fields);
constexpr RecordInfo unit_record = record_of<Unit>("unit", "units", unit_fields);
constexpr RecordInfo teamRole_record = record_of<TeamRole>("teamRole", "teamRoles", teamRole_fields);
constexpr RecordInfo assignment_record = record_of<Assignment>("assignment", "assignments", assignment_fields);

}  // namespace model
