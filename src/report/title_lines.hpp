// report/title_lines.hpp: where a title breaks: between words and by what belongs together, never inside a word
// (GB/T 9704-2012, 7.3.1).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace report {

// The title in as few lines of at most `per_line` Han characters as there can be, as even as the words allow. Words
// that are not known stay together; only where one is longer than a line is it broken as it comes.
std::vector<std::string> title_lines(std::string_view title, int per_line);

}  // namespace report
