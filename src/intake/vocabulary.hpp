// intake/vocabulary.hpp: the words of assets/intake, by key, and texts in the form in which they are compared with
// them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace intake {

// Traditional characters as simplified ones, capitals as small letters. Every place in the result is the same place in
// the text, so what is found in one can be cut out of the other.
std::string folded(std::string_view text);

// The words of a key, folded; none if there is no such key.
const std::vector<std::string>& words_of(std::string_view key);

// All keys that begin so, in order.
std::vector<std::string_view> keys_below(std::string_view start);

// The key below `start` with the longest word that folded_text is ("Is") or holds ("Holds"); "" if there is none.
enum class Match : bool { Is, Holds };
std::string_view key_of(std::string_view start, std::string_view folded_text, Match match);

// The length of the longest of the words that folded_text begins with; 0: none does.
std::size_t begins_with(std::string_view folded_text, std::string_view key);
bool holds_any(std::string_view folded_text, std::string_view key);

}  // namespace intake
