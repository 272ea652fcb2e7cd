#include "app/table_paste.hpp"

#include <algorithm>
#include <cassert>
#include <map>

#include "app/field_text.hpp"
#include "base/text.hpp"
#include "codec/error_text.hpp"
#include "model/order_key.hpp"

namespace app {
namespace {
using model::FieldInfo;
using model::Id;
using model::Kind;
using model::Plan;
using model::RecordInfo;
using model::RecordType;
using model::Row;
using model::Value;

// A cell for the clipboard: numbers without units, because spreadsheets calculate with them, and lists one entry a
// line.
std::string cell_text(const base::Words& words, const Plan& plan, const RecordInfo& info, const Row& row,
                      const FieldInfo& field) {
    if (field.kind == Kind::Texts) return base::join(model::get<std::vector<std::string>>(row, field), "\n");
    std::string text = field_text(words, plan, info, row, field);
    if ((field.kind == Kind::Integer || field.kind == Kind::Decimal) && !field.has(model::kPercent))
        text.resize(std::min(text.find(' '), text.size()));
    return text;
}

std::string column_name(const base::Words& words, const RecordInfo& info, const FieldInfo& field) {
    return std::string(words("field." + std::string(info.name) + "." + std::string(field.name)));
}

// The rows that references mean, by what they are called.
class Names {
  public:
    explicit Names(const Plan& plan) : plan_(plan) {}

    // An empty id: two rows are called so. Nothing: none is.
    std::optional<Id> find(RecordType type, std::string_view name) {
        const auto& names = of(type);
        const auto found = names.find(name);
        return found == names.end() ? std::nullopt : std::optional<Id>(found->second);
    }

  private:
    const std::map<std::string, Id, std::less<>>& of(RecordType type) {
        const auto [at, fresh] = names_.try_emplace(type);
        if (fresh)
            for (const model::RowPtr& row : plan_.table(type)) {
                const std::string title = model::title_of(model::record(type), *row);
                const auto [name, only] = at->second.try_emplace(std::string(base::trim(title)), row->id);
                if (!only) name->second = Id{};
            }
        return at->second;
    }

    const Plan& plan_;
    std::map<RecordType, std::map<std::string, Id, std::less<>>> names_;
};

class Pasting {
  public:
    Pasting(const Plan& plan, const TableView& table, const Cells& cells, const Typing& typing, base::IdSource& ids)
        : plan_(plan),
          table_(table),
          info_(model::record(table.record)),
          cells_(cells),
          typing_(typing),
          ids_(ids),
          names_(plan) {}

    Paste run() {
        match_columns();
        const std::size_t begin = table_.chosen ? table_.first : table_.rows.size();
        std::vector<std::size_t> further;  // rows of cells for which the table has none
        for (std::size_t at = first_row_; at < cells_.size(); ++at) {
            const std::size_t row = begin + (at - first_row_);
            if (row >= table_.rows.size())
                further.push_back(at);
            else
                overwrite(table_.rows[row], at);
        }
        std::erase_if(further, [&](std::size_t at) { return is_blank(cells_[at]); });
        add(further);
        return std::move(paste_);
    }

  private:
    static bool is_blank(const std::vector<std::string>& row) {
        return std::ranges::all_of(row, [](const std::string& cell) { return base::is_blank(cell); });
    }

    [[nodiscard]] std::string name_of(const FieldInfo& field) const { return column_name(typing_.words, info_, field); }

    [[nodiscard]] const FieldInfo* named(std::string_view name) const {
        const std::string wanted = base::to_lower_ascii(base::trim(name));
        for (const FieldInfo* field : table_.columns)
            if (wanted == base::to_lower_ascii(name_of(*field))) return field;
        return nullptr;
    }

    // The first row is a head if at least half of its cells, and the first column's among one or two, name columns.
    void match_columns() {
        if (cells_.empty()) return;
        std::size_t known = 0, said = 0;
        for (const std::string& cell : cells_[0]) {
            if (base::is_blank(cell)) continue;
            ++said;
            if (named(cell)) ++known;
        }
        const bool head = known > 0 && known * 2 >= said;
        first_row_ = head ? 1 : 0;
        std::size_t width = 0;
        for (const auto& row : cells_) width = std::max(width, row.size());
        for (std::size_t column = 0; column < width; ++column) {
            const std::string title = head && column < cells_[0].size() ? cells_[0][column] : std::string();
            const FieldInfo* field = head                             ? named(title)
                                     : column < table_.columns.size() ? table_.columns[column]
                                                                      : nullptr;
            if (field && std::ranges::find(columns_, field) != columns_.end()) field = nullptr;  // named twice
            columns_.push_back(field);
            if (!field) leave_out(column, title);
        }
    }

    // A column that the table has not, unless nothing is in it.
    void leave_out(std::size_t column, const std::string& title) {
        for (std::size_t at = first_row_; at < cells_.size(); ++at) {
            if (column >= cells_[at].size() || base::is_blank(cells_[at][column])) continue;
            const std::string name =
                title.empty() ? typing_.words("paste.column", {std::to_string(column + 1)}) : title;
            paste_.problems.push_back(
                {at + 1, name, cells_[at][column], std::string(typing_.words("paste.no-column"))});
            return;
        }
    }

