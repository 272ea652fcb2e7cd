// Days as people type and paste them: each with one meaning, or refused with the reason.
#include "base/date_reading.hpp"

#include <doctest/doctest.h>

namespace {
using base::Date;
using base::DateFault;

base::DateContext context(std::string_view today, std::string_view from = {}, std::string_view to = {}) {
    const auto day = [](std::string_view text) { return text.empty() ? Date{} : *Date::parse(text); };
    return {day(today), [](Date start, int days) { return start.plus(days); }, day(from), day(to)};
}
std::string day(std::string_view text, const base::DateContext& in) {
    const base::DateReading reading = base::read_date(text, in);
    return reading.date ? reading.date->iso() : "?";
}
}  // namespace

TEST_CASE("days: with a time of midnight, with their weekday, in full width") {
    const auto in = context("2026-11-28");
    for (const char* text :
         {"2027/1/4 0:00", "2027-01-04 00:00:00", "2027-01-04T00:00", "2027-01-04 00:00:00.000", "2027年1月4日星期一",
          "2027年1月4日 星期一", "2027年1月4日（星期一）", "2027-1-4 周一", "2027年1月4日礼拜一 0:00",
          "２０２７－１－４", "２０２７／１／４　０：００", "2027–1–4", "2027 年 1 月 4 日", "20270104"})
        CHECK_MESSAGE(day(text, in) == "2027-01-04", text);
    CHECK(base::read_date("2027年1月4日星期二", in).fault == DateFault::Weekday);
    CHECK(day("2027-1-3 周日", in) == "2027-01-03");
    CHECK(day("2027-1-3 星期天", in) == "2027-01-03");
}

TEST_CASE("days: without a year they are the next ones that fit the plan's period") {
    const auto next_year = context("2026-11-28", "2027-01-01", "2027-12-31");
    for (const char* text : {"1月4日", "1/4", "1-4", "１月４日"})
        CHECK_MESSAGE(day(text, next_year) == "2027-01-04", text);
    CHECK(day("12月5日", next_year) == "2027-12-05");
    CHECK(base::read_date("1月4日", next_year).year_added);
    CHECK(!base::read_date("2027年1月4日", next_year).year_added);
    CHECK(day("3月5日", context("2026-06-30", "2026-01-01", "2026-12-31")) == "2026-03-05");  // the only one
    const auto years = context("2026-11-28", "2025-01-01", "2028-12-31");
    CHECK(day("1月5日", years) == "2027-01-05");
    CHECK(day("11月20日", years) == "2026-11-20");  // just done
    CHECK(day("3月5日", context("2026-11-28", "2023-07-01", "2025-06-30")) == "2025-03-05");
    CHECK(day("2月10日", context("2026-11-28", "2026-09-01", "2027-03-31")) == "2027-02-10");
    CHECK(day("2月10日", context("2026-11-28", "2027-01-01")) == "2027-02-10");
    CHECK(day("2月10日", context("2026-11-28", "", "2027-12-31")) == "2027-02-10");
    CHECK(day("12月5日", context("2026-11-28", "2027-01-01", "2027-03-31")) == "2026-12-05");  // before it begins
    CHECK(day("2月29日", next_year) == "?");
}

TEST_CASE("days: without a year and without a period they are the next ones from today on") {
    const auto november = context("2026-11-28");
    CHECK(day("1月5日", november) == "2027-01-05");
    CHECK(day("12月1日", november) == "2026-12-01");
    CHECK(day("11月20日", november) == "2026-11-20");
    CHECK(day("8月1日", november) == "2027-08-01");
    CHECK(day("12月25日", context("2027-01-10")) == "2026-12-25");
}

TEST_CASE("days: two-digit years and years at the end are refused with the reason, never guessed") {
    const auto in = context("2026-11-28", "2027-01-01", "2027-12-31");
    for (const char* text : {"27-1-4", "27/1/4", "27年1月4日", "270104"})
        CHECK_MESSAGE(base::read_date(text, in).fault == DateFault::ShortYear, text);
    for (const char* text : {"1/4/2027", "4-1-2027", "1.4.2027", "1月4日2027"})
        CHECK_MESSAGE(base::read_date(text, in).fault == DateFault::YearLast, text);
    for (const char* text :
         {"2027-2-30", "2027-13-1", "13/5", "3月", "2027", "2027年3月", "3月-5月", "2027/1/4 14:30", "下周", "3/5/7/9",
          "+99999", "+5年", "-", "+", "abc", "2027-3-5 上午", "99999999999", "2027-0-1"})
        CHECK_MESSAGE(base::read_date(text, in).fault == DateFault::Unknown, text);
}
