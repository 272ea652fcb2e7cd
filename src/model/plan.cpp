#include "model/plan.hpp"

namespace model {

bool Plan::same(const Plan& other) const {
    if (id != other.id || unknown != other.unknown) return false;
    for (std::size_t i = 0; i < tables.size(); ++i)
        if (!tables[i].same(other.tables[i])) return false;
    return true;
}

std::size_t Plan::row_count() const {
    std::size_t count = 0;
    for (const Table& table : tables) count += table.size();
    return count;
}

Id singleton_id(const RecordInfo& info) {
    std::string name;
    for (const char c : info.name.substr(0, Id::max_size))
        name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return *Id::parse(name);
}

Plan empty_plan(const Id& id) {
    Plan plan;
    plan.id = id;
    for (const RecordInfo& info : records()) {
        if (!info.singleton) continue;
        std::shared_ptr<Row> row = info.make();
        row->id = singleton_id(info);
        plan.table(info.type).put(std::move(row));
    }
    return plan;
}

bool equal(const Plan& a, const Plan& b) {
    const UnknownMembers none;
    if (a.id != b.id || (a.unknown ? *a.unknown : none) != (b.unknown ? *b.unknown : none)) return false;
    for (const RecordInfo& info : records()) {
        bool same = true;
        Table::compare(a.table(info.type), b.table(info.type), [&](const RowPtr& left, const RowPtr& right) {
            same = same && left && right && same_row(info, *left, *right);
        });
        if (!same) return false;
    }
    return true;
}

std::vector<const Row*> in_order(const Table& table) {
    std::vector<const Row*> rows;
    rows.reserve(table.size());
    for (const RowPtr& row : table) rows.push_back(row.get());
    std::ranges::sort(
        rows, [](const Row* a, const Row* b) { return a->order != b->order ? a->order < b->order : a->id < b->id; });
    return rows;
}

std::string title_of(const Plan& plan, RecordType type, const Id& id) {
    const Row* row = plan.table(type).find(id);
    return row ? title_of(record(type), *row) : std::string{};
}

}  // namespace model
