// sharing/chain.hpp: the chain of signatures 编制 → 审核 → 批准: each binds the content that it saw and the signature
// before it; the plan's status follows from them.
//
// Without keys a chain shows that nothing was changed without all later seals being made anew, and to what content each
// person's name was put. Who that person was, it does not show.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/plan.hpp"
#include "sharing/keys.hpp"

namespace sharing {

struct SignRequest {
    model::Id id;       // of the step, new
    model::Id version;  // of the recorded version, new
    model::ApprovalRole role{};
    std::string name;                                    // as people read it
    model::Ref<model::Person> person;                    // empty: the only one of that name, if there is one
    model::Decision decision = model::Decision::Passed;  // Returned needs an opinion
    std::string opinion;
    base::Moment at;
    std::optional<KeyPair> key = std::nullopt;
};

// The plan with one signature more, its status and revision, and its content recorded as a version. Errors:
// "sign-turn-ROLE" (another role's turn), "sign-name", "sign-reason" (returned without a reason), "sign-same-person"
// (who prepared does not review or approve, who reviewed does not approve), "sign-clock" (earlier than the signature
// before; detail: that), "sign-broken" (the chain is not whole), and those of model::check_row.
base::Result<model::Plan> sign(const model::Plan& plan, const SignRequest& request);

// Why a signature does not count. The words of each are "chain.NAME".
enum class Flaw : std::uint8_t {
    Unsealed,    // written by hand among signatures
    Seal,        // something of it was changed, or it was signed in another plan
    Link,        // does not follow the signature before it
    Turn,        // not this role's turn
    SamePerson,  // signed an earlier step of the round, too
    Clock,       // earlier than the signature before it
    Digest,      // says no content
    Signature,   // not that of the key it names
};
std::string_view name_of(Flaw flaw);

struct CheckedStep {
    const model::ApprovalStep* step = nullptr;
    std::vector<Flaw> flaws;    // none of what was written by hand before anybody signed
    bool same_content = false;  // as the plan has now
    bool in_round = false;      // of the last round; earlier ones were returned or superseded
};

struct CheckedChain {
    std::vector<CheckedStep> steps;           // as they stand
    model::PlanStatus status{};               // that follows from the steps up to the first flaw
    bool status_fits = false;                 // what the plan says is that, or what may come after it without signing
    std::string digest;                       // of the present content
    std::optional<model::ApprovalRole> next;  // whose turn it is; nothing: all have signed

    // Somebody signed, there is no flaw, the status fits, and the signatures of the last round are for the present
    // content.
    [[nodiscard]] bool whole() const;
};
CheckedChain check_chain(const model::Plan& plan);

// What a step's key says of who signed: four plainly different things, and a fifth.
enum class KeyState : std::uint8_t {
    None,       // signed without a key
    Known,      // a key that is known by the signer's name
    Unknown,    // a key that nobody knows
    OtherName,  // a key that is known by another name
    Broken,     // not signed by the key that it names
};
std::string_view name_of(KeyState state);
struct KnownKey {
    std::string public_key, name;
};
KeyState key_state(const model::Plan& plan, const model::ApprovalStep& step, const std::vector<KnownKey>& known);

// What the seal of a step is the SHA-256 of, and its key signs: RFC 8785 form of plan id and step, without seal, place
// and signature.
std::string sealed_form(const model::Plan& plan, const model::ApprovalStep& step);

}  // namespace sharing
