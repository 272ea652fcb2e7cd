#include "model/integrity.hpp"

#include "model/order_key.hpp"
#include "model/value.hpp"

namespace model {
namespace {

base::Error at_field(const FieldInfo& info, std::string code, const Id& id = {}) {
    return {std::move(code), std::string(info.name), id.str()};
}

base::Status check_reference(const Plan& plan, const RecordInfo& info, const Row& row, const FieldInfo& field_info,
                             const Id& id) {
    const RecordInfo* target =
        field_info.has(kAnyRecord) ? any_record_target(info, row, field_info) : &record(field_info.target);
    if (!target) return at_field(field_info, "any-record-type", id);
    // A row may point to itself before it is in the table; the cycle check refuses that where it matters.
    const bool itself = target->type == info.type && id == row.id;
    if (!itself && !plan.table(target->type).find(id)) return at_field(field_info, "reference-missing", id);
    return base::Done{};
}

base::Status check_cycle(const Plan& plan, const RecordInfo& info, const Row& row, const FieldInfo& parent) {
    const Table& table = plan.table(info.type);
    std::size_t steps = 0;
    for (Id at = get_ref(row, parent); !at.empty(); ++steps) {
        if (at == row.id || steps > table.size()) return at_field(parent, "parent-cycle", at);
        const Row* above = table.find(at);
        if (!above) break;
        at = get_ref(*above, parent);
    }
    return base::Done{};
}

// Every row's parent chain ends, in linear time: rows known to be fine are not walked again.
base::Status check_cycles(const Table& table, const FieldInfo& parent, std::string_view list) {
    enum class Mark : std::uint8_t { New, OnPath, Fine };
    std::vector<std::pair<Id, Mark>> marks;  // sorted by id, as the table is
    marks.reserve(table.size());
    for (const RowPtr& row : table) marks.emplace_back(row->id, Mark::New);
    const auto mark_of = [&](const Id& id) -> Mark& {
        return std::ranges::lower_bound(marks, id, {}, &std::pair<Id, Mark>::first)->second;
    };
    std::vector<Id> path;
    for (const RowPtr& row : table) {
        path.clear();
        Id at = row->id;
        while (!at.empty() && mark_of(at) == Mark::New) {
            mark_of(at) = Mark::OnPath;
            path.push_back(at);
            at = get_ref(*table.find(at), parent);
        }
        if (!at.empty() && mark_of(at) == Mark::OnPath)
            return base::Error{"parent-cycle",
                               "/" + std::string(list) + "/" + at.str() + "/" + std::string(parent.name), at.str()};
        for (const Id& id : path) mark_of(id) = Mark::Fine;
    }
    return base::Done{};
}

base::Status check_alone(const Plan& plan, const RecordInfo& info, const Row& row) {
    if (row.id.empty()) return base::Error{"id-missing", "id", {}};
    if (!is_order_key(row.order)) return base::Error{"order-key", "order", row.order};
    for (const FieldInfo& field_info : info.fields) {
        if (base::Status checked = check_field(row, field_info); !checked) return checked;
        if (field_info.kind == Kind::Ref) {
            const Id& id = get_ref(row, field_info);
            if (id.empty() && field_info.has(kOwner)) return at_field(field_info, "parent-missing");
            if (id.empty()) continue;
            if (base::Status checked = check_reference(plan, info, row, field_info, id); !checked) return checked;
        } else if (field_info.kind == Kind::Refs) {
            for (const Id& id : get_refs(row, field_info))
                if (base::Status checked = check_reference(plan, info, row, field_info, id); !checked) return checked;
        }
    }
    return base::Done{};
}

const FieldInfo* tree_field(const RecordInfo& info) {
    for (const FieldInfo& field_info : info.fields)
        if (field_info.has(kTree)) return &field_info;
    return nullptr;
}
}  // namespace

const RecordInfo* any_record_target(const RecordInfo& info, const Row& row, const FieldInfo& field_info) {
    const FieldInfo* type_field = info.find("subjectType");
    return type_field && &field_info != type_field ? find_record(get<std::string>(row, *type_field)) : nullptr;
}

base::Status check_row(const Plan& plan, const RecordInfo& info, const Row& row) {
    if (base::Status checked = check_alone(plan, info, row); !checked) return checked;
    const FieldInfo* tree = tree_field(info);
    return tree ? check_cycle(plan, info, row, *tree) : base::Status(base::Done{});
}

base::Status check_plan(const Plan& plan) {
    for (const RecordInfo& info : records()) {
        const Table& table = plan.table(info.type);
        if (info.singleton && table.size() != 1)
            return base::Error{"singleton-count", "/" + std::string(info.name), {}};
        for (const RowPtr& row : table) {
            base::Status checked = check_alone(plan, info, *row);
            if (checked) continue;
            const base::Error& error = checked.error();
            return base::Error{error.code, "/" + std::string(info.list) + "/" + row->id.str() + "/" + error.subject,
                               error.detail};
        }
        if (const FieldInfo* tree = tree_field(info))
            if (base::Status checked = check_cycles(table, *tree, info.list); !checked) return checked;
    }
    return base::Done{};
}

}  // namespace model
