#include <array>
#include <optional>

#include "base/zip.hpp"

namespace base {
namespace {

// RFC 1951, 3.1.1: bits come from the low end of each byte.
class Bits {
  public:
    explicit Bits(std::string_view bytes) : bytes_(bytes) {}
    // Beyond the end: zeros, and failed().
    unsigned take(unsigned count) {
        while (held_ < count) {
            if (at_ == bytes_.size()) failed_ = true;
            const unsigned next = failed_ ? 0 : static_cast<unsigned char>(bytes_[at_++]);
            buffer_ |= next << held_;
            held_ += 8;
        }
        const unsigned value = buffer_ & ((1u << count) - 1u);
        buffer_ >>= count;
        held_ -= count;
        return value;
    }
    std::string_view take_bytes(std::size_t count) {  // after align()
        if (bytes_.size() - at_ < count) {
            failed_ = true;
            return {};
        }
        at_ += count;
        return bytes_.substr(at_ - count, count);
    }
    void align() { buffer_ = held_ = 0; }  // never holds a whole byte, because take() reads no further than it must
    [[nodiscard]] bool failed() const { return failed_; }

  private:
    std::string_view bytes_;
    std::size_t at_ = 0;
    unsigned buffer_ = 0, held_ = 0;
    bool failed_ = false;
};

// Canonical Huffman code: how many codes there are of each length, and their symbols in order.
struct Code {
    std::array<std::uint16_t, 16> count{};
    std::array<std::uint16_t, 288> symbols{};

    // False if the lengths need more codes than there are. Fewer are allowed: a lone distance code, RFC 1951 3.2.7.
    bool build(const std::uint8_t* lengths, std::size_t size) {
        count.fill(0);
        for (std::size_t i = 0; i < size; ++i) ++count[lengths[i]];
        count[0] = 0;
        int left = 1;
        std::array<std::uint16_t, 16> place{};
        for (std::size_t length = 1; length < 16; ++length) {
            left = 2 * left - count[length];
            if (left < 0) return false;
            if (length < 15) place[length + 1] = static_cast<std::uint16_t>(place[length] + count[length]);
        }
        for (std::size_t i = 0; i < size; ++i)
            if (lengths[i] != 0) symbols[place[lengths[i]]++] = static_cast<std::uint16_t>(i);
        return true;
    }

    std::optional<unsigned> next(Bits& bits) const {
        int code = 0, first = 0, index = 0;
        for (std::size_t length = 1; length < 16; ++length) {
            code |= static_cast<int>(bits.take(1));
            if (bits.failed()) return std::nullopt;
            if (code - first < count[length]) return symbols[static_cast<std::size_t>(index + code - first)];
            index += count[length];
            first = (first + count[length]) << 1;
            code <<= 1;
        }
        return std::nullopt;
    }
};

constexpr std::array<std::uint16_t, 29> length_base{3,  4,  5,  6,  7,  8,  9,  10, 11,  13,  15,  17,  19,  23, 27,
                                                    31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258};
constexpr std::array<std::uint8_t, 29> length_extra{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
                                                    2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};
constexpr std::array<std::uint16_t, 30> distance_base{1,    2,    3,    4,    5,    7,    9,    13,    17,    25,
                                                      33,   49,   65,   97,   129,  193,  257,  385,   513,   769,
                                                      1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577};

class Inflater {
  public:
    Inflater(std::string_view deflated, std::size_t size) : bits_(deflated), size_(size) { out_.reserve(size); }

    std::optional<std::string> run() {
        for (bool last = false; !last;) {
            last = bits_.take(1) == 1;
            const unsigned type = bits_.take(2);
            const bool good = type == 0 ? stored() : type == 1 ? fixed() : type == 2 && dynamic();
            if (!good || bits_.failed()) return std::nullopt;
        }
        if (out_.size() != size_) return std::nullopt;
        return std::move(out_);
    }

  private:
    bool stored() {
        bits_.align();
        const std::string_view sizes = bits_.take_bytes(4);
        if (bits_.failed()) return false;
        const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(sizes[i])); };
        const unsigned size = byte(0) | byte(1) << 8, complement = byte(2) | byte(3) << 8;
        if ((size ^ complement) != 0xFFFFu || out_.size() + size > size_) return false;
        out_ += bits_.take_bytes(size);
        return !bits_.failed();
    }

    bool fixed() {
        std::array<std::uint8_t, 288> lengths{};
        for (std::size_t i = 0; i < 288; ++i) lengths[i] = i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8;
        Code literals, distances;
        literals.build(lengths.data(), 288);
        lengths.fill(5);
        distances.build(lengths.data(), 30);
        return codes(literals, distances);
    }

    bool dynamic() {
        static constexpr std::array<std::uint8_t, 19> order{16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                            11, 4,  12, 3, 13, 2, 14, 1, 15};
        const std::size_t literal_count = bits_.take(5) + 257, distance_count = bits_.take(5) + 1;
        const std::size_t length_count = bits_.take(4) + 4;
        std::array<std::uint8_t, 320> lengths{};
        for (std::size_t i = 0; i < length_count; ++i) lengths[order[i]] = static_cast<std::uint8_t>(bits_.take(3));
        Code of_lengths, literals, distances;
        if (literal_count > 286 || distance_count > 30 || !of_lengths.build(lengths.data(), 19)) return false;
        lengths.fill(0);
        for (std::size_t at = 0; at < literal_count + distance_count;) {
            const auto symbol = of_lengths.next(bits_);
            if (!symbol || (*symbol == 16 && at == 0)) return false;
            const auto value = static_cast<std::uint8_t>(*symbol < 16 ? *symbol : *symbol == 16 ? lengths[at - 1] : 0);
            std::size_t times = 1;
            if (*symbol == 16) times = 3 + bits_.take(2);
            if (*symbol == 17) times = 3 + bits_.take(3);
            if (*symbol == 18) times = 11 + bits_.take(7);
            if (at + times > literal_count + distance_count) return false;
            while (times-- > 0) lengths[at++] = value;
        }
        if (lengths[256] == 0 || !literals.build(lengths.data(), literal_count)) return false;
        return distances.build(lengths.data() + literal_count, distance_count) && codes(literals, distances);
    }

    bool codes(const Code& literals, const Code& distances) {
        for (;;) {
            const auto symbol = literals.next(bits_);
            if (!symbol) return false;
            if (*symbol == 256) return true;
            if (*symbol < 256) {
                if (out_.size() == size_) return false;
                out_ += static_cast<char>(*symbol);
                continue;
            }
            if (*symbol - 257 >= length_base.size()) return false;
            std::size_t length = length_base[*symbol - 257] + bits_.take(length_extra[*symbol - 257]);
            const auto code = distances.next(bits_);
            if (!code || *code >= distance_base.size()) return false;
            const std::size_t distance = distance_base[*code] + bits_.take(*code < 4 ? 0 : (*code - 2) / 2);
            if (distance > out_.size() || out_.size() + length > size_) return false;
            while (length-- > 0) out_ += out_[out_.size() - distance];
        }
    }

    Bits bits_;
    std::size_t size_;
    std::string out_;
};

}  // namespace

Result<std::string> inflate(std::string_view deflated, std::size_t size) {
    if (auto bytes = Inflater(deflated, size).run()) return std::move(*bytes);
    return Error{"deflate-damaged", {}, {}};
}

}  // namespace base
