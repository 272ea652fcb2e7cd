// base/text.hpp: UTF-8 without locales.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace base {

// One code point at text[at]; advances at. Malformed bytes give U+FFFD and advance by one.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_code_point(std::string& text, char32_t code_point);

// Strict: no overlong forms, surrogates, values above U+10FFFF. Returns the offset of the first bad byte, or npos.
std::size_t find_invalid_utf8(std::string_view text);

std::size_t count_code_points(std::string_view text);

bool is_han(char32_t c);               // unified and compatibility ideographs
bool is_blank(std::string_view text);  // only white space, ideographic space included
std::string_view trim(std::string_view text);
std::string to_lower_ascii(std::string_view text);
// Full-width letters, digits, signs and the ideographic space as their plain forms.
std::string half_width(std::string_view text);
// What names are compared by: half width, without blanks beside Han characters (周　平 is 周平), one space elsewhere.
std::string name_key(std::string_view name);
std::vector<std::string_view> split(std::string_view text, char separator);
bool contains(std::string_view text, std::string_view part);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string replace_all(std::string text, std::string_view from, std::string_view to);

}  // namespace base