    // The row with what the cells say; null: nothing changes.
    std::shared_ptr<Row> filled(const Row& old, std::size_t at) {
        std::shared_ptr<Row> row;
        for (std::size_t column = 0; column < cells_[at].size(); ++column) {
            const FieldInfo* field = columns_[column];
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
        const Value before = model::value_of(row, field);
        ambiguous_ = false;
        std::optional<Value> value;
        if (base::is_blank(text))
            value = Value();
        else if (field.kind == Kind::Ref || field.kind == Kind::Refs)
            value = reference(field, base::trim(text));
        else
            value = parse_value(field, text, typing_);
        if (!value) return std::string(typing_.words(ambiguous_ ? "paste.ambiguous" : invalid_words(field.kind)));
        if (base::Status done = model::set_value(row, field, *value); !done) {
            [[maybe_unused]] const base::Status back = model::set_value(row, field, before);
            assert(back);
            return codec::error_text(typing_.words, name_of(field), done.error());
        }
        return {};
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

    std::optional<Id> look_up(RecordType type, std::string_view name) {
        const std::optional<Id> id = names_.find(type, base::trim(name));
        if (id && id->empty()) ambiguous_ = true;
        return id && !id->empty() ? id : std::nullopt;
    }

    void overwrite(const Id& id, std::size_t at) {
        const Row* old = plan_.table(info_.type).find(id);
        if (!old || is_blank(cells_[at])) return;
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

    // The next sibling's order key; "": there is none.
    [[nodiscard]] std::string order_behind(const Row& row, const Id& parent) const {
        const FieldInfo* field = info_.parent();
        std::string next;
        for (const model::RowPtr& other : plan_.table(info_.type))
            if ((!field || model::get_ref(*other, *field) == parent) && other->order > row.order &&
                (next.empty() || other->order < next))
                next = other->order;
        return next;
    }

    void add(const std::vector<std::size_t>& rows) {
        if (rows.empty()) return;
        const FieldInfo* parent_field = info_.parent();
        const Row* behind =
            table_.chosen && !table_.rows.empty() ? plan_.table(info_.type).find(table_.rows.back()) : nullptr;
        if (!behind && parent_field && parent_field->has(model::kOwner)) {
            paste_.refused = "paste.choose-row";
            return;
        }
        const Id parent = behind && parent_field ? model::get_ref(*behind, *parent_field) : Id{};
        std::string last = behind ? behind->order : std::string(), next;
        if (behind)
            next = order_behind(*behind, parent);
        else
            for (const model::RowPtr& row : plan_.table(info_.type))
                if ((!parent_field || model::get_ref(*row, *parent_field) == parent) && row->order > last)
                    last = row->order;
        const std::vector<std::string> orders = model::orders_between(last, next, rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            std::shared_ptr<Row> fresh = info_.make();
            fresh->id = ids_.next();
            fresh->order = orders[i];
            if (parent_field) model::edit<Id>(*fresh, *parent_field) = parent;
            std::shared_ptr<Row> row = filled(*fresh, rows[i]);
            ++paste_.added;
            wrote(fresh->id);
            paste_.batch.push_back(edit::PutRow{info_.type, row ? std::move(row) : std::move(fresh)});
        }
    }

    const Plan& plan_;
    const TableView& table_;
    const RecordInfo& info_;
    const Cells& cells_;
    const Typing& typing_;
    base::IdSource& ids_;
    Names names_;
    bool ambiguous_ = false;
    std::size_t first_row_ = 0;
    std::vector<const FieldInfo*> columns_;  // of the cells; null: left out
    Paste paste_;
};
}  // namespace

std::vector<const FieldInfo*> column_fields(const RecordInfo& info) {
    std::vector<const FieldInfo*> fields;
    for (const FieldInfo& field : info.fields)
        if (field.has(model::kColumn)) fields.push_back(&field);
    return fields;
}

CopiedRows copied_rows(const base::Words& words, const Plan& plan, const TableView& table) {
    const RecordInfo& info = model::record(table.record);
    CopiedRows copied;
    const bool whole = !table.chosen || (table.first == 0 && table.last + 1 >= table.rows.size() && table.last > 0);
    if (whole) {
        copied.head = Head::Yes;
        std::vector<std::string> names;
        for (const FieldInfo* field : table.columns) names.push_back(column_name(words, info, *field));
        copied.cells.push_back(std::move(names));
    }
    const std::size_t first = whole ? 0 : table.first, end = whole ? table.rows.size() : table.last + 1;
    for (std::size_t at = first; at < end && at < table.rows.size(); ++at) {
        const Row* row = plan.table(table.record).find(table.rows[at]);
        if (!row) continue;
        std::vector<std::string> cells;
        for (const FieldInfo* field : table.columns) cells.push_back(cell_text(words, plan, info, *row, *field));
        copied.cells.push_back(std::move(cells));
        ++copied.rows;
    }
    return copied;
}

Paste plan_paste(const Plan& plan, const TableView& table, const Cells& cells, const Typing& typing,
                 base::IdSource& ids) {
    return Pasting(plan, table, cells, typing, ids).run();
}

}  // namespace app
