#include "report/merge_text.hpp"

#include "report/diff_text.hpp"
#include "report/field_text.hpp"

namespace report {
namespace {
using base::Words;
using model::Plan;
using model::RowPtr;
using revision::Conflict;
using revision::Merged;

// The row itself, or one of its fields.
std::string conflict_place(const Words& words, const Conflict& conflict) {
    if (!conflict.record) return words("merge.place", {words("merge.plan"), conflict.member});
    const RowPtr& row = conflict.taken ? conflict.taken : conflict.ours ? conflict.ours : conflict.theirs;
    std::string place = row_text(words, *conflict.record, *row, {});
    if (conflict.member.empty() || conflict.member == "order") return place;
    const model::FieldInfo* field = conflict.record->find(conflict.member);
    return words("merge.place", {place, field ? field_label(words, *conflict.record, *field) : conflict.member});
}

// The merged plan has the names of what both refer to, but for what one side removed.
std::string version_text(const Words& words, const Plan& merged, const Conflict& conflict, const RowPtr& row) {
    const model::FieldInfo* field = conflict.record ? conflict.record->find(conflict.member) : nullptr;
    std::string text = field && row ? values_text(words, merged, *conflict.record, *row, *field) : std::string();
    return text.empty() ? std::string(words("diff.empty")) : text;
}
}  // namespace

std::string_view name_of(revision::ConflictKind kind) {
    using enum revision::ConflictKind;
    switch (kind) {
        case Edited:
            return "edited";
        case Order:
            return "order";
        case Moved:
            return "moved";
        case Circle:
            return "circle";
        case Removed:
            return "removed";
        case Needed:
            return "needed";
        case OneSided:
            return "one-sided";
    }
    return {};
}

std::string conflict_text(const Words& words, const Merged& merged, const Conflict& conflict) {
    const auto version = [&](const RowPtr& row) { return version_text(words, merged.plan, conflict, row); };
    return words(
        "merge." + std::string(name_of(conflict.kind)),
        {conflict_place(words, conflict), version(conflict.ours), version(conflict.theirs), version(conflict.taken)});
}

std::string merge_text(const Words& words, bool has_ancestor, const Merged& merged) {
    std::string text;
    if (!has_ancestor) text += std::string(words("merge.no-ancestor")) + "\n";
    for (const Conflict& conflict : merged.conflicts) text += "  " + conflict_text(words, merged, conflict) + "\n";
    return text +
           (merged.conflicts.empty() ? std::string(words("merge.clean"))
                                     : words("merge.sum", {std::to_string(merged.conflicts.size())})) +
           "\n";
}

}  // namespace report
