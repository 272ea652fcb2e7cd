// Word files of others: what stands in them, in the lines that text has, and what in them is ours.
#include "office/word_reading.hpp"

#include <doctest/doctest.h>

#include "base/zip.hpp"
#include "office/docx.hpp"
#include "office/word_numbering.hpp"

namespace {

std::string word_file(const std::string& body, const std::string& more_parts = {}) {
    constexpr std::string_view start =
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
    std::vector<base::ZipEntry> entries{{"word/document.xml", std::string(start) + body + "</w:body></w:document>"},
                                        {"_rels/.rels",
                                         "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" "
                                         "Target=\"word/document.xml\"/></Relationships>"}};
    if (!more_parts.empty()) entries.push_back({"word/media/a.bin", more_parts});
    const auto zip = base::write_zip(entries, {});
    REQUIRE(zip.ok());
    return *zip;
}

std::string paragraph_of(const std::string& inside) {
    return "<w:p>" + inside + "</w:p>";
}
std::string run_of(const std::string& text) {
    return "<w:r><w:t>" + text + "</w:t></w:r>";
}

std::string lines_in(const std::string& body) {
    const auto content = office::read_word(word_file(body));
    REQUIRE(content.ok());
    return content->lines;
}
std::string refused_word(const std::string& file) {
    const auto content = office::read_word(file);
    return content ? std::string("read") : content.error().code;
}

}  // namespace

TEST_CASE("word in: numbers as Word shows them") {
    const auto shown = [](int number, const char* form) { return office::formatted_number(number, form); };
    CHECK(shown(1, "chineseCounting") == "一");
    CHECK(shown(10, "chineseCountingThousand") == "十");
    CHECK(shown(12, "chineseCounting") == "十二");
    CHECK(shown(20, "chineseCounting") == "二十");
    CHECK(shown(105, "chineseCounting") == "一百零五");
    CHECK(shown(12, "chineseLegalSimplified") == "壹拾贰");
    CHECK(shown(3, "decimalEnclosedCircle") == "③");
    CHECK(shown(3, "ideographTraditional") == "丙");
    CHECK(shown(28, "lowerLetter") == "bb");
    CHECK(shown(1994, "upperRoman") == "MCMXCIV");
    CHECK(shown(7, "decimalZero") == "07");
    CHECK(shown(7, "anything") == "7");

    pugi::xml_document xml;
    xml.load_string(
        "<w:numbering><w:abstractNum w:abstractNumId='1'>"
        "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/></w:lvl>"
        "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:isLgl/><w:lvlText w:val='%1.%2'/></w:lvl>"
        "</w:abstractNum><w:num w:numId='5'><w:abstractNumId w:val='1'/></w:num>"
        "<w:num w:numId='6'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='4'/>"
        "</w:lvlOverride></w:num></w:numbering>");
    office::WordNumbering numbering;
    numbering.read(xml.document_element());
    CHECK(numbering.next("5", 0) == "一、");
    CHECK(numbering.next("5", 1) == "1.1");
    CHECK(numbering.next("5", 1) == "1.2");
    CHECK(numbering.next("5", 0) == "二、");
    CHECK(numbering.next("5", 1) == "2.1");
    CHECK(numbering.next("6", 0) == "四、");
    CHECK(numbering.next("5", 0) == "五、");  // lists of one form count together
    CHECK(numbering.next("7", 0).empty());
}

