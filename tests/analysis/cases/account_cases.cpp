// Fixtures of the rules on accounts, publications, inquiries and incidents.
#include "analysis/rule_case.hpp"

namespace analysis_test {
namespace {
using model::PublicationState;
using model::Ref;
using model::ReviewLevel;
using model::RuleKind;

model::Account& account(Build& b, std::string_view platform) {
    auto& row = b.add<model::Account>();
    row.platform = platform;
    row.name = "急诊科";
    return row;
}

void rule(Build& b, std::string_view platform, RuleKind kind, std::string_view limit, std::string_view unit = "") {
    auto& row = b.add<model::PublishingRule>();
    row.platform = platform;
    row.name = "规则";
    row.kind = kind;
    if (!limit.empty()) row.limit = number(limit);
    row.unit = unit;
}

model::MenuItem& menu(Build& b, const model::Account& of, const model::MenuItem* parent = nullptr) {
    auto& row = b.add<model::MenuItem>();
    row.account = Ref(of);
    if (parent) row.parent = Ref(*parent);
    row.title = "菜单";
    return row;
}

model::Picture& picture(Build& b, const model::Account& of, model::PictureKind kind) {
    auto& row = b.add<model::Picture>();
    row.account = Ref(of);
    row.kind = kind;
    return row;
}

std::string repeat(std::string_view text, int times) {
    std::string result;
    for (int i = 0; i < times; ++i) result += text;
    return result;
}

model::Publication& publication(Build& b, std::string_view platform) {
    auto& row = b.add<model::Publication>();
    row.account = Ref(account(b, platform));
    row.title = "胸痛中心";
    return row;
}

model::ReviewStep& passed(Build& b, const model::Publication& of, ReviewLevel level, const model::Person& reviewer,
                          std::string_view date = "2026-03-18") {
    auto& row = b.add<model::ReviewStep>();
    row.publication = Ref(of);
    row.level = level;
    row.reviewer = Ref(reviewer);
    row.decision = model::Decision::Passed;
    row.date = day(date);
    return row;
}

constexpr RuleCase cases[] = {
    {"ACC-001",
     [](Build& b, bool hit) {
         auto& row = account(b, "微信公众号");
         auto& first = menu(b, row);
         menu(b, row), menu(b, row);
         menu(b, row, hit ? nullptr : &first);
     }},
    {"ACC-002",
     [](Build& b, bool hit) {
         rule(b, "微信公众号", RuleKind::SubmenuItems, "2");
         auto& row = account(b, "微信公众号");
         auto &first = menu(b, row), &second = menu(b, row);
         menu(b, row, &first), menu(b, row, &first), menu(b, row, hit ? &first : &second);
     }},
    {"ACC-003",
     [](Build& b, bool hit) {
         auto& row = account(b, "微博");
         auto& first = menu(b, row);
         auto& second = menu(b, row, &first);
         menu(b, row, hit ? &second : &first);
     }},
    {"ACC-004",
     [](Build& b, bool hit) {
         auto& row = account(b, "新浪微博");
         for (int i = 0; i < 5; ++i) picture(b, row, model::PictureKind::FocusPicture);
         picture(b, row, hit ? model::PictureKind::FocusPicture : model::PictureKind::Cover);
     }},
    {"ACC-005",
     [](Build& b, bool hit) {
         auto& row = account(b, "微博");
         picture(b, row, model::PictureKind::FocusVideo);
         picture(b, hit ? row : account(b, "微博"), model::PictureKind::FocusVideo);
     }},
    {"ACC-006",
     [](Build& b, bool hit) {
         rule(b, "", RuleKind::PictureSize, "2", "MB");
         picture(b, account(b, "视频号"), model::PictureKind::Cover).size_kb = hit ? 2049 : 2048;
     }},
    {"ACC-007",
     [](Build& b, bool hit) {
         auto& row = b.add<model::LinkBlock>();
         row.account = Ref(account(b, "微博"));
         row.entries.assign(hit ? 40 : 39, "临床名医");
     }},
    {"ACC-008",
     [](Build& b, bool hit) {
         auto& row = account(b, "微博");
         row.password_rotation_days = 90;
         row.password_changed_on = b.today.day.plus(hit ? -91 : -90);
     }},
    {"ACC-009",
     [](Build& b, bool hit) {
         rule(b, "微博", RuleKind::PasswordRotation, "90");
         auto& row = account(b, "微博");
         if (!hit) row.password_rotation_days = 90;
     }},
    {"ACC-010",
     [](Build& b, bool hit) {
         rule(b, "微博", RuleKind::PasswordRotation, "90");
         account(b, "微博").password_rotation_days = hit ? 91 : 90;
     }},
    {"ACC-011",
     [](Build& b, bool hit) {
         auto& row = account(b, "微博");
         if (!hit) row.custodians = {b.person().id};
     }},
    {"ACC-012", [](Build& b, bool hit) { account(b, "微博").complaint_channel = hit ? "" : "院办电话"; }},
    {"PRULE-001",
     [](Build& b, bool hit) {
         rule(b, "微博", RuleKind::VerificationFollowers, "100");
         rule(b, hit ? " 微博 " : "微信", RuleKind::VerificationFollowers, "101");
     }},
    {"PRULE-002", [](Build& b, bool hit) { rule(b, "微博", hit ? RuleKind::PostLength : RuleKind::Text, ""); }},
    {"PRULE-003",
     [](Build& b, bool hit) {
         rule(b, "微博", RuleKind::VerificationFollowers, "100");
         rule(b, hit ? "微信" : "微博", RuleKind::VerificationFollowing, "30");
         if (!hit) return;
         rule(b, "微信", RuleKind::VerificationFollowers, "100");
     }},

    {"PUB-001", [](Build& b, bool hit) { publication(b, "微信公众号").title = repeat("题", hit ? 21 : 20); }},
    {"PUB-002",
     [](Build& b, bool hit) {
         rule(b, "微博", RuleKind::PostLength, "100");  // the plan's own number, not 140
         publication(b, "微博").body = repeat("文", hit ? 101 : 100);
     }},
    {"PUB-003",
     [](Build& b, bool hit) {
         auto& row = publication(b, "微博");
         row.state = PublicationState::Published;
         row.sensitivity = hit ? model::Sensitivity::Major : model::Sensitivity::Ordinary;
         passed(b, row, ReviewLevel::First, b.person());
         passed(b, row, ReviewLevel::Second, b.person());
     }},
    {"PUB-004",
     [](Build& b, bool hit) {
         auto& row = publication(b, "微博");
         row.review = model::ReviewPreset::StrictThree;
         auto& person = b.person();
         passed(b, row, ReviewLevel::First, person);
         passed(b, row, hit ? ReviewLevel::SecondProof : ReviewLevel::FirstProof, person);
     }},
    {"PUB-005",
     [](Build& b, bool hit) {
         auto& row = publication(b, "微博");
         row.patient_story = true;
         row.state = hit ? PublicationState::InReview : PublicationState::Drafted;
     }},
    {"PUB-006", [](Build& b, bool hit) { publication(b, "微博").pictures = hit ? 1 : 0; }},
    {"PUB-007",
     [](Build& b, bool hit) { publication(b, "微博").planned_on = hit ? day("2026-03-19") : day("2026-03-20"); }},
    {"PUB-008",
     [](Build& b, bool hit) {
         auto& row = publication(b, "微博");
         passed(b, row, ReviewLevel::First, b.person(), "2026-03-18");
         passed(b, row, ReviewLevel::Second, b.person(), hit ? "2026-03-17" : "2026-03-18");
     }},

    {"INQ-001",
     [](Build& b, bool hit) {
         auto& row = b.add<model::Inquiry>();
         row.received_on = hit ? day("2026-03-12") : day("2026-03-13");  // five working days: the 19th, the 20th
     }},
    {"INQ-002",
     [](Build& b, bool hit) {
         auto& row = b.add<model::Inquiry>();
         row.difficulty = model::Difficulty::Hard;
         row.received_on = day("2026-02-13");
         row.answered_on = hit ? day("2026-03-06") : day("2026-03-05");  // ten working days, over the Spring Festival
     }},
    {"INQ-003", [](Build& b, bool hit) { b.add<model::Inquiry>().other_way = hit ? "" : "电话答复"; }},
    {"INC-001",
     [](Build& b, bool hit) {
         auto& row = b.add<model::Incident>();
         row.kind = model::IncidentKind::Rumour;
         row.opened_at = moment(hit ? "2026-03-19T09:59" : "2026-03-19T10:00");
     }},
    {"INC-002",
     [](Build& b, bool hit) {
         auto& row = b.add<model::Incident>();
         row.kind = model::IncidentKind::Rumour;
         row.opened_at = moment("2026-03-10T08:00");
         row.clarified_at = moment(hit ? "2026-03-11T08:01" : "2026-03-11T08:00");
     }},
    {"INC-003",
     [](Build& b, bool hit) {
         auto& row = b.add<model::Incident>();
         if (!hit) row.owner = Ref(b.person());
     }},
    {"INC-004",
     [](Build& b, bool hit) {
         b.add<model::Incident>().kind = hit ? model::IncidentKind::Security : model::IncidentKind::Complaint;
     }},
    {"INC-005",
     [](Build& b, bool hit) {
         auto& row = b.add<model::Incident>();
         row.clarified_at = moment("2026-03-19T10:00");
         row.approved_at = moment(hit ? "2026-03-19T10:01" : "2026-03-19T10:00");
     }},
};
}  // namespace

std::span<const RuleCase> account_cases() {
    return cases;
}

}  // namespace analysis_test
