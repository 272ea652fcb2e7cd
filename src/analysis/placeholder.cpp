#include "analysis/placeholder.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace analysis {
namespace {
using Texts = std::string_view;

// A code point and where it ends; the scanner looks one ahead and one back.
struct Place {
    char32_t c = 0;
    std::size_t end = 0;
};

Place place_at(Texts text, std::size_t at) {
    if (at >= text.size()) return {};
    Place place;
    place.c = base::next_code_point(text, at);
    place.end = at;
    return place;
}

bool is_x(char32_t c) {
    return c == 'X' || c == 'x' || c == U'Ｘ' || c == U'×' || c == U'╳';
}
bool is_ascii_word(char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// Words by which a bracket asks to be replaced, whatever its shape.
constexpr std::array<Texts, 9> asking{"填写", "待填", "待定", "待补", "请输入", "此处", "姓名", "日期", "时间"};
bool asks(Texts inside) {
    return std::ranges::any_of(asking, [&](Texts word) { return base::contains(inside, word); });
}

// Han characters or letters, that is, not a footnote "[12]" or a year.
bool has_words(Texts inside) {
    for (std::size_t at = 0; at < inside.size();) {
        const char32_t c = base::next_code_point(inside, at);
        if (base::is_han(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) return true;
    }
    return false;
}

struct Bracket {
    char32_t open;
    Texts close;
    bool only_if_asking;  // the shape also has other uses: 【科普】 in headings
};
constexpr std::array<Bracket, 3> brackets{{{U'[', "]", false}, {U'［', "］", false}, {U'【', "】", true}}};
constexpr std::size_t longest_inside = 90;  // bytes: 30 Han characters

// The bracketed placeholder that begins at `from`; "" if none does.
Texts bracket_at(Texts text, std::size_t from) {
    const Place open = place_at(text, from);
    for (const Bracket& bracket : brackets) {
        if (bracket.open != open.c) continue;
        const std::size_t close =
            text.substr(0, std::min(text.size(), open.end + longest_inside + 3)).find(bracket.close, open.end);
        if (close == Texts::npos) return {};
        const Texts inside = text.substr(open.end, close - open.end);
        const std::size_t end = close + bracket.close.size();
        const bool is_link = end < text.size() && text[end] == '(';  // [text](address)
        const bool wanted = bracket.only_if_asking ? asks(inside) : has_words(inside) && !is_link;
        return wanted ? text.substr(from, end - from) : Texts{};
    }
    return {};
}

// Units and words that stand behind a number, so that XX before them is one to be filled in.
constexpr std::u32string_view after_xx = U"%％人万元年月日个家次名项号条篇分时天周例医科院部某同级区市县省";
constexpr std::u32string_view after_single = U"年月日";

// The run of X that begins at `from` and stands for something; `before`: the code point in front of it.
Texts run_at(Texts text, std::size_t from, char32_t before) {
    std::size_t end = from, length = 0;
    for (Place next = place_at(text, end); is_x(next.c); next = place_at(text, end)) {
        end = next.end;
        ++length;
    }
    const char32_t after = place_at(text, end).c;
    if (length == 0 || is_ascii_word(before) || is_ascii_word(after)) return {};
    const bool single = length == 1 && after_single.find(after) != Texts::npos && text[from] != 'x';
    const bool twice = length == 2 && after_xx.find(after) != Texts::npos;
    if (length < 3 && !single && !twice) return {};
    if (single || twice || after_single.find(after) != Texts::npos)
        if (const Place unit = place_at(text, end); unit.end > end) end = unit.end;
    return text.substr(from, end - from);
}

bool only_dots(Texts text) {
    std::size_t dots = 0;
    bool ellipsis = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        if (c == ' ' || c == '\n' || c == U'　') continue;
        if (c != '.' && c != '_' && c != U'…' && c != U'。' && c != U'＿') return false;
        ellipsis = ellipsis || c == U'…';
        ++dots;
    }
    return dots >= 2 || ellipsis;
}

// Bytes with which a bracket or an X begins: [ X x, 【 (E3), ［ and Ｘ (EF), × (C3), ╳ (E2).
bool may_begin(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == '[' || byte == 'X' || byte == 'x' || byte == 0xE3 || byte == 0xEF || byte == 0xC3 || byte == 0xE2;
}

bool is_inner_byte(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

char32_t code_point_before(Texts text, std::size_t at) {
    if (at == 0) return 0;
    std::size_t from = at - 1;
    while (from > 0 && at - from < 4 && is_inner_byte(text[from])) --from;
    return base::next_code_point(text, from);
}
}  // namespace

std::string_view find_placeholder(std::string_view text) {
    if (only_dots(text)) return base::trim(text);
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!may_begin(text[at])) continue;
        if (const Texts found = bracket_at(text, at); !found.empty()) return found;
        const char32_t before = code_point_before(text, at);
        if (is_x(before)) continue;  // within a run that was looked at
        if (const Texts found = run_at(text, at, before); !found.empty()) return found;
    }
    return {};
}

std::string_view find_example_name(std::string_view text) {
    static constexpr std::array<Texts, 3> names{"张三", "李四", "王五"};  // E5 BC, E6 9D, E7 8E
    for (std::size_t at = 0; at + names[0].size() <= text.size(); ++at) {
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead < 0xE5 || lead > 0xE7) continue;
        const Texts name = names[lead - 0xE5u];
        if (text[at + 1] != name[1] || !text.substr(at).starts_with(name)) continue;
        const char32_t after = place_at(text, at + name.size()).c;
        if (after != U'丰' && after != U'光') return text.substr(at, name.size());  // 张三丰, 李四光
    }
    return {};
}

}  // namespace analysis
