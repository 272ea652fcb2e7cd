// The calendar of a plan: its days, what comes back, and the text of RFC 5545.
#include "report/ics.hpp"

#include <doctest/doctest.h>

#include <set>

#include "base/text.hpp"
#include "support/content.hpp"
#include "support/random_plan.hpp"

using namespace report;

namespace {
using base::Frequency, base::Period;

base::Date ics_day(const char* iso) {
    return *base::Date::parse(iso);
}
const base::Date ics_today = ics_day("2026-07-15");

// The lines as they were before they were folded.
std::vector<std::string> ics_lines(const std::string& file) {
    std::vector<std::string> lines;
    for (std::string_view line : base::split(file, '\n')) {
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.starts_with(' '))
            lines.back() += line.substr(1);
        else
            lines.emplace_back(line);
    }
    return lines;
}
std::string one_event(Event event) {
    event.uid = "u";
    return to_ics({"甲", "zh-Hans", ics_today, {std::move(event)}});
}
// First day, rule and exceptions in one line.
std::string recurring(const char* start, const char* until, const Frequency& frequency) {
    const auto found = recurring_from(ics_day(start), *until ? ics_day(until) : base::Date{}, frequency,
                                      analysis::Calendar::official());
    if (!found) return "never";
    std::string text;
    for (const std::string& line :
         ics_lines(one_event({.first = found->first, .last = found->first, .recurrence = found->recurrence})))
        for (const char* name : {"DTSTART", "RRULE", "EXDATE", "RDATE", "RECURRENCE-ID"})
            if (line.starts_with(name)) text += line.substr(line.rfind(':') + 1) + " ";
    return text;
}
}  // namespace

TEST_CASE("calendar: what comes back, from its first day on") {
    CHECK(recurring("2026-03-02", "2026-03-31", {Period::Week, 1}) == "20260302 FREQ=WEEKLY;BYDAY=MO;UNTIL=20260331 ");
    CHECK(recurring("2026-03-01", "2026-03-31", {Period::Week, 1}) == "20260302 FREQ=WEEKLY;BYDAY=MO;UNTIL=20260331 ");
    CHECK(recurring("2026-03-04", "2026-03-31", {Period::Week, 2, {2, 4}}) ==
          "20260305 FREQ=WEEKLY;BYDAY=TU,TH;INTERVAL=2;UNTIL=20260331 ");
    CHECK(recurring("2026-03-10", "2026-05-01", {Period::Month, 1, {}, 5}) ==
          "20260405 FREQ=MONTHLY;BYMONTHDAY=5;UNTIL=20260501 20260405 20260407 ");  // 4–6 April are off
    CHECK(recurring("2026-01-20", "2026-12-31", {Period::Month, 3, {}, -1})
              .starts_with("20260331 FREQ=MONTHLY;BYMONTHDAY=-1;INTERVAL=3;UNTIL=20261231 "));
    CHECK(recurring("2026-03-02", "2026-03-10", {Period::Month, 1, {}, 30}) == "never");
    CHECK(recurring("2026-03-02", "2026-03-31", {Period::Month, 1, {}, 31}) ==
          "20260331 FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1;UNTIL=20260331 ");
    CHECK(recurring("2026-03-02", "2026-03-31", {Period::Year, 1}) == "20260302 FREQ=YEARLY;UNTIL=20260331 ");
    CHECK(recurring("2024-02-29", "2024-12-31", {Period::Year, 1}) == "20240228 FREQ=YEARLY;UNTIL=20241231 ");
    CHECK(recurring("2026-03-02", "", {Period::Day, 3}) == "20260302 FREQ=DAILY;INTERVAL=3 ");
    CHECK(recurring("9999-12-30", "", {Period::Month, 1, {}, 5}) == "never");
    CHECK(recurring("9999-12-31", "", {Period::Week, 1, {1}}) == "never");
}

