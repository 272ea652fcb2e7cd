// codec/json_text.hpp: pieces of JSON text: quoted strings, numbers in canonical form, indentation of what is kept
// verbatim.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace codec {

void append_quoted(std::string& out, std::string_view text);

// As ECMAScript's Number::toString writes it, which RFC 8785 prescribes: shortest digits that read back as the same
// double.
std::string canonical_number(double value);

// Compact JSON text (no blanks between tokens) laid out with two spaces a level, from this level on; as JSON.stringify
// does it. Gives up, with something unfinished appended, when that takes more than limit bytes.
[[nodiscard]] bool append_indented(std::string& out, std::string_view compact, int level, std::size_t limit);

// The members of a compact object, or the elements of a compact array, whose names are empty. Names keep their quotes.
struct Piece {
    std::string name, value;
};
using Pieces = std::vector<Piece>;
Pieces pieces(std::string_view compact);
std::string joined(const Pieces& pieces, char bracket);  // '{' or '['

void append_line_break(std::string& out, int level);

// Whether a sorts before b by UTF-16 code units, the order of members in RFC 8785.
bool utf16_less(std::string_view a, std::string_view b);

}  // namespace codec
