// store/one_line.hpp: any text as part of a line, and back.
#pragma once

#include <string>
#include <string_view>

namespace store {

// Line breaks and backslashes are escaped; as one word, blanks as well.
std::string to_line(std::string_view text);
std::string to_word(std::string_view text);
std::string from_line(std::string_view line);  // of either

}  // namespace store
