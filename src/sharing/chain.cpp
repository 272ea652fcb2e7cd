#include "sharing/chain.hpp"

#include <algorithm>
#include <array>

#include "codec/plan_json.hpp"
#include "model/integrity.hpp"
#include "model/order_key.hpp"
#include "sharing/content.hpp"
#include "sharing/digest.hpp"
#include "sharing/trail.hpp"

namespace sharing {
namespace {
using base::Error;
using model::ApprovalRole;
using model::ApprovalStep;
using model::Decision;
using model::Plan;
using model::PlanStatus;

// One round: from 编制 until all have signed, or somebody returned the plan.
struct Round {
    std::vector<const ApprovalStep*> passed;  // by role, in turn
    bool complete = false;                    // approved

    [[nodiscard]] ApprovalRole next() const {
        static constexpr std::array turns{ApprovalRole::Prepare, ApprovalRole::Review, ApprovalRole::Approve};
        return turns[complete ? 0 : passed.size()];
    }
    [[nodiscard]] bool begins_anew(ApprovalRole role) const { return role == ApprovalRole::Prepare; }
    [[nodiscard]] PlanStatus status() const {
        return complete ? PlanStatus::Approved : passed.empty() ? PlanStatus::Draft : PlanStatus::InReview;
    }
    // 编制 may be signed again at any time: the round then begins anew with what was changed.
    [[nodiscard]] bool is_turn(ApprovalRole role) const { return role == next() || begins_anew(role); }
    void add(const ApprovalStep& step) {
        if (complete || begins_anew(step.role) || step.decision == Decision::Returned) *this = {};
        if (step.decision == Decision::Returned) return;
        passed.push_back(&step);
        complete = step.role == ApprovalRole::Approve;
    }
};

bool same_person(const ApprovalStep& a, const ApprovalStep& b) {
    return a.name == b.name || (!a.person.empty() && a.person == b.person);
}

// By another role of this round.
bool signed_already(const Round& round, const ApprovalStep& step) {
    return step.role != ApprovalRole::Prepare &&
           std::ranges::any_of(round.passed, [&](const ApprovalStep* other) { return same_person(*other, step); });
}

std::vector<Flaw> flaws_of(const Plan& plan, const ApprovalStep& step, const ApprovalStep* before, const Round& round) {
    if (step.seal.empty()) return {Flaw::Unsealed};
    std::vector<Flaw> flaws;
    if (sha256_hex(sealed_form(plan, step)) != step.seal) flaws.push_back(Flaw::Seal);
    if (step.parent_digest != (before ? before->seal : std::string())) flaws.push_back(Flaw::Link);
    if (!round.is_turn(step.role) || step.decision == Decision::Pending) flaws.push_back(Flaw::Turn);
    if (signed_already(round, step)) flaws.push_back(Flaw::SamePerson);
    if (before && step.signed_at < before->signed_at) flaws.push_back(Flaw::Clock);
    if (!is_digest(step.digest)) flaws.push_back(Flaw::Digest);
    if (key_state(plan, step, {}) == KeyState::Broken) flaws.push_back(Flaw::Signature);
    return flaws;
}

model::Ref<model::Person> person_named(const Plan& plan, const std::string& name) {
    const model::Person* found = nullptr;
    for (const model::Person& person : plan.rows<model::Person>()) {
        if (person.name != name) continue;
        if (found) return {};
        found = &person;
    }
    return found ? model::Ref<model::Person>(*found) : model::Ref<model::Person>();
}

std::string_view role_name(ApprovalRole role) {
    return model::ChoicesOf<ApprovalRole>::choices.values[static_cast<std::size_t>(role)];
}

// 执行 and 结束 come after 批准 without a signature.
bool may_follow(PlanStatus status, PlanStatus chain) {
    return status == chain || (chain == PlanStatus::Approved && status > PlanStatus::Approved);
}
}  // namespace

std::string_view name_of(Flaw flaw) {
    switch (flaw) {
        case Flaw::Unsealed:
            return "unsealed";
        case Flaw::Seal:
            return "seal";
        case Flaw::Link:
            return "link";
        case Flaw::Turn:
            return "turn";
        case Flaw::SamePerson:
            return "same-person";
        case Flaw::Clock:
            return "clock";
        case Flaw::Digest:
            return "digest";
        case Flaw::Signature:
            return "signature";
    }
    return {};
}

std::string_view name_of(KeyState state) {
    switch (state) {
        case KeyState::None:
            return "none";
        case KeyState::Known:
            return "known";
        case KeyState::Unknown:
            return "unknown";
        case KeyState::OtherName:
            return "other-name";
        case KeyState::Broken:
            return "broken";
    }
    return {};
}

KeyState key_state(const Plan& plan, const ApprovalStep& step, const std::vector<KnownKey>& known) {
    if (step.key.empty() && step.signature.empty()) return KeyState::None;
    if (!verify_text(step.key, sealed_form(plan, step), step.signature)) return KeyState::Broken;
    const auto found = std::ranges::find(known, step.key, &KnownKey::public_key);
    if (found == known.end()) return KeyState::Unknown;
    return found->name == step.name ? KeyState::Known : KeyState::OtherName;
}

std::string sealed_form(const Plan& plan, const ApprovalStep& step) {
    ApprovalStep bare = step;
    bare.order.clear();
    bare.seal.clear();
    bare.signature.clear();
    return "{\"plan\":" + codec::json_string(plan.id.text()) +
           ",\"step\":" + codec::canonical_row(model::record(model::RecordType::ApprovalStep), bare) + "}";
}

bool CheckedChain::whole() const {
    const bool any = std::ranges::any_of(steps, [](const CheckedStep& one) { return !one.step->seal.empty(); });
    return any && status_fits && std::ranges::all_of(steps, [](const CheckedStep& step) {
               return step.flaws.empty() && (step.same_content || !step.in_round);
           });
}

CheckedChain check_chain(const Plan& plan) {
    CheckedChain chain;
    chain.digest = content_digest(plan);
    Round round, said;  // said: by the roles alone, so that one broken step does not make others seem out of turn
    const ApprovalStep* before = nullptr;
    bool broken = false;
    for (const ApprovalStep* step : model::in_order<ApprovalStep>(plan)) {
        CheckedStep checked{step, flaws_of(plan, *step, before, said), step->digest == chain.digest, false};
        if (!step->seal.empty()) {
            broken = broken || !checked.flaws.empty();
            if (!broken) round.add(*step);
            if (said.is_turn(step->role) && step->decision != Decision::Pending) said.add(*step);
            before = step;
        } else if (!before) {
            checked.flaws.clear();  // written by hand before anybody signed
        }
        chain.steps.push_back(std::move(checked));
    }
    for (CheckedStep& step : chain.steps)
        step.in_round = std::ranges::find(round.passed, step.step) != round.passed.end();
    chain.status = round.status();
    if (!round.complete) chain.next = round.next();
    // Plans that are not signed at all are followed by hand, as they were before there were signatures.
    const bool any = std::ranges::any_of(chain.steps, [](const CheckedStep& one) { return !one.step->seal.empty(); });
    chain.status_fits = !any || may_follow(plan.cover().status, chain.status);
    return chain;
}

base::Result<Plan> sign(const Plan& plan, const SignRequest& request) {
    const CheckedChain chain = check_chain(plan);
    Round round;
    const ApprovalStep* before = nullptr;
    for (const CheckedStep& checked : chain.steps) {
        if (checked.step->seal.empty()) continue;
        if (!checked.flaws.empty()) return Error{"sign-broken", {}, {}};
        round.add(*checked.step);
        before = checked.step;
    }
    ApprovalStep step;
    step.id = request.id;
    step.role = request.role;
    step.name = request.name;
    step.person = request.person.empty() ? person_named(plan, request.name) : request.person;
    step.decision = request.decision;
    step.opinion = request.opinion;
    step.signed_at = request.at;
    step.date = request.at.date();
    if (step.name.find_first_not_of(" \t") == std::string::npos) return Error{"sign-name", {}, {}};
    if (!round.is_turn(step.role)) return Error{"sign-turn-" + std::string(role_name(round.next())), {}, {}};
    if (step.decision == Decision::Returned && step.opinion.empty()) return Error{"sign-reason", {}, {}};
    if (signed_already(round, step)) return Error{"sign-same-person", step.name, {}};
    if (before && step.signed_at < before->signed_at) return Error{"sign-clock", {}, before->signed_at.iso()};

    Plan result = record_version(plan, {request.version, request.name, {}, request.at});
    const auto steps = model::in_order<ApprovalStep>(plan);
    step.order = model::order_between(steps.empty() ? std::string_view() : std::string_view(steps.back()->order), {});
    step.digest = chain.digest;
    step.parent_digest = before ? before->seal : std::string();
    if (request.key) step.key = request.key->public_key;
    const std::string form = sealed_form(plan, step);
    step.seal = sha256_hex(form);
    if (request.key) step.signature = sign_text(request.key->secret, form);
    const model::RecordInfo& info = model::record(model::RecordType::ApprovalStep);
    if (base::Status checked = model::check_row(plan, info, step); !checked) return checked.error();
    round.add(step);
    model::Cover cover = plan.cover();
    cover.status = round.status();
    if (step.role == ApprovalRole::Prepare) cover.revision = cover.revision.value_or(0) + 1;
    result.put(std::move(cover));
    result.put(std::move(step));
    return result;
}

}  // namespace sharing
