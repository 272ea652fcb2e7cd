#include "base/checksum.hpp"

#include <zlib.h>

#include <array>
#include <cstddef>

namespace base {
namespace {

// tables[k][b]: the effect of byte b followed by k zero bytes, so that eight bytes are taken in one step.
using Tables = std::array<std::array<std::uint64_t, 256>, 8>;

Tables make_tables(std::uint64_t reflected_polynomial) {
    Tables tables{};
    for (std::size_t b = 0; b < 256; ++b) {
        std::uint64_t value = b;
        for (int bit = 0; bit < 8; ++bit) value = (value >> 1) ^ ((value & 1u) != 0 ? reflected_polynomial : 0);
        tables[0][b] = value;
    }
    for (std::size_t k = 1; k < 8; ++k)
        for (std::size_t b = 0; b < 256; ++b)
            tables[k][b] = (tables[k - 1][b] >> 8) ^ tables[0][tables[k - 1][b] & 0xFFu];
    return tables;
}

}  // namespace

std::uint32_t crc32(std::string_view bytes, std::uint32_t before) {
    return static_cast<std::uint32_t>(::crc32_z(before, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

// The tables are made when first used: compiled in, they would add 16 kB to what the page downloads.
std::uint64_t crc64(std::string_view bytes, std::uint64_t before) {
    static const Tables tables = make_tables(0xC96C5795D7870F42ull);
    const auto byte = [&](std::size_t i) { return static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])); };
    std::uint64_t value = ~before;
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t next = value;
        for (std::size_t i = 0; i < 8; ++i) next ^= byte(at + i) << (8 * i);
        value = 0;
        for (std::size_t i = 0; i < 8; ++i) value ^= tables[7 - i][(next >> (8 * i)) & 0xFFu];
    }
    for (; at < bytes.size(); ++at) value = (value >> 8) ^ tables[0][(value ^ byte(at)) & 0xFFu];
    return ~value;
}

}  // namespace base
