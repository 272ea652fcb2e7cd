// base/date_reading.hpp: days as people write them. What can mean several days is refused with a reason, never guessed.
#pragma once

#include <optional>
#include <string_view>

#include "base/callback.hpp"
#include "base/date.hpp"

namespace base {

using WorkdayCount = Callback<Date(Date, int)>;  // the day so many working days later

struct DateContext {
    Date today;
    WorkdayCount add_workdays = {};
    Date from = {}, to = {};  // what the days belong to, a plan's period; either may be open
};

enum class DateFault : std::uint8_t {
    None,
    Unknown,    // no day at all, or none that exists
    ShortYear,  // 26-3-5
    YearLast,   // 3/5/2026: 5 March or 3 May
    Weekday,    // 2026年3月5日星期一: it is a Thursday
};
struct DateReading {
    std::optional<Date> date;  // of an empty text an empty one
    bool year_added = false;   // the text says none, see year_for
    DateFault fault = DateFault::None;
};

// 2026-3-5, 2026/3/5, 2026.3.5, 20260305, 2026年3月5日, each also with its weekday behind it or with 0:00 as
// spreadsheets write it, in full or half width; without a year 3月5日, 3/5, 3-5; 今天, 明天, 昨天, 后天, +5, -3, +2周,
// +5工作日.
DateReading read_date(std::string_view text, const DateContext& context);

// The year that a day without one means: the next one in the period, where a day of the last quarter still counts as
// next, because what has been done is entered, too; if all are past, the last one. Without a period, or where it has no
// such day: the next one from a quarter ago on. Nothing: that year has no such day (2月29日).
std::optional<Date> in_fitting_year(int month, int day, const DateContext& context);

}  // namespace base
