// report/document.hpp: a report as content: blocks in reading order, without any format. Builders make it from a plan,
// writers turn it into HTML, Markdown and the rest, so that every format says the same.
//
// Texts are plain and may hold line breaks; they come from people and are not to be trusted: each writer escapes them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.hpp"

namespace report {

// Which field of which row a text is, so that a file that people have edited can be read back. Only on texts that say
// the field as it is: what is masked, joined or computed has none.
struct Mark {
    std::string row = {};  // id; empty: no mark
    std::string field = {};
    int part = 0;  // of a field that stands in several paragraphs or items: 1, 2 …
    [[nodiscard]] bool empty() const { return row.empty(); }
    bool operator==(const Mark&) const = default;
};

struct Title {
    std::string text;
    std::string subtitle;  // may be empty
    Mark mark = {};
};

// Levels 1..5. The number is given by number_headings.
struct Heading {
    int level = 1;
    std::string text;
    std::string number;
    Mark mark = {};
};

enum class Tone : std::uint8_t { Body, Note };  // a note explains: smaller, quieter

struct Paragraph {
    std::string label;  // run-in head, or empty
    std::string text;
    Tone tone = Tone::Body;
    Mark mark = {};
};

// Numbered from 1, as headings one level below the one it stands under would be.
struct List {
    std::vector<std::string> items;
    int level = 3;                 // given by number_headings
    std::vector<Mark> marks = {};  // of each item, or none at all
};

enum class Align : std::uint8_t { Left, Centre, Right };

// An exact number as base::Decimal and base::Money write it ("-1234.50"), so that no writer rounds it.
struct Number {
    std::string digits;
    std::string unit = {};
    bool is_grouped = false;  // an amount: people read it with its thousands set apart
    bool operator==(const Number&) const = default;
};

struct Percent {
    std::string digits;  // 12.5 for 12.5%
    bool operator==(const Percent&) const = default;
};

struct State {
    std::string text;
    bool is_late = false;  // somebody waits for it
    bool operator==(const State&) const = default;
};

// What a cell holds. How it looks is each writer's own business: a spreadsheet wants a number, a page its unit too.
using Cell = std::variant<std::string, Number, Percent, base::Date, State>;

// As people read it: 1,234.50 元, 12.5%, 2026-03-05; in a Chinese document a day is 2026年3月5日, as in its text.
std::string cell_text(const Cell& cell, std::string_view language = {});

struct Column {
    std::string header;
    int width = 1;  // share of the table's width
    Align align = Align::Left;
};

struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;  // as many cells as columns
    bool has_total = false;               // the last row is a total
    std::string name = {};                // of the records that it lists, "task"; empty: it lists none
    std::map<std::pair<std::size_t, std::size_t>, Mark> marks = {};  // by row and column
};

// Labels with their values: what belongs to one thing. The head names the thing; empty for the document itself.
struct KeyValues {
    std::string head;
    std::vector<std::pair<std::string, std::string>> rows;
    Mark head_mark = {};
    std::vector<Mark> marks = {};  // of each row's value, or none at all
};

struct KeyFigure {
    std::string label;
    std::string value;
    std::string note;  // what it is counted against
};

struct KeyFigures {
    std::vector<KeyFigure> figures;
};

// Who signs: left blank where there is nothing yet, for signing on paper.
struct Signature {
    struct Line {
        std::string role, name, opinion, date;
    };
    std::vector<Line> lines;
    std::string title = {};  // with one it is a sheet of its own, which says what it is about
    std::vector<std::pair<std::string, std::string>> facts = {};
};

// How a document ends: what is attached to it, who issues it, and its date (GB/T 9704-2012, 7.3.4 and 7.3.5). Never
// alone on a page.
struct Closing {
    std::vector<std::string> attachments;  // their names, numbered from 1
    std::string issuer;
    std::string date;  // empty: blank, to be filled in
};

using Block = std::variant<Title, Heading, Paragraph, List, Table, KeyValues, KeyFigures, Signature, Closing>;

enum class Orientation : std::uint8_t { Portrait, Landscape };

// Begins on a new page.
struct Section {
    Orientation orientation{};
    std::vector<Block> blocks;
    std::string attachment = {};  // "附件1" above an attachment's title; empty: part of the text
};

// What makes a document an official one: what stands above the title, the addressee, and what stands at the very end.
// Whatever is empty is left out (a department's plan has none of it).
struct Dispatch {
    std::string sign = {};       // 发文机关标志
    std::string number = {};     // 发文字号
    std::string addressee = {};  // 主送机关
    std::string copies = {};     // 抄送机关
    std::string printed_by = {}, printed_on = {};
};

struct Document {
    std::string title;     // of the file and the window
    std::string language;  // BCP 47
    std::vector<Section> sections;
    // Heads of the signature's columns: role, name, opinion, date.
    std::vector<std::string> signature_heads;
    std::string label_end;               // what stands between a label and its value, "：" in Chinese
    std::string contents = {};           // the head of a table of contents; empty: none
    std::string label_attachments = {};  // "附件"
    std::string label_copies = {};       // "抄送"
    std::string label_printed = {};      // "{0}印发"
    Dispatch dispatch = {};
    std::string author = {};                                           // of the file
    std::string subject = {};                                          // what kind of document it is
    std::vector<std::pair<std::string, std::string>> properties = {};  // for programs that read it back
};

// 一、 （一） 1. （1） ① in Chinese (GB/T 9704-2012, 7.3.3; the fifth level is custom), 1. 1. (1) (a) (i) elsewhere.
// Numbers run on over sections; a heading of a higher level starts the lower ones anew. Level 5 has signs up to 20 and
// none beyond. Lists use levels 3 to 5.
void number_headings(Document& document);

// The number of a heading, or of an item of a list.
std::string ordinal(int level, int number, std::string_view language);
bool is_chinese(std::string_view language);

std::string chinese_numeral(int number);  // 1..999: 一, 十, 二十一, 一百零五

// The text without what no document may hold: malformed UTF-8, control characters but line breaks, non-characters, and
// the marks that make text read in another order than it is stored (U+202A..E, U+2066..9). Tabs become spaces.
std::string printable(std::string_view text);

}  // namespace report
