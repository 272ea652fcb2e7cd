// model/consortium.hpp: a medical consortium that communicates under one brand (seed 4).
#pragma once

#include "model/publishing.hpp"
#include "model/task.hpp"

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
    Ref<Unit> unit;  // the member as a unit, so that it can be named wherever a unit is
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
    std::string period_words;             // 第二季度, where no day is known
    std::optional<std::int64_t> reach;    // people, planned
    std::optional<std::int64_t> reached;  // people, in the end
    std::string description;
    Ref<Person> owner;
    std::optional<Money> budget;
    Ref<Task> task;
};

// What the strategy asks of one tier.
struct TierStrategy : Row {
    static constexpr RecordType type = RecordType::TierStrategy;
    Tier tier{};
    std::string positioning;
    std::string focus;
    std::vector<std::string> channels;
    std::string actions;
};

// A way to the public: own, partner's, 达人.
struct Channel : Row {
    static constexpr RecordType type = RecordType::Channel;
    std::string name;
    std::string kind;     // 自有, 合作媒体, 达人
    std::string partner;  // with whom
    std::string audience;
    std::string content;
    Ref<Person> owner;
};

// A case, survey or figure that the strategy rests on.
struct CaseEvidence : Row {
    static constexpr RecordType type = RecordType::CaseEvidence;
    std::string title;
    std::string text;
    std::string metric;
    std::optional<Decimal> before;
    std::optional<Decimal> after;
    std::string unit;
    std::string source;
    Date date;
};

template <> struct ChoicesOf<Tier> { static const Choices choices; };
template <> struct ChoicesOf<ActivityKind> { static const Choices choices; };
template <> struct ChoicesOf<RotaState> { static const Choices choices; };

}  // namespace model
