#include "base/number_reading.hpp"

#include <cstdint>

#include "base/text.hpp"

namespace base {
namespace {
// Without thousands commas; a comma elsewhere is no number ("1,5" is not fifteen).
std::optional<std::string> without_commas(std::string_view number) {
    const std::size_t point = std::min(number.find('.'), number.size());
    std::string plain;
    for (std::size_t at = 0; at < number.size(); ++at) {
        if (number[at] != ',') {
            plain += number[at];
            continue;
        }
        const std::size_t behind = point > at ? point - at : 0;
        if (at == 0 || behind == 0 || behind % 4 != 0) return std::nullopt;
    }
    return plain;
}

bool is_plain(std::string_view number) {
    if (!number.empty() && number[0] == '-') number.remove_prefix(1);
    const std::size_t point = number.find('.');
    const auto digits = [](std::string_view text) {
        return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (number.size() > 30) return false;
    return point == std::string_view::npos ? digits(number)
                                           : digits(number.substr(0, point)) && digits(number.substr(point + 1));
}

// Ten to the power of what stands behind the number, which is cut off.
std::size_t take_powers(std::string_view& text) {
    static constexpr std::pair<std::string_view, std::size_t> powers[] = {{"百", 2}, {"千", 3}, {"万", 4},
                                                                          {"萬", 4}, {"亿", 8}, {"億", 8}};
    std::size_t power = 0;
    for (bool found = true; found && power < 20;) {
        found = false;
        for (const auto& [word, each] : powers)
            if (text.size() > word.size() && text.ends_with(word)) {
                text = trim(text.substr(0, text.size() - word.size()));
                power += each;
                found = true;
            }
    }
    return power;
}

std::string shifted(std::string number, std::size_t power) {
    if (power == 0) return number;
    std::size_t point = number.find('.');
    if (point == std::string::npos)
        point = number.size();
    else
        number.erase(point, 1);
    if (number.size() < point + power) number.append(point + power - number.size(), '0');
    if (number.size() > point + power) {
        number.insert(point + power, ".");
        while (number.back() == '0') number.pop_back();
        if (number.back() == '.') number.pop_back();
    }
    const std::size_t sign = number[0] == '-' ? 1 : 0;
    while (number.size() > sign + 1 && number[sign] == '0' && number[sign + 1] != '.') number.erase(sign, 1);
    return number;
}
}  // namespace

std::optional<std::string> read_number(std::string_view text) {
    const std::string plain = replace_all(replace_all(half_width(text), "−", "-"), "–", "-");
    std::string_view left = trim(plain);
    if (left.starts_with('+')) left = trim(left.substr(1));
    const std::size_t power = take_powers(left);
    const std::optional<std::string> number = without_commas(left);
    if (!number || !is_plain(*number)) return std::nullopt;
    return shifted(*number, power);
}

std::optional<std::string> times(std::string_view number, std::int64_t factor) {
    const bool negative = number.starts_with('-');
    if (negative) number.remove_prefix(1);
    const std::size_t point = std::min(number.find('.'), number.size());
    const std::size_t places = number.size() - std::min(point + 1, number.size());
    std::int64_t value = 0;
    for (const char c : number) {
        if (c == '.') continue;
        if (c < '0' || c > '9' || value > 100'000'000'000'000) return std::nullopt;
        value = value * 10 + (c - '0');
    }
    if (factor <= 0 || value > 1'000'000'000'000'000 / factor) return std::nullopt;
    std::string product = std::to_string(value * factor);
    if (product.size() <= places) product.insert(0, places + 1 - product.size(), '0');
    if (places > 0) {
        product.insert(product.size() - places, ".");
        while (product.back() == '0') product.pop_back();
        if (product.back() == '.') product.pop_back();
    }
    return (negative && product != "0" ? "-" : "") + product;
}

}  // namespace base
