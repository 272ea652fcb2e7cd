#include "edit/owned.hpp"

#include <algorithm>

namespace edit {
namespace {
using model::FieldInfo;
using model::Id;
using model::RecordInfo;
using model::RecordType;

struct Member {
    RecordType record;
    Id id;
};
bool comes_before(const Member& a, const Member& b) {
    return a.record != b.record ? a.record < b.record : a.id < b.id;
}

struct Bond {  // the child is tied to the parent
    Member parent, child;
};

std::vector<Bond> bonds_by_parent(const model::Plan& plan, Tie tie) {
    std::vector<Bond> bonds;
    for (const RecordInfo& info : model::records())
        for (const FieldInfo& field : info.fields) {
            if (!is_tied(info, field, tie)) continue;
            for (const model::RowPtr& row : plan.table(info.type))
                if (const Id& id = model::get_ref(*row, field); !id.empty())
                    bonds.push_back({{field.target, id}, {info.type, row->id}});
        }
    std::ranges::sort(bonds, comes_before, &Bond::parent);
    return bonds;
}
}  // namespace

bool is_tied(const RecordInfo& info, const FieldInfo& field, Tie tie) {
    if (field.has(model::kOwner) || field.has(model::kTree)) return true;
    return tie == Tie::Bound && info.type == RecordType::Dependency && field.kind == model::Kind::Ref;
}

void add_tied(const model::Plan& plan, RowSets& rows, Tie tie) {
    const std::vector<Bond> bonds = bonds_by_parent(plan, tie);
    std::vector<Member> open;
    for (const RecordInfo& info : model::records())
        for (const Id& id : rows[static_cast<std::size_t>(info.type)]) open.push_back({info.type, id});
    while (!open.empty()) {
        const Member parent = open.back();
        open.pop_back();
        auto at = std::ranges::lower_bound(bonds, parent, comes_before, &Bond::parent);
        for (; at != bonds.end() && !comes_before(parent, at->parent); ++at)
            if (rows[static_cast<std::size_t>(at->child.record)].insert(at->child.id).second) open.push_back(at->child);
    }
}

}  // namespace edit
