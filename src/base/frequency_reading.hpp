// base/frequency_reading.hpp: how often something comes back, as people write it: 每周一次, 每季度末, once a month.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace base {

enum class Period : std::uint8_t { Day, Workday, Week, Month, Year };

struct Frequency {
    Period period{};
    int every = 1;                   // so many of them: a quarter is 3 months
    std::vector<int> weekdays = {};  // of Week: 1 Monday .. 7 Sunday, in order; none: not said
    int month_day = 0;               // of Month: 1..31, -1 the last day, 0 not said
    bool operator==(const Frequency&) const = default;
};

// The frequency with which the text begins, up to a comma, a bracket or a time of day. Nothing where it is not regular
// ("as needed", 每月两次: on which days?) or not said at its beginning, so that no day is ever made up.
std::optional<Frequency> read_frequency(std::string_view text);

}  // namespace base
