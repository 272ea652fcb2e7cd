// sheet/outline_text.hpp: the levels of an outline as texts carry them: numbers like 1.2.3, or indented names.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sheet {

using Levels = std::vector<int>;  // of each row, 0 at the top

// The level that an outline number says: 0 for "3" or "3.", 2 for "1.2.3". Nothing: it is none.
std::optional<int> level_of_number(std::string_view text);

// Of a column of such numbers; a blank one has its row's level from the row before. Nothing: one of them is none, or
// all are blank.
std::optional<Levels> levels_of_numbers(const std::vector<std::string>& numbers);

// Of names that each begin with their number in one outline ("1 准备", "1.1 编制", "2 总结"), which is cut off.
// Nothing, and nothing cut off: they do not, or the numbers do not follow each other.
std::optional<Levels> take_numbers(std::vector<std::string>& names);

// Of names with blanks before them, more at deeper levels.
Levels levels_of_indents(const std::vector<std::string>& names);
// The blanks for a level, as levels_of_indents reads them.
std::string indent_of(int level);

// For each row the one that it lies below, the nearest before it with a lower level.
std::vector<std::optional<std::size_t>> parents_of(const Levels& levels);

}  // namespace sheet
