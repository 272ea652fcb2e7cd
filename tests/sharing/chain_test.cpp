#include "sharing/chain.hpp"

#include <doctest/doctest.h>

#include "codec/plan_json.hpp"
#include "sharing/content.hpp"
#include "sharing/trail.hpp"
#include "support/content.hpp"

namespace {
using namespace model;
using sharing::Flaw;

Id step_id(const char* text) {
    return *Id::parse(text);
}

sharing::SignRequest request(ApprovalRole role, const char* name, int minute) {
    static int number = 0;
    const std::string text = std::to_string(++number);
    return {step_id(("s" + text).c_str()),
            step_id(("v" + text).c_str()),
            role,
            name,
            {},
            Decision::Passed,
            {},
            base::Moment::at(*base::Date::from_ymd(2026, 3, 1), 9, minute)};
}

Plan unsigned_plan() {
    Plan plan = support::example("emergency-social-media");
    plan.table(RecordType::ApprovalStep) = Table();
    Cover cover = plan.cover();
    cover.status = PlanStatus::Draft;
    plan.put(cover);
    return plan;
}

Plan approved() {
    Plan plan = *sharing::sign(unsigned_plan(), request(ApprovalRole::Prepare, "甲", 1));
    plan = *sharing::sign(plan, request(ApprovalRole::Review, "乙", 2));
    return *sharing::sign(plan, request(ApprovalRole::Approve, "丙", 3));
}

std::string refusal(const Plan& plan, const sharing::SignRequest& wanted) {
    const auto result = sharing::sign(plan, wanted);
    return result ? "" : result.error().code;
}
}  // namespace

TEST_CASE("chain: three signatures in turn move the plan from draft to approved") {
    Plan plan = unsigned_plan();
    CHECK(sharing::check_chain(plan).next == ApprovalRole::Prepare);
    plan = *sharing::sign(plan, request(ApprovalRole::Prepare, "甲", 1));
    CHECK(plan.cover().status == PlanStatus::InReview);
    CHECK(plan.cover().revision.value_or(0) == unsigned_plan().cover().revision.value_or(0) + 1);
    CHECK(sharing::check_chain(plan).whole());
    CHECK(sharing::check_chain(plan).next == ApprovalRole::Review);
    plan = *sharing::sign(plan, request(ApprovalRole::Review, "乙", 2));
    plan = *sharing::sign(plan, request(ApprovalRole::Approve, "丙", 2));
    CHECK(plan.cover().status == PlanStatus::Approved);
    const Plan read = *codec::decode_plan(codec::encode_plan(plan));  // the chain points into it
    const sharing::CheckedChain chain = sharing::check_chain(read);
    CHECK(chain.whole());
    CHECK_FALSE(chain.next);
    CHECK(chain.steps.size() == 3);
    for (const auto& step : chain.steps) CHECK(step.same_content);
}

TEST_CASE("chain: signing changes no content, whoever signs") {
    const Plan plan = unsigned_plan();
    CHECK(sharing::content_digest(plan) == sharing::content_digest(approved()));
}

TEST_CASE("chain: each thing that must not be signed is refused") {
    const Plan plan = unsigned_plan();
    CHECK(refusal(plan, request(ApprovalRole::Review, "乙", 1)) == "sign-turn-prepare");
    CHECK(refusal(plan, request(ApprovalRole::Prepare, " ", 1)) == "sign-name");
    const Plan prepared = *sharing::sign(plan, request(ApprovalRole::Prepare, "甲", 5));
    CHECK(refusal(prepared, request(ApprovalRole::Approve, "丙", 6)) == "sign-turn-review");
    CHECK(refusal(prepared, request(ApprovalRole::Review, "甲", 6)) == "sign-same-person");
    CHECK(refusal(prepared, request(ApprovalRole::Review, "乙", 4)) == "sign-clock");
    sharing::SignRequest back = request(ApprovalRole::Review, "乙", 6);
    back.decision = Decision::Returned;
    CHECK(refusal(prepared, back) == "sign-reason");
    const Plan reviewed = *sharing::sign(prepared, request(ApprovalRole::Review, "乙", 6));
    CHECK(refusal(reviewed, request(ApprovalRole::Approve, "乙", 7)) == "sign-same-person");
    CHECK(refusal(reviewed, request(ApprovalRole::Review, "丁", 7)) == "sign-turn-approve");
    sharing::SignRequest nobody = request(ApprovalRole::Approve, "丙", 7);
    nobody.person = Ref<Person>(step_id("nobody"));
    CHECK(refusal(reviewed, nobody) == "reference-missing");
    Plan broken = reviewed;
    ApprovalStep step = *broken.rows<ApprovalStep>().begin();
    step.opinion = "改过";
    broken.put(step);
    CHECK(refusal(broken, request(ApprovalRole::Approve, "丙", 7)) == "sign-broken");
}

TEST_CASE("chain: returned plans begin anew, and so do approved ones that are prepared again") {
    Plan plan = *sharing::sign(unsigned_plan(), request(ApprovalRole::Prepare, "甲", 1));
    sharing::SignRequest back = request(ApprovalRole::Review, "乙", 2);
    back.decision = Decision::Returned;
    back.opinion = "请补充预算";
    plan = *sharing::sign(plan, back);
    CHECK(plan.cover().status == PlanStatus::Draft);
    CHECK(sharing::check_chain(plan).next == ApprovalRole::Prepare);
    CHECK(refusal(plan, request(ApprovalRole::Approve, "丙", 3)) == "sign-turn-prepare");
    const Plan again = *sharing::sign(approved(), request(ApprovalRole::Prepare, "甲", 9));
    CHECK(again.cover().status == PlanStatus::InReview);
    CHECK(again.cover().revision.value_or(0) == unsigned_plan().cover().revision.value_or(0) + 2);
    CHECK(sharing::check_chain(again).next == ApprovalRole::Review);
    CHECK(sharing::check_chain(again).whole());
}

TEST_CASE("chain: what was changed after signing is told by field") {
    const Plan plan = approved();
    Plan edited = plan;
    Cover cover = edited.cover();
    cover.title = "改过的名称";
    edited.put(cover);
    edited = sharing::carry(plan, edited);
    const sharing::CheckedChain chain = sharing::check_chain(edited);
    CHECK_FALSE(chain.whole());
    for (const auto& step : chain.steps) {
        CHECK(step.flaws.empty());
        CHECK_FALSE(step.same_content);
        const auto then = sharing::content_with_digest(edited, step.step->digest);
        REQUIRE(then);
        CHECK(equal(*then, sharing::content_of(plan)));
    }
}

TEST_CASE("chain: a status that was set by hand does not fit, but what follows an approval does") {
    const auto fits = [](Plan plan, PlanStatus status) {
        Cover cover = plan.cover();
        cover.status = status;
        plan.put(cover);
        return sharing::check_chain(plan).status_fits;
    };
    const Plan prepared = *sharing::sign(unsigned_plan(), request(ApprovalRole::Prepare, "甲", 1));
    CHECK(fits(prepared, PlanStatus::InReview));
    CHECK_FALSE(fits(prepared, PlanStatus::Approved));
    CHECK_FALSE(fits(prepared, PlanStatus::Running));
    CHECK_FALSE(fits(prepared, PlanStatus::Draft));
    for (const PlanStatus status : {PlanStatus::Approved, PlanStatus::Running, PlanStatus::Closed})
        CHECK(fits(approved(), status));
    CHECK_FALSE(fits(approved(), PlanStatus::Draft));
    CHECK(fits(unsigned_plan(), PlanStatus::Running));  // nobody signs here
}
