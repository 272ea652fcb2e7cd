// intake/repair.hpp: takes noise out of texts that came from document mirrors, slides and scans, by the tables of
// assets/intake/repair.words. Each repair first asks whether the document has that noise at all: clean text is left
// alone, byte for byte.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace intake {

enum class Noise : std::uint8_t {
    Chrome,       // lines of the page around the document
    Contents,     // its table of contents
    Pinyin,       // 權(quán)
    Bytes,        // pinyin that was put between bytes
    Glyphs,       // characters that were recognised wrongly
    Chunks,       // numbers of pieces in the middle of words
    Doubled,      // titles with every part twice
    Punctuation,  // half-width marks in Chinese text
    Slides,       // numbers and repeated titles of slides
    Lines,        // lines that had run together
};
inline constexpr std::size_t noise_count = 10;
std::string_view name_of(Noise noise);  // as in words and JSON: "chrome"

struct Repaired {
    std::string text;
    std::size_t counts[noise_count] = {};  // how often each was repaired
    std::vector<std::string> dropped;      // the lines that are no part of the text, as they were
    std::vector<std::string> heads;        // of the table of contents
    bool run_together = false;             // the document had lost its line ends
};

Repaired repair(std::string text);

}  // namespace intake
