// Descriptions of goals, targets, indicators, readings, criteria: the only list of their fields.
#include "model/plan.hpp"
#include "model/records/records.hpp"

namespace model {
namespace {

constexpr FieldInfo goal_fields[] = {
    field<&Goal::horizon>("horizon", {.flags = kColumn}),
    field<&Goal::name>("name", {.flags = kColumn}),
    field<&Goal::text>("text", {.flags = kTitle | kRequired | kLong | kColumn}),
    field<&Goal::due>("due", {.flags = kColumn}),
    field<&Goal::due_words>("dueWords", {.flags = kWithPrevious}),
    field<&Goal::services>("services"),
};

constexpr FieldInfo goalTarget_fields[] = {
    field<&GoalTarget::goal>("goal", {.flags = kOwner}),
    field<&GoalTarget::metric>("metric", {.flags = kTitle | kRequired | kColumn}),
    field<&GoalTarget::indicator>("indicator"),
    field<&GoalTarget::comparison>("comparison", {.flags = kColumn}),
    field<&GoalTarget::value>("value", {.flags = kColumn | kWithPrevious}),
    field<&GoalTarget::value_to>("valueTo", {.flags = kWithPrevious}),
    field<&GoalTarget::unit>("unit", {.flags = kColumn | kWithPrevious}),
    field<&GoalTarget::period>("period", {.flags = kColumn}),
};

constexpr FieldInfo indicator_fields[] = {
    field<&Indicator::name>("name", {.flags = kTitle | kRequired | kColumn}),
    field<&Indicator::dimension>("dimension", {.flags = kColumn}),
    field<&Indicator::unit>("unit", {.flags = kColumn}),
    field<&Indicator::direction>("direction", {.flags = kColumn}),
    field<&Indicator::baseline>("baseline", {.flags = kColumn}),
    field<&Indicator::baseline_on>("baselineOn"),
    field<&Indicator::target>("target", {.flags = kColumn}),
    field<&Indicator::target_on>("targetOn", {.flags = kColumn}),
    field<&Indicator::method>("method"),
    field<&Indicator::time_points>("timePoints"),
    field<&Indicator::source>("source"),
    field<&Indicator::owner>("owner", {.flags = kColumn}),
    field<&Indicator::weight>("weight", {.flags = kPercent, .min = 0, .max = 100, .unit = "percent"}),
    field<&Indicator::shared>("shared"),
};

constexpr FieldInfo reading_fields[] = {
    field<&Reading::indicator>("indicator", {.flags = kOwner}),
    field<&Reading::date>("date", {.flags = kRequired | kColumn}),
    field<&Reading::value>("value", {.flags = kRequired | kColumn}),
    field<&Reading::source>("source", {.flags = kColumn}),
    field<&Reading::note>("note"),
};

constexpr FieldInfo criterion_fields[] = {
    field<&Criterion::name>("name", {.flags = kTitle | kRequired | kColumn}),
    field<&Criterion::measures>("measures", {.flags = kColumn}),
    field<&Criterion::indicators>("indicators", {.flags = kColumn}),
    field<&Criterion::time_points>("timePoints", {.flags = kColumn}),
    field<&Criterion::methods>("methods", {.flags = kColumn}),
};

}  // namespace

constexpr RecordInfo goal_record = record_of<Goal>("goal", "goals", goal_fields);
constexpr RecordInfo goalTarget_record = record_of<GoalTarget>("goalTarget", "goalTargets", goalTarget_fields);
constexpr RecordInfo indicator_record = record_of<Indicator>("indicator", "indicators", indicator_fields);
constexpr RecordInfo reading_record = record_of<Reading>("reading", "readings", reading_fields);
constexpr RecordInfo criterion_record = record_of<Criterion>("criterion", "criteria", criterion_fields);

}  // namespace model
