// model/governance.hpp: monitoring mechanisms, communication matrix and collaboration.
#pragma once

#include "model/people.hpp"

namespace model {

enum class MonitoringKind : std::uint8_t { Meeting, Report, DataAnalysis, Inspection };

struct Monitoring : Row {
    static constexpr RecordType type = RecordType::Monitoring;
    std::string name;
    MonitoringKind kind{};
    std::string frequency;
    std::string participants;
    Refs<Person> people;  // those of them who are in the plan
    std::string purpose;
    std::string content;
    Ref<Person> submitted_by;  // 报告提交: who sums up …
    Ref<Person> submitted_to;  // … and for whom
    std::string tool;
    Ref<Person> owner;
};

struct Communication : Row {
    static constexpr RecordType type = RecordType::Communication;
    std::string audience;
    std::string content;
    std::string way;
    std::string frequency;
    bool on_demand = false;  // 根据需求灵活安排: a frequency is not expected
    Ref<Person> owner;
};

struct Collaboration : Row {
    static constexpr RecordType type = RecordType::Collaboration;
    std::string name;
    std::string way;
    std::string duties;
    std::string benefit_label;  // 资源共享, 工作效率提升, 目标 …
    std::string benefit;
    Refs<Unit> units;
    std::string frequency;
};

// What one unit does in a collaboration.
struct CollaborationDuty : Row {
    static constexpr RecordType type = RecordType::CollaborationDuty;
    Ref<Collaboration> collaboration;
    Ref<Unit> unit;
    std::string duty;
};

// One clause of rules: 章 at the top, 条 below, 款 and 项 below these.
struct Clause : Row {
    static constexpr RecordType type = RecordType::Clause;
    Ref<Clause> parent;
    std::string title;  // 第一章's name; of a 条 mostly empty
    std::string text;
};

// One step of a procedure: 账号认证, 突发事件处置.
struct ProcedureStep : Row {
    static constexpr RecordType type = RecordType::ProcedureStep;
    std::string procedure;
    std::string action;
    std::string role;  // who does it, as a post
    Ref<Person> person;
    std::string time_limit;  // 24小时内
    std::string output;      // what exists afterwards
};

// The standing review matrix: which level is reviewed by whom, and when.
struct ReviewDuty : Row {
    static constexpr RecordType type = RecordType::ReviewDuty;
    std::string level;
    std::string reviewer;  // as a post
    Ref<Person> person;
    std::string condition;   // 重大、敏感信息
    std::string time_limit;  // 1个工作日
};

template <> struct ChoicesOf<MonitoringKind> { static const Choices choices; };

}  // namespace model
