#include "office/style.hpp"

#include <doctest/doctest.h>

#include "support/files.hpp"

using namespace office;

TEST_CASE("style: a file changes what it names and nothing else") {
    const Style standard = default_style("zh-Hans");
    const auto same = parse_style("# nothing\n\n", standard);
    REQUIRE(same);
    CHECK(*same == standard);
    const auto own =
        parse_style("margin.left = 31.5\r\nheading2.font= 宋体\nheading2.size =15\nspacing = -0.5", standard);
    REQUIRE(own);
    Style expected = standard;
    expected.left = 31.5;
    expected.headings[1] = {"宋体", 15};
    expected.spacing = -.5;
    CHECK(*own == expected);
}

TEST_CASE("style: the shipped file says what the standard says") {
    const auto shipped = parse_style(support::read_file("assets/report/gbt9704.style"), Style{0, 0, 0, 0});
    REQUIRE(shipped);
    CHECK(*shipped == default_style("zh-Hans"));
}

TEST_CASE("style: what cannot be used is told with its line") {
    const auto error = [](const char* file) {
        const auto style = parse_style(file, {});
        return style ? std::string("none")
                     : style.error().code + " " + style.error().subject + " " + style.error().detail;
    };
    CHECK(error("line = 20\nline 20") == "style-syntax 2 line 20");
    CHECK(error("colour = red") == "style-unknown 1 colour");
    CHECK(error("\nbody.size = 4.9") == "style-value 2 4.9");
    CHECK(error("margin.top = 100.1") == "style-value 1 100.1");
    CHECK(error("margin.top = wide") == "style-value 1 wide");
    CHECK(error("body.font =") == "style-value 1 ");
}

TEST_CASE("style: other scripts ask for fonts of their own") {
    CHECK(default_style("zh-Hant").body.font == "DFKai-SB");
    CHECK(default_style("en").body.font == "Times New Roman");
    CHECK(default_style("en").spacing == 0);
}
