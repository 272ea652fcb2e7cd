// intake/tables.hpp: workbooks and files of separated values as the lines that documents with tables have.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "office/book_reading.hpp"

namespace intake {

// Cells between commas, semicolons or tabs, whichever the first line has most of, in quotes where they need it. An
// apostrophe before what a spreadsheet would take for a formula is taken away. Error: "office-too-many-cells".
base::Result<office::BookSheet> separated_cells(std::string_view text);

struct TableLines {
    std::string lines;
    std::vector<std::string> totals;  // rows that add others up; they are left out
};
// The file's name as title, each sheet under its name: what stands alone in its row as text, the rest as a table.
TableLines table_lines(const std::vector<office::BookSheet>& sheets, std::string_view file_name);

}  // namespace intake
