#include "analysis/verification.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "analysis/personal.hpp"

namespace {
using namespace analysis;
using model::VerificationApplication;
using model::VerificationState;

const base::Date today = *base::Date::parse("2026-03-05");

// Invented: the district is the example of GB 11643, the dates and serial numbers are nobody's.
VerificationApplication good() {
    VerificationApplication one;
    one.id = *base::Id::parse("a1");
    one.name = "林试";
    one.department = "急诊医学科";
    one.identity_number = "11010519491231002X";
    one.mobile = "13800138000";
    one.nickname = "Lin_Shi";
    one.followers = 100;
    one.following = 30;
    one.mutuals = 2;
    one.mobile_bound = one.real_avatar = true;
    one.keep_until = *base::Date::parse("2027-03-05");
    return one;
}

std::vector<std::string> problems_of(const VerificationApplication& one, const model::Plan& plan = {},
                                     const std::vector<VerificationApplication>& others = {}) {
    std::vector<std::string> found;
    for (const ApplicationProblem& problem : check_application(one, others, plan, today))
        found.push_back(std::string(problem.field->name) + " " +
                        std::string(problem.words.substr(std::string_view("verification.problem.").size())) +
                        (problem.argument.empty() ? "" : " " + problem.argument));
    return found;
}
using Found = std::vector<std::string>;

void rule(model::Plan& plan, const char* id, model::RuleKind kind, std::int64_t limit) {
    model::PublishingRule row;
    row.id = *base::Id::parse(id);
    row.order = "a";
    row.kind = kind;
    row.limit = base::Decimal::from_integer(limit);
    plan.put(std::move(row));
}
}  // namespace

TEST_CASE("verification: a complete application has no problem, an empty one lacks what is required") {
    CHECK(problems_of(good()).empty());
    CHECK(problems_of({}) == Found{"name missing", "department missing", "identityNumber missing", "mobile missing",
                                   "nickname missing", "keepUntil no-term"});
    VerificationApplication blank = good();
    blank.name = "　 ";
    CHECK(problems_of(blank) == Found{"name missing"});
}

TEST_CASE("verification: an identity number must have a date and the right check digit") {
    CHECK(is_identity_number("11010519491231002X"));
    CHECK(is_identity_number("11010519491231002x"));
    CHECK(is_identity_number("440524199003071236"));
    std::string number = "11010519491231002X";
    for (std::size_t at = 0; at < 17; ++at) {  // MOD 11-2 finds every single wrong digit
        const char right = number[at];
        for (char c = '0'; c <= '9'; ++c) {
            number[at] = c;
            CHECK(is_identity_number(number) == (c == right));
        }
        number[at] = right;
    }
    for (const char* wrong : {"", "1101051949123100", "110105194912310021", "11010519491231002XX", "110105491231002",
                              "１1010519491231002X", "11010519490231002X"})
        CHECK_FALSE(is_identity_number(wrong));
    VerificationApplication one = good();
    one.identity_number = "110105194912310021";
    CHECK(problems_of(one) == Found{"identityNumber identity-number"});
}

TEST_CASE("verification: a mobile number has eleven digits from 13 to 19") {
    for (const char* right : {"13800138000", "19912345678"}) CHECK(is_mobile_number(right));
    for (const char* wrong : {"", "12800138000", "1380013800", "138001380000", "138 0013 8000", "8613800138000"})
        CHECK_FALSE(is_mobile_number(wrong));
    VerificationApplication one = good();
    one.mobile = "1380013800";
    CHECK(problems_of(one) == Found{"mobile mobile"});
}

TEST_CASE("verification: one person applies once") {
    VerificationApplication other = good();
    other.id = *base::Id::parse("a2");
    other.identity_number = "11010519491231002x";
    CHECK(problems_of(good(), {}, {good(), other}) == Found{"identityNumber twice"});
    CHECK(problems_of(good(), {}, {good()}).empty());
}

TEST_CASE("verification: what must be reached is what the plan's rules say, else what the source document says") {
    VerificationApplication one = good();
    one.followers = 99;
    one.following = 29;
    one.mutuals = 1;
    CHECK(problems_of(one) == Found{"followers too-few 100", "following too-few 30", "mutuals too-few 2"});
    model::Plan plan = model::empty_plan(*base::Id::parse("p"));
    rule(plan, "r1", model::RuleKind::VerificationFollowers, 50);
    rule(plan, "r2", model::RuleKind::VerificationFollowing, 29);
    rule(plan, "r3", model::RuleKind::VerificationMutuals, 0);
    CHECK(problems_of(one, plan).empty());
    one.followers.reset();  // not known yet
    CHECK(problems_of(one, plan).empty());
    one.state = VerificationState::InReview;
    one.applied_on = today;
    one.mobile_bound = one.real_avatar = false;
    CHECK(problems_of(one, plan) == Found{"mobileBound unbound", "realAvatar avatar"});
}

TEST_CASE("verification: the review is due after two working days, a verification runs out") {
    VerificationApplication one = good();
    one.state = VerificationState::InReview;
    CHECK(problems_of(one) == Found{"appliedOn missing"});
    one.applied_on = *base::Date::parse("2026-03-03");  // a Tuesday: due on Thursday, today
    CHECK(problems_of(one).empty());
    one.applied_on = *base::Date::parse("2026-03-02");
    CHECK(problems_of(one) == Found{"appliedOn overdue 2026-03-04"});
    model::Plan plan = model::empty_plan(*base::Id::parse("p"));
    rule(plan, "r1", model::RuleKind::Verification, 3);
    CHECK(problems_of(one, plan).empty());
    one.state = VerificationState::Verified;
    one.valid_until = today;
    CHECK(problems_of(one).empty());
    one.valid_until = today.plus(-1);
    CHECK(problems_of(one) == Found{"validUntil run-out"});
}

TEST_CASE("verification: how long it may be kept") {
    CHECK(retention_of(today.plus(30), today) == Retention::Kept);
    CHECK(retention_of(today.plus(29), today) == Retention::Ending);
    CHECK(retention_of(today, today) == Retention::Ending);  // the last day counts
    CHECK(retention_of(today.plus(-1), today) == Retention::Expired);
    CHECK(retention_of(today.plus(-30), today) == Retention::Expired);
    CHECK(retention_of(today.plus(-31), today) == Retention::Removable);
    CHECK(retention_of({}, today) == Retention::Expired);
    CHECK(removable_before(today) == today.plus(-30));
    VerificationApplication one = good();
    one.keep_until = today.plus(5 * 366);
    CHECK(problems_of(one).empty());
    one.keep_until = today.plus(5 * 366 + 1);
    CHECK(problems_of(one) == Found{"keepUntil too-long 5"});
}
