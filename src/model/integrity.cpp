#include "model/integrity.hpp"

#include <bit>

#include "model/order_key.hpp"
#include "model/value.hpp"

namespace model {
namespace {

base::Error at_field(const FieldInfo& info, std::string code, const Id& id = {}) {
    return {std::move(code), std::string(info.name), id.str()};
}

// has(type, id): whether the plan has the row.
template <class Has>
base::Status check_reference(const Has& has, const RecordInfo& info, const Row& row, const FieldInfo& field_info,
                             const Id& id) {
    const RecordInfo* target =
        field_info.has(kAnyRecord) ? any_record_target(info, row, field_info) : &record(field_info.target);
    if (!target) return at_field(field_info, "any-record-type", id);
    // A row may point to itself before it is in the table; the cycle check refuses that where it matters.
    const bool itself = target->type == info.type && id == row.id;
    if (!itself && !has(target->type, id)) return at_field(field_info, "reference-missing", id);
    return base::Done{};
}

template <class Has> base::Status check_references(const Has& has, const RecordInfo& info, const Row& row) {
    for (const FieldInfo& field_info : info.fields) {
        if (field_info.kind == Kind::Ref) {
            const Id& id = get_ref(row, field_info);
            if (id.empty() && field_info.has(kOwner)) return at_field(field_info, "parent-missing");
            if (id.empty()) continue;
            if (base::Status checked = check_reference(has, info, row, field_info, id); !checked) return checked;
        } else if (field_info.kind == Kind::Refs) {
            for (const Id& id : get_refs(row, field_info))
                if (base::Status checked = check_reference(has, info, row, field_info, id); !checked) return checked;
        }
    }
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

// The ids of all tables, hashed with open addressing: looking up takes a step or two where a table takes a dozen.
class IdIndex {
  public:
    explicit IdIndex(const Plan& plan) {
        for (const RecordInfo& info : records())
            fill(lists_[static_cast<std::size_t>(info.type)], plan.table(info.type));
    }
    // The row's place in its table; the table's size if it has no such row.
    [[nodiscard]] std::size_t find(RecordType type, const Id& id) const {
        const List& list = lists_[static_cast<std::size_t>(type)];
        for (std::size_t probe = 0; probe < probe_limit; ++probe) {
            const std::uint32_t place = list.slots[slot(list, id, probe)];
            if (place == free_slot) return list.ids.size();
            if (list.ids[place] == id) return place;
        }
        const auto at = std::ranges::lower_bound(list.ids, id);
        return at != list.ids.end() && *at == id ? static_cast<std::size_t>(at - list.ids.begin()) : list.ids.size();
    }
    [[nodiscard]] bool operator()(RecordType type, const Id& id) const {
        return find(type, id) < lists_[static_cast<std::size_t>(type)].ids.size();
    }

  private:
    static constexpr std::uint32_t free_slot = UINT32_MAX;
    static constexpr std::size_t probe_limit = 32;  // ids made to collide are found by halving instead
    struct List {
        std::vector<Id> ids;               // in the table's order, which is theirs
        std::vector<std::uint32_t> slots;  // places in ids; at most half of them used
    };
    static std::size_t slot(const List& list, const Id& id, std::size_t probe) {
        return (static_cast<std::size_t>(id.hash()) + probe) & (list.slots.size() - 1);
    }
    static void fill(List& list, const Table& table) {
        list.slots.resize(std::bit_ceil(table.size() * 2 + 1), free_slot);
        list.ids.reserve(table.size());
        for (const RowPtr& row : table) {
            for (std::size_t probe = 0; probe < probe_limit; ++probe) {
                std::uint32_t& place = list.slots[slot(list, row->id, probe)];
                if (place != free_slot) continue;
                place = static_cast<std::uint32_t>(list.ids.size());
                break;
            }
            list.ids.push_back(row->id);
        }
    }
    std::array<List, record_type_count> lists_;
};

// Every row's parent chain ends, in linear time: rows known to be fine are not walked again. References are sound.
base::Status check_cycles(const IdIndex& index, const Table& table, const RecordInfo& info, const FieldInfo& parent) {
    enum class Mark : std::uint8_t { New, OnPath, Fine };
    const std::size_t none = table.size();
    std::vector<std::size_t> above;
    above.reserve(table.size());
    for (const RowPtr& row : table) {
        const Id& id = get_ref(*row, parent);
        above.push_back(id.empty() ? none : index.find(info.type, id));
    }
    std::vector<Mark> marks(table.size(), Mark::New);
    for (std::size_t row = 0; row < above.size(); ++row) {
        std::size_t at = row;
        for (; at != none && marks[at] == Mark::New; at = above[at]) marks[at] = Mark::OnPath;
        if (at != none && marks[at] == Mark::OnPath) {
            auto found = table.begin();
            for (std::size_t skip = at; skip > 0; --skip) ++found;
            const std::string id = (*found)->id.str();
            return base::Error{"parent-cycle", "/" + std::string(info.list) + "/" + id + "/" + std::string(parent.name),
                               id};
        }
        for (at = row; at != none && marks[at] == Mark::OnPath; at = above[at]) marks[at] = Mark::Fine;
    }
    return base::Done{};
}

base::Status check_own(const RecordInfo& info, const Row& row) {
    if (row.id.empty()) return base::Error{"id-missing", "id", {}};
    if (!is_order_key(row.order)) return base::Error{"order-key", "order", row.order};
    for (const FieldInfo& field_info : info.fields)
        if (base::Status checked = check_field(row, field_info); !checked) return checked;
    return base::Done{};
}

base::Error in_list(const RecordInfo& info, const Row& row, const base::Error& error) {
    return {error.code, "/" + std::string(info.list) + "/" + row.id.str() + "/" + error.subject, error.detail};
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
    if (base::Status checked = check_own(info, row); !checked) return checked;
    const auto has = [&](RecordType type, const Id& id) { return plan.table(type).find(id) != nullptr; };
    if (base::Status checked = check_references(has, info, row); !checked) return checked;
    const FieldInfo* tree = tree_field(info);
    return tree ? check_cycle(plan, info, row, *tree) : base::Status(base::Done{});
}

base::Status check_links(const Plan& plan) {
    const IdIndex index(plan);
    for (const RecordInfo& info : records()) {
        const Table& table = plan.table(info.type);
        if (info.singleton && table.size() != 1)
            return base::Error{"singleton-count", "/" + std::string(info.name), {}};
        for (const RowPtr& row : table)
            if (base::Status checked = check_references(index, info, *row); !checked)
                return in_list(info, *row, checked.error());
        if (const FieldInfo* tree = tree_field(info))
            if (base::Status checked = check_cycles(index, table, info, *tree); !checked) return checked;
    }
    return base::Done{};
}

base::Status check_plan(const Plan& plan) {
    for (const RecordInfo& info : records())
        for (const RowPtr& row : plan.table(info.type))
            if (base::Status checked = check_own(info, *row); !checked) return in_list(info, *row, checked.error());
    return check_links(plan);
}

}  // namespace model
