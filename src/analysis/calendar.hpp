// analysis/calendar.hpp: working days: the State Council's arrangement of holidays (assets/calendar), and on top the
// days on which the hospital departs from it.
#pragma once

#include <string_view>
#include <vector>

#include "model/plan.hpp"

namespace analysis {

using base::Date;

class Calendar {
  public:
    // Reads the format described at the head of assets/calendar/cn-mainland.txt; lines that are none of it are skipped.
    static Calendar parse(std::string_view text);
    // The arrangement that is compiled in.
    static const Calendar& official();

    void set_day(Date day, model::DayKind kind);  // a departure; the last word on that day wins
    void set_days(const std::vector<std::pair<Date, model::DayKind>>& days);

    [[nodiscard]] bool is_workday(Date day) const;
    void set_known(int year);
    // Some day of from..to lies in a year whose arrangement is not known, so that weekends were only guessed.
    [[nodiscard]] bool provisional(Date from, Date to) const;
    // The n-th working day after start, which itself does not count (民法典 201); n < 0: before it; 0: start. Saturates
    // at the ends of the calendar, 1900-01-01 and 9999-12-31.
    [[nodiscard]] Date add_workdays(Date start, int n) const;
    // Working days in first..last, both included; 0 if last < first or one is empty.
    [[nodiscard]] int workdays(Date first, Date last) const;
    [[nodiscard]] Date next_workday(Date day) const;      // day itself if it is one
    [[nodiscard]] Date previous_workday(Date day) const;  // day itself if it is one

  private:
    struct Exception {
        std::int32_t day;
        bool works;
        std::int32_t sum;  // of the corrections to Monday..Friday up to and including this day
    };
    [[nodiscard]] std::vector<Exception>::const_iterator at_or_after(std::int32_t day) const;
    [[nodiscard]] std::int64_t count_until(std::int64_t day) const;
    void add_up();

    std::vector<Exception> exceptions_;  // sorted by day, one each
    std::vector<int> known_years_;       // sorted
};

// The official calendar with the plan's own CalendarDay rows. A year in which these give at least as many days off as
// the law itself (13 since 2025) counts as known: somebody has entered its arrangement.
Calendar calendar_for(const model::Plan& plan);

}  // namespace analysis
