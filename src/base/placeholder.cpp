#include "base/placeholder.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace base {
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
    place.c = next_code_point(text, at);
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
constexpr std::array<Texts, 15> asking{"填写", "填寫", "待填", "待定", "待补", "待補", "请输入", "請輸入",
                                       "此处", "此處", "姓名", "日期", "时间", "時間", "责任人"};
bool asks(Texts inside) {
    return std::ranges::any_of(asking, [&](Texts word) { return contains(inside, word); });
}

// Han characters or letters, that is, not a footnote "[12]" or a year.
bool has_words(Texts inside) {
    for (std::size_t at = 0; at < inside.size();) {
        const char32_t c = next_code_point(inside, at);
        if (is_han(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) return true;
    }
    return false;
}

// Words that stand for a value which is still to come, alone or in round brackets.
constexpr std::array<Texts, 16> pending{"待定",   "待补充", "待補充", "待确定", "待確定", "待填", "待填写", "待填寫",
                                        "待完善", "待核实", "待核實", "tbd",    "todo",   "略",   "暂缺",   "暫缺"};
bool is_pending(Texts text) {
    const std::string plain = to_lower_ascii(half_width(trim(text)));
    return std::ranges::find(pending, plain) != pending.end();
}

// Only Han characters and letters: between < and >, a role to be filled in and not a comparison.
bool only_words(Texts inside) {
    bool han = false;
    for (std::size_t at = 0; at < inside.size();) {
        const char32_t c = next_code_point(inside, at);
        han = han || is_han(c);
        if (!is_han(c) && c != U'、' && c != U'/') return false;
    }
    return han;
}

enum class Shape : std::uint8_t { Words, Asking, Pending, Role };  // what must stand inside
struct Bracket {
    char32_t open;
    Texts close;
    Shape shape;  // most shapes have other uses, too: 【科普】 in headings
};
constexpr std::array<Bracket, 6> brackets{{{U'[', "]", Shape::Words},
                                           {U'［', "］", Shape::Words},
                                           {U'【', "】", Shape::Asking},
                                           {U'（', "）", Shape::Pending},
                                           {U'(', ")", Shape::Pending},
                                           {U'<', ">", Shape::Role}}};
bool is_wanted(Shape shape, Texts inside, bool is_link) {
    switch (shape) {
        case Shape::Words:
            return has_words(inside) && !is_link;
        case Shape::Asking:
            return asks(inside);
        case Shape::Pending:
            return is_pending(inside);
        case Shape::Role:
            return only_words(inside);
    }
    return false;
}
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
        return is_wanted(bracket.shape, inside, is_link) ? text.substr(from, end - from) : Texts{};
    }
    return {};
}

// Units and words that stand behind a number, so that XX before them is one to be filled in.
constexpr std::u32string_view after_xx =
    U"%％人万萬元年月日个個家次名项項号號条條篇分时時天周週例医醫科院部某同级級区區市县縣省";
constexpr std::u32string_view after_single = U"年月日%％个個条條";
constexpr std::u32string_view after_blank = U"%％年月日元";

// The run of X that begins at `from` and stands for something; `before`: the code point in front of it.
Texts run_at(Texts text, std::size_t from, char32_t before) {
    std::size_t end = from, length = 0;
    for (Place next = place_at(text, end); is_x(next.c); next = place_at(text, end)) {
        end = next.end;
        ++length;
    }
    const char32_t after = place_at(text, end).c;
    const bool century = before == '0' && length == 2 && after == U'年';  // 20XX年
    if (length == 0 || (is_ascii_word(before) && !century) || is_ascii_word(after)) return {};
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
        const char32_t c = next_code_point(text, at);
        if (c == ' ' || c == '\n' || c == U'　') continue;
        if (c != '.' && c != '_' && c != U'…' && c != U'。' && c != U'＿') return false;
        ellipsis = ellipsis || c == U'…';
        ++dots;
    }
    return dots >= 2 || ellipsis;
}

