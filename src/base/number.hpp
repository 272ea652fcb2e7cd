// base/number.hpp: exact numbers for money and measured values; plans hold no floating point.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

// Largest magnitude that every JSON reader holds exactly: 2^53 - 1.
inline constexpr std::int64_t max_safe_integer = 9007199254740991;

// CNY in fen. JSON: an integer.
struct Money {
    std::int64_t fen = 0;
    [[nodiscard]] std::string yuan() const;                         // "8000.00"
    static std::optional<Money> parse_yuan(std::string_view text);  // "8000", "8,000.5", "8000.50"; nothing otherwise
    auto operator<=>(const Money&) const = default;
};

// A decimal number with up to four places, held as ten-thousandths. JSON: a string in shortest form, "1.4".
struct Decimal {
    std::int64_t units = 0;  // 1/10000
    static constexpr std::int64_t scale = 10000;
    static constexpr Decimal from_integer(std::int64_t value) { return {value * scale}; }
    static std::optional<Decimal> parse(std::string_view text);  // -?digits(.1-4 digits)?; |value| < 9e11
    [[nodiscard]] std::string text() const;
    [[nodiscard]] double approximate() const {
        return static_cast<double>(units) / static_cast<double>(scale);
    }  // drawing only
    auto operator<=>(const Decimal&) const = default;
};

}  // namespace base
