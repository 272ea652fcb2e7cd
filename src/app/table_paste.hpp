// app/table_paste.hpp: rows of a plan as cells for the clipboard, and pasted cells as changes of rows.
#pragma once

#include "app/cells.hpp"
#include "app/typed.hpp"
#include "edit/command.hpp"

namespace app {

// A table as the screen shows it.
struct TableView {
    model::RecordType record{};
    std::vector<const model::FieldInfo*> columns;
    std::vector<model::Id> rows = {};  // in the order shown
    std::size_t first = 0, last = 0;   // of the chosen rows, both included
    bool chosen = false;               // false: no row is
};

// The columns that a record's tables show.
std::vector<const model::FieldInfo*> column_fields(const model::RecordInfo& info);

// The chosen rows; the whole table, if all or none are chosen, under a row with the names of its columns.
struct CopiedRows {
    Cells cells;
    Head head = Head::No;
    std::size_t rows = 0;
};
CopiedRows copied_rows(const base::Words& words, const model::Plan& plan, const TableView& table);

struct PasteProblem {
    std::size_t row = 0;  // of what was pasted, from 1
    std::string column;   // its name
    std::string text;     // what the cell says
    std::string reason;   // a sentence
};

// What a paste would do. Nothing is applied yet: with problems the person decides whether the rest goes in.
struct Paste {
    edit::Batch batch;
    std::size_t changed = 0, added = 0;  // rows
    std::vector<PasteProblem> problems;  // cells that were not understood; they change nothing
    std::string refused;                 // words key: why nothing can be pasted
    model::Id first, last;               // of the rows that it writes
};

// Writes rows over those of the table, from the first chosen one on, and adds further ones behind the last of them; all
// are added at the end if none is chosen. Columns go by the names in the first row if those are names of columns, else
// from the left. A cell that says what its field says already changes nothing, a blank cell empties its field, a blank
// row leaves its row alone. Names of people and other rows must be known and no two rows may have them: none is made.
Paste plan_paste(const model::Plan& plan, const TableView& table, const Cells& cells, const Typing& typing,
                 base::IdSource& ids);

}  // namespace app
