// revision/text_diff.hpp: what differs between two texts: by words where words are written apart, else by characters.
#pragma once

#include <string_view>
#include <vector>

#include "revision/sequence_diff.hpp"

namespace revision {

// The changes in bytes, in ascending order, at the borders of words (letters and digits of alphabets) and characters
// (Han, marks; what combines stays with what it combines with). Equal bits between changes that are longer than they
// count as changed, so that people read phrases. Sentences are compared first, so that texts of the longest allowed
// length cost milliseconds.
std::vector<Replaced> text_diff(std::string_view before, std::string_view after);

// The pieces that text_diff tells apart, which make up the text.
std::vector<std::string_view> text_pieces(std::string_view text);

}  // namespace revision
