#include "base/amount.hpp"

#include <array>

#include "base/number_reading.hpp"
#include "base/text.hpp"

namespace base {
namespace {
struct Spelling {
    std::string_view word;
    AmountSign sign;
};
using enum AmountSign;
// Longer words first: 不少于 before 少于.
constexpr std::array<Spelling, 38> before_number{
    {{"大于等于", AtLeast}, {"大於等於", AtLeast}, {"小于等于", AtMost}, {"小於等於", AtMost}, {"不低于", AtLeast},
     {"不低於", AtLeast},   {"不少于", AtLeast},   {"不少於", AtLeast},  {"不小于", AtLeast},  {"不高于", AtMost},
     {"不高於", AtMost},    {"不超过", AtMost},    {"不超過", AtMost},   {"不大于", AtMost},   {"不多于", AtMost},
     {"不多於", AtMost},    {"至少", AtLeast},     {"达到", AtLeast},    {"達到", AtLeast},    {"最少", AtLeast},
     {"至多", AtMost},      {"最多", AtMost},      {"大于", MoreThan},   {"大於", MoreThan},   {"超过", MoreThan},
     {"超過", MoreThan},    {"高于", MoreThan},    {"高於", MoreThan},   {"小于", LessThan},   {"小於", LessThan},
     {"低于", LessThan},    {"低於", LessThan},    {"少于", LessThan},   {"少於", LessThan},   {"大约", About},
     {"大約", About},       {"约", About},         {"約", About}}};
constexpr std::array<Spelling, 8> signs{{{">=", AtLeast},
                                         {"≥", AtLeast},
                                         {"<=", AtMost},
                                         {"≤", AtMost},
                                         {">", MoreThan},
                                         {"<", LessThan},
                                         {"≈", About},
                                         {"≧", AtLeast}}};
constexpr std::array<Spelling, 8> behind_number{{{"及以上", AtLeast},
                                                 {"以上", AtLeast},
                                                 {"及以下", AtMost},
                                                 {"以下", AtMost},
                                                 {"以内", AtMost},
                                                 {"以內", AtMost},
                                                 {"左右", About},
                                                 {"上下", About}}};
constexpr std::size_t longest_unit = 8;  // code points

bool take_start(std::string_view& text, std::string_view word) {
    if (!text.starts_with(word)) return false;
    text = trim(text.substr(word.size()));
    return true;
}

template <std::size_t Count>
AmountSign take_sign(std::string_view& text, const std::array<Spelling, Count>& spellings) {
    for (const Spelling& each : spellings)
        if (take_start(text, each.word)) return each.sign;
    return Exact;
}

AmountSign take_last(std::string_view& text) {
    for (const Spelling& each : behind_number) {
        if (text.size() <= each.word.size() || !text.ends_with(each.word)) continue;
        text = trim(text.substr(0, text.size() - each.word.size()));
        return each.sign;
    }
    return Exact;
}

// A number with its powers of ten, cut off the front.
struct Number {
    std::string digits, powers;  // as written
};
std::optional<Number> take_number(std::string_view& text) {
    std::size_t end = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
    const std::size_t first = end;
    while (end < text.size() && ((text[end] >= '0' && text[end] <= '9') || text[end] == ',' || text[end] == '.')) ++end;
    if (end == first) return std::nullopt;
    Number number{std::string(text.substr(0, end)), {}};
    text = trim(text.substr(end));
    for (bool found = true; found;) {
        found = false;
        for (const std::string_view power : {"百", "千", "万", "萬", "亿", "億"})
            if (take_start(text, power)) {
                number.powers += power;
                found = true;
            }
    }
    return number;
}

std::optional<std::string> value_of(const Number& number) {
    return read_number(number.digits + number.powers);
}

bool take_range_sign(std::string_view& text) {
    for (const std::string_view sign : {"-", "~", "～", "〜", "至", "到"})
        if (take_start(text, sign)) return true;
    return false;
}
bool take_size_sign(std::string_view& text) {
    for (const std::string_view sign : {"×", "*", "x", "X", "╳"})
        if (take_start(text, sign)) return true;
    return false;
}

bool is_unit(std::string_view text) {
    if (count_code_points(text) > longest_unit) return false;
    for (const char c : text)
        if (c >= '0' && c <= '9') return false;
    for (const std::string_view sign : {"-", "~", "×", "≥", "≤", ">", "<", "，", ",", "。", "、", "；", ";", "\n"})
        if (contains(text, sign)) return false;
    return true;
}

// What stands between the first number and a second one: its unit, if a sign of a range follows.
std::string unit_before_sign(std::string_view& text) {
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size() && count <= longest_unit; ++count) {
        std::string_view rest = text.substr(at);
        if (take_range_sign(rest) || take_size_sign(rest)) {
            std::string unit(trim(text.substr(0, at)));
            text = text.substr(at);
            return unit;
        }
        next_code_point(text, at);
    }
    return {};
}

std::optional<Amount> second_part(const Number& first, const std::string& first_unit, std::string_view rest,
                                  Amount amount) {
    const bool is_range = take_range_sign(rest);
    if (!is_range && !take_size_sign(rest)) return std::nullopt;
    const auto second = take_number(rest);
    if (!second || second->digits.starts_with('-') || !is_unit(rest)) return std::nullopt;
    amount.unit = std::string(rest);
    if (!first_unit.empty() && !amount.unit.empty() && first_unit != amount.unit) return std::nullopt;
    if (amount.unit.empty()) amount.unit = first_unit;
    // 3-5万 are both 万; 3万-5万 says so, and so does 5000-1万 with a number of another size.
    Number low = first;
    if (is_range && low.powers.empty() && first_unit.empty() && low.digits.size() <= 3) low.powers = second->powers;
    const auto low_value = value_of(low), high_value = value_of(*second);
    if (!low_value || !high_value || amount.sign != Exact) return std::nullopt;
    amount.sign = is_range ? Between : Size;
    amount.low = *low_value;
    amount.high = *high_value;
    return amount;
}
}  // namespace

std::optional<Amount> read_amount(std::string_view text) {
    std::string plain = half_width(trim(text));
    for (const std::string_view dash : {"−", "–", "—", "－"}) plain = replace_all(std::move(plain), dash, "-");
    std::string_view left = trim(plain);
    Amount amount;
    for (const std::string_view several : {"若干", "数", "數"}) {
        std::string_view rest = left;
        if (!take_start(rest, several) || !is_unit(rest)) continue;
        if (several != "若干" && count_code_points(rest) != 1) continue;
        return Amount{Several, {}, {}, std::string(rest)};
    }
    amount.sign = take_sign(left, signs);
    if (amount.sign == Exact) amount.sign = take_sign(left, before_number);
    for (const std::string_view currency : {"¥", "人民币", "人民幣", "RMB"})
        if (take_start(left, currency)) break;
    const AmountSign behind = take_last(left);
    if (behind != Exact) {
        if (amount.sign != Exact) return std::nullopt;
        amount.sign = behind;
    }
    const auto first = take_number(left);
    if (!first) return std::nullopt;
    std::string_view rest = left;
    const std::string unit = unit_before_sign(rest);
    if (rest.size() != left.size() || unit.empty())
        if (auto amounts = second_part(*first, unit, rest, amount)) return amounts;
    const auto value = value_of(*first);
    if (!value || !is_unit(left)) return std::nullopt;
    amount.low = *value;
    // 1000名以上: the word stands behind the unit and was cut; 5%以上 likewise.
    amount.unit = std::string(left);
    return amount;
}

}  // namespace base
