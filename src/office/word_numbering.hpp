// office/word_numbering.hpp: the numbers that Word shows before paragraphs, which are not in their text but follow from
// word/numbering.xml and the styles (ISO/IEC 29500-1, 17.9).
#pragma once

#include <array>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <vector>

namespace office {

// A number in a form of w:numFmt: "chineseCounting" 5 → 五; forms that are not known are shown as digits.
std::string formatted_number(int number, std::string_view format);

class WordNumbering {
  public:
    void read(pugi::xml_node numbering);  // w:numbering
    // The number of the next paragraph of this list and level (from 0), with its punctuation: "（三）", "1.2", "- " for
    // a bullet; "" if it shows none. Counts on.
    std::string next(const std::string& list, int level);

    static constexpr int levels = 9;

  private:
    struct Level {
        std::string format = "decimal", text;
        int start = 1;
        int restart = -1;  // after a number of that level (from 1); 0: never; -1: of any higher one
        bool as_digits = false;
    };
    using Levels = std::array<Level, levels>;
    struct List {
        std::string form;              // counts with all lists of the same form
        std::map<int, int> starts;     // of its own
        std::map<int, Level> changed;  // its own forms
        bool is_begun = false;
    };
    static Level level_of(pugi::xml_node node);

    std::map<std::string, Levels> forms_;                    // w:abstractNum
    std::map<std::string, List> lists_;                      // w:num
    std::map<std::string, std::array<int, levels>> counts_;  // by form; 0: not begun
};

}  // namespace office
