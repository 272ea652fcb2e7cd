#include "base/bytes_text.hpp"

#include <iterator>
#include <string_view>

namespace base {

std::string bytes_text(std::uint64_t bytes) {
    static constexpr std::string_view units[] = {" B", " kB", " MB", " GB", " TB"};
    std::size_t unit = 0;
    std::uint64_t tenths = 0;
    for (; bytes >= 1000 && unit + 1 < std::size(units); ++unit) {
        tenths = bytes % 1000 / 100;
        bytes /= 1000;
    }
    std::string text = std::to_string(bytes);
    if (unit > 0 && bytes < 10) text.append(1, '.').append(std::to_string(tenths));
    return text.append(units[unit]);
}

}  // namespace base
