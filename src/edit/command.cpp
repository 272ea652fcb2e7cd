#include "edit/command.hpp"

#include "edit/owned.hpp"
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

const RecordInfo* target_of(const RecordInfo& info, const Row& row, const FieldInfo& field) {
    return field.has(model::kAnyRecord) ? model::any_record_target(info, row, field) : &model::record(field.target);
}

// The row without references to doomed rows, or null if it has none.
std::shared_ptr<Row> without_references(const RecordInfo& info, const Row& row, const RowSets& doomed) {
    std::shared_ptr<Row> changed;
    const auto own = [&]() -> Row& {
        if (!changed) changed = info.copy(row);
        return *changed;
    };
    for (const FieldInfo& field : info.fields) {
        if (field.kind == Kind::Ref && !model::get_ref(row, field).empty()) {
            const RecordInfo* target = target_of(info, row, field);
            if (target && holds(doomed, target->type, model::get_ref(row, field))) model::edit<Id>(own(), field) = Id{};
        } else if (field.kind == Kind::Refs) {
            const auto gone = [&](const Id& id) { return holds(doomed, field.target, id); };
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
    RowSets doomed;
    for (const Id& id : remove.ids) {
        if (!plan.table(remove.record).find(id))
            return Error{"row-missing", path(model::record(remove.record), id), {}};
        doomed[static_cast<std::size_t>(remove.record)].insert(id);
    }
    add_tied(plan, doomed, Tie::Bound);
    for (const RecordInfo& info : model::records()) {
        for (const RowPtr& row : model::Table(plan.table(info.type))) {
            if (holds(doomed, info.type, row->id)) {
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
