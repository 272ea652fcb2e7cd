#include "edit/transfer.hpp"

#include <algorithm>
#include <map>

#include "edit/owned.hpp"
#include "model/integrity.hpp"
#include "model/names.hpp"
#include "model/order_key.hpp"

namespace edit {
namespace {
using model::FieldInfo;
using model::Kind;
using model::RecordInfo;
using model::Row;

Id reference(const Row& row, const FieldInfo* field) {
    return field ? model::get_ref(row, *field) : Id{};
}

bool stands_before(const Row& a, const Row& b) {
    return a.order != b.order ? a.order < b.order : a.id < b.id;
}

bool lies_in(const Plan& plan, RecordType record, const std::set<Id>& rows, Id at) {
    const FieldInfo* tree = model::record(record).tree();
    for (const Row* row = plan.table(record).find(at); row; row = plan.table(record).find(reference(*row, tree)))
        if (rows.contains(row->id)) return true;
    return false;
}

// A record may have an owner and a tree within it (entries of menus): both follow the row behind which it comes.
void follow_owner_and_tree(const Plan& plan, const RecordInfo& info, const Row& moved, const Row* behind,
                           const Id& owner, Batch& batch) {
    const FieldInfo *tree = info.tree(), *parent = info.parent();
    if (!tree || tree == parent) return;
    const Id above = behind ? model::get_ref(*behind, *tree) : Id{};
    if (model::get_ref(moved, *tree) != above) batch.push_back(SetField{info.type, moved.id, tree, above});
    if (model::get_ref(moved, *parent) == owner) return;
    for (const RowPtr& row : plan.table(info.type))
        if (row->id != moved.id && lies_in(plan, info.type, {moved.id}, row->id))
            batch.push_back(SetField{info.type, row->id, parent, owner});
}

// Old ids to new ones, and how references of copied rows are resolved in the plan they come to.
class Copying {
  public:
    Copying(const Plan& from, const Plan& to, base::IdSource& new_ids)
        : from_(from), to_(to), new_ids_(new_ids), names_(to) {}

    void name(const RowSets& rows) {
        for (const RecordInfo& info : model::records()) {
            // Sorted as the old ones were, because equal order keys are told apart by id.
            const std::set<Id>& old = rows[static_cast<std::size_t>(info.type)];
            std::vector<Id> fresh(old.size());
            for (Id& id : fresh) id = new_ids_.next();
            std::ranges::sort(fresh);
            auto next = fresh.begin();
            for (const Id& id : old) ids_[static_cast<std::size_t>(info.type)].emplace(id, *next++);
        }
    }

    [[nodiscard]] Id renamed(RecordType type, const Id& id) const {
        const auto& of_type = ids_[static_cast<std::size_t>(type)];
        const auto found = of_type.find(id);
        return found == of_type.end() ? Id{} : found->second;
    }

    std::shared_ptr<Row> copy(const RecordInfo& info, const Row& old, std::vector<LostReference>& lost) {
        std::shared_ptr<Row> row = info.copy(old);
        row->id = renamed(info.type, old.id);
        for (const FieldInfo& field : info.fields) {
            const auto lose = [&](RecordType type, const Id& id) {
                lost.push_back({info.type, model::title_of(info, old), model::title_of(from_, type, id), &field});
            };
            if (field.kind == Kind::Ref) {
                const RecordInfo* target = field.has(model::kAnyRecord) ? model::any_record_target(info, old, field)
                                                                        : &model::record(field.target);
                const Id& id = model::get_ref(old, field);
                if (!target || id.empty()) continue;
                Id found = resolved(target->type, id);
                if (found.empty() && field.has(model::kOwner)) found = owner_above(info, old, field);
                model::edit<Id>(*row, field) = found;
                if (found.empty() && !field.has(model::kTree)) lose(target->type, id);
            } else if (field.kind == Kind::Refs) {
                std::vector<Id> found;
                for (const Id& id : model::get_refs(old, field)) {
                    const Id here = resolved(field.target, id);
                    if (here.empty())
                        lose(field.target, id);
                    else if (std::ranges::find(found, here) == found.end())
                        found.push_back(here);
                }
                model::edit<std::vector<Id>>(*row, field) = std::move(found);
            }
        }
        return row;
    }

  private:
    Id resolved(RecordType type, const Id& id) {
        if (const Id copied = renamed(type, id); !copied.empty()) return copied;
        if (from_.id == to_.id && to_.table(type).find(id)) return id;
        if (model::record(type).singleton) return to_.table(type).find(id) ? id : Id{};
        return names_.find(type, model::title_of(from_, type, id)).value_or(Id{});
    }

    // The copied owner of what the row lies below in its tree, if its own is not copied.
    Id owner_above(const RecordInfo& info, const Row& row, const FieldInfo& owner) {
        const FieldInfo* tree = info.tree();
        const auto above = [&](const Row& each) { return from_.table(info.type).find(reference(each, tree)); };
        for (const Row* at = above(row); at; at = above(*at))
            if (const Id found = resolved(owner.target, model::get_ref(*at, owner)); !found.empty()) return found;
        return {};
    }

