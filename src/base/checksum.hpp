// base/checksum.hpp: cyclic redundancy checks, which find damage (not deceit): every burst up to their width, and any
// other change but for one in 2^32 or 2^64.
#pragma once

#include <cstdint>
#include <string_view>

namespace base {

// CRC-32 as in ZIP and PNG (ISO 3309). Going on from an earlier result: pass it as `before`.
std::uint32_t crc32(std::string_view bytes, std::uint32_t before = 0);

// CRC-64 of ECMA-182, reflected, as in xz.
std::uint64_t crc64(std::string_view bytes, std::uint64_t before = 0);

}  // namespace base
