// analysis/recurrence.hpp: how often something happens, as people write it (每周一, 每月5日, 每季度末), and on which
// days.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "analysis/calendar.hpp"

namespace analysis {

enum class RepeatUnit : std::uint8_t { Day, Week, Month };

struct Recurrence {
    RepeatUnit unit = RepeatUnit::Month;
    int every = 1;              // units; a quarter is 3 months, a year 12
    std::vector<int> weekdays;  // of Week: 1 Monday .. 7, ascending; empty: the week's last day
    int day = 0;                // of Month: 1..31 of the month, the last where it has fewer; 0: the period's last day
    int month = 0;              // of a year's day: 1..12; 0: the period's last month, or each where every is 1
    bool operator==(const Recurrence&) const = default;
};

// 每日, 每周, 每周一、四, 每两周, 每月, 每月5日, 每月底, 每季度, 每半年, 每年, 每年3月5日, 每90天, 每3个月, each also
// with words behind (每月一次), and the first of several in a sentence; in English daily, weekly, monthly, quarterly,
// yearly, every week, once a month, once in six months, every 90 days. Nothing: none of these, or several times a
// period.
std::optional<Recurrence> read_recurrence(std::string_view words);

struct Repeat {
    Date nominal;  // by the words
    Date date;     // the working day in its place
};

// Those whose working day lies in from..to, in order. Periods of months that divide a year are those of the calendar
// (quarters begin in January); other ones, and days and weeks more than one apart, are counted from the anchor: the
// first is one period after it. Without an anchor: from `from`.
//
// The rule for days off: the next working day; if that is in the next period, the last working day of this one; if it
// has none, this time falls away. Every day means every working day.
std::vector<Repeat> repeats(const Recurrence& recurrence, const Calendar& calendar, Date anchor, Date from, Date to);

}  // namespace analysis
