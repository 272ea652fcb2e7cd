#include "analysis/calendar.hpp"

#include <doctest/doctest.h>

#include <random>

#include "base/embedded.hpp"
#include "base/text.hpp"

using analysis::Calendar;
using base::Date;
using model::DayKind;

namespace {
Date day(std::string_view iso) {
    const auto date = Date::parse(iso);
    REQUIRE(date);
    return *date;
}

// The second implementation: day by day.
Date walk(const Calendar& calendar, Date start, int n) {
    const int step = n < 0 ? -1 : 1;
    Date at = start;
    for (int left = n * step; left > 0;) {
        at = at.plus(step);
        if (calendar.is_workday(at)) --left;
    }
    return at;
}

int count(const Calendar& calendar, Date first, Date last) {
    int days = 0;
    for (Date at = first; at <= last; at = at.plus(1)) days += calendar.is_workday(at) ? 1 : 0;
    return days;
}

// Weekends, and the notices' days as a plain list: what a person would look up.
bool looked_up(Date date) {
    static const std::vector<std::pair<std::string, std::string>> off{
        {"2025-01-01", "2025-01-01"}, {"2025-01-28", "2025-02-04"}, {"2025-04-04", "2025-04-06"},
        {"2025-05-01", "2025-05-05"}, {"2025-05-31", "2025-06-02"}, {"2025-10-01", "2025-10-08"},
        {"2026-01-01", "2026-01-03"}, {"2026-02-15", "2026-02-23"}, {"2026-04-04", "2026-04-06"},
        {"2026-05-01", "2026-05-05"}, {"2026-06-19", "2026-06-21"}, {"2026-09-25", "2026-09-27"},
        {"2026-10-01", "2026-10-07"}};
    static const std::vector<std::string> work{"2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28",
                                               "2025-10-11", "2026-01-04", "2026-02-14", "2026-02-28",
                                               "2026-05-09", "2026-09-20", "2026-10-10"};
    if (std::ranges::find(work, date.iso()) != work.end()) return true;
    for (const auto& [first, last] : off)
        if (date.iso() >= first && date.iso() <= last) return false;
    return date.weekday() <= 5;
}

Calendar random_calendar(std::mt19937& random) {
    Calendar calendar = Calendar::official();
    std::vector<std::pair<Date, DayKind>> days;
    const Date from = day("2024-01-01");
    for (int i = static_cast<int>(random() % 200); i > 0; --i)
        days.emplace_back(from.plus(static_cast<int>(random() % 1500)), random() % 2 ? DayKind::Off : DayKind::Work);
    calendar.set_days(days);
    return calendar;
}
}  // namespace

TEST_CASE("calendar: periods counted from the day after, over holidays and working weekends") {
    struct Vector {
        const char* start;
        int n;
        const char* end;
    };
    for (const Vector& v : {Vector{"2026-02-13", 5, "2026-02-27"},
                            {"2026-02-13", 10, "2026-03-05"},
                            {"2026-04-30", 5, "2026-05-11"},
                            {"2026-09-18", 5, "2026-09-24"},
                            {"2026-09-30", 5, "2026-10-13"},
                            {"2026-09-30", 10, "2026-10-20"},
                            {"2025-09-26", 5, "2025-10-10"},
                            {"2025-01-24", 5, "2025-02-07"},
                            {"2025-12-31", 2, "2026-01-05"},
                            {"2026-05-08", 1, "2026-05-09"}}) {
        CAPTURE(v.start);
        CHECK(Calendar::official().add_workdays(day(v.start), v.n).iso() == v.end);
        CHECK(Calendar::official().workdays(day(v.start).plus(1), day(v.end)) == v.n);
    }
}

TEST_CASE("calendar: 248 working days in 2025 and in 2026") {
    CHECK(Calendar::official().workdays(day("2025-01-01"), day("2025-12-31")) == 248);
    CHECK(Calendar::official().workdays(day("2026-01-01"), day("2026-12-31")) == 248);
}

TEST_CASE("calendar: every day of 2025 and 2026 as the notices say") {
    for (Date at = day("2025-01-01"); at <= day("2026-12-31"); at = at.plus(1)) {
        CAPTURE(at.iso());
        CHECK(Calendar::official().is_workday(at) == looked_up(at));
    }
}

TEST_CASE("calendar: adding and counting agree with walking day by day") {
    std::mt19937 random(20261105);
    for (int round = 0; round < 300; ++round) {
        const Calendar calendar = random_calendar(random);
        for (int i = 0; i < 10; ++i) {
            const Date start = day("2024-06-01").plus(static_cast<int>(random() % 1200));
            const int n = static_cast<int>(random() % 401) - 200;
            const Date last = start.plus(static_cast<int>(random() % 600) - 50);
            CAPTURE(start.iso());
            CAPTURE(n);
            CHECK(calendar.add_workdays(start, n) == walk(calendar, start, n));
            CHECK(calendar.workdays(start, last) == count(calendar, start, last));
        }
    }
}

