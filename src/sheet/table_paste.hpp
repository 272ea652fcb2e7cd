// sheet/table_paste.hpp: pasted cells as changes of rows.
#pragma once

#include "edit/command.hpp"
#include "sheet/table_head.hpp"
#include "sheet/typed.hpp"

namespace sheet {

struct PasteProblem {
    std::size_t row = 0;  // of what was pasted, from 1
    std::string column;   // its name
    std::string text;     // what the cell says
    std::string reason;   // a sentence
};

// A day that the cells say without its year, and which one it became.
struct PasteReading {
    std::string text;
    base::Date as;
    bool operator==(const PasteReading&) const = default;
};

// What a paste would do. Nothing is applied yet: with problems the person decides whether the rest goes in.
struct Paste {
    edit::Batch batch;
    std::size_t changed = 0, added = 0;  // rows
    std::vector<PasteProblem> problems;  // cells that were not understood; they change nothing
    std::vector<PasteReading> readings;  // each once
    std::string refused;                 // words key: why nothing can be pasted
    model::Id first, last;               // of the rows that it writes
};

// NewRows: behind the chosen rows, at the end if none is chosen; in a tree with the levels that numbers of an outline
// or blanks before the names say. ChosenRows: over them, one by one, where is_same_shape; a cell that says what its
// field says already changes nothing, a blank one empties its field, a blank row leaves its row alone. Only a person
// may choose that.
enum class PasteInto : std::uint8_t { NewRows, ChosenRows };
bool is_same_shape(const TableView& table, const Cells& cells, const PasteHead& head);

// Names of people and other rows must be known and no two rows may have them: none is made.
Paste plan_paste(const model::Plan& plan, const TableView& table, Cells cells, const PasteHead& head, PasteInto into,
                 const Typing& typing, base::IdSource& ids);

}  // namespace sheet
