#include "edit/arrange.hpp"

#include "model/order_key.hpp"

namespace edit {
namespace {
using model::FieldInfo;
using model::Row;

Id parent_of(RecordType record, const Row& row) {
    const FieldInfo* field = model::record(record).parent();
    return field ? model::get_ref(row, *field) : Id{};
}

bool is_before(const Row& a, const Row& b) {
    return a.order != b.order ? a.order < b.order : a.id < b.id;
}

struct Neighbours {
    const Row *before = nullptr, *after = nullptr;
};

// Of the row among its siblings, one of which does not count.
Neighbours neighbours(const Plan& plan, RecordType record, const Row& row, const Row* without = nullptr) {
    const Id parent = parent_of(record, row);
    Neighbours found;
    for (const RowPtr& other : plan.table(record)) {
        if (other.get() == &row || other.get() == without || parent_of(record, *other) != parent) continue;
        const bool earlier = is_before(*other, row);
        const Row*& nearest = earlier ? found.before : found.after;
        if (!nearest || is_before(*nearest, *other) == earlier) nearest = other.get();
    }
    return found;
}
}  // namespace

std::optional<MoveRow> move_beside(const Plan& plan, RecordType record, const Id& id, const Id& target, Side side) {
    const model::Table& table = plan.table(record);
    const Row *row = table.find(id), *beside = table.find(target);
    if (!row || !beside || row == beside) return std::nullopt;
    const FieldInfo* field = model::record(record).parent();
    const Id parent = parent_of(record, *beside);
    const bool sibling = parent_of(record, *row) == parent;
    if (!sibling && !field->has(model::kTree)) return std::nullopt;
    if (!sibling)
        for (const Row* above = beside; above; above = table.find(parent_of(record, *above)))
            if (above == row) return std::nullopt;
    const Neighbours next = neighbours(plan, record, *beside, row);
    const Row *low = side == Side::After ? beside : next.before, *high = side == Side::After ? next.after : beside;
    const bool there = sibling && (!low || is_before(*low, *row)) && (!high || is_before(*row, *high));
    if (there) return std::nullopt;
    return MoveRow{record, id, parent,
                   model::order_between(low ? std::string_view(low->order) : std::string_view(),
                                        high ? std::string_view(high->order) : std::string_view())};
}

std::optional<MoveRow> move_step(const Plan& plan, RecordType record, const Id& id, Way way) {
    const Row* row = plan.table(record).find(id);
    if (!row) return std::nullopt;
    const FieldInfo* field = model::record(record).parent();
    const bool tree = field && field->has(model::kTree);
    if (way == Way::Out)
        return tree ? move_beside(plan, record, id, parent_of(record, *row), Side::After) : std::nullopt;
    const Neighbours next = neighbours(plan, record, *row);
    const Row* passed = way == Way::Down ? next.after : next.before;
    if (!passed || (way == Way::In && !tree)) return std::nullopt;
    if (way == Way::In) return MoveRow{record, id, passed->id, order_at_end(plan, record, passed->id)};
    return move_beside(plan, record, id, passed->id, way == Way::Up ? Side::Before : Side::After);
}

}  // namespace edit
