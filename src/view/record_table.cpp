#include "view/record_table.hpp"

#include <map>

#include "sheet/field_text.hpp"
#include "view/words.hpp"

namespace view {
namespace {
using model::FieldInfo;
using model::Kind;
using model::RecordInfo;

bool edits_in_place(const FieldInfo& field) {
    return field.kind == Kind::Text || field.kind == Kind::Integer || field.kind == Kind::Decimal ||
           field.kind == Kind::Money;
}

Column column_of(const base::Words& words, const RecordInfo& info, const FieldInfo& field) {
    Column column{.title = std::string(field_word(words, info, field)), .min_width = 120};
    column.field = edits_in_place(field) ? &field : nullptr;
    switch (field.kind) {
        case Kind::Date:
            column.holds = Holds::Date;
            column.width = 118;
            break;
        case Kind::Moment:
            column.holds = Holds::Date;
            column.width = 150;
            break;
        case Kind::Integer:
        case Kind::Decimal:
        case Kind::Money:
            column.holds = Holds::Number;
            column.width = 104;
            break;
        case Kind::Flag:
            column.width = 76;
            break;
        case Kind::Choice:
        case Kind::Ref:
            column.width = 128;
            break;
        case Kind::Text:
        case Kind::Texts:
        case Kind::Refs:
            break;
    }
    if (field.target == RecordType::Person && (field.kind == Kind::Ref || field.kind == Kind::Refs))
        column.holds = Holds::Person;
    if (field.has(model::kTitle)) {
        column.holds = Holds::Title;
        column.min_width = 200;
    }
    return column;
}

// Children after their parents, with their depth.
void put_in_order(const RecordInfo& info, const model::Plan& plan, RecordTableState& kept) {
    const FieldInfo* tree = info.tree();
    kept.rows.clear();
    kept.depths.clear();
    std::map<Id, std::vector<Id>> children;
    for (const model::Row* row : model::in_order(plan.table(info.type)))
        children[tree ? model::get_ref(*row, *tree) : Id{}].push_back(row->id);
    std::vector<std::pair<Id, int>> open;
    const auto push = [&](const Id& parent, int depth) {
        const std::vector<Id>& below = children[parent];
        for (auto each = below.rbegin(); each != below.rend(); ++each) open.emplace_back(*each, depth);
    };
    push({}, 0);
    while (!open.empty()) {
        const auto [id, depth] = open.back();
        open.pop_back();
        kept.rows.push_back(id);
        kept.depths.push_back(depth);
        if (tree) push(id, depth + 1);
    }
}

Row record_row(const app::Workspace& work, const RecordTableState& kept, std::size_t place) {
    const RecordInfo& info = model::record(*kept.record);
    const model::Row* shown = kept.content.find(kept.rows[place]);
    Row row{.id = kept.rows[place], .name = model::title_of(info, *shown), .depth = kept.depths[place]};
    for (const FieldInfo* field : kept.fields) {
        row.cells.push_back({.text = sheet::field_text(work.words(), work.plan(), info, *shown, *field)});
        if (row.name.empty()) row.name = row.cells.back().text;  // a link has no title, but says what it links
    }
    return row;
}
}  // namespace

Table record_table(const app::Workspace& work, RecordTableState& kept, const RecordInfo& info) {
    const model::Table& content = work.plan().table(info.type);
    if (kept.record != info.type || !kept.content.same(content)) {
        kept.record = info.type;
        kept.content = content;
        kept.fields = sheet::column_fields(info);
        put_in_order(info, work.plan(), kept);
    }
    Table table{.id = info.name, .name = std::string(record_word(work.words(), info)), .record = info.type};
    for (const FieldInfo* field : kept.fields) table.columns.push_back(column_of(work.words(), info, *field));
    table.rows = kept.rows;
    table.row = [&work, &kept](std::size_t row) { return record_row(work, kept, row); };
    table.abilities = kChoosesMany | kArranges | kRemoves | kCopies;
    table.fields = kept.fields;
    table.wraps = true;
    if (kept.rows.empty()) table.empty = without_rows(work, info.type);
    take_selection(work, table);
    return table;
}

}  // namespace view
