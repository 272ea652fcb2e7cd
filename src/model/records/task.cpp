// Descriptions of tasks, dependencies, milestones, baselines: the only list of their fields.
#include "model/plan.hpp"
#include "model/records/records.hpp"

namespace model {
namespace {

constexpr FieldInfo task_fields[] = {
    field<&Task::parent>("parent", {.flags = kTree}),
    field<&Task::title>("title", {.flags = kTitle | kRequired | kColumn}),
    field<&Task::short_title>("shortTitle"),
    field<&Task::description>("description", {.flags = kLong}),
    field<&Task::importance>("importance", {.flags = kLong}),
    field<&Task::expected_result>("expectedResult", {.flags = kLong}),
    field<&Task::owner>("owner", {.flags = kRequired | kColumn}),
    field<&Task::participants>("participants"),
    field<&Task::start>("start", {.flags = kRequired | kColumn}),
    field<&Task::start_words>("startWords", {.flags = kWithPrevious}),
    field<&Task::finish>("finish", {.flags = kRequired | kColumn}),
    field<&Task::finish_words>("finishWords", {.flags = kWithPrevious}),
    field<&Task::duration_days>("durationDays", {.min = 0, .max = 36500, .unit = "workingDay"}),
    field<&Task::effort_hours>("effortHours", {.min = 0, .max = 1000000, .unit = "hour"}),
    field<&Task::constraint>("constraint"),
    field<&Task::constraint_date>("constraintDate", {.flags = kWithPrevious}),
    field<&Task::resources>("resources"),
    field<&Task::progress>("progress", {.flags = kPercent | kColumn, .min = 0, .max = 100, .unit = "percent"}),
    field<&Task::status>("status", {.flags = kColumn}),
    field<&Task::goals>("goals"),
    field<&Task::indicators>("indicators"),
    field<&Task::risks>("risks"),
    field<&Task::note>("note", {.flags = kLong}),
};

constexpr FieldInfo dependency_fields[] = {
    field<&Dependency::successor>("successor", {.flags = kOwner}),
    field<&Dependency::predecessor>("predecessor", {.flags = kRequired | kColumn}),
    field<&Dependency::kind>("kind", {.flags = kColumn}),
    field<&Dependency::lag_days>("lagDays", {.flags = kColumn, .min = -3650, .max = 3650, .unit = "workingDay"}),
};

constexpr FieldInfo milestone_fields[] = {
    field<&Milestone::title>("title", {.flags = kTitle | kRequired | kColumn}),
    field<&Milestone::date>("date", {.flags = kRequired | kColumn}),
    field<&Milestone::date_words>("dateWords", {.flags = kWithPrevious}),
    field<&Milestone::task>("task", {.flags = kColumn}),
    field<&Milestone::reached_on>("reachedOn", {.flags = kColumn}),
    field<&Milestone::note>("note"),
};

constexpr FieldInfo baseline_fields[] = {
    field<&Baseline::name>("name", {.flags = kTitle | kRequired | kColumn}),
    field<&Baseline::taken_on>("takenOn", {.flags = kColumn}),
    field<&Baseline::note>("note", {.flags = kLong | kColumn}),
};

constexpr FieldInfo baselineTask_fields[] = {
    field<&BaselineTask::baseline>("baseline", {.flags = kOwner}),
    field<&BaselineTask::task>("task", {.flags = kColumn}),
    field<&BaselineTask::start>("start", {.flags = kColumn}),
    field<&BaselineTask::finish>("finish", {.flags = kColumn}),
    field<&BaselineTask::duration_days>("durationDays",
                                        {.flags = kColumn, .min = 0, .max = 36500, .unit = "workingDay"}),
    field<&BaselineTask::progress>("progress", {.flags = kPercent | kColumn, .min = 0, .max = 100, .unit = "percent"}),
    field<&BaselineTask::cost>("cost", {.flags = kColumn, .min = 0, .max = 900000000000000}),
};

}  // namespace

constexpr RecordInfo task_record = record_of<Task>("task", "tasks", task_fields);
constexpr RecordInfo dependency_record = record_of<Dependency>("dependency", "dependencies", dependency_fields);
constexpr RecordInfo milestone_record = record_of<Milestone>("milestone", "milestones", milestone_fields);
constexpr RecordInfo baseline_record = record_of<Baseline>("baseline", "baselines", baseline_fields);
constexpr RecordInfo baselineTask_record =
    record_of<BaselineTask>("baselineTask", "baselineTasks", baselineTask_fields);

}  // namespace model
