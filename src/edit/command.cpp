#include "edit/command.hpp"

#include <set>

#include "model/integrity.hpp"
#include "model/order_key.hpp"

namespace edit {
namespace {
using base::Done;
using base::Error;
using base::Status;
using model::FieldInfo;
using model::Kind;
using model::RecordInfo;
using model::Row;

struct Place {  // of a row whose checks wait until the whole batch is applied
    RecordType record;
    Id id;
};

std::string path(const RecordInfo& info, const Id& id) {
    return std::string(info.list) + "/" + id.str();
}

// An error of one row, whose subject is a field, as one of the plan.
Error at_row(const RecordInfo& info, const Id& id, const Error& error) {
    return {error.code, path(info, id) + "/" + error.subject, error.detail};
}

base::Result<std::shared_ptr<Row>> copy_of(const Plan& plan, RecordType record, const Id& id) {
    const RecordInfo& info = model::record(record);
    const Row* row = plan.table(record).find(id);
    if (!row) return Error{"row-missing", path(info, id), {}};
    return info.copy(*row);
}

Status apply(Plan& plan, const PutRow& put, std::vector<Place>& touched) {
    plan.table(put.record).put(put.row);
    touched.push_back({put.record, put.row->id});
    return Done{};
}

Status apply(Plan& plan, const SetField& set, std::vector<Place>& touched) {
    auto row = copy_of(plan, set.record, set.id);
    if (!row) return row.error();
    if (Status assigned = model::set_value(**row, *set.field, set.value); !assigned)
        return at_row(model::record(set.record), set.id, assigned.error());
    plan.table(set.record).put(std::move(row).value());
    touched.push_back({set.record, set.id});
    return Done{};
}

Status apply(Plan& plan, const MoveRow& move, std::vector<Place>& touched) {
    auto row = copy_of(plan, move.record, move.id);
    if (!row) return row.error();
    (*row)->order = move.order;
    if (const FieldInfo* parent = model::record(move.record).parent()) model::edit<Id>(**row, *parent) = move.parent;
    plan.table(move.record).put(std::move(row).value());
    touched.push_back({move.record, move.id});
    return Done{};
}

using Doomed = std::array<std::set<Id>, model::record_type_count>;

bool is_doomed(const Doomed& doomed, RecordType record, const Id& id) {
    return doomed[static_cast<std::size_t>(record)].contains(id);
}

const RecordInfo* target_of(const RecordInfo& info, const Row& row, const FieldInfo& field) {
    return field.has(model::kAnyRecord) ? model::any_record_target(info, row, field) : &model::record(field.target);
}

bool goes_with(const RecordInfo& info, const FieldInfo& field) {
    if (field.has(model::kOwner) || field.has(model::kTree)) return true;
    return info.type == RecordType::Dependency && field.kind == Kind::Ref;  // means nothing without its predecessor
}

struct Bond {  // child goes when parent goes
    Place parent, child;
};
bool before(const Place& a, const Place& b) {
    return a.record != b.record ? a.record < b.record : a.id < b.id;
}

std::vector<Bond> bonds_by_parent(const Plan& plan) {
    std::vector<Bond> bonds;
    for (const RecordInfo& info : model::records())
        for (const FieldInfo& field : info.fields) {
            if (!goes_with(info, field)) continue;
            for (const RowPtr& row : plan.table(info.type))
                if (const Id& id = model::get_ref(*row, field); !id.empty())
                    bonds.push_back({{field.target, id}, {info.type, row->id}});
        }
    std::ranges::sort(bonds, before, &Bond::parent);
    return bonds;
}

// Adds every row that must go with a doomed one. Linear in the plan, however deep its trees are.
void spread(const Plan& plan, Doomed& doomed) {
    const std::vector<Bond> bonds = bonds_by_parent(plan);
    std::vector<Place> open;
    for (const RecordInfo& info : model::records())
        for (const Id& id : doomed[static_cast<std::size_t>(info.type)]) open.push_back({info.type, id});
    while (!open.empty()) {
        const Place parent = open.back();
        open.pop_back();
        auto at = std::ranges::lower_bound(bonds, parent, before, &Bond::parent);
        for (; at != bonds.end() && !before(parent, at->parent); ++at)
            if (doomed[static_cast<std::size_t>(at->child.record)].insert(at->child.id).second)
                open.push_back(at->child);
    }
}

// The row without references to doomed rows, or null if it has none.
std::shared_ptr<Row> without_references(const RecordInfo& info, const Row& row, const Doomed& doomed) {
    std::shared_ptr<Row> changed;
    const auto own = [&]() -> Row& {
        if (!changed) changed = info.copy(row);
        return *changed;
    };
    for (const FieldInfo& field : info.fields) {
        if (field.kind == Kind::Ref && !model::get_ref(row, field).empty()) {
            const RecordInfo* target = target_of(info, row, field);
            if (target && is_doomed(doomed, target->type, model::get_ref(row, field)))
                model::edit<Id>(own(), field) = Id{};
        } else if (field.kind == Kind::Refs) {
            const auto gone = [&](const Id& id) { return is_doomed(doomed, field.target, id); };
            if (std::ranges::any_of(model::get_refs(row, field), gone))
                std::erase_if(model::edit<std::vector<Id>>(own(), field), gone);
        }
    }
    return changed;
}

// Linear in the plan: who refers to the removed rows is not indexed, because removals are rare.
Status apply(Plan& plan, const RemoveRows& remove, std::vector<Place>&) {
    if (model::record(remove.record).singleton)
        return Error{"singleton-removed", std::string(model::record(remove.record).name), {}};
    Doomed doomed;
    for (const Id& id : remove.ids) {
        if (!plan.table(remove.record).find(id))
            return Error{"row-missing", path(model::record(remove.record), id), {}};
        doomed[static_cast<std::size_t>(remove.record)].insert(id);
    }
    spread(plan, doomed);
    for (const RecordInfo& info : model::records()) {
        for (const RowPtr& row : model::Table(plan.table(info.type))) {
            if (is_doomed(doomed, info.type, row->id)) {
                plan.table(info.type).erase(row->id);
            } else if (std::shared_ptr<Row> changed = without_references(info, *row, doomed)) {
                plan.table(info.type).put(std::move(changed));
            }
        }
    }
    return Done{};
}
}  // namespace

base::Result<Plan> apply_batch(const Plan& plan, const Batch& batch) {
    Plan changed = plan;
    std::vector<Place> touched;
    for (const Command& command : batch) {
        Status applied = std::visit([&](const auto& one) { return apply(changed, one, touched); }, command);
        if (!applied) return applied.error();
    }
    for (const Place& place : touched) {
        const RecordInfo& info = model::record(place.record);
        const Row* row = changed.table(place.record).find(place.id);
        if (!row) continue;  // removed again by the same batch
        if (info.singleton && changed.table(place.record).size() != 1)
            return Error{"singleton-count", std::string(info.name), {}};
        if (Status checked = model::check_row(changed, info, *row); !checked)
            return at_row(info, place.id, checked.error());
    }
    return changed;
}

base::Result<Plan> apply_command(const Plan& plan, const Command& command) {
    return apply_batch(plan, {command});
}

std::string order_at_end(const Plan& plan, RecordType record, const Id& parent) {
    const FieldInfo* field = model::record(record).parent();
    std::string_view last;
    for (const RowPtr& row : plan.table(record))
        if ((!field || model::get_ref(*row, *field) == parent) && row->order > last) last = row->order;
    return model::order_between(last, {});
}

}  // namespace edit
