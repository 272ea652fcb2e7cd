#include "edit/fresh_ids.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "model/integrity.hpp"

namespace edit {
namespace {
using model::FieldInfo;
using model::Id;
using model::Kind;
using model::RecordInfo;
using model::RecordType;
using model::Row;

// Of each record type: old id to new.
using NewIds = std::array<std::map<Id, Id>, model::record_type_count>;

Id renamed(const NewIds& new_ids, RecordType type, const Id& id) {
    const auto& of_type = new_ids[static_cast<std::size_t>(type)];
    const auto found = of_type.find(id);
    return found == of_type.end() ? id : found->second;
}

void rename_references(const NewIds& new_ids, const RecordInfo& info, const Row& before, Row& row) {
    for (const FieldInfo& field : info.fields) {
        if (field.kind == Kind::Ref) {
            const RecordInfo* target = field.has(model::kAnyRecord) ? model::any_record_target(info, before, field)
                                                                    : &model::record(field.target);
            if (target) model::edit<Id>(row, field) = renamed(new_ids, target->type, model::get_ref(before, field));
        } else if (field.kind == Kind::Refs) {
            for (Id& id : model::edit<std::vector<Id>>(row, field)) id = renamed(new_ids, field.target, id);
        }
    }
}
}  // namespace

model::Plan with_fresh_ids(const model::Plan& plan, base::IdSource& ids) {
    NewIds new_ids;
    for (const RecordInfo& info : model::records()) {
        if (info.singleton) continue;
        // Sorted as the old ones were, because equal order keys are told apart by id.
        std::vector<Id> fresh(plan.table(info.type).size());
        for (Id& id : fresh) id = ids.next();
        std::ranges::sort(fresh);
        auto next = fresh.begin();
        for (const model::RowPtr& row : plan.table(info.type))
            new_ids[static_cast<std::size_t>(info.type)].emplace(row->id, *next++);
    }
    model::Plan copy;
    copy.id = ids.next();
    copy.unknown = plan.unknown;
    for (const RecordInfo& info : model::records())
        for (const model::RowPtr& row : plan.table(info.type)) {
            std::shared_ptr<Row> renewed = info.copy(*row);
            renewed->id = renamed(new_ids, info.type, row->id);
            rename_references(new_ids, info, *row, *renewed);
            copy.table(info.type).put(std::move(renewed));
        }
    return copy;
}

}  // namespace edit
