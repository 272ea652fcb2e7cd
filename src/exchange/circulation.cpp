#include "exchange/circulation.hpp"

#include <algorithm>
#include <optional>

#include "codec/plan_json.hpp"
#include "exchange/verify_text.hpp"
#include "model/integrity.hpp"
#include "report/diff_text.hpp"
#include "report/merge_text.hpp"
#include "revision/diff.hpp"
#include "sharing/content.hpp"
#include "sharing/trail.hpp"

namespace exchange {
namespace {
using base::Error;
using base::Result;
using model::Plan;

Error bad_text(std::string_view text) {
    return Error{"errand-failed", std::string(text), {}};
}

template <class Enum> std::optional<Enum> choice_named(std::string_view name) {
    const auto& values = model::ChoicesOf<Enum>::choices.values;
    const auto found = std::ranges::find(values, name);
    if (found == std::end(values)) return std::nullopt;
    return static_cast<Enum>(found - std::begin(values));
}

std::string said_yes(bool is_so) {
    return is_so ? "yes" : "";
}
}  // namespace

Result<Files> record_copy(const std::vector<Plan>& plans, std::span<const std::string_view> texts, base::Moment now,
                          const base::Words&) {
    const auto id = model::Id::parse(texts[0]);
    if (!id) return bad_text(texts[0]);
    const Plan recorded = sharing::record_version(plans[0], {*id, std::string(texts[1]), std::string(texts[2]), now});
    if (const base::Status checked = model::check_plan(recorded); !checked) return checked.error();
    return Files{codec::encode_plan(recorded),
                 codec::encode_plan(texts[3] == "yes" ? sharing::without_contents(recorded) : recorded)};
}

Result<Files> merge_copy(const std::vector<Plan>& plans, std::span<const std::string_view>, base::Moment,
                         const base::Words& words) {
    const Plan &ours = plans[0], &theirs = plans[1];
    if (ours.id != theirs.id) return Error{"merge-other-plan", theirs.id.str(), ours.id.str()};
    const std::optional<Plan> known = sharing::common_version(ours, theirs);
    const revision::Merged merged = sharing::merge_copies(known ? &*known : nullptr, ours, theirs);
    if (merged.plan.row_count() > codec::row_limit) return Error{"too-many-rows", {}, std::to_string(codec::row_limit)};
    const Plan before = sharing::content_of(ours), after = sharing::content_of(merged.plan);
    Files files{codec::encode_plan(merged.plan), said_yes(known.has_value()),
                report::diff_text(words, before, after, revision::diff(before, after))};
    for (const revision::Conflict& conflict : merged.conflicts) {
        files.emplace_back(report::name_of(conflict.kind));
        files.emplace_back(conflict.record ? conflict.record->name : std::string_view());
        files.push_back(conflict.id.str());
        files.push_back(conflict.member);
        files.push_back(report::conflict_text(words, merged, conflict));
    }
    return files;
}

Result<Files> sign_copy(const std::vector<Plan>& plans, std::span<const std::string_view> texts, base::Moment now,
                        const base::Words&) {
    const auto step = model::Id::parse(texts[0]), version = model::Id::parse(texts[1]);
    const auto role = choice_named<model::ApprovalRole>(texts[2]);
    const auto decision = choice_named<model::Decision>(texts[4]);
    if (!step || !version || !role || !decision) return bad_text(texts[2]);
    sharing::SignRequest request;
    request.id = *step;
    request.version = *version;
    request.role = *role;
    request.name = texts[3];
    request.decision = *decision;
    request.opinion = texts[5];
    request.at = now;
    auto signed_plan = sharing::sign(plans[0], request);
    if (!signed_plan) return signed_plan.error();
    return Files{codec::encode_plan(*signed_plan)};
}

Result<Files> verify_copy(const std::vector<Plan>& plans, std::span<const std::string_view>, base::Moment,
                          const base::Words& words) {
    const sharing::CheckedChain chain = sharing::check_chain(plans[0]);
    const auto& roles = model::ChoicesOf<model::ApprovalRole>::choices.values;
    return Files{verify_text(words, plans[0], chain, {}), said_yes(chain.whole()),
                 chain.next ? std::string(roles[static_cast<std::size_t>(*chain.next)]) : std::string()};
}

}  // namespace exchange
