// office/word_reading.hpp: a Word file of whomever as the lines that text and Markdown have, and what in it is ours:
// the fields that office/docx has marked, as people left them, with their tracked changes and comments.
#pragma once

#include <compare>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace office {

struct WordMark {
    std::string row, field;
    int part = 0;
    bool operator==(const WordMark&) const = default;
    std::weak_ordering operator<=>(const WordMark&) const = default;
};

// "fl:ROW:FIELD[:PART]" of a control, "fl_ROW_FIELD[_PART]" of a bookmark (office/docx.hpp); no row: neither.
WordMark mark_of_tag(std::string_view tag);
WordMark mark_of_bookmark(std::string_view name);

// What a tracked change or a comment says of whoever made it.
struct WordHand {
    std::string author, time;  // time: as written, 2026-11-28T09:30:00Z; may be empty
    bool operator==(const WordHand&) const = default;
};

// By its control; where a program has lost those, by its bookmark: then the whole paragraph less its label.
enum class FoundBy : std::uint8_t { Control, Bookmark };

struct WordField {
    WordMark mark;
    std::string text;  // as it stands: what was inserted is in it, what was deleted is not
    FoundBy by = FoundBy::Control;
    bool is_tracked = false;  // it holds tracked changes
    WordHand hand;            // of the last of them
};

struct WordComment {
    std::string text;
    WordHand hand;
    WordMark mark;      // of the field that it is about; no row: of none
    std::string about;  // the text of its paragraph
};

struct WordContent {
    // Headings with #, bullets with -, numbers as Word shows them, rows of tables between | with <br> for line ends in
    // them, a paragraph that is all bold between **, what stands in a text box behind the paragraph that holds it.
    // Merged cells say their text in each row. Hidden text and what was deleted are left out.
    std::string lines;
    std::vector<std::string> contents;  // the lines of its table of contents, which are not in the others
    std::vector<WordField> fields;      // in the order of the text; a field may stand several times
    std::vector<WordComment> comments;
    std::size_t insertions = 0, deletions = 0;  // tracked, as runs
    std::map<std::string, std::string> properties;
};

// Errors: those of Opened; "office-part-missing" (it is no Word file); "office-too-large" (detail: the limit in MiB)
// for more text than a plan could come from.
base::Result<WordContent> read_word(std::string_view file);

}  // namespace office
