#include "intake/pieces.hpp"

#include <algorithm>

#include "base/number_reading.hpp"
#include "base/text.hpp"
#include "intake/vocabulary.hpp"

namespace intake {
namespace {
constexpr std::u32string_view opening = U"（(《“「【[", closing = U"）)》”」】]";

template <class Ends> std::vector<std::string> cut(std::string_view text, Ends ends, bool keep_mark) {
    std::vector<std::string> parts{{}};
    int depth = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = base::next_code_point(text, at);
        if (opening.find(c) != std::u32string_view::npos) ++depth;
        if (closing.find(c) != std::u32string_view::npos) depth = std::max(0, depth - 1);
        const bool end = c == U'\n' || (depth == 0 && ends(c));
        if (!end || (keep_mark && c != U'\n')) parts.back().append(text.substr(start, at - start));
        if (end) parts.emplace_back();
    }
    for (std::string& part : parts) part = std::string(base::trim(part));
    std::erase(parts, std::string());
    return parts;
}
}  // namespace

std::vector<std::string> list_of(std::string_view text) {
    return cut(
        without_end(text), [](char32_t c) { return c == U'、' || c == U'；' || c == U';'; }, false);
}

std::vector<std::string> split_at(std::string_view text, std::u32string_view marks) {
    return cut(
        text, [&](char32_t c) { return marks.find(c) != std::u32string_view::npos; }, false);
}

std::vector<std::string> sentences_of(std::string_view text) {
    return cut(
        text, [](char32_t c) { return c == U'。' || c == U'！' || c == U'？'; }, true);
}

std::optional<Count> first_count(std::string_view text) {
    const std::string plain = base::replace_all(base::replace_all(std::string(text), "％", "%"), "×", "*");
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    std::size_t at = 0;
    while (at < plain.size() && !digit(plain[at])) ++at;
    if (at == plain.size()) return std::nullopt;
    Count count;
    count.before = std::string(base::trim(std::string_view(plain).substr(0, at)));
    const auto take = [&](std::string& into) {
        const std::size_t start = at;
        while (at < plain.size() && (digit(plain[at]) || ((plain[at] == '.' || plain[at] == ',') &&
                                                          at + 1 < plain.size() && digit(plain[at + 1]))))
            ++at;
        std::string number = plain.substr(start, at - start);
        std::size_t gap = at;
        while (gap < plain.size() && plain[gap] == ' ') ++gap;
        for (const std::string_view scale : {"万", "亿", "千", "萬", "億"})
            if (std::string_view(plain).substr(gap).starts_with(scale)) {
                number += scale;
                at = gap + scale.size();
                break;
            }
        const auto read = base::read_number(folded(number));
        into = read ? *read : std::string();
    };
    take(count.number);
    if (at < plain.size() && plain[at] == '%' && at + 2 < plain.size() && plain[at + 1] == '-' && digit(plain[at + 2]))
        ++at;
    if (at + 1 < plain.size() && (plain[at] == '-' || plain[at] == '~') && digit(plain[at + 1])) {
        ++at;
        take(count.high);
    }
    while (at < plain.size() && plain[at] == ' ') ++at;
    const std::string_view rest = std::string_view(plain).substr(at);
    for (const std::string_view unit :
         {"%",  "个工作日", "個工作日", "工作日", "小时", "小時", "分钟", "分鐘", "人次", "家", "人", "名", "位",
          "个", "個",       "条",       "條",     "张",   "張",   "款",   "次",   "年",   "月", "字", "元", "篇",
          "项", "項",       "种",       "種",     "M",    "天",   "日",   "台",   "套",   "场", "場"})
        if (rest.starts_with(unit)) {
            count.unit = unit;
            break;
        }
    count.after = std::string(rest.substr(count.unit.size()));
    if (count.number.empty()) return std::nullopt;
    return count;
}

std::optional<std::string> number_in(std::string_view text) {
    const std::string plain = base::replace_all(base::half_width(text), ",", "");
    if (const auto number = base::read_number(base::trim(plain))) return number;
    const auto count = first_count(plain);
    if (!count || first_count(count->after)) return std::nullopt;
    return count->number;
}

std::optional<std::pair<std::string, std::string>> label_of(std::string_view text) {
    std::size_t length = 0;
    int depth = 0;
    for (std::size_t at = 0; at < text.size() && length < 34; ++length) {
        const std::size_t start = at;
        const char32_t c = base::next_code_point(text, at);
        if (opening.find(c) != std::u32string_view::npos) ++depth;
        if (closing.find(c) != std::u32string_view::npos) --depth;
        if (depth == 0 && std::u32string_view(U"，。；！？,;!?").find(c) != std::u32string_view::npos)
            return std::nullopt;
        if (depth > 0 || (c != U'：' && c != U':')) continue;
        if (c == U':' && at < text.size() && text[at] >= '0' && text[at] <= '9') continue;  // 9:00
        const std::string label(base::trim(text.substr(0, start)));
        if (label.empty()) return std::nullopt;
        return std::pair(label, std::string(base::trim(text.substr(at))));
    }
    return std::nullopt;
}

std::optional<std::pair<std::string, std::string>> range_of(std::string_view text) {
    const std::string_view whole = without_end(base::trim(text));
    for (const std::string_view joint : {"至", "—", "～", "~", "]-[", "--", " - ", "到"}) {
        const std::size_t at = whole.find(joint);
        if (at == std::string_view::npos || at == 0 || at + joint.size() >= whole.size()) continue;
        const bool brackets = joint == "]-[";
        return std::pair(std::string(base::trim(whole.substr(0, at + (brackets ? 1 : 0)))),
                         std::string(base::trim(whole.substr(at + joint.size() - (brackets ? 1 : 0)))));
    }
    // 2026.3.1-2026.4.30, 2026年3月1日-4月30日: the middle one of an odd number of hyphens
    std::vector<std::size_t> hyphens;
    for (std::size_t i = 0; i < whole.size(); ++i)
        if (whole[i] == '-') hyphens.push_back(i);
    if (hyphens.size() % 2 == 0) return std::nullopt;
    const std::size_t at = hyphens[hyphens.size() / 2];
    if (at == 0 || at + 1 >= whole.size()) return std::nullopt;
    return std::pair(std::string(base::trim(whole.substr(0, at))), std::string(base::trim(whole.substr(at + 1))));
}

std::string between(std::string_view text, std::string_view from, std::string_view to) {
    const std::string plain = folded(text);
    std::size_t start = plain.find(from);
    if (start == std::string::npos) return {};
    start += from.size();
    const std::size_t end = to.empty() ? plain.size() : plain.find(to, start);
    if (end == std::string::npos) return {};
    return std::string(base::trim(text.substr(start, end - start)));
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return base::contains(text, word); });
}
bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return text.ends_with(word); });
}

std::string_view without_end(std::string_view text) {
    text = base::trim(text);
    for (bool more = true; more;) {
        more = false;
        for (const std::string_view mark : {"。", "；", "，", "：", "、", ";", ",", ":"})
            if (text.ends_with(mark)) {
                text.remove_suffix(mark.size());
                text = base::trim(text);
                more = true;
            }
    }
    return text;
}

}  // namespace intake
