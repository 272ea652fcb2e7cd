// How often something happens, in words, and on which days: by hand, and against days that are looked at one by one.
#include "analysis/recurrence.hpp"

#include <doctest/doctest.h>

#include "analysis/agenda.hpp"
#include "analysis/rule_case.hpp"
#include "support/build.hpp"
#include "support/random_plan.hpp"

using analysis::Calendar;
using analysis::read_recurrence;
using analysis::Recurrence;
using analysis::Repeat;
using analysis::repeats;
using analysis::RepeatUnit;
using analysis_test::Build;
using analysis_test::day;
using model::Date;

namespace {
std::string listed(std::string_view words, std::string_view from, std::string_view to, std::string_view anchor = "") {
    const auto how = read_recurrence(words);
    REQUIRE(how.has_value());
    std::string text;
    for (const Repeat& one :
         repeats(*how, Calendar::official(), anchor.empty() ? Date() : day(anchor), day(from), day(to)))
        text += (text.empty() ? "" : " ") + one.date.iso().substr(5);
    return text;
}
}  // namespace

TEST_CASE("recurrence: words") {
    const auto is = [](std::string_view words, const Recurrence& wanted) {
        CAPTURE(words);
        CHECK((read_recurrence(words) == wanted));
    };
    is("每日", {RepeatUnit::Day, 1, {}, 0, 0});
    is("每个工作日", {RepeatUnit::Day, 1, {}, 0, 0});
    is("每90天", {RepeatUnit::Day, 90, {}, 0, 0});
    is("每周一次", {RepeatUnit::Week, 1, {}, 0, 0});
    is("每周一", {RepeatUnit::Week, 1, {1}, 0, 0});
    is("每周二、周五", {RepeatUnit::Week, 1, {2, 5}, 0, 0});
    is("每週日", {RepeatUnit::Week, 1, {7}, 0, 0});
    is("每两周", {RepeatUnit::Week, 2, {}, 0, 0});
    is("每隔一周", {RepeatUnit::Week, 2, {}, 0, 0});
    is("每月", {RepeatUnit::Month, 1, {}, 0, 0});
    is("每月5日前", {RepeatUnit::Month, 1, {}, 5, 0});
    is("每月底", {RepeatUnit::Month, 1, {}, 0, 0});
    is("每月初", {RepeatUnit::Month, 1, {}, 1, 0});
    is("每月汇报一次，要事随时报告", {RepeatUnit::Month, 1, {}, 0, 0});
    is("例会每周一次，工作群每日", {RepeatUnit::Week, 1, {}, 0, 0});
    is("每三个月", {RepeatUnit::Month, 3, {}, 0, 0});
    is("每季度末", {RepeatUnit::Month, 3, {}, 0, 0});
    is("每半年一次", {RepeatUnit::Month, 6, {}, 0, 0});
    is("每年12月20日", {RepeatUnit::Month, 12, {}, 20, 12});
    is("每年3月", {RepeatUnit::Month, 12, {}, 0, 3});
    is("once in six months", {RepeatUnit::Month, 6, {}, 0, 0});
    is("Meeting once a week, chat every day", {RepeatUnit::Week, 1, {}, 0, 0});
    is("every 90 days", {RepeatUnit::Day, 90, {}, 0, 0});
    is("monthly", {RepeatUnit::Month, 1, {}, 0, 0});
    for (const std::string_view none :
         {"", "视情况", "每月两次", "每周2-3次", "每次会议后", "项目结束时", "twice a month"}) {
        CAPTURE(none);
        CHECK_FALSE(read_recurrence(none).has_value());
    }
}

