#include "report/document.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace report {
namespace {
std::string roman_numeral(int number) {  // 1..20
    static constexpr std::array<const char*, 10> ones{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
    return std::string(static_cast<std::size_t>(number / 10), 'x') + ones[static_cast<std::size_t>(number % 10)];
}

std::string western_ordinal(int level, int number) {
    if (level <= 2) return std::to_string(number) + ". ";
    if (level == 3) return "(" + std::to_string(number) + ") ";
    if (number > 20) return {};
    return level == 4 ? std::string("(") + static_cast<char>('a' + number - 1) + ") "
                      : "(" + roman_numeral(number) + ") ";
}

std::string chinese_ordinal(int level, int number) {
    switch (level) {
        case 1:
            return chinese_numeral(number) + "、";
        case 2:
            return "（" + chinese_numeral(number) + "）";
        case 3:
            return std::to_string(number) + ".";
        case 4:
            return "（" + std::to_string(number) + "）";
        default:
            break;
    }
    std::string text;
    if (number <= 20) base::append_code_point(text, U'①' + static_cast<char32_t>(number - 1));
    return text;
}
}  // namespace

namespace {
// 1234567.50 → 1,234,567.50
std::string grouped(std::string digits) {
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    for (std::size_t at = std::min(digits.find('.'), digits.size()); at > first + 3;) digits.insert(at -= 3, 1, ',');
    return digits;
}

struct CellReader {
    bool is_chinese = false;
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const Number& number) const {
        const std::string digits = number.is_grouped ? grouped(number.digits) : number.digits;
        return digits + (number.unit.empty() || number.unit.starts_with('%') ? "" : " ") + number.unit;
    }
    std::string operator()(const Percent& percent) const { return percent.digits + "%"; }
    std::string operator()(base::Date date) const { return is_chinese ? date.chinese() : date.iso(); }
    std::string operator()(const State& state) const { return state.text; }
};
}  // namespace

std::string cell_text(const Cell& cell, std::string_view language) {
    return std::visit(CellReader{is_chinese(language)}, cell);
}

bool is_chinese(std::string_view language) {
    return language.starts_with("zh");
}

std::string ordinal(int level, int number, std::string_view language) {
    return is_chinese(language) ? chinese_ordinal(level, number) : western_ordinal(level, number);
}

namespace {
bool is_dropped(char32_t c) {
    const bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c <= 0x9F);
    const bool reorders = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    const bool not_a_character = (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
    return control || reorders || not_a_character || c == 0xFEFF;
}
}  // namespace

std::string chinese_numeral(int number) {
    static constexpr std::array<const char*, 10> digits{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    const auto digit = [](int value) { return digits[static_cast<std::size_t>(value)]; };
    if (number < 1 || number > 999) return std::to_string(number);
    const int hundreds = number / 100, tens = number / 10 % 10, ones = number % 10;
    std::string text;
    if (hundreds > 0) text += std::string(digit(hundreds)) + "百";
    if (hundreds > 0 && tens == 0 && ones > 0) text += "零";
    if (tens > 0) text += (tens == 1 && hundreds == 0 ? std::string() : std::string(digit(tens))) + "十";
    if (ones > 0) text += digit(ones);
    return text;
}

void number_headings(Document& document) {
    std::array<int, 5> counts{};
    int level = 0;
    for (Section& section : document.sections)
        for (Block& block : section.blocks) {
            if (auto* list = std::get_if<List>(&block)) list->level = std::clamp(level + 1, 3, 5);
            auto* heading = std::get_if<Heading>(&block);
            if (!heading) continue;
            level = std::clamp(heading->level, 1, 5);
            const auto index = static_cast<std::size_t>(level - 1);
            ++counts[index];
            for (std::size_t below = index + 1; below < counts.size(); ++below) counts[below] = 0;
            heading->level = level;
            heading->number = ordinal(level, counts[index], document.language);
        }
}

std::string printable(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = base::next_code_point(text, at);
        const bool malformed = c == 0xFFFD && at - start == 1;
        if (malformed || is_dropped(c)) continue;
        if (c == '\t')
            result += ' ';
        else
            result.append(text, start, at - start);
    }
    return result;
}

}  // namespace report
