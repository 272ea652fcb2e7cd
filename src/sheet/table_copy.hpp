// sheet/table_copy.hpp: a table as the screen shows it, and its rows as cells for the clipboard.
#pragma once

#include "base/words.hpp"
#include "model/plan.hpp"
#include "sheet/cells.hpp"

namespace sheet {

using model::FieldInfo;
using model::Id;
using model::Plan;
using model::RecordInfo;
using model::Row;

struct TableView {
    model::RecordType record{};
    std::vector<const FieldInfo*> columns;
    std::vector<Id> rows = {};        // in the order shown
    std::size_t first = 0, last = 0;  // of the chosen rows, both included
    bool chosen = false;              // false: no row is
};

// Cut rows wait to be moved by a paste.
enum class Cut : bool { No, Yes };

// The columns that a record's tables show.
std::vector<const model::FieldInfo*> column_fields(const model::RecordInfo& info);
std::string column_name(const base::Words& words, const model::RecordInfo& info, const model::FieldInfo& field);

// The chosen rows, else all; of those that lie below each other the upper ones, because what lies below comes along.
std::vector<model::Id> chosen_rows(const model::Plan& plan, const TableView& table);
// Behind which row new ones come: the last chosen one; "" if none is.
model::Id row_before_new(const model::Plan& plan, const TableView& table);

// The chosen rows, each with all that lies below it in its tree, shown or folded, indented by level; the whole table,
// if all or none are chosen, under a row with the names of its columns.
struct CopiedRows {
    Cells cells;
    Head head = Head::No;
    std::size_t rows = 0;
};
CopiedRows copied_rows(const base::Words& words, const model::Plan& plan, const TableView& table);

// Whether blanks before a cell's text are its row's level. Those before a long text are its own.
bool shows_level(const model::FieldInfo& field);

// One cell: numbers without units, because spreadsheets calculate with them, and lists one entry a line.
std::string cell_text(const base::Words& words, const model::Plan& plan, const model::RecordInfo& info,
                      const model::Row& row, const model::FieldInfo& field);

}  // namespace sheet
