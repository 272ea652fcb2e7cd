// Workbooks of others: what their cells hold.
#include "office/book_reading.hpp"

#include <doctest/doctest.h>

#include "base/zip.hpp"

namespace {

std::string book_file(const std::string& rows, const std::string& more = {}, const std::string& book_form = {}) {
    const std::string relation =
        "<Relationship Id=\"s1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
        "<Relationship Id=\"s2\" Type=\"x/styles\" Target=\"styles.xml\"/>"
        "<Relationship Id=\"s3\" Type=\"x/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>";
    const auto zip = base::write_zip(
        {{"xl/workbook.xml",
          "<workbook>" + book_form +
              "<sheets><sheet name=\"甲\" r:id=\"s1\"/><sheet name=\"乙\" state=\"hidden\" r:id=\"s1\"/>"
              "</sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels", "<Relationships>" + relation + "</Relationships>"},
         {"xl/styles.xml",
          "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/>"
          "</numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
          "<xf numFmtId=\"10\"/></cellXfs></styleSheet>"},
         {"xl/sharedStrings.xml",
          "<sst><si><t>一</t></si><si><r><t>二</t></r><r><t>三</t></r><rPh><t>er</t></rPh></si></sst>"},
         {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData>" + more + "</worksheet>"}},
        {});
    REQUIRE(zip.ok());
    return *zip;
}

std::vector<std::vector<std::string>> rows_of(const std::string& file) {
    const auto sheets = office::read_book(file);
    REQUIRE(sheets.ok());
    REQUIRE(sheets->size() == 1);
    return (*sheets)[0].rows;
}

}  // namespace

TEST_CASE("book in: numbers, days of both systems, percentages") {
    const auto shown = [](const char* digits, const char* code, bool from_1904 = false) {
        return office::cell_number(digits, code, from_1904);
    };
    CHECK(shown("46086", "yyyy-mm-dd") == "2026-03-05");
    CHECK(shown("46086.395833333336", "yyyy/m/d h:mm") == "2026-03-05 09:30");
    CHECK(shown("44624", "yyyy-mm-dd", true) == "2026-03-05");
    CHECK(shown("1", "m/d/yy") == "1900-01-01");
    CHECK(shown("61", "m/d/yy") == "1900-03-01");
    CHECK(shown("0.5", "h:mm") == "12:00");
    CHECK(shown("46086", "#,##0\" day\"") == "46086");
    CHECK(shown("46086", "[Red]0") == "46086");
    CHECK(shown("0.28999999999999998", "General") == "0.29");
    CHECK(shown("12.5E-2", "0.0%") == "12.5%");
    CHECK(shown("1234567890123456", "General") == "1234567890123456");
    CHECK(shown("abc", "0") == "abc");
    CHECK(shown("1e999", "0") == "1e999");
    CHECK(shown("-1", "yyyy-mm-dd") == "-1");
}

TEST_CASE("book in: shared and inline strings, gaps, merged cells, hidden sheets, faults") {
    CHECK(rows_of(
              book_file("<row r='2'><c r='A2' t='s'><v>0</v></c><c r='C2' t='s'><v>1</v></c></row>"
                        "<row r='5'><c t='inlineStr'><is><t>四_x000D_</t></is></c><c t='e'><v>#N/A</v></c>"
                        "<c t='b'><v>1</v></c><c s='1'><v>46086</v></c><c s='2'><v>46086</v></c><c s='3'><v>0.5</v></c>"
                        "<c><f>1+1</f><v>2</v></c></row>")) ==
          std::vector<std::vector<std::string>>{{"一", "", "二三"},
                                                {"四 ", "", "是", "2026-03-05", "2026-03-05", "50%", "2"}});
    CHECK(rows_of(book_file("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1'><v>1</v></c></row>"
                            "<row r='2'><c r='B2'><v>2</v></c></row>",
                            "<mergeCells><mergeCell ref='A1:A2'/></mergeCells>")) ==
          std::vector<std::vector<std::string>>{{"一", "1"}, {"一", "2"}});
    CHECK(rows_of(book_file("<row r='1'><c s='1'><v>44624</v></c></row>", {}, "<workbookPr date1904='1'/>")) ==
          std::vector<std::vector<std::string>>{{"2026-03-05"}});
}

TEST_CASE("book in: a million rows, cells far right, merges over everything stay bounded") {
    std::string rows;
    for (int i = 0; i < 3000; ++i)
        rows += "<row r='" + std::to_string(i + 1) + "'><c r='IV" + std::to_string(i + 1) + "'><v>1</v></c></row>";
    const auto many = office::read_book(book_file(rows));
    REQUIRE(!many.ok());
    CHECK(many.error().code == "office-too-many-cells");
    CHECK(rows_of(book_file("<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>")).empty());
    CHECK(rows_of(book_file("<row r='1'><c><v>1</v></c></row>",
                            "<mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>"))
              .size() == 1);
    const auto none = office::read_book(*base::write_zip({{"xl/workbook.xml", "<x/>"}}, {}));
    REQUIRE(!none.ok());
    CHECK(none.error().code == "office-part-missing");
}
