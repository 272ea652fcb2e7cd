// Dates in words and the days that they mean.
#include "base/date_span.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {
base::Date iso_day(const char* iso) {
    return *base::Date::parse(iso);
}
const base::DateContext in_november{iso_day("2026-11-28"), {}, iso_day("2026-12-01"), iso_day("2027-11-30")};
const base::DateContext without_period{iso_day("2026-06-15")};

std::string span(std::string_view text, const base::DateContext& context = in_november) {
    static constexpr std::string_view kinds[] = {"", "until ", "from ", "open ", "repeated ", "unknown "};
    const auto read = base::read_span(text, context);
    if (!read) return "?";
    return std::string(kinds[static_cast<std::size_t>(read->kind)]) + read->first.iso() + ".." + read->last.iso();
}
}  // namespace

TEST_CASE("date span: months, quarters, halves and years") {
    struct Form {
        const char *text, *span;
    };
    for (const Form& form : {Form{"6月", "2027-06-01..2027-06-30"},
                             {"６月", "2027-06-01..2027-06-30"},
                             {"六月份", "2027-06-01..2027-06-30"},
                             {"6月底", "2027-06-25..2027-06-30"},
                             {"6月上旬", "2027-06-01..2027-06-10"},
                             {"6月中旬", "2027-06-11..2027-06-20"},
                             {"2月下旬", "2027-02-21..2027-02-28"},
                             {"12月", "2026-12-01..2026-12-31"},
                             {"2027年6月", "2027-06-01..2027-06-30"},
                             {"2028年2月底", "2028-02-25..2028-02-29"},
                             {"2027-06", "2027-06-01..2027-06-30"},
                             {"2027.6", "2027-06-01..2027-06-30"},
                             {"第一季度", "2027-01-01..2027-03-31"},
                             {"一季度", "2027-01-01..2027-03-31"},
                             {"2027年第四季度", "2027-10-01..2027-12-31"},
                             {"2027Q3", "2027-07-01..2027-09-30"},
                             {"Q3", "2027-07-01..2027-09-30"},
                             {"第二季度末", "2027-06-01..2027-06-30"},
                             {"上半年", "2027-01-01..2027-06-30"},
                             {"年底", "2026-12-01..2026-12-31"},
                             {"2027年底", "2027-12-01..2027-12-31"},
                             {"年中", "2027-06-01..2027-06-30"},
                             {"2027年", "2027-01-01..2027-12-31"},
                             {"今年", "2026-01-01..2026-12-31"},
                             {"明年6月", "2027-06-01..2027-06-30"},
                             {"本月", "2026-11-01..2026-11-30"},
                             {"下月", "2026-12-01..2026-12-31"}}) {
        CAPTURE(std::string(form.text));
        CHECK(span(form.text) == form.span);
    }
}

TEST_CASE("date span: a day without year is the next that fits the plan") {
    CHECK(span("1月5日") == "2027-01-05..2027-01-05");
    CHECK(span("12月29日") == "2026-12-29..2026-12-29");
    CHECK(span("2026年3月5日") == "2026-03-05..2026-03-05");
    CHECK(span("6月", without_period) == "2026-06-01..2026-06-30");
    CHECK(span("2月", without_period) == "2027-02-01..2027-02-28");
    CHECK(base::read_span("6月", in_november)->year_added);
    CHECK(!base::read_span("2027年6月", in_november)->year_added);
}

TEST_CASE("date span: bounds, ranges, no end, again and again, not said") {
    CHECK(span("2026年12月29日前") == "until ..2026-12-29");
    CHECK(span("6月底前") == "until ..2027-06-30");
    CHECK(span("7月起") == "from 2027-07-01..");
    CHECK(span("3月至5月") == "2027-03-01..2027-05-31");
    CHECK(span("3-5月") == "2027-03-01..2027-05-31");
    CHECK(span("12月-次年2月", without_period) == "2026-12-01..2027-02-28");
    CHECK(span("2026年12月至2027年3月") == "2026-12-01..2027-03-31");
    CHECK(span("12月1日至12月15日") == "2026-12-01..2026-12-15");
    CHECK(span("长期") == "open 2026-12-01..2027-11-30");
    CHECK(span("長期") == "open 2026-12-01..2027-11-30");
    CHECK(span("每月") == "repeated 2026-12-01..2027-11-30");
    CHECK(span("每季度末") == "repeated 2026-12-01..2027-11-30");
    CHECK(span("6月（年份未定）") == "unknown ..");
    CHECK(span("[开始时间]") == "unknown ..");
    CHECK(span("待定") == "unknown ..");
}

TEST_CASE("date span: what says no date is refused") {
    for (const char* text : {"", "尽快", "13月", "第五季度", "月", "6月底会议之后讨论", "每个人", "abc", "2026",
                             "3月至", "5月3月", "底", "2026-13"})
        CHECK_MESSAGE(span(text) == "?", text);
}

TEST_CASE("date span: they sort with days by their end, those without any last") {
    const auto key = [](std::string_view text) { return base::read_span(text, in_november)->sort_key(); };
    CHECK(key("12月15日") < key("12月"));
    CHECK(key("12月") < key("第一季度"));
    CHECK(key("第一季度") < key("7月起"));
    CHECK(key("7月起") < key("待定"));
}
