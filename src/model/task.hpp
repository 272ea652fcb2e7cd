// model/task.hpp: work breakdown: tasks of any depth, dependencies and milestones.
#pragma once

#include "model/goal.hpp"
#include "model/risk.hpp"

namespace model {

enum class TaskStatus : std::uint8_t { NotStarted, Running, Done, Paused, Cancelled };
// What a person lays down about when a task may be, beside its own dates.
enum class TaskConstraint : std::uint8_t {
    None,  // as soon as possible
    StartNoEarlierThan,
    StartNoLaterThan,
    FinishNoEarlierThan,
    FinishNoLaterThan,
    MustStartOn,
    MustFinishOn,
    AsLateAsPossible,  // needs no date
};
enum class DependencyType : std::uint8_t { FinishToStart, StartToStart, FinishToFinish, StartToFinish };

struct BudgetLine;

struct Task : Row {
    static constexpr RecordType type = RecordType::Task;
    Ref<Task> parent;
    std::string title;
    std::string short_title;  // the shorter name that some documents use in their tables
    std::string description;
    std::string importance;
    std::string expected_result;
    Ref<Person> owner;
    Refs<Person> participants;
    Date start;               // first day of work, or …
    std::string start_words;  // … in words (6月, 第一季度), where no day is known: analysis/when.hpp
    Date finish;              // last day of work, inclusive
    std::string finish_words;
    std::optional<std::int64_t> duration_days;  // working days; empty: those between its own dates
    std::optional<Decimal> effort_hours;        // work of all people together
    TaskConstraint constraint{};
    Date constraint_date;
    std::vector<std::string> resources;
    std::optional<std::int64_t> progress;  // percent, 0..100
    TaskStatus status{};
    Refs<Goal> goals;
    Refs<Indicator> indicators;
    Refs<Risk> risks;
    std::string note;
};

// successor may not begin (finish) before predecessor has begun (finished), plus lag.
struct Dependency : Row {
    static constexpr RecordType type = RecordType::Dependency;
    Ref<Task> successor;
    Ref<Task> predecessor;
    DependencyType kind{};
    std::optional<std::int64_t> lag_days;  // working days, may be negative
};

struct Milestone : Row {
    static constexpr RecordType type = RecordType::Milestone;
    std::string title;
    Date date;
    std::string date_words;
    Ref<Task> task;
    Date reached_on;  // empty: not reached yet
    std::string note;
};

// The plan of work as it stood on a day, to compare with.
struct Baseline : Row {
    static constexpr RecordType type = RecordType::Baseline;
    std::string name;
    Date taken_on;
    std::string note;
};

// One task as a baseline holds it.
struct BaselineTask : Row {
    static constexpr RecordType type = RecordType::BaselineTask;
    Ref<Baseline> baseline;
    Ref<Task> task;
    Date start;
    Date finish;
    std::optional<std::int64_t> duration_days;  // working days, as the calendar was then
    std::optional<std::int64_t> progress;       // percent
    std::optional<Money> cost;                  // of its budget lines
};

template <> struct ChoicesOf<TaskConstraint> { static const Choices choices; };
template <> struct ChoicesOf<TaskStatus> { static const Choices choices; };
template <> struct ChoicesOf<DependencyType> { static const Choices choices; };

}  // namespace model