TEST_CASE("recurrence: by hand, over the spring festival and the first of May of 2026") {
    // 15 to 23 February are off, 14 and 28 February are worked.
    CHECK(listed("每周一", "2026-02-01", "2026-03-08") == "02-02 02-09 02-24 03-02");
    CHECK(listed("每周", "2026-02-01", "2026-03-08") == "02-06 02-14 02-28 03-06");
    CHECK(listed("每月15日", "2026-01-01", "2026-05-31") == "01-15 02-24 03-16 04-15 05-15");
    CHECK(listed("每月", "2026-01-01", "2026-06-30") == "01-30 02-28 03-31 04-30 05-29 06-30");
    CHECK(listed("每月1日", "2026-04-15", "2026-06-15") == "05-06 06-01");
    CHECK(listed("每月31日", "2026-04-01", "2026-06-30") == "04-30 05-29 06-30");
    CHECK(listed("每季度末", "2026-01-01", "2026-12-31") == "03-31 06-30 09-30 12-31");
    CHECK(listed("每半年", "2026-01-01", "2026-12-31") == "06-30 12-31");
    CHECK(listed("每年3月7日", "2025-01-01", "2026-12-31") == "03-07 03-09");
    CHECK(listed("每90天", "2026-01-01", "2026-12-31", "2026-01-05") == "04-07 07-06 10-08 12-31");
    CHECK(listed("每两周", "2026-03-01", "2026-04-15", "2026-03-02") == "03-20 04-03");
    CHECK(listed("每日", "2026-05-01", "2026-05-10") == "05-06 05-07 05-08 05-09");
}

TEST_CASE("recurrence: weeks and months as days that are looked at one by one") {
    for (std::uint64_t seed = 0; seed < support::seeds(2000, 100); ++seed) {
        CAPTURE(seed);
        support::Random random(seed);
        const Calendar& calendar = Calendar::official();
        const Date from = day("2025-01-01").plus(static_cast<int>(random.below(500)));
        const Date to = from.plus(static_cast<int>(random.below(200)));
        const bool weekly = random.one_in(2);
        Recurrence how{weekly ? RepeatUnit::Week : RepeatUnit::Month, 1, {}, 0, 0};
        if (weekly)
            how.weekdays = {static_cast<int>(1 + random.below(7))};
        else
            how.day = static_cast<int>(1 + random.below(31));
        std::vector<Date> found;
        for (Date at = from.plus(-40); at <= to.plus(40); at = at.plus(1)) {
            const bool last_of_month = at.plus(1).month() != at.month();
            const bool meant =
                weekly ? at.weekday() == how.weekdays[0] : at.day() == how.day || (last_of_month && at.day() < how.day);
            if (!meant) continue;
            const auto same = [&](Date other) {
                return weekly ? at.plus(-at.weekday()) == other.plus(-other.weekday())
                              : at.month() == other.month() && at.year() == other.year();
            };
            Date date = at;
            while (!calendar.is_workday(date) && same(date)) date = date.plus(1);
            if (!same(date)) {
                date = at;
                while (!calendar.is_workday(date) && same(date)) date = date.plus(-1);
            }
            if (same(date) && date >= from && date <= to) found.push_back(date);
        }
        std::vector<Date> told;
        for (const Repeat& one : repeats(how, calendar, {}, from, to)) told.push_back(one.date);
        CHECK((told == found));
    }
}

TEST_CASE("agenda: what repeats, what is due, what nobody can expand") {
    Build b;
    b.cover().start = day("2026-02-01");
    b.cover().finish = day("2026-04-30");
    auto& duty = b.add<model::RecurringDuty>();
    duty.title = "消毒登记";
    duty.frequency = "每月5日";
    auto& vague = b.add<model::RecurringDuty>();
    vague.frequency = "视情况";
    auto& account = b.add<model::Account>();
    account.password_rotation_days = 30;
    account.password_changed_on = day("2026-02-10");
    auto& milestone = b.add<model::Milestone>();
    milestone.date = day("2026-04-05");  // a day off
    auto& reached = b.add<model::Milestone>();
    reached.date = day("2026-03-05");
    reached.reached_on = day("2026-03-04");
    const auto agenda = analysis::agenda(b.plan, analysis::calendar_for(b.plan), day("2026-01-01"), {}, {});
    std::string text;
    for (const auto& item : agenda.items)
        text += item.date.iso() + " " + std::string(name_of(item.occasion)) + (item.day_off ? " off\n" : "\n");
    CHECK(text ==
          "2026-02-05 duty\n2026-03-05 duty\n2026-03-12 password\n2026-04-05 milestone off\n2026-04-07 duty\n"
          "2026-04-13 password\n");
    REQUIRE(agenda.unread.size() == 1);
    CHECK(agenda.unread[0].text == "视情况");
}