TEST_CASE("word in: tracked changes, hidden text, lines, boxes of forms") {
    CHECK(lines_in(paragraph_of(run_of("甲") + "<w:ins w:author='A'>" + run_of("乙") +
                                "</w:ins><w:del w:author='A'><w:r>" + "<w:delText>丙</w:delText></w:r></w:del>" +
                                run_of("丁"))) == "甲乙丁\n");
    CHECK(lines_in(paragraph_of("<w:r><w:rPr><w:vanish/></w:rPr><w:t>甲</w:t></w:r>" + run_of("乙"))) == "乙\n");
    CHECK(lines_in(paragraph_of("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:br w:type='page'/></w:r>")) == "甲\n乙\n");
    CHECK(lines_in(paragraph_of("<w:r><w:sym w:font='Wingdings' w:char='F0FE'/><w:t>甲</w:t></w:r>")) == "☑甲\n");
    CHECK(lines_in(paragraph_of("<w:r><w:rPr><w:b/></w:rPr><w:t>甲</w:t></w:r>")) == "**甲**\n");
    // The end of a paragraph that was deleted: one paragraph with the next.
    CHECK(lines_in(paragraph_of("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run_of("甲")) +
                   paragraph_of(run_of("乙"))) == "甲乙\n");
    CHECK(lines_in("<w:sdt><w:sdtContent>" + paragraph_of(run_of("甲")) + "</w:sdtContent></w:sdt>") == "甲\n");
    CHECK(lines_in(paragraph_of("<w:pPr><w:outlineLvl w:val='1'/></w:pPr>" + run_of("甲"))) == "### 甲\n");
}

TEST_CASE("word in: merged cells say their text in each row") {
    const auto cell = [](const std::string& text, const std::string& form = {}) {
        return "<w:tc><w:tcPr>" + form + "</w:tcPr>" + paragraph_of(run_of(text)) + "</w:tc>";
    };
    const std::string table = "<w:tbl><w:tr>" + cell("名", "<w:gridSpan w:val='3'/>") + "</w:tr><w:tr>" + cell("A") +
                              cell("B", "<w:gridSpan w:val='2'/>") + "</w:tr><w:tr>" +
                              cell("1", "<w:vMerge w:val='restart'/>") + cell("2|") + cell("3") + "</w:tr><w:tr>" +
                              cell("", "<w:vMerge/>") + cell("4") + cell("5") +
                              "</w:tr><w:tr><w:trPr><w:del/></w:trPr>" + cell("6") + "</w:tr></w:tbl>";
    CHECK(lines_in(table) == "名\n| A | B |  |\n| 1 | 2\\| | 3 |\n| 1 | 4 | 5 |\n");
}

TEST_CASE("word in: what we marked is found again by its control, else by its bookmark") {
    CHECK(office::mark_of_tag("fl:k3-9:title:2") == office::WordMark{"k3-9", "title", 2});
    CHECK(office::mark_of_tag("fl:k3").row.empty());
    CHECK(office::mark_of_tag("xx:k3:title").row.empty());
    CHECK(office::mark_of_bookmark(office::bookmark_name({"k3-9", "title", 0})) ==
          office::WordMark{"k3-9", "title", 0});

    const std::string control = "<w:sdt><w:sdtPr><w:tag w:val='fl:a:title'/></w:sdtPr><w:sdtContent>" + run_of("新") +
                                "<w:ins w:author='李静' w:date='2026-11-20T10:30:00Z'>" + run_of("题") +
                                "</w:ins></w:sdtContent></w:sdt>";
    const auto by_control = office::read_word(word_file(
        paragraph_of("<w:bookmarkStart w:id='1' w:name='fl_a_title'/>" + control + "<w:bookmarkEnd w:id='1'/>")));
    REQUIRE(by_control.ok());
    REQUIRE(by_control->fields.size() == 1);
    CHECK(by_control->fields[0].text == "新题");
    CHECK(by_control->fields[0].is_tracked);
    CHECK(by_control->fields[0].hand == office::WordHand{"李静", "2026-11-20T10:30:00Z"});

    // Alone it misses what is added at its ends, so the paragraph counts, less its label.
    const auto by_bookmark = office::read_word(word_file(
        paragraph_of(run_of("描述：") + run_of("先") + "<w:bookmarkStart w:id='1' w:name='fl_a_description'/>" +
                     run_of("中") + "<w:bookmarkEnd w:id='1'/>" + run_of("后"))));
    REQUIRE(by_bookmark.ok());
    REQUIRE(by_bookmark->fields.size() == 1);
    CHECK(by_bookmark->fields[0].text == "先中后");
    CHECK(by_bookmark->fields[0].by == office::FoundBy::Bookmark);

    // Cut and pasted elsewhere by LibreOffice.
    const auto moved = office::read_word(
        word_file(paragraph_of("<w:bookmarkStart w:id='1' w:name='fl_a_note'/><w:bookmarkEnd w:id='1'/>") +
                  paragraph_of("<w:bookmarkStart w:id='2' w:name='fl_a_note_Copy_1'/>" + run_of("移") +
                               "<w:bookmarkEnd w:id='2'/>")));
    REQUIRE(moved.ok());
    REQUIRE(moved->fields.size() == 1);
    CHECK(moved->fields[0].text == "移");
}

TEST_CASE("word in: hostile and broken files are refused, others opened within bounds") {
    CHECK(refused_word("PK") == "zip-syntax");
    CHECK(refused_word(*base::write_zip({{"a.txt", "x"}}, {})) == "office-part-missing");
    CHECK(refused_word(word_file("<w:p>")) == "xml-syntax");
    CHECK(refused_word(word_file("\xFF")) == "xml-syntax");
    const auto with_entities = [](const std::string& head) {
        return *base::write_zip({{"word/document.xml", head + "<w:document><w:body/></w:document>"}}, {});
    };
    CHECK(refused_word(with_entities("<!DOCTYPE a [<!ENTITY b \"ccc\">]>")) == "xml-doctype");
    CHECK(refused_word(with_entities("<!DOCTYPE a SYSTEM \"file:///etc/passwd\">")) == "xml-doctype");
    std::string deep, end;
    for (int i = 0; i < 100000; ++i) deep += "<w:p>", end += "</w:p>";
    CHECK(refused_word(word_file(deep + end)) == "xml-nested");
    CHECK(refused_word(word_file(std::string(std::size_t{49} << 20, ' '))) == "zip-too-large");
    // What is no XML is not even unpacked.
    CHECK(office::read_word(word_file(paragraph_of(run_of("甲")), std::string(std::size_t{60} << 20, '\0'))).ok());
    // Characters that no text has, by their numbers.
    CHECK(lines_in(paragraph_of(run_of("甲&#1;&#xD800;&#x7FFFFFFF;乙"))) == "甲乙\n");
    CHECK(lines_in(paragraph_of("<w:r><w:t>&lol;</w:t></w:r>")) == "&lol;\n");
}
