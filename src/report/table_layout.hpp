// report/table_layout.hpp: how wide the columns of a table should be, from what stands in them.
#pragma once

#include <string_view>
#include <vector>

#include "report/document.hpp"

namespace report {

// Widths in half characters (a Han character is 2) that add up to `total`: each column first gets what its longest
// unbreakable part needs (a number, a word of letters, a line of a head), the rest is shared by how much text there is.
// Where even the parts do not fit, they are cut down in proportion.
std::vector<int> column_widths(const Table& table, std::string_view language, int total);

// How much room a text takes on one line, in half characters.
int display_width(std::string_view text);

}  // namespace report
