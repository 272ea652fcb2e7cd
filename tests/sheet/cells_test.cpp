// Tables on the clipboard: what is written is read again, and what spreadsheets and word processors write is
// understood.
#include "sheet/cells.hpp"

#include <doctest/doctest.h>

#include "support/build.hpp"
#include "support/random_plan.hpp"

namespace {
using sheet::Cells;

std::string random_cell(support::Random& random) {
    static constexpr std::string_view pieces[] = {"甲", "a", "\t", "\n", "\"", "'",     "=",   "-",    "+", "@",   " ",
                                                  "1",  ",", "<",  "&",  ">",  "&amp;", "<b>", "\"\"", "%", "🙂"};
    std::string text;
    for (std::size_t i = random.below(6); i > 0; --i) text += pieces[random.below(std::size(pieces))];
    return text;
}

Cells random_cells(support::Random& random) {
    Cells cells(1 + random.below(5));
    const std::size_t columns = 1 + random.below(4);
    for (auto& row : cells)
        for (std::size_t i = 0; i < columns; ++i) row.push_back(random_cell(random));
    return cells;
}

// As HTML shows it: blanks count once, none at the edges.
std::string collapsed(const std::string& text) {
    std::string out;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\t';
        if (blank && (out.empty() || out.back() == ' ' || out.back() == '\n')) continue;
        if (c == '\n' && !out.empty() && out.back() == ' ') out.pop_back();
        out += blank ? ' ' : c;
    }
    while (!out.empty() && (out.back() == ' ' || out.back() == '\n')) out.pop_back();
    while (!out.empty() && (out.front() == ' ' || out.front() == '\n')) out.erase(0, 1);
    return out;
}
}  // namespace

TEST_CASE("cells: text that was written is read again, for any cells") {
    for (std::uint64_t seed = 1; seed <= support::seeds(3000, 300); ++seed) {
        support::Random random(seed);
        const Cells cells = random_cells(random);
        CAPTURE(seed);
        REQUIRE(sheet::cells_of_text(sheet::text_of_cells(cells)) == cells);
    }
}

TEST_CASE("cells: HTML that was written is read again, but for runs of blanks") {
    for (std::uint64_t seed = 1; seed <= support::seeds(3000, 300); ++seed) {
        support::Random random(seed);
        Cells cells = random_cells(random);
        for (auto& row : cells)
            for (auto& cell : row) cell = collapsed(cell);
        CAPTURE(seed);
        REQUIRE(sheet::cells_of_html(sheet::html_of_cells(cells, sheet::Head::Yes)) == cells);
    }
}

TEST_CASE("cells: no text becomes a formula in a spreadsheet, numbers stay numbers") {
    const auto first = [](const std::string& cell) { return sheet::text_of_cells({{cell}}); };
    CHECK(first("=1+1") == "'=1+1\r\n");
    CHECK(first(" @SUM(A1)") == "' @SUM(A1)\r\n");
    CHECK(first("-cmd") == "'-cmd\r\n");
    CHECK(first("-5") == "-5\r\n");
    CHECK(first("-1,234.5%") == "-1,234.5%\r\n");
    CHECK(sheet::html_of_cells({{"=1+1"}}, sheet::Head::No).find("<td>'=1+1</td>") != std::string::npos);
}

TEST_CASE("cells: what spreadsheets copy as text") {
    CHECK(sheet::cells_of_text("a\tb\r\nc\td\r\n") == Cells{{"a", "b"}, {"c", "d"}});
    CHECK(sheet::cells_of_text("a\tb\nc\td") == Cells{{"a", "b"}, {"c", "d"}});
    CHECK(sheet::cells_of_text("\"two\nlines\"\t\"a \"\"q\"\"\"\n") == Cells{{"two\nlines", "a \"q\""}});
    CHECK(sheet::cells_of_text("5\" pipe\t\"open\n") == Cells{{"5\" pipe", "\"open"}});
    CHECK(sheet::cells_of_text("\"a\"b\t") == Cells{{"\"a\"b", ""}});
}

