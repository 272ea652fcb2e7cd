// model/account.hpp: official accounts, their page design and the rules of each platform (seeds 1 and 3).
#pragma once

#include "model/people.hpp"

namespace model {

enum class PictureKind : std::uint8_t { Avatar, Cover, FocusPicture, FocusVideo };

// What a rule limits. The seeds contradict each other, so a rule is data and belongs to a platform.
enum class RuleKind : std::uint8_t {
    Text,
    TitleLength,
    PostLength,
    PictureSize,
    FocusPictures,
    FocusVideos,
    LinkEntries,
    MenuItems,
    SubmenuItems,
    SimpleReply,
    HardReply,
    RumourReply,
    Verification,
    VerificationFollowers,
    VerificationFollowing,
    VerificationMutuals,
    VerificationYears,
    PasswordRotation,
};

struct Account : Row {
    static constexpr RecordType type = RecordType::Account;
    std::string platform;  // 微博, 微信公众号 …
    std::string name;
    bool verified = false;
    std::string positioning;
    std::string profile;      // 简介
    Refs<Person> custodians;  // 实名登记
    Refs<Unit> custodian_units;
    std::optional<std::int64_t> password_rotation_days;
    Date password_changed_on;
    std::vector<std::string> features;  // 预约挂号 …, apps
    std::vector<std::string> hashtags;
    std::string complaint_channel;  // 举报邮箱和电话
    std::string promotion;          // how people are led to it
};

struct Picture : Row {
    static constexpr RecordType type = RecordType::Picture;
    Ref<Account> account;
    PictureKind kind{};
    std::string description;
    std::optional<std::int64_t> width;   // px
    std::optional<std::int64_t> height;  // px
    std::optional<std::int64_t> size_kb;
    std::string source;
};

struct LinkBlock : Row {
    static constexpr RecordType type = RecordType::LinkBlock;
    Ref<Account> account;
    std::string name;
    std::vector<std::string> entries;
};

struct MenuItem : Row {
    static constexpr RecordType type = RecordType::MenuItem;
    Ref<Account> account;
    Ref<MenuItem> parent;  // empty: first level
    std::string title;
    std::string target;
};

struct PublishingRule : Row {
    static constexpr RecordType type = RecordType::PublishingRule;
    std::string platform;  // empty: all platforms
    std::string name;
    RuleKind kind{};
    std::optional<Decimal> limit;
    std::optional<Decimal> limit_high;  // the height of a size (560×260), the upper end of a range
    std::string unit;
    std::string text;
};

// Who answers for an account in a unit.
struct Custodian : Row {
    static constexpr RecordType type = RecordType::Custodian;
    Ref<Account> account;
    Ref<Unit> unit;
    Ref<Person> person;
    std::string duty;
};

template <> struct ChoicesOf<PictureKind> { static const Choices choices; };
template <> struct ChoicesOf<RuleKind> { static const Choices choices; };

}  // namespace model
