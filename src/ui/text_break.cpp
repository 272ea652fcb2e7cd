#include "ui/text_break.hpp"

namespace ui {
namespace {
// Characters that may not begin a line, and that may not end one (GB/T 15834, CLREQ).
constexpr std::u32string_view no_start = U"，。、；：？！）》〉】〕〗」』］｝”’…—～·％‰℃°%,.;:?!)]}";
constexpr std::u32string_view no_end = U"（《〈【〔〖「『［｛“‘([{￥$#";

bool is_wide(char32_t c) {
    return base::is_han(c) || (c >= 0x3000 && c <= 0x30FF) || (c >= 0xFF00 && c <= 0xFFEF) ||
           (c >= 0xAC00 && c <= 0xD7A3);
}
}  // namespace

bool may_break_between(char32_t before, char32_t after) {
    if (after == ' ') return false;
    if (no_start.find(after) != std::u32string_view::npos || no_end.find(before) != std::u32string_view::npos)
        return false;
    if (before == ' ') return true;
    if (before == '-' || before == '/') return after < '0' || after > '9';  // not inside a date or a ratio
    return is_wide(before) || is_wide(after);
}

}  // namespace ui
