// Numbers as people write them: exactly what they mean, or nothing.
#include "base/number_reading.hpp"

#include <doctest/doctest.h>

TEST_CASE("numbers: with 千, 万, 亿 they are exact") {
    const auto read = [](std::string_view text) { return base::read_number(text).value_or("?"); };
    CHECK(read("3万") == "30000");
    CHECK(read("3.5万") == "35000");
    CHECK(read("80 万") == "800000");
    CHECK(read("6.32亿") == "632000000");
    CHECK(read("1千") == "1000");
    CHECK(read("2千万") == "20000000");
    CHECK(read("0.00005万") == "0.5");
    CHECK(read("-1.5萬") == "-15000");
    CHECK(read("１，２３４．５") == "1234.5");
    CHECK(read("－３") == "-3");
    CHECK(read("+5") == "5");
    for (const char* text :
         {"约3万", "≥1000", "1000以上", "大于100", "1-2", "1,23", "万", "3万5", "若干", "", "1.2.3", "3e5", "."})
        CHECK_MESSAGE(read(text) == "?", text);
}

TEST_CASE("numbers: multiplied exactly") {
    CHECK(base::times("1.5", 60) == "90");
    CHECK(base::times("0.25", 60) == "15");
    CHECK(base::times("-2", 7) == "-14");
    CHECK(base::times("0", 60) == "0");
    CHECK(base::times("0.001", 60) == "0.06");
    CHECK(!base::times("9999999999999999999", 60));
}
