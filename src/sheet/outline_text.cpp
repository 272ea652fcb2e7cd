#include "sheet/outline_text.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace sheet {
namespace {
constexpr std::string_view wide_blank = "　";  // ideographic space

struct Number {
    std::vector<int> parts;
    std::size_t size = 0;    // bytes in the text, with what ends it
    std::size_t points = 0;  // code points
    bool closed = false;     // ends with a point or 、
};

// The outline number at the beginning of a text in half width.
std::optional<Number> leading_number(std::string_view text) {
    constexpr std::string_view comma = "、";
    Number number;
    for (std::size_t at = 0; at < text.size() && !number.closed;) {
        const std::size_t first = at;
        int part = 0;
        for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && at < first + 4; ++at)
            part = part * 10 + (text[at] - '0');
        if (at == first) break;
        number.parts.push_back(part);
        number.size = number.points = at;
        if (text.substr(at).starts_with(comma)) {
            number.size += comma.size();
            number.points += 1;
            number.closed = true;
        } else if (at < text.size() && text[at] == '.') {
            number.size = number.points = ++at;
        } else {
            break;
        }
    }
    if (number.parts.empty() || number.parts.size() > 20) return std::nullopt;
    const bool cut = number.size < text.size() && text[number.size] >= '0' && text[number.size] <= '9';
    number.closed = number.closed || text[number.size - 1] == '.';
    return cut ? std::nullopt : std::optional<Number>(std::move(number));
}

bool follows(const std::vector<int>& before, const std::vector<int>& after) {
    if (after.size() > before.size())
        return after.size() == before.size() + 1 && after.back() == 1 &&
               std::equal(before.begin(), before.end(), after.begin());
    const std::size_t last = after.size() - 1;
    return std::equal(after.begin(), after.end() - 1, before.begin()) && after[last] == before[last] + 1;
}

int width_of_blanks(std::string_view text) {
    int width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = base::next_code_point(text, at);
        if (!base::is_blank(text.substr(start, at - start))) break;
        width += c == 0x3000 ? 2 : c == '\t' ? 4 : 1;
    }
    return width;
}
}  // namespace

std::optional<int> level_of_number(std::string_view text) {
    const std::string plain = base::half_width(base::trim(text));
    const std::optional<Number> number = leading_number(plain);
    if (!number || number->size != plain.size()) return std::nullopt;
    return static_cast<int>(number->parts.size()) - 1;
}

std::optional<Levels> levels_of_numbers(const std::vector<std::string>& numbers) {
    Levels levels;
    bool any = false;
    for (const std::string& text : numbers) {
        const bool blank = base::is_blank(text);
        const std::optional<int> level =
            blank ? std::optional<int>(levels.empty() ? 0 : levels.back()) : level_of_number(text);
        if (!level) return std::nullopt;
        any = any || !blank;
        levels.push_back(*level);
    }
    return any ? std::optional<Levels>(std::move(levels)) : std::nullopt;
}

std::optional<Levels> take_numbers(std::vector<std::string>& names) {
    Levels levels;
    std::vector<std::string> left;
    std::vector<int> before;
    for (const std::string& name : names) {
        std::string_view rest = base::trim(name);
        const std::string plain = base::half_width(rest);
        const std::optional<Number> number = leading_number(plain);
        if (!number || number->size == plain.size()) return std::nullopt;
        // "3月例会" and "5G 建设" are names: a number ends with a point, 、 or a blank.
        if (!number->closed && plain[number->size] != ' ' && plain[number->size] != '\t') return std::nullopt;
        if (!before.empty() && !follows(before, number->parts)) return std::nullopt;
        before = number->parts;
        levels.push_back(static_cast<int>(before.size()) - 1);
        for (std::size_t point = 0, at = 0; point < number->points; ++point) {
            base::next_code_point(rest, at = 0);
            rest.remove_prefix(at);
        }
        left.emplace_back(base::trim(rest));
    }
    if (names.size() < 2) return std::nullopt;
    names = std::move(left);
    return levels;
}

Levels levels_of_indents(const std::vector<std::string>& names) {
    Levels levels;
    std::vector<int> widths;  // of the levels that are open
    for (const std::string& name : names) {
        const int width = width_of_blanks(name);
        while (!widths.empty() && widths.back() >= width) widths.pop_back();
        levels.push_back(static_cast<int>(widths.size()));
        widths.push_back(width);
    }
    return levels;
}

std::string indent_of(int level) {
    std::string blanks;
    for (int i = 0; i < level; ++i) blanks += wide_blank;
    return blanks;
}

std::vector<std::optional<std::size_t>> parents_of(const Levels& levels) {
    std::vector<std::optional<std::size_t>> parents;
    std::vector<std::size_t> open;
    for (std::size_t row = 0; row < levels.size(); ++row) {
        while (!open.empty() && levels[open.back()] >= levels[row]) open.pop_back();
        parents.push_back(open.empty() ? std::nullopt : std::optional<std::size_t>(open.back()));
        open.push_back(row);
    }
    return parents;
}

}  // namespace sheet