TEST_CASE("calendar: where nobody works, the next working day takes its place, or the next time does") {
    // 15–23 February 2026 are off: Monday the 16th moves to the 24th, which is later than Monday the 23rd; so it is
    // left out, and the 23rd moves.
    CHECK(recurring("2026-02-09", "2026-03-02", {Period::Week, 1, {1}}) ==
          "20260209 FREQ=WEEKLY;BYDAY=MO;UNTIL=20260302 20260216 20260223 20260224 ");
    // Every working day: 1–3 January are off, Sunday the 4th is worked.
    CHECK(recurring("2025-12-31", "2026-01-06", {Period::Workday, 1}) ==
          "20251231 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20260106 20260101 20260102 20260104 ");
    // Every day means every day.
    CHECK(recurring("2026-02-15", "2026-02-20", {Period::Day, 1}) == "20260215 FREQ=DAILY;UNTIL=20260220 ");
}

TEST_CASE("calendar: no line is longer than 75 octets, none is cut inside a character, all end in CR LF") {
    std::string text;
    for (int i = 0; i < 4000; ++i) text += i % 7 == 0 ? "a" : i % 5 == 0 ? "𠮷" : "急";
    const std::string file = one_event({.first = ics_today, .last = ics_today, .summary = text});
    for (std::string_view line : base::split(std::string_view(file).substr(0, file.size() - 1), '\n')) {
        CHECK(line.ends_with('\r'));
        CHECK(line.size() <= 76);
        CHECK(base::find_invalid_utf8(line) == std::string_view::npos);
    }
    const auto lines = ics_lines(file);
    CHECK(std::ranges::find(lines, "SUMMARY:" + text) != lines.end());
}

TEST_CASE("calendar: texts stay texts") {
    const std::string file =
        one_event({.first = ics_today, .last = ics_today, .summary = "一;二,三\\四\nEND:VEVENT\r\n\x01\xE2\x80\xAE五"});
    CHECK(base::contains(file, "SUMMARY:一\\;二\\,三\\\\四\\nEND:VEVENT\\n五\r\n"));
}

TEST_CASE("calendar: an event's days, its state, and the day of making as number of its version") {
    const std::string file = one_event(
        {.first = ics_day("2026-03-05"), .last = ics_day("2026-03-06"), .summary = "甲", .is_cancelled = true});
    for (const char* line : {"DTSTART;VALUE=DATE:20260305\r\n", "DTEND;VALUE=DATE:20260307\r\n", "STATUS:CANCELLED\r\n",
                             "DTSTAMP:20260715T000000Z\r\n", "SEQUENCE:9692\r\n", "UID:u\r\n", "METHOD:PUBLISH\r\n"})
        CHECK(base::contains(file, line));
    CHECK(!base::contains(one_event({.first = ics_day("9999-12-31"), .last = ics_day("9999-12-31")}), "DTEND"));
    CHECK(to_ics({"甲", "zh-Hans", ics_today, {}}).empty());
}

TEST_CASE("calendar: every dated row of the examples and of random plans is there once, under its own uid") {
    std::vector<model::Plan> plans;
    for (const std::string& id : support::template_ids()) plans.push_back(support::example(id));
    for (std::uint64_t seed = 1; seed <= 20; ++seed) plans.push_back(support::random_plan(seed));
    for (const model::Plan& plan : plans) {
        const Agenda agenda = plan_agenda(plan, base::Words::simplified_chinese(), ics_today);
        std::set<std::string> uids;
        for (const Event& event : agenda.events) {
            CHECK(uids.insert(event.uid).second);
            CHECK(event.first <= event.last);
            CHECK(!event.summary.empty());
        }
        // Counted without the builder.
        std::size_t dated = 0, found = 0;
        for (const model::Task& task : plan.rows<model::Task>()) dated += task.start || task.finish ? 1 : 0;
        for (const model::Milestone& one : plan.rows<model::Milestone>()) dated += one.date ? 1 : 0;
        for (const model::Finding& one : plan.rows<model::Finding>()) dated += one.deadline ? 1 : 0;
        for (const model::Measure& one : plan.rows<model::Measure>()) dated += one.deadline ? 1 : 0;
        for (const Event& event : agenda.events)
            for (const char* record : {"task-", "milestone-", "finding-", "measure-"})
                found += event.uid.starts_with(record) ? 1 : 0;
        CHECK(found == dated);
    }
}
