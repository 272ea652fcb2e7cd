// model/task.hpp: work breakdown: tasks of any depth, dependencies and milestones.
#pragma once

#include "model/goal.hpp"
#include "model/risk.hpp"

namespace model {

enum class TaskStatus : std::uint8_t { NotStarted, Running, Done, Paused, Cancelled };
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

template <> struct ChoicesOf<TaskStatus> { static const Choices choices; };
template <> struct ChoicesOf<DependencyType> { static const Choices choices; };

}  // namespace model
