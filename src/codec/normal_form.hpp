// codec/normal_form.hpp: a quick look whether text is in Unicode's normalization form C already.
#pragma once

#include <span>
#include <string_view>

namespace codec {

struct CodePointRange {
    char32_t first, last;
};

// Characters that are starters, never change under normalization and never combine with what stands before them. Not
// all such characters, but nearly all that plans are written with; a test compares the table with the Unicode data of
// the JavaScript engine.
std::span<const CodePointRange> surely_nfc_ranges();

// True only if every character is in the table: then the text is in form C (UAX 15, section 9).
bool is_surely_nfc(std::string_view text);

}  // namespace codec
