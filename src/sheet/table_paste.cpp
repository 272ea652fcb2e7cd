#include "sheet/table_paste.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "codec/error_text.hpp"
#include "edit/transfer.hpp"
#include "model/names.hpp"
#include "model/order_key.hpp"
#include "sheet/outline_text.hpp"

namespace sheet {
namespace {
using model::Kind;
using model::Value;

bool is_blank_row(const std::vector<std::string>& row) {
    return std::ranges::all_of(row, [](const std::string& cell) { return base::is_blank(cell); });
}

// The rows below the head. A head that a printed table repeats on each page is none of them.
std::vector<std::size_t> rows_below(const Cells& cells, const PasteHead& head) {
    std::vector<std::size_t> rows;
    for (std::size_t at = head.first_row; at < cells.size(); ++at)
        if (!head.row || cells[at] != cells[*head.row]) rows.push_back(at);
    return rows;
}

class Pasting {
  public:
    Pasting(const Plan& plan, const TableView& table, Cells cells, const PasteHead& head, const Typing& typing,
            base::IdSource& ids)
        : plan_(plan),
          table_(table),
          info_(model::record(table.record)),
          cells_(std::move(cells)),
          head_(head),
          typing_(typing),
          ids_(ids),
          names_(plan) {}

    Paste run(PasteInto into) {
        for (std::size_t column = 0; column < head_.columns.size(); ++column) tell_left_out(column);
        std::vector<std::size_t> rows = rows_below(cells_, head_);
        if (into == PasteInto::ChosenRows && is_same_shape(table_, cells_, head_)) {
            for (std::size_t i = 0; i < rows.size(); ++i) overwrite(table_.rows[table_.first + i], rows[i]);
        } else {
            std::erase_if(rows, [&](std::size_t at) { return is_blank_row(cells_[at]); });
            add(rows);
        }
        return std::move(paste_);
    }

  private:
    [[nodiscard]] std::string name_of(const FieldInfo& field) const { return column_name(typing_.words, info_, field); }

    [[nodiscard]] std::string title_of_column(std::size_t column) const {
        const std::string& title = head_.columns[column].title;
        return title.empty() ? typing_.words("paste.column", {std::to_string(column + 1)}) : title;
    }

    // A column that goes nowhere, unless nothing is in it.
    void tell_left_out(std::size_t column) {
        const PasteColumn& as = head_.columns[column];
        const bool numbers = as.use == PasteColumn::Use::Outline && says_outline(column);
        if (as.use == PasteColumn::Use::Field || numbers || as.sample.empty()) return;
        const std::string_view why = as.use == PasteColumn::Use::Outline ? "paste.no-outline" : "paste.no-column";
        paste_.problems.push_back(
            {head_.first_row + 1, title_of_column(column), as.sample, std::string(typing_.words(why))});
    }

    [[nodiscard]] std::vector<std::string> texts_of(std::size_t column, const std::vector<std::size_t>& rows) const {
        std::vector<std::string> texts;
        for (const std::size_t at : rows)
            texts.push_back(column < cells_[at].size() ? cells_[at][column] : std::string());
        return texts;
    }
    [[nodiscard]] bool says_outline(std::size_t column) const {
        return levels_of_numbers(texts_of(column, rows_below(cells_, head_))).has_value();
    }

    // The row with what the cells say; null: nothing changes.
    std::shared_ptr<Row> filled(const Row& old, std::size_t at) {
        std::shared_ptr<Row> row;
        for (std::size_t column = 0; column < std::min(cells_[at].size(), head_.columns.size()); ++column) {
            const PasteColumn& as = head_.columns[column];
            const FieldInfo* field = as.use == PasteColumn::Use::Field ? as.field : nullptr;
            const std::string& text = cells_[at][column];
            if (!field || base::trim(text) == base::trim(cell_text(typing_.words, plan_, info_, old, *field))) continue;
            if (!row) row = info_.copy(old);
            std::string reason = set(*row, *field, text);
            if (!reason.empty()) paste_.problems.push_back({at + 1, name_of(*field), text, std::move(reason)});
        }
        return row;
    }

    // "" or why not; then the row is as it was.
    std::string set(Row& row, const FieldInfo& field, const std::string& text) {
        if (field.has(model::kSystem) || field.has(model::kAnyRecord))
            return std::string(typing_.words("paste.not-here"));
        ambiguous_ = false;
        std::optional<reading::Entry> entry;
        if ((field.kind == Kind::Ref || field.kind == Kind::Refs) && !base::is_blank(text)) {
            if (std::optional<Value> value = reference(field, base::trim(text)))
                entry = reading::Entry{{{&field, std::move(*value)}}};
        } else {
            entry = reading::read_entry(info_, field, text, typing_);
        }
        if (!entry)
            return std::string(typing_.words(ambiguous_ ? "paste.ambiguous" : invalid_words(field, text, typing_)));
        if (base::Status done = reading::set_entry(row, *entry); !done)
            return codec::error_text(typing_.words, name_of(field), done.error());
        if (field.kind == Kind::Date) tell_year(text);
        return {};
    }

    void tell_year(const std::string& text) {
        const base::DateReading read = base::read_date(text, typing_.days);
        if (!read.year_added) return;
        PasteReading reading{std::string(base::trim(text)), *read.date};
        if (std::ranges::find(paste_.readings, reading) == paste_.readings.end())
            paste_.readings.push_back(std::move(reading));
    }

