// base/number_reading.hpp: numbers as people write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace base {

// The plain number ("35000", "-3", "0.5") that a text means exactly: full or half width, thousands commas, with 千, 万,
// 亿 and their products (3.5万, 2千万, 6.32亿). Nothing: it is none, or says more than a number does (约3万, ≥1000,
// 1-2).
std::optional<std::string> read_number(std::string_view text);

// A plain number times a whole one, exactly: ("1.5", 60) is "90".
std::optional<std::string> times(std::string_view number, std::int64_t factor);

}  // namespace base