TEST_CASE("calendar: the next and the previous working day are the day itself if it is one") {
    const Calendar& calendar = Calendar::official();
    CHECK(calendar.next_workday(day("2026-02-15")).iso() == "2026-02-24");
    CHECK(calendar.previous_workday(day("2026-02-23")).iso() == "2026-02-14");
    CHECK(calendar.next_workday(day("2026-02-14")).iso() == "2026-02-14");
    CHECK(calendar.previous_workday(day("2026-02-14")).iso() == "2026-02-14");
}

TEST_CASE("calendar: far and empty days have an answer") {
    const Calendar& calendar = Calendar::official();
    CHECK(calendar.add_workdays({}, 5).empty());
    CHECK(calendar.add_workdays(day("9999-12-30"), 100000).iso() == "9999-12-31");
    CHECK(calendar.add_workdays(day("1900-01-02"), -100000).iso() == "1900-01-01");
    CHECK(calendar.workdays(day("2026-03-05"), day("2026-03-04")) == 0);
    CHECK(calendar.workdays({}, day("2026-03-04")) == 0);
    CHECK_FALSE(calendar.is_workday({}));
    CHECK(calendar.workdays(day("1900-01-01"), day("9999-12-31")) > 2'000'000);
}

TEST_CASE("calendar: a year without notice is provisional, until its arrangement is entered") {
    const Calendar& calendar = Calendar::official();
    CHECK_FALSE(calendar.provisional(day("2025-01-01"), day("2026-12-31")));
    CHECK(calendar.provisional(day("2026-12-31"), day("2027-01-01")));
    CHECK(calendar.provisional(day("2024-12-31"), day("2025-01-02")));
    CHECK_FALSE(calendar.provisional({}, day("2027-01-01")));
    // What the law itself gives is known before the notice.
    CHECK_FALSE(calendar.is_workday(day("2027-10-01")));
    CHECK_FALSE(calendar.is_workday(day("2027-02-08")));
    CHECK(calendar.is_workday(day("2027-02-09")));

    model::Plan plan = model::empty_plan(*model::Id::parse("p"));
    for (int i = 0; i < 13; ++i) {
        CHECK(analysis::calendar_for(plan).provisional(day("2027-03-01"), day("2027-03-02")));
        model::CalendarDay row;
        row.id = *model::Id::parse("c" + std::to_string(i));
        row.date = day("2027-10-01").plus(i);
        plan.put(row);
    }
    CHECK_FALSE(analysis::calendar_for(plan).provisional(day("2027-03-01"), day("2027-03-02")));
}

TEST_CASE("calendar: the hospital's own days win over the notice") {
    model::Plan plan = model::empty_plan(*model::Id::parse("p"));
    model::CalendarDay row;
    row.id = *model::Id::parse("a");
    row.date = day("2026-02-17");
    row.kind = DayKind::Work;
    plan.put(row);
    row.id = *model::Id::parse("b");
    row.date = day("2026-03-03");
    row.kind = DayKind::Off;
    plan.put(row);
    const Calendar calendar = analysis::calendar_for(plan);
    CHECK(calendar.is_workday(day("2026-02-17")));
    CHECK_FALSE(calendar.is_workday(day("2026-03-03")));
    CHECK(calendar.add_workdays(day("2026-02-14"), 1).iso() == "2026-02-17");
    CHECK(calendar.workdays(day("2026-01-01"), day("2026-12-31")) == 248);
}

TEST_CASE("calendar: every line of the embedded calendars is a comment, a year or a list of days") {
    for (const base::EmbeddedFile& file : base::embedded_calendars()) {
        for (const std::string_view line : base::split(file.bytes, '\n')) {
            if (line.empty() || line[0] == '#') continue;
            const auto words = base::split(line, ' ');
            CAPTURE(std::string(line));
            if (words[0] == "year") {
                REQUIRE(words.size() == 6);
                CHECK((words[2] == "official" || words[2] == "statutory"));
                continue;
            }
            CHECK((words[0] == "off" || words[0] == "work"));
            for (std::size_t i = 1; i < words.size(); ++i) {
                CHECK(Date::parse(words[i].substr(0, 10)));
                CHECK((words[i].size() == 10 || (words[i].substr(10, 2) == ".." && Date::parse(words[i].substr(12)))));
            }
        }
    }
}
