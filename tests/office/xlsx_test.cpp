#include "office/xlsx.hpp"

#include <doctest/doctest.h>

#include <pugixml.hpp>
#include <set>

#include "base/text.hpp"
#include "base/zip.hpp"
#include "office/sheet_cells.hpp"
#include "report/plan_document.hpp"
#include "support/build.hpp"
#include "support/content.hpp"
#include "support/random_plan.hpp"

using namespace office;
using report::Cell;
using report::Number;
using report::Percent;

namespace {
const base::Date sheet_day = *base::Date::parse("2026-07-15");

pugi::xml_document xml_part(const std::string& file, std::string_view name) {
    pugi::xml_document xml;
    const auto entries = base::read_zip(file);
    REQUIRE(entries);
    for (const base::ZipEntry& entry : *entries)
        if (entry.name == name)
            REQUIRE(xml.load_buffer(entry.bytes.data(), entry.bytes.size(), pugi::parse_full).status ==
                    pugi::status_ok);
    return xml;
}

report::Document with_tables(std::vector<report::Table> tables, const std::string& heading = "表") {
    report::Document document;
    document.language = "zh-Hans";
    document.title = "题";
    document.sections.resize(1);
    for (report::Table& table : tables) {
        document.sections[0].blocks.emplace_back(report::Heading{1, heading, {}, {}});
        document.sections[0].blocks.emplace_back(std::move(table));
    }
    return document;
}

std::string book_of(const report::Document& document, std::string_view only = {}) {
    const auto file = to_xlsx(document, only, base::Moment::at(sheet_day, 0, 0));
    REQUIRE(file);
    return *file;
}

struct Shown {
    std::string value, text, format;
};
// A cell of the first sheet: its value or text, and the number format in which it shows.
Shown shown(const std::string& book, const std::string& place) {
    const pugi::xml_document sheet = xml_part(book, "xl/worksheets/sheet1.xml"),
                             styles = xml_part(book, "xl/styles.xml");
    const pugi::xml_node cell =
        sheet.find_node([&](const pugi::xml_node& node) { return node.attribute("r").value() == place; });
    REQUIRE(cell);
    pugi::xml_node form = styles.child("styleSheet").child("cellXfs").first_child();
    for (int i = cell.attribute("s").as_int(); i > 0; --i) form = form.next_sibling();
    const pugi::xml_node format = styles.child("styleSheet")
                                      .child("numFmts")
                                      .find_child_by_attribute("numFmtId", form.attribute("numFmtId").value());
    return {cell.child("v").text().get(), cell.child("is").child("t").text().get(),
            format.attribute("formatCode").value()};
}

std::string book_of_cell(Cell cell, const std::string& language = "zh-Hans") {
    report::Document document = with_tables({{{{"头"}}, {{std::move(cell)}, {std::string("x")}}}});
    document.language = language;
    return book_of(document);
}
}  // namespace

TEST_CASE("xlsx: numbers, shares and days are values, exact to the last digit") {
    const Shown amount = shown(book_of_cell(Number{"-1234.50", "元", true}), "A2");
    CHECK(amount.value == "-1234.50");
    CHECK(amount.format == "#,##0.00");  // the unit is in the head
    CHECK(shown(book_of_cell(Number{"7", "天"}), "A1").text == "头/天");
    const Shown share = shown(book_of_cell(Percent{"12.5"}), "A2");
    CHECK(share.value == "12.5E-2");
    CHECK(share.format == "0.0%");
    const Shown day = shown(book_of_cell(*base::Date::parse("2026-03-05")), "A2");
    CHECK(day.value == "46086");
    CHECK(day.format == "yyyy\"年\"m\"月\"d\"日\"");
    CHECK(shown(book_of_cell(*base::Date::parse("2026-03-05"), "en"), "A2").format == "yyyy-mm-dd");
    CHECK(shown(book_of_cell(*base::Date::parse("1900-03-01")), "A2").value == "61");
}

TEST_CASE("xlsx: what a spreadsheet would change stays a text") {
    for (const Cell& cell : {Cell(Number{"1234567890123456", "元"}), Cell(Percent{"0.1234567890123456"}),
                             Cell(*base::Date::parse("1900-02-28")), Cell(std::string("=1+1")), Cell(base::Date())}) {
        const Shown one = shown(book_of_cell(cell), "A2");
        CHECK(one.value.empty());
        CHECK(one.text == report::cell_text(cell, "zh-Hans"));
    }
    const report::Table two{{{"头"}}, {{Number{"1", "天"}}, {Number{"2", "a\"b"}}}};
    CHECK(shown(book_of(with_tables({two})), "A2").format == "0\" 天\"");
    CHECK(shown(book_of(with_tables({two})), "A3").text == report::cell_text(two.rows[1][0]));
}

