// base/id.hpp: globally unique names of rows: short text that survives mail, merging and hand editing.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace base {

// 1 to 16 characters of [0-9a-z-], beginning with a letter or digit; all zero bytes: no id. New ids are 16 characters
// of 5 random bits each (80 bits: among a million ids the chance of one clash is below 1e-12); templates may use
// readable ones.
class Id {
  public:
    static constexpr std::size_t max_size = 16;

    constexpr Id() = default;

    // Nothing if the text is not of the form above.
    static std::optional<Id> parse(std::string_view text);

    [[nodiscard]] bool empty() const { return chars_[0] == '\0'; }
    explicit operator bool() const { return !empty(); }
    [[nodiscard]] std::string_view text() const { return {chars_.data(), size()}; }
    [[nodiscard]] std::string str() const { return std::string(text()); }
    [[nodiscard]] std::uint64_t hash() const;

    bool operator==(const Id& other) const { return std::memcmp(chars_.data(), other.chars_.data(), max_size) == 0; }
    // By text, all characters at once: tables search by this order.
    std::strong_ordering operator<=>(const Id& other) const {
        return std::memcmp(chars_.data(), other.chars_.data(), max_size) <=> 0;
    }

  private:
    friend class IdSource;
    [[nodiscard]] std::size_t size() const {
        std::size_t n = 0;
        while (n < max_size && chars_[n] != '\0') ++n;
        return n;
    }
    std::array<char, max_size> chars_{};
};

// Makes new ids from a generator whose seed comes in as an argument (the platform's random bytes; a fixed number in
// tests), so that no output depends on hidden state. splitmix64 over a 128-bit state: two words of seed.
class IdSource {
  public:
    explicit IdSource(std::uint64_t seed_a, std::uint64_t seed_b = 0x9E3779B97F4A7C15ull) : a_(seed_a), b_(seed_b) {}
    Id next();
    std::uint64_t next_bits();

  private:
    std::uint64_t a_, b_;
};

}  // namespace base

template <> struct std::hash<base::Id> {
    std::size_t operator()(const base::Id& id) const noexcept { return static_cast<std::size_t>(id.hash()); }
};
