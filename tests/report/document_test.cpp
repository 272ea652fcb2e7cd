#include "report/document.hpp"

#include <doctest/doctest.h>

using namespace report;

TEST_CASE("document: Chinese numerals") {
    CHECK(chinese_numeral(1) == "一");
    CHECK(chinese_numeral(10) == "十");
    CHECK(chinese_numeral(11) == "十一");
    CHECK(chinese_numeral(20) == "二十");
    CHECK(chinese_numeral(35) == "三十五");
    CHECK(chinese_numeral(100) == "一百");
    CHECK(chinese_numeral(105) == "一百零五");
    CHECK(chinese_numeral(110) == "一百一十");
    CHECK(chinese_numeral(999) == "九百九十九");
    CHECK(chinese_numeral(1000) == "1000");
}

TEST_CASE("document: headings are numbered by level and over sections, lists one level below") {
    Document document;
    document.language = "zh-Hans";
    const auto heading = [](int level) { return Heading{level, "x", {}}; };
    document.sections.push_back(
        {Orientation::Portrait, {heading(1), heading(2), heading(3), List{{"a"}}, heading(3), heading(4), heading(5)}});
    document.sections.push_back(
        {Orientation::Landscape, {heading(2), heading(3), heading(1), heading(2), List{{"b"}}}});
    number_headings(document);
    std::string numbers;
    for (const Section& section : document.sections)
        for (const Block& block : section.blocks)
            if (const auto* one = std::get_if<Heading>(&block)) numbers += one->number + " ";
    CHECK(numbers == "一、 （一） 1. 2. （1） ① （二） 1. 二、 （一） ");
    CHECK(std::get<List>(document.sections[0].blocks[3]).level == 4);
    CHECK(std::get<List>(document.sections[1].blocks[4]).level == 3);
}

TEST_CASE("document: a deep heading is numbered as the fifth level") {
    Document document;
    document.language = "zh-Hant";
    document.sections.push_back({Orientation::Portrait, {Heading{9, "x", {}}}});
    number_headings(document);
    CHECK(std::get<Heading>(document.sections[0].blocks[0]).number == "①");
    CHECK(ordinal(5, 21, "zh-Hans").empty());
}

TEST_CASE("document: numbers in other languages") {
    CHECK(ordinal(1, 3, "en") == "3. ");
    CHECK(ordinal(2, 12, "en") == "12. ");
    CHECK(ordinal(3, 3, "en") == "(3) ");
    CHECK(ordinal(4, 3, "en") == "(c) ");
    CHECK(ordinal(5, 19, "en") == "(xix) ");
    CHECK(ordinal(4, 21, "en").empty());
}

TEST_CASE("document: printable drops what no document may hold and nothing else") {
    CHECK(printable("一\n二\t三") == "一\n二 三");
    CHECK(printable(std::string_view("a\0b\x01\x1b\x7f", 6)) == "ab");
    CHECK(printable("\xC2\x85") == "");                            // C1
    CHECK(printable("付\xE2\x80\xAE款\xE2\x81\xA6!") == "付款!");  // overrides and isolates of direction
    CHECK(printable("\xEF\xBF\xBE\xEF\xB7\x90") == "");            // U+FFFE, U+FDD0
    CHECK(printable("a\xFF\xC0\x80z") == "az");                    // malformed
    CHECK(printable("\xEF\xBF\xBD") == "\xEF\xBF\xBD");            // a replacement character that somebody wrote
    CHECK(printable("👨‍👩‍👧 𠮷 é") == "👨‍👩‍👧 𠮷 é");
}
