// sheet/cells.hpp: tables as the clipboard carries them between programs: tab-separated text and HTML.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sheet {

using Cells = std::vector<std::vector<std::string>>;  // rows of cells; rows may differ in length

// What a clipboard may hold for us; more is refused, because no plan has such tables.
inline constexpr std::size_t pasted_bytes_limit = 20'000'000, pasted_cells_limit = 200'000;

// As spreadsheets write it: tabs between cells, CRLF behind rows, cells with tabs, line breaks or a leading quote in
// quotes. A text that a spreadsheet would take for a formula gets an apostrophe, as people type it there, and loses it
// when it is read again.
std::string text_of_cells(const Cells& cells);
Cells cells_of_text(std::string_view text);

// One <table>; the first row as its head if head is set. A mark is written with it where nobody sees it, and read again
// by mark_of_html ("": there is none). Reading takes the first table of a page as spreadsheets, word
// processors and browsers write it, with <br>, paragraphs, entities, colspan and rowspan; nothing: there is no table,
// or one with too many cells.
enum class Head : bool { No, Yes };
std::string html_of_cells(const Cells& cells, Head head, std::string_view mark = {});
std::string mark_of_html(std::string_view html);
std::optional<Cells> cells_of_html(std::string_view html);

// Both forms of one paste: the text, which keeps every blank, unless the HTML's table is of another shape (a paragraph
// in a cell breaks the text's rows). Blank rows at the end and blank columns at the right are left out. Empty: over the
// limits.
std::optional<Cells> pasted_cells(std::string_view text, std::string_view html);

}  // namespace sheet
