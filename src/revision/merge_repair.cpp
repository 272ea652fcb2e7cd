#include "revision/merge_repair.hpp"

#include <algorithm>
#include <set>

#include "edit/owned.hpp"
#include "model/integrity.hpp"

namespace revision {
namespace {
using model::FieldInfo;
using model::Kind;
using model::Row;
using Key = std::pair<RecordType, Id>;

const RecordInfo* reference_target(const RecordInfo& info, const Row& row, const FieldInfo& field) {
    return field.has(model::kAnyRecord) ? model::any_record_target(info, row, field) : &model::record(field.target);
}

bool refers(const Row& row, const FieldInfo& field, const Id& id) {
    if (field.kind == Kind::Ref) return model::get_ref(row, field) == id;
    return std::ranges::find(model::get_refs(row, field), id) != model::get_refs(row, field).end();
}

class LinkRepair {
  public:
    LinkRepair(const Versions& versions, Touched& touched, Plan& plan, std::vector<Conflict>& conflicts)
        : versions_(versions), touched_(touched), plan_(plan), conflicts_(conflicts) {}

    void run() {
        for (const auto& [key, rows] : touched_) open_.push_back(key);
        do {
            while (!open_.empty()) {
                const Key key = open_.back();
                open_.pop_back();
                put_back_needed(key);
            }
        } while (open_circle());
        for (const auto& [key, rows] : touched_) empty_references(key);
    }

  private:
    // Calls missing(field, id) for each reference of the row to what is not there.
    template <class Missing> void each_missing(const RecordInfo& info, const Row& row, const Missing& missing) const {
        for (const FieldInfo& field : info.fields) {
            if (field.kind != Kind::Ref && field.kind != Kind::Refs) continue;
            const RecordInfo* target = reference_target(info, row, field);
            const auto look = [&](const Id& id) {
                if (!id.empty() && target && !plan_.table(target->type).find(id)) missing(field, *target, id);
            };
            if (field.kind == Kind::Ref)
                look(model::get_ref(row, field));
            else
                for (const Id& id : model::get_refs(row, field)) look(id);
        }
    }

    void put_back_needed(const Key& key) {
        const RecordInfo& info = model::record(key.first);
        const Row* row = plan_.table(key.first).find(key.second);
        if (!row) return;
        const Row* base = versions_.base.table(key.first).find(key.second);
        each_missing(info, *row, [&](const FieldInfo& field, const RecordInfo& target, const Id& id) {
            const bool tied = edit::is_tied(info, field, edit::Tie::Bound);
            if (tied || !base || !refers(*base, field, id)) put_back(target, id);
        });
    }

    void put_back(const RecordInfo& info, const Id& id) {
        if (plan_.table(info.type).find(id)) return;
        const ThreeRows rows{versions_.base.table(info.type).get(id), versions_.ours.table(info.type).get(id),
                             versions_.theirs.table(info.type).get(id)};
        const RowPtr& row = rows.ours ? rows.ours : rows.theirs;
        if (!row) return;
        plan_.table(info.type).put(row);
        touched_.insert_or_assign(Key{info.type, id}, rows);
        conflicts_.push_back({ConflictKind::Needed, &info, id, {}, rows.base, rows.ours, rows.theirs, {}});
        open_.emplace_back(info.type, id);
    }

    // Takes back one move of theirs in each circle of parents. True if there was one: look for what is needed again.
    bool open_circle() {
        bool opened = false;
        std::set<Key> fine;
        for (const auto& [key, rows] : touched_) {
            const FieldInfo* tree = model::record(key.first).tree();
            if (!tree) continue;
            std::set<Key> path;
            std::vector<Id> way;
            Id at = key.second;
            while (!at.empty() && !fine.contains({key.first, at}) && path.insert({key.first, at}).second) {
                way.push_back(at);
                const Row* row = plan_.table(key.first).find(at);
                at = row ? model::get_ref(*row, *tree) : Id{};
            }
            const bool circle = !at.empty() && path.contains({key.first, at});
            if (circle) {
                const auto begin = std::ranges::find(way, at);
                opened = take_back(key.first, {begin, way.end()}) || opened;
            } else {
                fine.insert(path.begin(), path.end());
            }
        }
        return opened;
    }

    // Of the rows in a circle, the first whose parent is theirs and not ours goes where ours has it.
    bool take_back(RecordType type, std::vector<Id> circle) {
        const RecordInfo& info = model::record(type);
        std::ranges::sort(circle);
        for (const Id& id : circle) {
            const Row* row = plan_.table(type).find(id);
            const RowPtr ours = versions_.ours.table(type).get(id);
            if (!ours || model::same_field(*ours, *row, *info.tree())) continue;
            std::shared_ptr<Row> changed = info.copy(*row);
            put_place(info, *ours, *changed);
            plan_.table(type).put(std::move(changed));
            conflicts_.push_back({ConflictKind::Circle,
                                  &info,
                                  id,
                                  "order",
                                  versions_.base.table(type).get(id),
                                  ours,
                                  versions_.theirs.table(type).get(id),
                                  {}});
            open_.emplace_back(type, id);
            return true;
        }
        return false;
    }

    void empty_references(const Key& key) {
        const RecordInfo& info = model::record(key.first);
        const RowPtr row = plan_.table(key.first).get(key.second);
        if (!row) return;
        std::shared_ptr<Row> changed;
        each_missing(info, *row, [&](const FieldInfo& field, const RecordInfo&, const Id& id) {
            if (!changed) changed = info.copy(*row);
            if (field.kind == Kind::Ref)
                model::edit<Id>(*changed, field) = Id{};
            else
                std::erase(model::edit<std::vector<Id>>(*changed, field), id);
        });
        if (changed) plan_.table(key.first).put(std::move(changed));
    }

    const Versions& versions_;
    Touched& touched_;
    Plan& plan_;
    std::vector<Conflict>& conflicts_;
    std::vector<Key> open_;
};
}  // namespace

void repair_links(const Versions& versions, Touched& touched, Plan& plan, std::vector<Conflict>& conflicts) {
    LinkRepair(versions, touched, plan, conflicts).run();
}

}  // namespace revision