// A gap to be written into: ___ anywhere, __ before a unit.
Texts gap_at(Texts text, std::size_t from, char32_t before) {
    std::size_t end = from, length = 0;
    for (Place next = place_at(text, end); next.c == '_' || next.c == U'＿'; next = place_at(text, end)) {
        end = next.end;
        ++length;
    }
    const Place after = place_at(text, end);
    if (length < 2 || is_ascii_word(before) || is_ascii_word(after.c)) return {};
    const bool unit = after_blank.find(after.c) != Texts::npos && after.c != 0;
    if (length < 3 && !unit) return {};
    return text.substr(from, (unit ? after.end : end) - from);
}

// "年 月 日" without its numbers; 某某; a label whose value is missing: "邮箱：，".
Texts words_at(Texts text, std::size_t from, char32_t before) {
    const Texts here = text.substr(from);
    if (here.starts_with("某某")) return here.substr(0, Texts("某某").size());
    for (const Texts stop : {"：，", "：。", "：；"})
        if (here.starts_with(stop)) return here.substr(0, stop.size());
    if (!here.starts_with("年") || (before >= '0' && before <= '9') || is_han(before)) return {};
    std::size_t at = Texts("年").size();
    for (const Texts sign : {"月", "日"}) {
        const std::size_t next = here.find(sign, at);
        if (next == Texts::npos || next == at || !is_blank(here.substr(at, next - at))) return {};
        at = next + sign.size();
    }
    return here.substr(0, at);
}

// Bytes with which one of the forms begins: [ ( < _ X x, 【 (E3), 年 (E5), 某 (E6), those of full width (EF), × (C3), ╳
// (E2).
bool may_begin(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == '[' || byte == '(' || byte == '<' || byte == '_' || byte == 'X' || byte == 'x' || byte == 0xE3 ||
           byte == 0xE5 || byte == 0xE6 || byte == 0xEF || byte == 0xC3 || byte == 0xE2;
}

bool is_inner_byte(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

char32_t code_point_before(Texts text, std::size_t at) {
    if (at == 0) return 0;
    std::size_t from = at - 1;
    while (from > 0 && at - from < 4 && is_inner_byte(text[from])) --from;
    return next_code_point(text, from);
}
}  // namespace

std::string_view find_placeholder(std::string_view text) {
    if (only_dots(text) || is_pending(text)) return trim(text);
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!may_begin(text[at])) continue;
        if (const Texts found = bracket_at(text, at); !found.empty()) return found;
        const char32_t before = code_point_before(text, at);
        if (const Texts found = words_at(text, at, before); !found.empty()) return found;
        if (before != '_' && before != U'＿')
            if (const Texts found = gap_at(text, at, before); !found.empty()) return found;
        if (is_x(before)) continue;  // within a run that was looked at
        if (const Texts found = run_at(text, at, before); !found.empty()) return found;
    }
    return {};
}

bool is_placeholder(std::string_view text) {
    const Texts whole = trim(text);
    return !whole.empty() && find_placeholder(whole) == whole;
}

bool names_nobody(std::string_view name) {
    static constexpr std::array<Texts, 14> nobody{"无",     "無",         "/",        "-",        "—",
                                                  "各位",   "某人",       "相关人员", "相關人員", "责任人",
                                                  "責任人", "负责人姓名", "有关人员", "有關人員"};
    const Texts whole = trim(name);
    if (whole.empty() || !find_placeholder(whole).empty()) return true;
    return std::ranges::find(nobody, whole) != nobody.end() || find_example_name(whole) == whole;
}

std::string_view find_example_name(std::string_view text) {
    static constexpr std::array<Texts, 3> names{"张三", "李四", "王五"};  // E5 BC, E6 9D, E7 8E; 張 is E5 BC, too
    for (std::size_t at = 0; at + names[0].size() <= text.size(); ++at) {
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead < 0xE5 || lead > 0xE7) continue;
        const Texts name = text.substr(at).starts_with("張三") ? Texts("張三") : names[lead - 0xE5u];
        if (text[at + 1] != name[1] || !text.substr(at).starts_with(name)) continue;
        const char32_t after = place_at(text, at + name.size()).c;
        if (after != U'丰' && after != U'光') return text.substr(at, name.size());  // 张三丰, 李四光
    }
    return {};
}

}  // namespace base
