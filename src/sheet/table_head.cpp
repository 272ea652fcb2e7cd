#include "sheet/table_head.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "reading/readings.hpp"
#include "sheet/outline_text.hpp"

namespace sheet {
namespace {
using Use = PasteColumn::Use;

constexpr std::size_t head_within = 10;  // rows

// Heads are compared without blanks, widths, capitals and what stands behind them: "开始时间（年月日）：".
std::string head_key(std::string_view title) {
    std::string key = base::to_lower_ascii(base::name_key(title));
    while (!key.empty() && (key.back() == ':' || key.back() == '*')) key.pop_back();
    return key;
}
std::string without_brackets(std::string key) {
    const std::size_t open = key.find('(');
    if (open != std::string::npos && open > 0 && key.back() == ')') key = base::trim(key.substr(0, open));
    return key;
}

struct Meaning {
    Use use = Use::LeftOut;
    const FieldInfo* field = nullptr;
};

// What titles mean in one table.
class Titles {
  public:
    Titles(const base::Words& words, const TableView& table) : fields_(fillable_fields(table)) {
        const RecordInfo& info = model::record(table.record);
        for (const bool bare : {false, true})
            for (const FieldInfo* field : fields_)
                for (const base::Words* each : {&words, &base::Words::simplified_chinese()}) {
                    const std::string own = head_key(column_name(*each, info, *field));
                    add(bare ? without_brackets(own) : own, field);
                }
        for (const std::string& of : {std::string(info.name), std::string("*")})
            for (const FieldInfo* field : fields_)
                for (const std::string& key : reading::readings_of("column." + of + "." + std::string(field->name)))
                    add(key, field);
        outline_ = reading::readings_of("column.outline");
    }

    // None of the fields that are taken already is meant again.
    [[nodiscard]] Meaning of(std::string_view title, const std::vector<const FieldInfo*>& taken = {}) const {
        const std::string whole = head_key(title);
        if (whole.empty()) return {};
        for (const std::string& key : {whole, without_brackets(whole)}) {
            const auto found = by_key_.find(key);
            if (found == by_key_.end()) continue;
            for (const FieldInfo* field : found->second)
                if (std::ranges::find(taken, field) == taken.end()) return {Use::Field, field};
        }
        return {std::ranges::find(outline_, whole) == outline_.end() ? Use::LeftOut : Use::Outline, nullptr};
    }

  private:
    void add(const std::string& key, const FieldInfo* field) {
        std::vector<const FieldInfo*>& fields = by_key_[key];
        if (std::ranges::find(fields, field) == fields.end()) fields.push_back(field);
    }

    std::vector<const FieldInfo*> fields_;
    std::map<std::string, std::vector<const FieldInfo*>> by_key_;  // the likeliest first
    std::vector<std::string> outline_;
};

std::size_t said_in(const std::vector<std::string>& row) {
    return static_cast<std::size_t>(
        std::ranges::count_if(row, [](const std::string& cell) { return !base::is_blank(cell); }));
}

// The row with most titles that are known, if they are at least half of its cells, and two where there are more.
std::optional<std::size_t> head_row(const Titles& titles, const Cells& cells) {
    std::optional<std::size_t> best;
    std::size_t most = 0;
    for (std::size_t row = 0; row < std::min(head_within, cells.size()); ++row) {
        const auto known = static_cast<std::size_t>(std::ranges::count_if(
            cells[row], [&](const std::string& cell) { return titles.of(cell).use != Use::LeftOut; }));
        const std::size_t said = said_in(cells[row]);
        if (known <= most || known * 2 < said || (known == 1 && said > 2)) continue;
        best = row;
        most = known;
    }
    return best;
}

std::string first_text(const Cells& cells, std::size_t from, std::size_t column) {
    for (std::size_t row = from; row < cells.size(); ++row)
        if (column < cells[row].size() && !base::is_blank(cells[row][column]))
            return std::string(base::trim(cells[row][column]));
    return {};
}

bool says_levels(const Cells& cells, std::size_t column) {
    std::vector<std::string> texts;
    for (const auto& row : cells) texts.push_back(column < row.size() ? row[column] : std::string());
    return levels_of_numbers(texts).has_value();
}

// Without a head: as the table has them, behind a first column of numbers where the table begins with a name.
void propose_by_position(const TableView& table, const Cells& cells, Columns columns, PasteHead& head) {
    const bool numbered = columns == Columns::Unknown && head.columns.size() > 1 && !table.columns.empty() &&
                          table.columns[0]->kind == model::Kind::Text && says_levels(cells, 0);
    const std::size_t before = numbered ? 1 : 0;
    for (std::size_t at = 0; at < head.columns.size(); ++at) {
        PasteColumn& column = head.columns[at];
        column.known = columns == Columns::AsInTable;
        if (numbered && at == 0)
            column.use = Use::Outline;
        else if (at - before < table.columns.size())
            column = {column.title, column.sample, Use::Field, table.columns[at - before], column.known};
    }
}
}  // namespace

bool PasteHead::asks() const {
    return std::ranges::any_of(columns, [](const PasteColumn& each) { return !each.known && !each.sample.empty(); });
}

std::vector<const FieldInfo*> fillable_fields(const TableView& table) {
    std::vector<const FieldInfo*> fields = table.columns;
    constexpr auto not_by_cells = model::kSystem | model::kAnyRecord | model::kTree | model::kOwner;
    for (const FieldInfo& field : model::record(table.record).fields)
        if ((field.flags & not_by_cells) == 0 && std::ranges::find(fields, &field) == fields.end())
            fields.push_back(&field);
    return fields;
}

PasteHead read_head(const base::Words& words, const TableView& table, const Cells& cells, Columns columns) {
    PasteHead head;
    const Titles titles(words, table);
    head.row = head_row(titles, cells);
    head.first_row = head.row ? *head.row + 1 : 0;
    for (std::size_t row = 0; row + 1 < head.first_row; ++row) head.rows_above += said_in(cells[row]) > 0;
    std::size_t width = 0;
    for (std::size_t row = head.first_row == 0 ? 0 : head.first_row - 1; row < cells.size(); ++row)
        width = std::max(width, cells[row].size());
    head.columns.resize(width);
    for (std::size_t at = 0; at < width; ++at) head.columns[at].sample = first_text(cells, head.first_row, at);
    if (!head.row) {
        propose_by_position(table, cells, columns, head);
        return head;
    }
    std::vector<const FieldInfo*> taken;
    for (std::size_t at = 0; at < std::min(width, cells[*head.row].size()); ++at) {
        PasteColumn& column = head.columns[at];
        column.title = base::trim(cells[*head.row][at]);
        const Meaning meaning = titles.of(column.title, taken);
        column.use = meaning.use;
        column.field = meaning.field;
        column.known = meaning.use != Use::LeftOut;
        if (meaning.field) taken.push_back(meaning.field);
    }
    return head;
}

}  // namespace sheet
