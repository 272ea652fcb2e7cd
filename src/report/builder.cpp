#include "report/builder.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"

namespace report {
namespace {
using model::FieldInfo;
using model::Kind;
using model::RecordInfo;
using model::RecordType;
using model::Row;

const FieldInfo* tree_field(const RecordInfo& info) {
    for (const FieldInfo& field : info.fields)
        if (field.has(model::kTree)) return &field;
    return nullptr;
}

// Children of each row in order; roots under the empty id.
std::map<model::Id, RowList> children_of(const model::Plan& plan, RecordType type) {
    const FieldInfo* tree = tree_field(model::record(type));
    std::map<model::Id, RowList> children;
    for (const Row* row : model::in_order(plan.table(type)))
        children[tree ? model::get_ref(*row, *tree) : model::Id{}].push_back(row);
    return children;
}

int default_width(const FieldInfo& field) {
    switch (field.kind) {
        case Kind::Text:
            return field.has(model::kLong) ? 30 : field.has(model::kTitle) ? 22 : 16;
        case Kind::Texts:
        case Kind::Refs:
            return 20;
        case Kind::Date:
        case Kind::Moment:
        case Kind::Money:
        case Kind::Ref:
            return 12;
        case Kind::Integer:
        case Kind::Decimal:
        case Kind::Choice:
            return 10;
        case Kind::Flag:
            return 6;
    }
    return 10;
}

// Values stand in a row of clauses.
std::string without_full_stop(std::string text) {
    static constexpr std::string_view stop = "。";
    if (text.ends_with(stop)) text.resize(text.size() - stop.size());
    return text;
}

bool is_number(const FieldInfo& field) {
    return field.kind == Kind::Integer || field.kind == Kind::Decimal || field.kind == Kind::Money;
}
}  // namespace

std::vector<Placed> reading_tree(const model::Plan& plan, RecordType type) {
    const auto children = children_of(plan, type);
    struct Level {
        const RowList* rows;
        std::size_t at;
    };
    std::vector<Level> levels;
    const auto enter = [&](const model::Id& id) {
        const auto found = children.find(id);
        if (found != children.end()) levels.push_back({&found->second, 0});
    };
    std::vector<Placed> placed;
    enter({});
    while (!levels.empty()) {
        Level& level = levels.back();
        if (level.at == level.rows->size()) {
            levels.pop_back();
            continue;
        }
        const Row* row = (*level.rows)[level.at++];
        placed.push_back({row, static_cast<int>(levels.size()) - 1});
        enter(row->id);
    }
    return placed;
}

RowList reading_order(const model::Plan& plan, RecordType type) {
    RowList rows;
    for (const Placed& placed : reading_tree(plan, type)) rows.push_back(placed.row);
    return rows;
}

void Builder::heading(int level, std::string text) {
    std::erase_if(waiting_, [&](const Heading& heading) { return heading.level >= level; });
    Mark mark = mark_of(text);
    waiting_.push_back({level, std::move(text), {}, std::move(mark)});
}

void Builder::keep_headings() {
    auto& sections = document_.sections;
    if (sections.empty() || sections.back().orientation != orientation_) sections.push_back({orientation_, {}});
    for (Heading& heading : waiting_) sections.back().blocks.emplace_back(std::move(heading));
    waiting_.clear();
}

void Builder::said(const Row& row, const FieldInfo& field, const std::string& text) {
    // What was masked must not come back as if somebody had written it.
    const bool is_masked = field.kind == Kind::Text && text != printable(model::get<std::string>(row, field));
    if (!text.empty() && !is_masked && release_.names) said_.push_back({text, {row.id.str(), std::string(field.name)}});
}

Mark Builder::mark_of(const std::string& text) {
    const auto found =
        std::ranges::find_if(said_, [&](const Said& one) { return !one.mark.empty() && one.text == text; });
    if (found == said_.end() || text.empty()) return {};
    Mark mark = std::move(found->mark);
    found->mark = {};
    return mark;
}

void Builder::mark(Block& block) {
    if (auto* title = std::get_if<Title>(&block)) title->mark = mark_of(title->text);
    if (auto* paragraph = std::get_if<Paragraph>(&block); paragraph && paragraph->mark.empty())
        paragraph->mark = mark_of(paragraph->text);
    if (auto* values = std::get_if<KeyValues>(&block)) {
        values->head_mark = mark_of(values->head);
        for (const auto& [label, text] : values->rows) values->marks.push_back(mark_of(text));
    }
    if (auto* list = std::get_if<List>(&block); list && list->marks.empty())
        for (const std::string& item : list->items) list->marks.push_back(mark_of(item));
    said_.clear();
}

void Builder::block(Block block) {
    keep_headings();
    mark(block);
    document_.sections.back().blocks.push_back(std::move(block));
}

void Builder::paragraphs(const std::string& text, Tone tone) {
    labelled({}, text, tone);
}

void Builder::labelled(std::string label, const std::string& text, Tone tone) {
    const Mark whole = mark_of(text);
    std::vector<std::string> lines;
    for (const std::string_view line : base::split(text, '\n'))
        if (!base::is_blank(line)) lines.emplace_back(base::trim(line));
    int part = 0;
    for (std::string& line : lines) {
        Mark mark = whole;
        if (!whole.empty() && lines.size() > 1) mark.part = ++part;
        block(Paragraph{std::move(label), std::move(line), tone, std::move(mark)});
        label.clear();
    }
}

void Builder::missing() {
    block(Paragraph{{}, word("report.missing"), Tone::Note});
}

bool Builder::is_shown(const Row& row, const FieldInfo& field) const {
    return shown_.contains({&row, &field});
}

std::string Builder::take(const RecordInfo& info, const Row& row, const FieldInfo& field) {
    shown_.emplace(&row, &field);
    if (is_left_out(release_, field)) return {};
    std::string text = field_text(plan_, words_, info, row, field);
    said(row, field, text);
    return text;
}

Cell Builder::take_cell(const RecordInfo& info, const Row& row, const FieldInfo& field) {
    shown_.emplace(&row, &field);
    if (is_left_out(release_, field)) return {};
    Cell cell = field_cell(plan_, words_, info, row, field);
    said(row, field, cell_text(cell));
    return cell;
}

Table* Builder::table(RecordType type, const RowList& rows, const std::vector<RecordColumn>& columns) {
    const RecordInfo& info = model::record(type);
    Table table;
    table.name = info.name;
    table.rows.resize(rows.size());
    for (const RecordColumn& shown : columns) {
        std::vector<Cell> cells;
        std::vector<Mark> marks;
        for (const Row* row : rows) {
            said_.clear();
            cells.push_back(shown.cell ? shown.cell(*this, *row) : take_cell(info, *row, *shown.field));
            marks.push_back(said_.size() == 1 ? mark_of(cell_text(cells.back())) : Mark{});
        }
        const bool is_blank = std::ranges::all_of(cells, [](const Cell& cell) { return cell_text(cell).empty(); });
        if (is_blank && !shown.is_fixed) continue;
        table.columns.push_back(
            {shown.header.empty() ? field_label(words_, info, *shown.field) : shown.header, shown.width, shown.align});
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (!marks[i].empty()) table.marks.emplace(std::pair(i, table.rows[i].size()), std::move(marks[i]));
            table.rows[i].push_back(std::move(cells[i]));
        }
    }
    if (table.columns.empty()) return nullptr;
    block(std::move(table));
    return std::get_if<Table>(&document_.sections.back().blocks.back());
}

