// tests/support/build.hpp: how much work a law may do in the build it runs in.
#pragma once

#include <cstdint>

namespace support {

#if defined(__SANITIZE_ADDRESS__) || defined(__EMSCRIPTEN__) || !defined(__OPTIMIZE__)
inline constexpr bool is_slow_build = true;  // under sanitizers, without optimisation, in WebAssembly
#else
inline constexpr bool is_slow_build = false;
#endif

// Seeds for a law.
constexpr std::uint64_t seeds(std::uint64_t fast, std::uint64_t slow) {
    return is_slow_build ? slow : fast;
}

}  // namespace support
