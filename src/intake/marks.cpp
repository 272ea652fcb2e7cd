#include "intake/marks.hpp"

#include "base/text.hpp"

namespace intake {
namespace {

bool take(std::string_view text, std::size_t& at, std::string_view word) {
    if (!text.substr(at).starts_with(word)) return false;
    at += word.size();
    return true;
}
bool take_any(std::string_view text, std::size_t& at, std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words)
        if (take(text, at, word)) return true;
    return false;
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::optional<int> read_digits(std::string_view text, std::size_t& at) {
    std::size_t here = at;
    int value = 0;
    while (here < text.size() && is_digit(text[here]) && here - at < 3) value = value * 10 + (text[here++] - '0');
    if (here == at || (here < text.size() && is_digit(text[here]))) return std::nullopt;
    at = here;
    return value;
}

std::optional<int> read_han(std::string_view text, std::size_t& at) {
    constexpr std::u32string_view digits = U"一二三四五六七八九";
    int tens = 0, ones = 0;
    bool any = false, ten = false;
    std::size_t here = at;
    while (here < text.size()) {
        std::size_t next = here;
        const char32_t c = base::next_code_point(text, next);
        const std::size_t digit = digits.find(c);
        if (c == U'十' && !ten) {
            tens = any ? ones : 1;
            ones = 0;
            ten = true;
        } else if (digit != std::u32string_view::npos && ones == 0) {
            ones = static_cast<int>(digit) + 1;
        } else {
            break;
        }
        any = true;
        here = next;
    }
    if (!any) return std::nullopt;
    at = here;
    return tens * 10 + ones;
}

Marked bracketed(std::string_view text, std::size_t at) {
    Marked marked;
    if (!take_any(text, at, {"（", "("})) return marked;
    std::size_t here = at;
    if (const auto han = read_han(text, here)) {
        marked.mark = Mark::SubChapter;
        marked.number = {*han};
    } else if (const auto digits = read_digits(text, here)) {
        marked.mark = Mark::Paren;
        marked.number = {*digits};
    }
    if (marked.mark == Mark::None || !take_any(text, here, {"）", ")"})) return {};
    marked.size = here;
    return marked;
}

Marked numbered(std::string_view text, std::size_t at) {
    Marked marked;
    std::size_t here = at;
    const auto first = read_digits(text, here);
    if (!first) return marked;
    marked.number = {*first};
    while (here + 1 < text.size() && text[here] == '.' && is_digit(text[here + 1]) && marked.number.size() < 6) {
        std::size_t next = here + 1;
        const auto part = read_digits(text, next);
        if (!part) return {};
        marked.number.push_back(*part);
        here = next;
    }
    if (marked.number.size() > 1) {
        // 1.5万 is an amount: behind a number of two parts a word begins, not a unit.
        take_any(text, here, {".", "、", "．"});
        const std::string_view rest = base::trim(text.substr(here));
        for (const std::string_view unit : {"%", "万", "亿", "千", "元", "倍", "M", "小时", "年", "个"})
            if (rest.starts_with(unit)) return {};
        if (rest.empty()) return {};
        marked.mark = Mark::Decimal;
    } else if (take_any(text, here, {"、", "．", "）", ")"})) {
        marked.mark =
            text.substr(0, here).ends_with(")") || text.substr(0, here).ends_with("）") ? Mark::Paren : Mark::Dot;
    } else if (take(text, here, ".") && (here >= text.size() || !is_digit(text[here]))) {
        marked.mark = Mark::Dot;
    } else {
        return {};
    }
    marked.size = here;
    return marked;
}

Marked chapter(std::string_view text, std::size_t at) {
    Marked marked;
    std::size_t here = at;
    const bool ordinal = take(text, here, "第");
    const auto number = ordinal ? read_ordinal(text, here) : read_han(text, here);
    if (!number) return marked;
    if (ordinal ? !take_any(text, here, {"章", "节", "節", "部分"}) : !take_any(text, here, {"、", "．", "."}))
        return marked;
    if (!ordinal && text[here - 1] == '.' && here < text.size() && is_digit(text[here])) return marked;
    if (ordinal) take_any(text, here, {"：", ":", "、"});
    marked = {Mark::Chapter, {*number}, 0, here};
    return marked;
}

}  // namespace

std::optional<int> read_ordinal(std::string_view text, std::size_t& at) {
    const auto han = read_han(text, at);
    return han ? han : read_digits(text, at);
}

Marked mark_of(std::string_view text) {
    // A mark is short. The text may be a whole document in one line, and is asked about at each of its characters.
    text = text.substr(0, 160);
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t next = at;
        const char32_t c = base::next_code_point(text, next);
        if (c != U' ' && c != U'\t' && c != U'　' && c != U'\u00A0') break;
        at = next;
    }
    if (at >= text.size()) return {};
    if (text[at] == '#') {
        std::size_t here = at;
        while (here < text.size() && text[here] == '#') ++here;
        if (here - at <= 6 && here < text.size() && text[here] == ' ')
            return {Mark::Title, {}, static_cast<int>(here - at), here + 1};
    }
    if (Marked marked = chapter(text, at); marked.mark != Mark::None) return marked;
    if (Marked marked = bracketed(text, at); marked.mark != Mark::None) return marked;
    if (Marked marked = numbered(text, at); marked.mark != Mark::None) return marked;
    std::size_t here = at;
    const char32_t c = base::next_code_point(text, here);
    if (c >= U'①' && c <= U'⑳') return {Mark::Circle, {static_cast<int>(c - U'①') + 1}, 0, here};
    const bool letter = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    if (letter && take_any(text, here, {".", "、", "．"}) && here < text.size() &&
        static_cast<unsigned char>(text[here]) >= 0x80)
        return {Mark::Letter, {static_cast<int>(c | 32u) - 'a' + 1}, 0, here};
    here = at;
    if (take_any(text, here, {"•", "·", "●", "○", "■", "□", "◆", "▪", "－", "–", "—"}))
        return {Mark::Bullet, {}, 0, here};
    if ((text[at] == '-' || text[at] == '*' || text[at] == '+') && at + 1 < text.size() && text[at + 1] != text[at] &&
        !is_digit(text[at + 1]))
        return {Mark::Bullet, {}, 0, at + 1};
    return {};
}

}  // namespace intake
