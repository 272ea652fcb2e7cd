// When something that comes back regularly first takes place, and which of its days move because nobody works.
#include <algorithm>

#include "report/agenda.hpp"

namespace report {
namespace {
using base::Date;
using base::Frequency;
using base::Period;

constexpr std::int32_t days_looked_at = 2 * 366;
constexpr std::int32_t longest_gap = 400;  // to the next time, if that is to be told from the end
constexpr int months_a_year = 12;
constexpr int surest_day = 28;  // that every month has

Date last_of_month(int year, int month) {
    for (int day = 31; day >= surest_day; --day)
        if (const auto date = Date::from_ymd(year, month, day)) return *date;
    return {};
}

// The day of that month, or its last if it has no such day; empty beyond the calendar.
Date day_of_month(int months, int day) {  // months since year 0
    const int year = months / months_a_year, month = months % months_a_year + 1;
    const Date last = last_of_month(year, month);
    if (day < 0 || last.empty() || day >= last.day()) return last;
    return Date::from_ymd(year, month, day).value_or(Date{});
}
int months_of(Date date) {
    return date.year() * months_a_year + date.month() - 1;
}

// A quarter ends with March, June …; of other numbers of months nobody knows where they end.
int first_month(Date start, const Frequency& frequency) {
    const int months = months_of(start), every = frequency.every;
    if (months_a_year % every != 0 || frequency.month_day == 0) return months;
    if (frequency.month_day == -1) return (months + every) / every * every - 1;
    return frequency.month_day == 1 ? (months + every - 1) / every * every : months;
}

// The day on which it takes place for the nth time (0: the first); empty beyond the calendar. Of Week with several
// weekdays and of Workday only days of one kind follow each other, see walk().
class RecurringDays {
  public:
    RecurringDays(Date first, const Frequency& frequency) : first_(first), frequency_(frequency) {}
    // Calls found(day) for each day from the first to `until`.
    template <class Found> void walk(Date until, Found found) const {
        if (frequency_.period == Period::Month || frequency_.period == Period::Year) {
            const int every = frequency_.every * (frequency_.period == Period::Year ? months_a_year : 1);
            const int day = frequency_.period == Period::Year ? first_.day() : frequency_.month_day;
            for (int months = months_of(first_);; months += every) {
                const Date date = day_of_month(months, day);
                if (date.empty() || date > until) return;
                if (date >= first_) found(date);
            }
        }
        const Date monday = first_.plus(1 - first_.weekday());
        for (Date date = first_; date <= until; date = date.plus(1))
            if (takes_place(date, monday)) found(date);
    }

  private:
    [[nodiscard]] bool takes_place(Date date, Date monday) const {
        switch (frequency_.period) {
            case Period::Day:
                return (date.days() - first_.days()) % frequency_.every == 0;
            case Period::Workday:
                return date.weekday() <= 5;
            default:
                return (date.days() - monday.days()) / 7 % frequency_.every == 0 &&
                       std::ranges::find(frequency_.weekdays, date.weekday()) != frequency_.weekdays.end();
        }
    }
    Date first_;
    const Frequency& frequency_;
};

// Makes every field of the frequency say something, and gives the first day; empty beyond the calendar.
Date settle(Date start, Frequency& frequency, const analysis::Calendar& calendar) {
    switch (frequency.period) {
        case Period::Day:
            return start;
        case Period::Workday:
            for (Date day = start; day < start.plus(60); day = day.plus(1))
                if (day.weekday() <= 5 && calendar.is_workday(day)) return day;
            return start;
        case Period::Week:
            if (frequency.weekdays.empty()) frequency.weekdays = {calendar.next_workday(start).weekday()};
            while (std::ranges::find(frequency.weekdays, start.weekday()) == frequency.weekdays.end())
                start = start.plus(1);
            return start;
        case Period::Month: {
            int months = first_month(start, frequency);
            if (frequency.month_day == 0) frequency.month_day = std::min(start.day(), surest_day);
            Date first = day_of_month(months, frequency.month_day);
            if (!first.empty() && first < start) first = day_of_month(months + frequency.every, frequency.month_day);
            return first;
        }
        case Period::Year:
            return start.day() > surest_day && start.month() == 2 ? start.plus(surest_day - start.day()) : start;
    }
    return start;
}

using Exceptions = std::vector<Recurrence::Exception>;

// Every working day: those of Monday to Friday that are off are left out, weekends that are worked come on top.
Exceptions of_workdays(Date first, Date until, const analysis::Calendar& calendar) {
    Exceptions exceptions;
    for (Date day = first; day <= until; day = day.plus(1)) {
        const bool is_weekday = day.weekday() <= 5;
        if (calendar.is_workday(day) == is_weekday) continue;
        exceptions.push_back(is_weekday ? Recurrence::Exception{day, {}} : Recurrence::Exception{{}, day});
    }
    return exceptions;
}

Exceptions of_days_off(const std::vector<Date>& days, Date until, const analysis::Calendar& calendar) {
    Exceptions exceptions;
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (days[i] > until || calendar.is_workday(days[i])) continue;
        const Date next = calendar.next_workday(days[i]);
        const bool is_taken = i + 1 < days.size() && next >= days[i + 1];
        exceptions.push_back({days[i], is_taken ? Date{} : next});
    }
    return exceptions;
}
}  // namespace

std::optional<Recurring> recurring_from(Date start, Date until, const Frequency& frequency,
                                        const analysis::Calendar& calendar) {
    const Date end = Date::from_ymd(9999, 12, 31).value_or(Date{});
    Recurring recurring{{}, {frequency, until}};
    Frequency& settled = recurring.recurrence.frequency;
    recurring.first = settle(start, settled, calendar);
    if (recurring.first.empty() || recurring.first > (until.empty() ? end : until)) return std::nullopt;
    const Date last = std::min(recurring.first.plus(days_looked_at), until.empty() ? end : until);
    if (settled.period == Period::Workday)
        recurring.recurrence.exceptions = of_workdays(recurring.first, last, calendar);
    if (settled.period == Period::Day || settled.period == Period::Workday) return recurring;
    std::vector<Date> days;  // one more than is looked at, to see what comes next
    RecurringDays(recurring.first, settled).walk(std::min(last.plus(longest_gap), end), [&](Date day) {
        if (days.empty() || days.back() <= last) days.push_back(day);
    });
    recurring.recurrence.exceptions = of_days_off(days, last, calendar);
    return recurring;
}

}  // namespace report
