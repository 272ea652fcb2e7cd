#include "base/number.hpp"

namespace base {
namespace {

// Reads -?digits(.digits{0,places})? exactly, as an integer of 10^-places; thousands commas allowed on request.
enum class Commas { Refuse, Skip };
std::optional<std::int64_t> fixed_point(std::string_view text, int places, Commas commas) {
    bool negative = false;
    if (!text.empty() && text[0] == '-') {
        negative = true;
        text.remove_prefix(1);
    }
    std::int64_t value = 0;
    int digits = 0, after = -1;  // after: digits behind the point, -1 before it
    for (const char c : text) {
        if (c == '.' && after < 0 && digits > 0) {
            after = 0;
        } else if (c >= '0' && c <= '9') {
            if (after == places) return std::nullopt;
            if (value > (max_safe_integer - (c - '0')) / 10) return std::nullopt;
            value = value * 10 + (c - '0');
            ++digits;
            if (after >= 0) ++after;
        } else if (c == ',' && commas == Commas::Skip && after < 0 && digits > 0) {
            continue;
        } else {
            return std::nullopt;
        }
    }
    if (digits == 0 || after == 0) return std::nullopt;
    for (int i = after < 0 ? 0 : after; i < places; ++i) {
        if (value > max_safe_integer / 10) return std::nullopt;
        value *= 10;
    }
    return negative ? -value : value;
}

std::string with_places(std::int64_t value, std::int64_t scale, std::size_t places) {
    const std::uint64_t magnitude =
        value < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
    std::string fraction = std::to_string(magnitude % static_cast<std::uint64_t>(scale));
    fraction.insert(0, places - fraction.size(), '0');
    return (value < 0 ? "-" : "") + std::to_string(magnitude / static_cast<std::uint64_t>(scale)) + "." + fraction;
}
}  // namespace

std::string Money::yuan() const {
    return with_places(fen, 100, 2);
}

std::optional<Money> Money::parse_yuan(std::string_view text) {
    const auto value = fixed_point(text, 2, Commas::Skip);
    if (!value) return std::nullopt;
    return Money{*value};
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
    const auto value = fixed_point(text, 4, Commas::Refuse);
    if (!value) return std::nullopt;
    return Decimal{*value};
}

std::string Decimal::text() const {
    std::string result = with_places(units, scale, 4);
    while (result.back() == '0') result.pop_back();
    if (result.back() == '.') result.pop_back();
    return result;
}

}  // namespace base
