// report/table_layout.hpp: what a table says of its columns: how wide they should be, which unit they share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/document.hpp"

namespace report {

// Widths in half characters (a Han character is 2) that add up to `total`: each column first gets what its longest
// unbreakable part needs (a number, a word of letters, a line of a head), the rest is shared by how much text there is.
// Where even the parts do not fit, they are cut down in proportion.
std::vector<int> column_widths(const Table& table, std::string_view language, int total);

// The unit of all numbers in the column; nothing if they differ or there are none.
std::optional<std::string> common_unit(const Table& table, std::size_t column);

// How much room a text takes on one line, in half characters.
int display_width(std::string_view text);

}  // namespace report
