// model/people.hpp: people, organisation units, team roles and who does what (seed documents 0, 1, 3).
#pragma once

#include "model/field.hpp"

namespace model {

enum class UnitKind : std::uint8_t { Department, LeadingGroup, Office, Committee, Team, Institution, Other };

struct Unit;
struct Task;

struct Person : Row {
    static constexpr RecordType type = RecordType::Person;
    std::string name;      // a person's name, or the post that answers for it (护士长)
    std::string position;  // 职务/职称
    Ref<Unit> unit;
    std::string phone;
    std::string email;
    std::optional<std::int64_t> minutes_per_day;  // what this plan may take of a working day; empty: a whole one
    bool left = false;  // no longer in the department: kept for history, not to be given new duties
    std::string note;
};

struct Unit : Row {
    static constexpr RecordType type = RecordType::Unit;
    Ref<Unit> parent;
    std::string name;
    UnitKind kind{};
    Ref<Person> leader;
    Refs<Person> deputies;
    Refs<Person> members;
    std::string composition;  // who belongs to it, in words: "各职能科室负责人"
    std::string duties;
    std::string phone;
    std::string email;
};

struct TeamRole : Row {
    static constexpr RecordType type = RecordType::TeamRole;
    std::string name;
    std::optional<std::int64_t> headcount_min;
    std::optional<std::int64_t> headcount_max;
    bool headcount_open = false;  // 若干
    std::optional<std::int64_t> minutes_per_day;
    std::string duties;
    std::string condition;  // when the role is (not) set up
    Refs<Person> people;
};

// 人力资源: one person, one duty.
struct Assignment : Row {
    static constexpr RecordType type = RecordType::Assignment;
    Ref<Person> person;
    std::string duty;
    Ref<Task> task;
    std::optional<std::int64_t> minutes_per_day;  // of work on the task, on each of its working days
};

// 考核: what is assessed, how and with what consequence.
struct Assessment : Row {
    static constexpr RecordType type = RecordType::Assessment;
    std::string object;
    std::string period;
    std::string scoring;
    std::string consequence;
    Ref<Person> owner;
};

// What somebody does again and again: a standing duty, not a piece of work with an end.
struct RecurringDuty : Row {
    static constexpr RecordType type = RecordType::RecurringDuty;
    std::string title;
    std::string content;
    std::string frequency;
    Ref<Person> owner;
    Ref<Unit> unit;
    std::string record;  // what proves that it was done
};

template <> struct ChoicesOf<UnitKind> { static const Choices choices; };

}  // namespace model