TEST_CASE("cells: HTML as spreadsheets, word processors and browsers write it") {
    const char* excel =
        "<html xmlns:x=\"urn:x\"><head><style><!-- td {color:red} --></style></head><body>"
        "<!--StartFragment--><table width=2><col width=72><tr height=19><td class=xl65>任务"
        "\r\n  一</td><td>85%</td></tr><tr><td x:str=\"a>b\">&lt;甲&gt;&nbsp;&#19968;&#x4e8c;</td>"
        "<td><br></td></tr><!--EndFragment--></table></body></html>";
    CHECK(sheet::cells_of_html(excel) == Cells{{"任务 一", "85%"}, {"<甲> 一二", ""}});
    const char* word =
        "<table><tbody><tr><td><p>第一段</p><p>第二段</p></td><td><p>b<o:p></o:p></p></td></tr></tbody></table>";
    CHECK(sheet::cells_of_html(word) == Cells{{"第一段\n第二段", "b"}});
    const char* spans = "<TABLE><TR><TD ROWSPAN=2>a<TD COLSPAN=\"2\">b<TR><TD>c<TD>d</TABLE><table><tr><td>other";
    CHECK(sheet::cells_of_html(spans) == Cells{{"a", "b", ""}, {"", "c", "d"}});
    CHECK(sheet::cells_of_html(
              "<table><tr><td>a<table><tr><td>in</td><td>ner</td></tr></table></td><td>b</td></tr></table>") ==
          Cells{{"a\nin ner", "b"}});
    CHECK(!sheet::cells_of_html("<b>bold</b> 1 < 2"));
    CHECK(!sheet::cells_of_html(""));
    CHECK(sheet::cells_of_html("<table><tr><td>cut off &am") == Cells{{"cut off &am"}});
}

TEST_CASE("cells: hostile HTML ends, and never in more cells than allowed") {
    std::string spans = "<table>";
    for (int i = 0; i < 1000; ++i) spans += "<tr><td colspan=9999 rowspan=9999>";
    CHECK(!sheet::cells_of_html(spans));
    std::string nested;
    for (int i = 0; i < 100'000; ++i) nested += "<table><tr><td>";
    CHECK(sheet::cells_of_html(nested).has_value());
    for (std::uint64_t seed = 1; seed <= support::seeds(2000, 200); ++seed) {
        static constexpr std::string_view pieces[] = {
            "<table>",  "<tr>", "<td",        " rowspan=3", " colspan=2", ">",    "</td>", "</tr>",
            "</table>", "<br>", "&#x110000;", "&#0;",       "&",          "<!--", "-->",   "<",
            "\"",       "x",    "<style>",    "</style>",   "<p>",        "</p>"};
        support::Random random(seed);
        std::string html = random.one_in(2) ? "<table><tr><td>" : "";
        for (std::size_t i = random.below(40); i > 0; --i) html += pieces[random.below(std::size(pieces))];
        CAPTURE(html);
        (void)sheet::cells_of_html(html);
        CHECK(sheet::pasted_cells("", html).has_value());
    }
}

TEST_CASE("cells: a paste takes the text, unless paragraphs in cells have torn its rows") {
    const std::string same = "<table><tr><td>a b</td><td>c</td></tr></table>";
    CHECK(sheet::pasted_cells("a  b\tc\r\n\r\n", same) == Cells{{"a  b", "c"}});
    const std::string torn = "<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>";
    CHECK(sheet::pasted_cells("a\nb\tc\n", torn) == Cells{{"a\nb", "c"}});
    CHECK(sheet::pasted_cells("a\tb\t\t\n\t\t\n", "") == Cells{{"a", "b"}});
    CHECK(!sheet::pasted_cells(std::string(sheet::pasted_bytes_limit + 1, 'x'), ""));
    CHECK(!sheet::pasted_cells(std::string(sheet::pasted_cells_limit + 1, '\t') + "x", ""));
}
