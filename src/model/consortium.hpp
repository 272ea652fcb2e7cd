// model/consortium.hpp: a medical consortium that communicates under one brand (seed 4).
#pragma once

#include "model/publishing.hpp"

namespace model {

enum class Tier : std::uint8_t { CoreHospital, Primary, Specialised };
enum class ActivityKind : std::uint8_t { JointTheme, ByTier, Digital };
enum class RotaState : std::uint8_t { Planned, Delivered, Missed };

struct Consortium : Row {
    static constexpr RecordType type = RecordType::Consortium;
    std::string name;
    std::string lead_unit;
    std::string brand_value;  // 品牌核心价值
    std::string slogan;
    std::string logo;
    std::string colours;     // 标准色
    std::string tagline;     // 宣传语
    std::string situation;   // facts and problems that the strategy answers
    std::string incentives;  // 激励与约束
    std::string fund;        // 专项基金
};

struct Member : Row {
    static constexpr RecordType type = RecordType::Member;
    std::string name;
    Tier tier{};
    std::string positioning;
    std::string focus;  // 传播重点
    std::vector<std::string> channels;
    std::string duties;
    Ref<Person> contact;
};

struct SharedAsset : Row {
    static constexpr RecordType type = RecordType::SharedAsset;
    std::string name;
    std::string kind;  // 图文, 视频, 海报
    Ref<Member> owner;
    std::string usage;
};

// 轮值供稿
struct RotaTurn : Row {
    static constexpr RecordType type = RecordType::RotaTurn;
    Date week;  // any day of the week
    Ref<Member> member;
    std::string topic;
    RotaState state{};
};

struct Activity : Row {
    static constexpr RecordType type = RecordType::Activity;
    std::string name;
    ActivityKind kind{};
    Refs<Member> hosts;
    std::string audience;
    Date start;
    Date finish;
    std::optional<std::int64_t> reach;  // people
    std::string description;
};

template <> struct ChoicesOf<Tier> { static const Choices choices; };
template <> struct ChoicesOf<ActivityKind> { static const Choices choices; };
template <> struct ChoicesOf<RotaState> { static const Choices choices; };

}  // namespace model