void Builder::rest(RecordType type, const RowList& rows, const Code& code) {
    const RecordInfo& info = model::record(type);
    for (const Row* row : rows) {
        const FieldInfo* title = info.title();
        const bool names_itself = title && !model::is_empty(*row, *title);
        const bool is_new = names_itself && !is_shown(*row, *title);
        KeyValues left;
        left.head = names_itself ? take(info, *row, *title) : plain_text(model::title_of(info, *row));
        for (const FieldInfo& field : info.fields) {
            if (field.has(model::kSystem) || model::is_empty(*row, field) || is_shown(*row, field)) continue;
            std::string text = without_full_stop(take(info, *row, field));
            if (!text.empty()) left.rows.emplace_back(field_label(words_, info, field), std::move(text));
        }
        if (left.rows.empty() && !is_new) continue;
        if (const std::string number = code ? code(*row) : std::string(); !number.empty())
            left.head = number + " " + left.head;
        block(std::move(left));
    }
}

void Builder::record_section(int level, RecordType type, const std::vector<RecordColumn>& columns) {
    if (is_left_out(release_, type)) return;
    const RowList rows = reading_order(plan_, type);
    heading(level, word("record." + std::string(model::record(type).name)));
    table(type, rows, columns);
    rest(type, rows);
}

void Builder::generic_section(int level, RecordType type) {
    std::vector<RecordColumn> columns;
    for (const FieldInfo& field : model::record(type).fields)
        if (field.has(model::kColumn) || field.has(model::kOwner) || field.has(model::kTree))
            columns.push_back(
                {&field, {}, default_width(field), is_number(field) ? Align::Right : Align::Left, nullptr});
    record_section(level, type, columns);
}

void Builder::leftovers(int level) {
    for (const RecordInfo& info : model::records()) {
        if (is_left_out(release_, info.type)) continue;
        RowList rows;
        for (const Row* row : reading_order(plan_, info.type))
            if (std::ranges::any_of(info.fields, [&](const FieldInfo& field) {
                    return !field.has(model::kSystem) && !model::is_empty(*row, field) && !is_shown(*row, field);
                }))
                rows.push_back(row);
        heading(level, word("record." + std::string(info.name)));
        rest(info.type, rows);
    }
}

Document Builder::finish() {
    waiting_.clear();
    document_.language = word("report.language");
    document_.label_end = word("report.label-end");
    document_.label_attachments = word("report.attachments");
    document_.label_copies = word("report.copies");
    document_.label_printed = word("report.printed");
    for (const char* key :
         {"report.signature.role", "report.signature.name", "report.signature.opinion", "report.signature.date"})
        document_.signature_heads.push_back(word(key));
    number_headings(document_);
    return std::move(document_);
}

}  // namespace report
