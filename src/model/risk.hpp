// model/risk.hpp: the risk register.
#pragma once

#include "model/people.hpp"

namespace model {

enum class RiskStrategy : std::uint8_t { Unset, Avoid, Reduce, Transfer, Accept };
enum class ResponseState : std::uint8_t { Planned, Running, Effective, Dropped };

struct Risk : Row {
    static constexpr RecordType type = RecordType::Risk;
    std::string factor;  // 风险因素: what may happen
    std::string category;
    std::optional<std::int64_t> probability;           // 1..5
    std::optional<std::int64_t> impact;                // 1..5
    std::string impact_text;                           // 影响程度
    std::optional<std::int64_t> residual_probability;  // after the responses
    std::optional<std::int64_t> residual_impact;
    RiskStrategy strategy{};
    std::string trigger;
    Ref<Person> owner;
};

struct RiskResponse : Row {
    static constexpr RecordType type = RecordType::RiskResponse;
    Ref<Risk> risk;
    std::string action;  // 应对措施
    Ref<Person> owner;
    Date due;            // 执行时间 as a day …
    std::string timing;  // … or in words: 每月, 长期
    ResponseState state{};
    Ref<Task> task;
};

// 确保措施: one assurance measure for the whole register.
struct RiskAssurance : Row {
    static constexpr RecordType type = RecordType::RiskAssurance;
    std::string action;
    Ref<Person> owner;
    Date due;
    std::string timing;
};

template <> struct ChoicesOf<RiskStrategy> { static const Choices choices; };
template <> struct ChoicesOf<ResponseState> { static const Choices choices; };

}  // namespace model
