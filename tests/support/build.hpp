// tests/support/build.hpp: how much work a law does in the build it runs in: all of it natively, a part of it where
// that takes long. FANGLUE_EFFORT=full does everything under sanitizers, too (a program in node does not see the
// variable).
#pragma once

#include <cstddef>
#include <cstdlib>
#include <string_view>

namespace support {

#if defined(FANGLUE_SLOW_BUILD) || !defined(__OPTIMIZE__)
inline constexpr bool is_slow_build = true;  // under sanitizers, without optimisation, in WebAssembly
#else
inline constexpr bool is_slow_build = false;
#endif

inline bool does_everything() {
    static const char* const effort = std::getenv("FANGLUE_EFFORT");
    return !is_slow_build || (effort && std::string_view(effort) == "full");
}

// Seeds for a law, or a size.
inline std::size_t seeds(std::size_t all, std::size_t part) {
    return does_everything() ? all : part;
}

// Places in a text: each `all`-th, or each `part`-th, which is prime so that it meets every place in a repeating
// pattern. Begin at first_place, so that several texts are not always met at the same one.
inline std::size_t stride(std::size_t all, std::size_t part) {
    return seeds(all, part);
}
inline std::size_t first_place(std::size_t stride, std::size_t seed) {
    return seed * 5 % stride;
}

}  // namespace support
