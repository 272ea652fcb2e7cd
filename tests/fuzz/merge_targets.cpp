// Three versions of a plan from outside: whatever they hold, the result is whole, and nothing of one side alone
// changes.
#include "codec/plan_json.hpp"
#include "fuzz/targets.hpp"
#include "model/integrity.hpp"
#include "revision/merge.hpp"

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

}  // namespace fuzz
