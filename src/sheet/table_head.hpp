// sheet/table_head.hpp: where the head of a pasted table is, and which column means which field.
#pragma once

#include <optional>

#include "sheet/table_copy.hpp"

namespace sheet {

// How the columns of cells are to be read. A person may change `use` and `field` of a column that is not known.
struct PasteColumn {
    enum class Use : std::uint8_t { LeftOut, Field, Outline };  // Outline: its numbers say levels
    std::string title;                                          // what the head says; "" without a head
    std::string sample;                                         // the first text in it; "": nothing is
    Use use = Use::LeftOut;
    const model::FieldInfo* field = nullptr;  // of Use::Field
    bool known = false;                       // its title says which field it is; else only a person can
};
struct PasteHead {
    std::size_t first_row = 0;       // of the rows below the head
    std::optional<std::size_t> row;  // of the head itself
    std::size_t rows_above = 0;      // that say something, as a title does
    std::vector<PasteColumn> columns;
    // Some column with content has no title that is known: it is asked about, never filled by its position.
    [[nodiscard]] bool asks() const;
};

// The fields that a column may mean: those shown, then the record's others that a cell can say.
std::vector<const model::FieldInfo*> fillable_fields(const TableView& table);

// The head is among the first rows: the one with most titles that are known, by the words of the program in its
// language or in simplified Chinese, or by those of assets/reading. Without one, columns are proposed by position; they
// are known only if the table was copied from one with the same columns.
enum class Columns : bool { Unknown, AsInTable };
PasteHead read_head(const base::Words& words, const TableView& table, const Cells& cells,
                    Columns columns = Columns::Unknown);

}  // namespace sheet
