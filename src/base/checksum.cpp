#include "base/checksum.hpp"

#include <array>
#include <cstddef>

namespace base {
namespace {

// table[k][b]: the effect of byte b followed by k zero bytes, so that eight bytes are taken in one step.
template <class Word> using Tables = std::array<std::array<Word, 256>, 8>;

template <class Word> Tables<Word> make_tables(Word reflected_polynomial) {
    Tables<Word> tables{};
    for (std::size_t b = 0; b < 256; ++b) {
        Word value = static_cast<Word>(b);
        for (int bit = 0; bit < 8; ++bit) value = (value >> 1) ^ ((value & 1u) != 0 ? reflected_polynomial : Word{0});
        tables[0][b] = value;
    }
    for (std::size_t k = 1; k < 8; ++k)
        for (std::size_t b = 0; b < 256; ++b)
            tables[k][b] = (tables[k - 1][b] >> 8) ^ tables[0][tables[k - 1][b] & 0xFFu];
    return tables;
}

template <class Word> Word run(const Tables<Word>& tables, std::string_view bytes, Word before) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])); };
    Word value = static_cast<Word>(~before);
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t next = value;
        for (std::size_t i = 0; i < 8; ++i) next ^= byte(at + i) << (8 * i);
        value = 0;
        for (std::size_t i = 0; i < 8; ++i) value ^= tables[7 - i][(next >> (8 * i)) & 0xFFu];
    }
    for (; at < bytes.size(); ++at) value = (value >> 8) ^ tables[0][(value ^ byte(at)) & 0xFFu];
    return static_cast<Word>(~value);
}

}  // namespace

// The tables are made when first used: compiled in, they would add 24 kB to what the page downloads.
std::uint32_t crc32(std::string_view bytes, std::uint32_t before) {
    static const auto tables = make_tables<std::uint32_t>(0xEDB88320u);
    return run(tables, bytes, before);
}
std::uint64_t crc64(std::string_view bytes, std::uint64_t before) {
    static const auto tables = make_tables<std::uint64_t>(0xC96C5795D7870F42ull);
    return run(tables, bytes, before);
}

}  // namespace base
