// Three versions of a plan from outside: whatever they hold, the result is whole, and nothing of one side alone
// changes.
#include "codec/plan_json.hpp"
#include "fuzz/targets.hpp"
#include "model/integrity.hpp"
#include "revision/merge.hpp"
#include "sharing/chain.hpp"
#include "sharing/content.hpp"
#include "sharing/trail.hpp"

namespace fuzz {

void merge(std::string_view bytes) {
    model::Plan versions[3];
    for (model::Plan& version : versions) {
        const std::size_t end = bytes.find('\x1E');
        const auto decoded = codec::decode_plan(bytes.substr(0, end));
        if (!decoded) return;
        version = *decoded;
        version.id = versions[0].id.empty() ? version.id : versions[0].id;
        bytes = end == std::string_view::npos ? std::string_view() : bytes.substr(end + 1);
    }
    const auto& [base, ours, theirs] = versions;
    const revision::Merged merged = revision::merge(base, ours, theirs);
    law(model::check_plan(merged.plan).ok(), "merge: the result is whole");
    law(codec::decode_plan(codec::encode_plan(merged.plan)).ok(), "merge: the result can be read");
    law(model::equal(revision::merge(base, base, theirs).plan, theirs), "merge(b, b, x) == x");
    law(model::equal(revision::merge(base, theirs, base).plan, theirs), "merge(b, x, b) == x");
    const revision::Merged compared = revision::merge_without_base(ours, theirs);
    law(model::check_plan(compared.plan).ok(), "merge without base: the result is whole");
    for (const model::RecordInfo& info : model::records())
        for (const model::RowPtr& row : theirs.table(info.type))
            law(compared.plan.table(info.type).find(row->id) != nullptr, "merge without base: no row is missing");
}

void signatures(std::string_view bytes) {
    const auto plan = codec::decode_plan(bytes);
    if (!plan) return;
    const sharing::CheckedChain chain = sharing::check_chain(*plan);
    law(chain.steps.size() == plan->rows<model::ApprovalStep>().size(), "signatures: each step is judged");
    law(model::equal(sharing::content_of(*plan), sharing::content_of(sharing::without_contents(*plan))),
        "signatures: versions are no content");
    for (const model::Revision& version : plan->rows<model::Revision>())
        if (const auto content = sharing::version_content(*plan, version))
            law(sharing::content_digest(*content) == version.digest, "signatures: a version has its digest");
    const model::Plan carried = sharing::carry(*plan, *plan);
    law(model::check_plan(carried).ok(), "signatures: what is carried on is whole");
    const model::Id id = *model::Id::parse("new");
    const auto moment = base::Moment::at(base::Date::from_days(20640), 9, 0);
    const auto signed_plan = sharing::sign(*plan, {id, id, {}, "甲", {}, model::Decision::Passed, {}, moment});
    if (signed_plan) law(model::check_plan(*signed_plan).ok(), "signatures: a signed plan is whole");
}

}  // namespace fuzz
