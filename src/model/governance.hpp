// model/governance.hpp: monitoring mechanisms, communication matrix and collaboration.
#pragma once

#include "model/people.hpp"

namespace model {

enum class MonitoringKind : std::uint8_t { Meeting, Report, DataAnalysis };

struct Monitoring : Row {
    static constexpr RecordType type = RecordType::Monitoring;
    std::string name;
    MonitoringKind kind{};
    std::string frequency;
    std::string participants;
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
};

template <> struct ChoicesOf<MonitoringKind> { static const Choices choices; };

}  // namespace model
