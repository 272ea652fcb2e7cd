// model/publishing.hpp: what an account publishes and answers: categories, publications with review, inquiries,
// incidents.
#pragma once

#include "model/account.hpp"

namespace model {

enum class ReviewPreset : std::uint8_t {
    ThreeLevel,
    StrictThree
};  // 三级审核 with a conditional third level; 三审三校
enum class Sensitivity : std::uint8_t { Ordinary, Major, Sensitive };
enum class PublicationState : std::uint8_t { Idea, Drafted, InReview, Cleared, Published, Withdrawn };
enum class ReviewLevel : std::uint8_t { First, Second, Final, FirstProof, SecondProof, FinalProof };
enum class Decision : std::uint8_t { Pending, Passed, Returned };
enum class Difficulty : std::uint8_t { Simple, Hard };
enum class IncidentKind : std::uint8_t { Rumour, Emergency, Complaint, Security };

struct ContentCategory : Row {
    static constexpr RecordType type = RecordType::ContentCategory;
    std::string name;
    std::string scope;
    std::vector<std::string> items;
    std::vector<std::string> hashtags;
    Ref<Unit> supplier;
    Refs<Unit> suppliers;  // further ones
};

struct Publication : Row {
    static constexpr RecordType type = RecordType::Publication;
    std::string title;
    Ref<Account> account;
    Ref<ContentCategory> category;
    std::string body;
    Ref<Person> author;
    Date planned_on;
    Moment published_at;
    Sensitivity sensitivity{};
    ReviewPreset review{};
    PublicationState state{};
    std::optional<std::int64_t> pictures;
    std::string picture_source;
    std::string quotation_source;
    bool patient_story = false;
    bool consent = false;  // written consent of the patient is on file
};

struct ReviewStep : Row {
    static constexpr RecordType type = RecordType::ReviewStep;
    Ref<Publication> publication;
    ReviewLevel level{};
    Ref<Person> reviewer;
    Decision decision{};
    std::string opinion;
    Date date;
};

struct Inquiry : Row {
    static constexpr RecordType type = RecordType::Inquiry;
    Ref<Account> account;
    Date received_on;
    std::string question;
    Difficulty difficulty{};
    Ref<Person> handler;
    Date answered_on;
    std::string answer;
    std::string other_way;  // answered outside the platform, how
};

struct Incident : Row {
    static constexpr RecordType type = RecordType::Incident;
    Ref<Account> account;
    IncidentKind kind{};
    std::string description;
    Moment opened_at;
    Ref<Person> owner;
    Moment reported_at;
    std::string countermeasures;
    std::string statement;  // 统一口径
    Moment approved_at;
    Moment clarified_at;  // 24 wall-clock hours for a rumour
    std::string lesson;
};

template <> struct ChoicesOf<ReviewPreset> { static const Choices choices; };
template <> struct ChoicesOf<Sensitivity> { static const Choices choices; };
template <> struct ChoicesOf<PublicationState> { static const Choices choices; };
template <> struct ChoicesOf<ReviewLevel> { static const Choices choices; };
template <> struct ChoicesOf<Decision> { static const Choices choices; };
template <> struct ChoicesOf<Difficulty> { static const Choices choices; };
template <> struct ChoicesOf<IncidentKind> { static const Choices choices; };

}  // namespace model