    const Plan &from_, &to_;
    base::IdSource& new_ids_;
    model::Names names_;
    std::array<std::map<Id, Id>, model::record_type_count> ids_;
};
}  // namespace

std::vector<Id> top_rows(const Plan& plan, RecordType record, std::span<const Id> ids) {
    const std::set<Id> all(ids.begin(), ids.end());
    const FieldInfo* tree = model::record(record).tree();
    std::vector<Id> top;
    for (const Id& id : ids) {
        const Row* row = plan.table(record).find(id);
        if (row && !lies_in(plan, record, all, reference(*row, tree))) top.push_back(id);
    }
    return top;
}

std::vector<std::string> Gap::orders(std::size_t count) const {
    return model::orders_between(low ? std::string_view(low->order) : std::string_view(),
                                 high ? std::string_view(high->order) : std::string_view(), count);
}

std::optional<Gap> gap_behind(const Plan& plan, RecordType record, const Id& behind, std::span<const Id> without) {
    const FieldInfo* field = model::record(record).parent();
    const model::Table& table = plan.table(record);
    const std::set<Id> gone(without.begin(), without.end());
    Gap place{{}, table.find(behind)};
    if (!place.low && field && field->has(model::kOwner)) return std::nullopt;
    const Row* target = place.low;
    if (target) place.parent = reference(*target, field);
    for (const RowPtr& row : table) {
        if (reference(*row, field) != place.parent || row.get() == target) continue;
        if (gone.contains(row->id)) continue;
        if (!target && (!place.low || stands_before(*place.low, *row))) place.low = row.get();
        if (target && stands_before(*target, *row) && (!place.high || stands_before(*row, *place.high)))
            place.high = row.get();
    }
    return place;
}

std::optional<Batch> move_behind(const Plan& plan, RecordType record, std::span<const Id> ids, const Id& behind) {
    const std::vector<Id> rows = top_rows(plan, record, ids);
    if (rows.empty() || lies_in(plan, record, {rows.begin(), rows.end()}, behind)) return std::nullopt;
    const std::optional<Gap> place = gap_behind(plan, record, behind, rows);
    if (!place) return std::nullopt;
    const RecordInfo& info = model::record(record);
    const Row* above = plan.table(record).find(behind);
    const Row* last = place->low;
    bool there = true;
    for (const Id& id : rows) {
        const Row* row = plan.table(record).find(id);
        there = there && reference(*row, info.parent()) == place->parent && (!last || stands_before(*last, *row)) &&
                (!above || reference(*row, info.tree()) == reference(*above, info.tree()));
        last = row;
    }
    if (there && (!place->high || stands_before(*last, *place->high))) return std::nullopt;
    const std::vector<std::string> orders = place->orders(rows.size());
    Batch batch;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        batch.push_back(MoveRow{record, rows[i], place->parent, orders[i]});
        follow_owner_and_tree(plan, info, *plan.table(record).find(rows[i]), above, place->parent, batch);
    }
    return batch;
}

std::optional<Copied> copy_behind(const Plan& from, RecordType record, std::span<const Id> ids, const Plan& to,
                                  const Id& behind, base::IdSource& new_ids) {
    const std::vector<Id> top = top_rows(from, record, ids);
    const std::optional<Gap> place = gap_behind(to, record, behind);
    if (!place) return std::nullopt;
    RowSets rows;
    rows[static_cast<std::size_t>(record)].insert(top.begin(), top.end());
    add_tied(from, rows, Tie::Owned);
    Copying copying(from, to, new_ids);
    copying.name(rows);
    const std::vector<std::string> orders = place->orders(top.size());
    const Row* above = to.table(record).find(behind);
    Copied copied;
    for (const RecordInfo& info : model::records())
        for (const Id& id : rows[static_cast<std::size_t>(info.type)]) {
            std::vector<LostReference> lost;
            std::shared_ptr<Row> row = copying.copy(info, *from.table(info.type).find(id), lost);
            const auto at = info.type == record ? std::ranges::find(top, id) : top.end();
            const FieldInfo *parent = info.parent(), *tree = info.tree();
            if (at != top.end()) {
                row->order = orders[static_cast<std::size_t>(at - top.begin())];
                if (tree) model::edit<Id>(*row, *tree) = above ? model::get_ref(*above, *tree) : Id{};
            }
            // What lies below a row in its tree has its owner, too.
            if (at != top.end() || (info.type == record && parent->has(model::kOwner))) {
                if (parent) model::edit<Id>(*row, *parent) = place->parent;
                std::erase_if(lost, [&](const LostReference& each) { return each.field == parent; });
            }
            copied.lost.insert(copied.lost.end(), lost.begin(), lost.end());
            // A dependency means nothing without its predecessor.
            const bool meaningless = info.type == RecordType::Dependency && at == top.end() && !lost.empty();
            if (!meaningless) copied.batch.push_back(PutRow{info.type, std::move(row)});
        }
    for (const Id& id : top) copied.rows.push_back(copying.renamed(record, id));
    return copied;
}

}  // namespace edit
