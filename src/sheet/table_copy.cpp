#include "sheet/table_copy.hpp"

#include <map>

#include "base/text.hpp"
#include "edit/transfer.hpp"
#include "sheet/field_text.hpp"
#include "sheet/outline_text.hpp"

namespace sheet {
namespace {
using model::Kind;

struct Line {
    const Row* row;
    int level;  // below the rows that are copied
};

// The rows with all below them, as an outline has them.
std::vector<Line> with_parts(const Plan& plan, const RecordInfo& info, const std::vector<Id>& rows) {
    const FieldInfo* tree = info.tree();
    std::map<Id, std::vector<const Row*>> parts;
    if (tree)
        for (const Row* row : model::in_order(plan.table(info.type)))
            if (const Id& above = model::get_ref(*row, *tree); !above.empty()) parts[above].push_back(row);
    std::vector<Line> lines, open;
    for (const Id& id : rows) {
        if (const Row* row = plan.table(info.type).find(id)) open.push_back({row, 0});
        while (!open.empty()) {
            const Line line = open.back();
            open.pop_back();
            lines.push_back(line);
            const std::vector<const Row*>& below = parts[line.row->id];
            for (auto each = below.rbegin(); each != below.rend(); ++each) open.push_back({*each, line.level + 1});
        }
    }
    return lines;
}

bool is_whole(const TableView& table) {
    return !table.chosen || (table.first == 0 && table.last + 1 >= table.rows.size() && table.last > 0);
}
}  // namespace

std::vector<const FieldInfo*> column_fields(const RecordInfo& info) {
    std::vector<const FieldInfo*> fields;
    for (const FieldInfo& field : info.fields)
        if (field.has(model::kColumn)) fields.push_back(&field);
    return fields;
}

std::string column_name(const base::Words& words, const RecordInfo& info, const FieldInfo& field) {
    return std::string(words("field." + std::string(info.name) + "." + std::string(field.name)));
}

std::string cell_text(const base::Words& words, const Plan& plan, const RecordInfo& info, const Row& row,
                      const FieldInfo& field) {
    if (field.kind == Kind::Texts) return base::join(model::get<std::vector<std::string>>(row, field), "\n");
    std::string text = field_text(words, plan, info, row, field);
    if ((field.kind == Kind::Integer || field.kind == Kind::Decimal) && !field.has(model::kPercent))
        text.resize(std::min(text.find(' '), text.size()));
    return text;
}

bool shows_level(const FieldInfo& field) {
    return field.has(model::kTitle) && !field.has(model::kLong);
}

std::vector<Id> chosen_rows(const Plan& plan, const TableView& table) {
    const std::size_t end = table.chosen ? std::min(table.last + 1, table.rows.size()) : table.rows.size();
    const std::size_t first = table.chosen ? std::min(table.first, end) : 0;
    const std::span<const Id> rows(table.rows);
    return edit::top_rows(plan, table.record, rows.subspan(first, end - first));
}

Id row_before_new(const Plan& plan, const TableView& table) {
    if (!table.chosen) return {};
    const std::vector<Id> rows = chosen_rows(plan, table);
    return rows.empty() ? Id{} : rows.back();
}

CopiedRows copied_rows(const base::Words& words, const Plan& plan, const TableView& table) {
    const RecordInfo& info = model::record(table.record);
    CopiedRows copied;
    if (is_whole(table)) {
        copied.head = Head::Yes;
        std::vector<std::string> names;
        for (const FieldInfo* field : table.columns) names.push_back(column_name(words, info, *field));
        copied.cells.push_back(std::move(names));
    }
    for (const Line& line : with_parts(plan, info, chosen_rows(plan, table))) {
        std::vector<std::string> cells;
        for (const FieldInfo* field : table.columns)
            cells.push_back((shows_level(*field) ? indent_of(line.level) : std::string()) +
                            cell_text(words, plan, info, *line.row, *field));
        copied.cells.push_back(std::move(cells));
        ++copied.rows;
    }
    return copied;
}

}  // namespace sheet
