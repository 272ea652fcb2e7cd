#include "exchange/verify_text.hpp"

#include <algorithm>

#include "report/diff_text.hpp"
#include "report/field_text.hpp"
#include "sharing/content.hpp"
#include "sharing/trail.hpp"

namespace exchange {
namespace {
using model::ApprovalStep;
using model::Plan;
using sharing::CheckedChain;
using sharing::CheckedStep;

std::string step_text(const base::Words& words, const Plan& plan, const CheckedStep& checked,
                      const std::vector<sharing::KnownKey>& keys) {
    const ApprovalStep& step = *checked.step;
    // What was noted by hand names a person.
    const std::string name =
        step.name.empty() ? model::title_of(plan, model::RecordType::Person, step.person.id()) : step.name;
    std::string text =
        words("verify.step", {report::choice_text(words, step.role), name, report::choice_text(words, step.decision),
                              report::date_text(words, step.signed_at.date())}) +
        "\n";
    for (const sharing::Flaw flaw : checked.flaws)
        text += "    " + std::string(words("chain." + std::string(sharing::name_of(flaw)))) + "\n";
    if (step.seal.empty()) return text;
    text += "    " +
            std::string(words("verify.key." + std::string(sharing::name_of(sharing::key_state(plan, step, keys))))) +
            "\n";
    if (checked.same_content) return text + "    " + std::string(words("verify.same")) + "\n";
    const auto then = sharing::content_with_digest(plan, step.digest);
    if (!then) return text + "    " + std::string(words("verify.changed-unknown")) + "\n";
    const Plan now = sharing::content_of(plan);
    return text + "    " + std::string(words("verify.changed")) + "\n" +
           report::diff_text(words, *then, now, revision::diff(*then, now));
}
}  // namespace

std::optional<revision::Diff> changes_since(const Plan& plan, const CheckedStep& checked) {
    const auto then = sharing::content_with_digest(plan, checked.step->digest);
    if (!then) return std::nullopt;
    return revision::diff(*then, sharing::content_of(plan));
}

std::string verify_text(const base::Words& words, const Plan& plan, const CheckedChain& chain,
                        const std::vector<sharing::KnownKey>& keys) {
    std::string text = words("verify.digest", {chain.digest}) + "\n";
    for (const CheckedStep& checked : chain.steps) text += step_text(words, plan, checked, keys);
    if (!chain.status_fits)
        text += words("verify.status",
                      {report::choice_text(words, plan.cover().status), report::choice_text(words, chain.status)}) +
                "\n";
    if (chain.steps.empty()) return text + std::string(words("verify.none")) + "\n";
    text += std::string(words(chain.whole() ? "verify.whole" : "verify.broken")) + "\n";
    const bool keyless = std::ranges::any_of(chain.steps, [](const CheckedStep& one) { return one.step->key.empty(); });
    return keyless ? text + std::string(words("verify.no-keys")) + "\n" : text;
}

}  // namespace exchange