TEST_CASE("xlsx: texts of cells") {
    CHECK(cell_string("a_x0041_b_x004") == "a_x005F_x0041_b_x004");
    CHECK(cell_string("甲\x01\n乙") == "甲\n乙");
    CHECK(base::count_code_points(cell_string(std::string(40000, 'x'))) == 32767);
    std::string wide;
    for (int i = 0; i < 20000; ++i) base::append_code_point(wide, 0x20000);
    CHECK(base::count_code_points(cell_string(wide)) == 16383);  // of two units each
    CHECK(column_letters(0) == "A");
    CHECK(column_letters(25) == "Z");
    CHECK(column_letters(26) == "AA");
    CHECK(column_letters(701) == "ZZ");
    CHECK(column_letters(702) == "AAA");
}

TEST_CASE("xlsx: the filter leaves the total out, ids of rows go along in a hidden column") {
    report::Table table{{{"名"}, {"数"}}, {{std::string("甲"), Number{"1"}}, {std::string("合计"), Number{"1"}}}, true};
    table.marks[{0, 1}] = {"t1", "cost"};
    const std::string book = book_of(with_tables({table}));
    const pugi::xml_document sheet = xml_part(book, "xl/worksheets/sheet1.xml");
    const pugi::xml_node root = sheet.child("worksheet");
    CHECK(std::string(root.child("autoFilter").attribute("ref").value()) == "A1:C2");
    CHECK(root.child("cols").last_child().attribute("hidden").as_int() == 1);
    CHECK(std::string(root.child("sheetViews").first_child().child("pane").attribute("state").value()) == "frozen");
    CHECK(shown(book, "C2").text == "t1");
    CHECK(shown(book, "C3").text.empty());
}

TEST_CASE("xlsx: names of sheets are what Excel takes, and differ") {
    for (const std::string heading :
         {"a/b:c*[d]'?\\", "History", "很长的标题很长的标题很长的标题很长的标题很长的标题很长的标题", "", "Straße"}) {
        const report::Table table{{{"头"}}, {}};
        const pugi::xml_document book =
            xml_part(book_of(with_tables({table, table, table}, heading)), "xl/workbook.xml");
        std::set<std::string> names;
        for (const pugi::xml_node sheet : book.child("workbook").child("sheets")) {
            const std::string name = sheet.attribute("name").value();
            CHECK(!name.empty());
            CHECK(base::count_code_points(name) <= 31);
            CHECK(name.find_first_of("[]:*?/\\'") == std::string::npos);
            CHECK(base::to_lower_ascii(name) != "history");
            names.insert(base::to_lower_ascii(name));
        }
        CHECK(names.size() == 3);
    }
}

TEST_CASE("xlsx: only the tables of the records that are asked for") {
    const report::Document document =
        report::plan_document(support::example("emergency-social-media"), base::Words::simplified_chinese(), sheet_day);
    const auto count = [&](std::string_view only) {
        const pugi::xml_document book = xml_part(book_of(document, only), "xl/workbook.xml");
        const auto sheets = book.child("workbook").child("sheets").children();
        return std::distance(sheets.begin(), sheets.end());
    };
    CHECK(count("risk") >= 1);
    CHECK(count("") > count("risk"));
    CHECK(to_xlsx(document, "nothing", {}).error() == base::Error{"table-missing", "nothing", {}});
}

TEST_CASE("xlsx: every part of every random plan is XML, and the same plan gives the same bytes") {
    for (std::size_t seed = 0; seed < support::seeds(40, 6); ++seed) {
        CAPTURE(seed);
        const auto document = report::plan_document(support::random_plan(seed, {.rows = 3, .long_texts = false}),
                                                    base::Words::simplified_chinese(), sheet_day);
        const auto book = to_xlsx(document, {}, {});
        if (!book) continue;
        CHECK(*book == *to_xlsx(document, {}, {}));
        const auto entries = base::read_zip(*book);
        REQUIRE(entries);
        for (const base::ZipEntry& entry : *entries) {
            pugi::xml_document xml;
            CAPTURE(entry.name);
            CHECK(xml.load_buffer(entry.bytes.data(), entry.bytes.size()).status == pugi::status_ok);
        }
    }
}
