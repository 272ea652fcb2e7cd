#include "revision/diff.hpp"

#include <algorithm>

namespace revision {
namespace {
using model::Row;
using model::UnknownMembers;

bool same_members(const std::shared_ptr<const UnknownMembers>& a, const std::shared_ptr<const UnknownMembers>& b) {
    static const UnknownMembers none;
    return a == b || (a ? *a : none) == (b ? *b : none);
}

bool same_together(const RecordInfo& info, const FieldInfo& first, const Row& a, const Row& b) {
    return std::ranges::all_of(together(info, first),
                               [&](const FieldInfo& field) { return model::same_field(a, b, field); });
}

RowChange change_of(const RecordInfo& info, const RowPtr& before, const RowPtr& after) {
    RowChange change{info.type, before, after, false, false, {}};
    if (!before || !after) return change;
    change.moved = before->order != after->order;
    change.unknown = !same_members(before->unknown, after->unknown);
    for (const FieldInfo& field : info.fields) {
        if (field.has(model::kWithPrevious)) continue;
        if (is_place(field))
            change.moved = change.moved || !model::same_field(*before, *after, field);
        else if (!same_together(info, field, *before, *after))
            change.fields.push_back(&field);
    }
    return change;
}
}  // namespace

Diff diff(const Plan& before, const Plan& after) {
    Diff diff;
    if (before.id != after.id) diff.id = after.id;
    diff.unknown = !same_members(before.unknown, after.unknown);
    if (diff.unknown) diff.unknown_after = after.unknown;
    for (const RecordInfo& info : model::records())
        model::Table::compare(before.table(info.type), after.table(info.type), [&](const RowPtr& a, const RowPtr& b) {
            RowChange change = change_of(info, a, b);
            if (!a || !b || change.moved || change.edited()) diff.rows.push_back(std::move(change));
        });
    return diff;
}

Plan apply(Plan plan, const Diff& diff) {
    if (diff.id) plan.id = *diff.id;
    if (diff.unknown) plan.unknown = diff.unknown_after;
    for (const RowChange& change : diff.rows) {
        if (change.after)
            plan.table(change.record).put(change.after);
        else
            plan.table(change.record).erase(change.id());
    }
    return plan;
}

std::span<const FieldInfo> together(const RecordInfo& info, const FieldInfo& first) {
    const auto begin = static_cast<std::size_t>(&first - info.fields.data());
    std::size_t end = begin + 1;
    while (end < info.fields.size() && info.fields[end].has(model::kWithPrevious)) ++end;
    return info.fields.subspan(begin, end - begin);
}

bool says_something(const RecordInfo& info, const FieldInfo& first, const Row& row) {
    return std::ranges::any_of(together(info, first),
                               [&](const FieldInfo& field) { return !model::is_empty(row, field); });
}

Counts counts(const Diff& diff) {
    Counts counts;
    for (const RowChange& change : diff.rows) {
        counts.added += change.added() ? 1 : 0;
        counts.removed += change.removed() ? 1 : 0;
        counts.moved += change.moved ? 1 : 0;
        counts.edited += change.edited() ? 1 : 0;
    }
    return counts;
}

}  // namespace revision