    std::optional<Value> reference(const FieldInfo& field, std::string_view text) {
        if (field.kind == Kind::Ref) {
            const std::optional<Id> id = look_up(field.target, text);
            return id ? std::optional<Value>(*id) : std::nullopt;
        }
        // Names may hold the signs that stand between names: the longest known name at each place is meant.
        std::vector<std::size_t> begins{0}, ends;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t start = at;
            const char32_t c = base::next_code_point(text, at);
            if (std::u32string_view(U"、，,；;\n").find(c) == std::u32string_view::npos) continue;
            ends.push_back(start);
            begins.push_back(at);
        }
        ends.push_back(text.size());
        if (begins.size() > model::list_limit) return std::nullopt;
        std::vector<Id> ids;
        for (std::size_t from = 0; from < begins.size();) {
            std::size_t to = std::min(begins.size(), from + 8);
            std::optional<Id> id;
            for (; to > from && !id; --to)
                id = look_up(field.target, text.substr(begins[from], ends[to - 1] - begins[from]));
            if (!id) return std::nullopt;
            if (std::ranges::find(ids, *id) == ids.end()) ids.push_back(*id);
            from = to + 1;
        }
        return ids;
    }

    std::optional<Id> look_up(model::RecordType type, std::string_view name) {
        const std::optional<Id> id = names_.find(type, base::trim(name));
        if (id && id->empty()) ambiguous_ = true;
        return id && !id->empty() ? id : std::nullopt;
    }

    void overwrite(const Id& id, std::size_t at) {
        const Row* old = plan_.table(info_.type).find(id);
        if (!old || is_blank_row(cells_[at])) return;
        std::shared_ptr<Row> row = filled(*old, at);
        if (row && !model::same_row(info_, *row, *old)) {
            ++paste_.changed;
            wrote(id);
            paste_.batch.push_back(edit::PutRow{info_.type, std::move(row)});
        }
    }

    void wrote(const Id& id) {
        if (paste_.first.empty()) paste_.first = id;
        paste_.last = id;
    }

    // By a column of outline numbers, by numbers before the names, which are cut off, or by blanks before them.
    Levels levels_of(const std::vector<std::size_t>& rows) {
        std::optional<std::size_t> names;
        for (std::size_t column = 0; column < head_.columns.size(); ++column) {
            const PasteColumn& as = head_.columns[column];
            if (as.use == PasteColumn::Use::Field && shows_level(*as.field)) names = column;
            if (as.use != PasteColumn::Use::Outline) continue;
            if (auto levels = levels_of_numbers(texts_of(column, rows));
                levels && std::ranges::any_of(*levels, [](int level) { return level > 0; }))
                return std::move(*levels);
        }
        if (!names) return Levels(rows.size());
        std::vector<std::string> texts = texts_of(*names, rows);
        std::optional<Levels> levels = take_numbers(texts);
        if (!levels) return levels_of_indents(texts);
        for (std::size_t i = 0; i < rows.size(); ++i) cells_[rows[i]][*names] = texts[i];
        return std::move(*levels);
    }

    void add(const std::vector<std::size_t>& rows) {
        if (rows.empty()) return;
        const Id behind = row_before_new(plan_, table_);
        const std::optional<edit::Gap> gap = edit::gap_behind(plan_, info_.type, behind);
        if (!gap) {
            paste_.refused = "paste.choose-row";
            return;
        }
        const FieldInfo *tree = info_.tree(), *parent = info_.parent();
        const Row* above = plan_.table(info_.type).find(behind);
        const auto owners = parents_of(tree ? levels_of(rows) : Levels(rows.size()));
        std::map<std::optional<std::size_t>, std::vector<std::size_t>> siblings;
        for (std::size_t i = 0; i < rows.size(); ++i) siblings[owners[i]].push_back(i);
        std::vector<std::string> orders(rows.size());
        for (const auto& [owner, members] : siblings) {
            const auto made = owner ? model::orders_between({}, {}, members.size()) : gap->orders(members.size());
            for (std::size_t i = 0; i < members.size(); ++i) orders[members[i]] = made[i];
        }
        std::vector<Id> ids(rows.size());
        for (Id& id : ids) id = ids_.next();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            std::shared_ptr<Row> fresh = info_.make();
            fresh->id = ids[i];
            fresh->order = orders[i];
            if (tree && above) model::edit<Id>(*fresh, *tree) = model::get_ref(*above, *tree);
            if (parent) model::edit<Id>(*fresh, *parent) = gap->parent;
            if (owners[i]) model::edit<Id>(*fresh, *tree) = ids[*owners[i]];
            std::shared_ptr<Row> row = filled(*fresh, rows[i]);
            ++paste_.added;
            wrote(fresh->id);
            paste_.batch.push_back(edit::PutRow{info_.type, row ? std::move(row) : std::move(fresh)});
        }
    }

    const Plan& plan_;
    const TableView& table_;
    const RecordInfo& info_;
    Cells cells_;
    const PasteHead& head_;
    const Typing& typing_;
    base::IdSource& ids_;
    model::Names names_;
    bool ambiguous_ = false;
    Paste paste_;
};
}  // namespace

bool is_same_shape(const TableView& table, const Cells& cells, const PasteHead& head) {
    return table.chosen && table.last < table.rows.size() &&
           rows_below(cells, head).size() == table.last - table.first + 1;
}

Paste plan_paste(const Plan& plan, const TableView& table, Cells cells, const PasteHead& head, PasteInto into,
                 const Typing& typing, base::IdSource& ids) {
    return Pasting(plan, table, std::move(cells), head, typing, ids).run(into);
}

}  // namespace sheet
