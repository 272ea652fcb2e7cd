#include "support/random_edit.hpp"

#include "model/order_key.hpp"

namespace support {
using namespace model;

Id some_row(Random& random, const Table& table) {
    if (table.empty()) return {};
    auto at = table.begin();
    for (std::size_t skip = random.below(table.size()); skip > 0; --skip) ++at;
    return (*at)->id;
}

edit::Command random_command(Random& random, const Plan& plan) {
    const RecordInfo& info = records()[random.below(record_type_count)];
    const Id id = some_row(random, plan.table(info.type));
    switch (random.below(5)) {
        case 0: {
            std::shared_ptr<Row> row = info.make();
            row->id = info.singleton ? singleton_id(info) : random.id();
            for (const FieldInfo& field : info.fields)
                if (field.has(kOwner)) model::edit<Id>(*row, field) = some_row(random, plan.table(field.target));
            return edit::PutRow{info.type, std::move(row)};
        }
        case 1:
            return edit::RemoveRows{info.type, {id}};
        case 2:
            return edit::MoveRow{info.type, id, some_row(random, plan.table(info.type)), order_between("V", {})};
        default:
            break;
    }
    const FieldInfo& field = info.fields[random.below(info.fields.size())];
    return edit::SetField{info.type, id, &field, random_value(random, plan, field)};
}

model::Plan random_edits(Random& random, model::Plan plan, std::size_t count) {
    while (count > 0) {
        const auto changed = edit::apply_command(plan, random_command(random, plan));
        if (!changed) continue;
        plan = *changed;
        --count;
    }
    return plan;
}

}  // namespace support
