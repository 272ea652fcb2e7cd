#include "revision/merge.hpp"

#include <algorithm>

#include "revision/merge_repair.hpp"

namespace revision {
namespace {
using model::Row;

bool unchanged(const RecordInfo& info, const RowPtr& a, const RowPtr& b) {
    return a == b || (a && b && model::same_row(info, *a, *b));
}

// Every row that differs between base and a side.
void collect(const Versions& versions, Touched& touched) {
    const auto note = [&](const RecordInfo& info, const RowPtr& before, const RowPtr& after) {
        if (unchanged(info, before, after)) return;
        const Id& id = before ? before->id : after->id;
        const auto [at, is_new] = touched.try_emplace({info.type, id});
        if (is_new)
            at->second = {versions.base.table(info.type).get(id), versions.ours.table(info.type).get(id),
                          versions.theirs.table(info.type).get(id)};
    };
    for (const RecordInfo& info : model::records())
        for (const Plan* side : {&versions.ours, &versions.theirs})
            model::Table::compare(versions.base.table(info.type), side->table(info.type),
                                  [&](const RowPtr& a, const RowPtr& b) { note(info, a, b); });
}

// The row that one side has and the other removed, or (without base) never had; null: it goes.
RowPtr one_sided(const Versions& versions, const RecordInfo& info, const ThreeRows& rows,
                 std::vector<Conflict>& conflicts) {
    const RowPtr& row = rows.ours ? rows.ours : rows.theirs;
    if (!row) return nullptr;
    const auto list = [&](ConflictKind kind) {
        conflicts.push_back({kind, &info, row->id, {}, rows.base, rows.ours, rows.theirs, {}});
    };
    if (!rows.base) {
        if (versions.ancestor == Ancestor::Unknown) list(ConflictKind::OneSided);
        return row;
    }
    if (only_lost_references(versions, info, *rows.base, *row)) return nullptr;
    list(ConflictKind::Removed);
    return row;
}

RowPtr merged_row(const Versions& versions, const RecordInfo& info, const ThreeRows& rows,
                  std::vector<Conflict>& conflicts) {
    const bool known = versions.ancestor == Ancestor::Known;
    if (unchanged(info, rows.ours, rows.theirs) || (known && unchanged(info, rows.base, rows.theirs))) return rows.ours;
    if (known && unchanged(info, rows.base, rows.ours)) return rows.theirs;
    if (!rows.ours || !rows.theirs) return one_sided(versions, info, rows, conflicts);
    return merge_row(versions, info, rows, conflicts);
}

void merge_plan_members(const Versions& versions, Plan& plan, std::vector<Conflict>& conflicts) {
    std::vector<std::string> in_doubt;
    plan.unknown = merge_members({versions.base.unknown, versions.ours.unknown, versions.theirs.unknown},
                                 versions.ancestor, in_doubt);
    for (std::string& name : in_doubt)
        conflicts.push_back({ConflictKind::Edited, nullptr, plan.id, std::move(name), {}, {}, {}, {}});
}

std::ptrdiff_t field_place(const Conflict& conflict) {
    if (!conflict.record || conflict.member.empty()) return -2;
    if (conflict.member == "order") return -1;
    const model::FieldInfo* field = conflict.record->find(conflict.member);
    return field ? field - conflict.record->fields.data() : static_cast<std::ptrdiff_t>(conflict.record->fields.size());
}

bool is_listed_before(const Conflict& a, const Conflict& b) {
    if (a.record != b.record) return !a.record || (b.record && a.record->type < b.record->type);
    if (a.id != b.id) return a.id < b.id;
    if (field_place(a) != field_place(b)) return field_place(a) < field_place(b);
    return a.member < b.member;
}

Merged merge_versions(const Versions& versions) {
    Merged merged{versions.ours, {}};
    Touched touched;
    collect(versions, touched);
    for (const auto& [key, rows] : touched) {
        const RowPtr row = merged_row(versions, model::record(key.first), rows, merged.conflicts);
        if (row == rows.ours) continue;
        if (row)
            merged.plan.table(key.first).put(row);
        else
            merged.plan.table(key.first).erase(key.second);
    }
    repair_links(versions, touched, merged.plan, merged.conflicts);
    merge_plan_members(versions, merged.plan, merged.conflicts);
    std::ranges::stable_sort(merged.conflicts, is_listed_before);
    for (Conflict& conflict : merged.conflicts)
        if (conflict.record) conflict.taken = merged.plan.table(conflict.record->type).get(conflict.id);
    return merged;
}
}  // namespace

Merged merge(const Plan& base, const Plan& ours, const Plan& theirs) {
    return merge_versions({base, ours, theirs, Ancestor::Known});
}

Merged merge_without_base(const Plan& ours, const Plan& theirs) {
    Plan nothing;
    nothing.id = ours.id;
    return merge_versions({nothing, ours, theirs, Ancestor::Unknown});
}

}  // namespace revision
