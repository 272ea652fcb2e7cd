// model/goal.hpp: goals by horizon with numeric targets, and the indicators that measure them.
#pragma once

#include "model/people.hpp"

namespace model {

enum class Horizon : std::uint8_t { None, Short, Middle, Long };
enum class Comparison : std::uint8_t { AtLeast, AtMost, Equal, About, MoreThan, LessThan, Between };
enum class Direction : std::uint8_t { HigherIsBetter, LowerIsBetter };

struct Indicator;
struct Criterion;

struct Goal : Row {
    static constexpr RecordType type = RecordType::Goal;
    Horizon horizon{};
    std::string name;  // 目标一 / 提升知名度
    std::string text;
    Date due;
    std::string due_words;  // 6月, 长期
    std::vector<std::string> services;
};

struct GoalTarget : Row {
    static constexpr RecordType type = RecordType::GoalTarget;
    Ref<Goal> goal;
    std::string metric;
    Ref<Indicator> indicator;
    Comparison comparison{};
    std::optional<Decimal> value;     // empty: the number is still open
    std::optional<Decimal> value_to;  // upper end of Between
    std::string unit;
    std::string period;  // 每月, 第一年内
};

// 评估指标. Also a consortium's shared indicators (shared).
struct Indicator : Row {
    static constexpr RecordType type = RecordType::Indicator;
    std::string name;
    std::string dimension;  // 认知度, 信任度, 行为意向 …
    std::string unit;
    Direction direction{};
    std::optional<Decimal> baseline;
    Date baseline_on;
    std::optional<Decimal> target;
    Date target_on;
    std::string method;
    std::vector<std::string> time_points;
    std::string source;
    Ref<Person> owner;
    std::optional<Decimal> weight;  // percent
    bool shared = false;
};

struct Reading : Row {
    static constexpr RecordType type = RecordType::Reading;
    Ref<Indicator> indicator;
    Date date;
    std::optional<Decimal> value;
    std::string source;
    std::string note;
};

// 评估标准
struct Criterion : Row {
    static constexpr RecordType type = RecordType::Criterion;
    std::string name;
    std::vector<std::string> measures;  // 评估指标 in words
    Refs<Indicator> indicators;
    std::vector<std::string> time_points;
    std::vector<std::string> methods;
};

template <> struct ChoicesOf<Horizon> { static const Choices choices; };
template <> struct ChoicesOf<Comparison> { static const Choices choices; };
template <> struct ChoicesOf<Direction> { static const Choices choices; };

}  // namespace model
