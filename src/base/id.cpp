#include "base/id.hpp"

namespace base {
namespace {
constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";  // Crockford's: no i, l, o, u to misread

std::uint64_t mix(std::uint64_t& state) {  // splitmix64 (Steele, Lea, Flood 2014)
    std::uint64_t z = (state += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
}
}  // namespace

std::optional<Id> Id::parse(std::string_view text) {
    if (text.empty() || text.size() > max_size || text[0] == '-') return std::nullopt;
    Id id;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-')) return std::nullopt;
        id.chars_[i] = c;
    }
    return id;
}

std::uint64_t Id::hash() const {
    std::uint64_t low = 0, high = 0;
    std::memcpy(&low, chars_.data(), 8);
    std::memcpy(&high, chars_.data() + 8, 8);
    std::uint64_t state = low ^ (high * 0x9E3779B97F4A7C15ull);
    return mix(state);
}

std::uint64_t IdSource::next_bits() {
    return mix(a_) ^ (mix(b_) << 1 | 1);
}

Id IdSource::next() {
    Id id;
    std::uint64_t high = next_bits(), low = next_bits();
    for (std::size_t i = 0; i < Id::max_size; ++i) {
        std::uint64_t& source = i < 8 ? high : low;
        id.chars_[i] = alphabet[source & 31u];
        source >>= 5;
    }
    return id;
}

}  // namespace base
