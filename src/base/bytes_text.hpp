// base/bytes_text.hpp: sizes of files as people read them.
#pragma once

#include <cstdint>
#include <string>

namespace base {

// 950 B, 1.2 kB, 34 kB, 5.0 MB: two significant digits or all before the point, cut off; powers of 1000.
std::string bytes_text(std::uint64_t bytes);

}  // namespace base
