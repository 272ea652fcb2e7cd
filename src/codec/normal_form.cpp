#include "codec/normal_form.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace codec {
namespace {
constexpr CodePointRange sure[] = {
    {0x0000, 0x02FF},    // Latin and its precomposed letters
    {0x2002, 0x20CF},    // punctuation, superscripts, currency; not the quads, which become spaces
    {0x20F1, 0x2125},    // behind the marks for symbols
    {0x2127, 0x2129},    // between the ohm and kelvin signs, which become letters
    {0x212C, 0x2328},    // numbers, arrows, mathematics
    {0x232B, 0x2ADB},    // technical, box drawing, shapes, dingbats
    {0x3000, 0x3029},    // CJK punctuation
    {0x3030, 0x3098},    // hiragana; the marks that follow it combine
    {0x309B, 0x3130},    // katakana, bopomofo
    {0x3190, 0x9FFF},    // CJK compatibility signs, extension A, unified ideographs
    {0xAC00, 0xD7A3},    // Hangul syllables
    {0xFE10, 0xFE1F},    // vertical forms
    {0xFE30, 0xFFEF},    // small and full-width forms
    {0x1F000, 0x1FAFF},  // emoji
    {0x20000, 0x2A6DF},  // extension B
    {0x2A700, 0x2EBEF},  // extensions C to F
    {0x30000, 0x323AF},  // extensions G and H
};
}  // namespace

std::span<const CodePointRange> surely_nfc_ranges() {
    return sure;
}

bool is_surely_nfc(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const char32_t c = base::next_code_point(text, at);
        const auto after =
            std::upper_bound(std::begin(sure), std::end(sure), c,
                             [](char32_t value, const CodePointRange& range) { return value < range.first; });
        if (after == std::begin(sure) || c > std::prev(after)->last) return false;
    }
    return true;
}

}  // namespace codec
