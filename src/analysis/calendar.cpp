#include "analysis/calendar.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/embedded.hpp"
#include "base/text.hpp"

namespace analysis {
namespace {
using model::DayKind;
using Days = std::vector<std::pair<Date, DayKind>>;

constexpr int statutory_days = 13;                              // 全国年节及纪念日放假办法, 2024
constexpr std::int32_t first_day = -25567, last_day = 2932896;  // 1900-01-01, 9999-12-31

// Mondays to Fridays from the week of 1970-01-01 to day, negative before; 1970-01-01 was a Thursday.
std::int64_t weekdays_until(std::int64_t day) {
    const std::int64_t since_monday = day + 3;
    const std::int64_t week = since_monday >= 0 ? since_monday / 7 : -((-since_monday + 6) / 7);
    return week * 5 + std::min<std::int64_t>(since_monday - week * 7 + 1, 5);
}

bool is_weekday(std::int32_t day) {
    return weekdays_until(day) != weekdays_until(std::int64_t{day} - 1);
}

// "2025-01-01" or "2025-01-28..2025-02-04"
void read_days(std::string_view word, DayKind kind, Days& days) {
    const std::size_t dots = word.find("..");
    const auto first = Date::parse(word.substr(0, dots));
    const auto last = dots == std::string_view::npos ? first : Date::parse(word.substr(dots + 2));
    if (!first || !last || last->days() - first->days() > 366) return;
    for (Date day = *first; day <= *last; day = day.plus(1)) days.emplace_back(day, kind);
}
}  // namespace

Calendar Calendar::parse(std::string_view text) {
    Calendar calendar;
    Days days;
    for (const std::string_view line : base::split(text, '\n')) {
        const std::vector<std::string_view> words = base::split(base::trim(line), ' ');
        if (words[0] == "year" && words.size() >= 3 && words[2] == "official") {
            if (const auto new_year = Date::parse(std::string(words[1]) + "-01-01"))
                calendar.set_known(new_year->year());
        } else if (words[0] == "off" || words[0] == "work") {
            for (std::size_t i = 1; i < words.size(); ++i)
                read_days(words[i], words[0] == "off" ? DayKind::Off : DayKind::Work, days);
        }
    }
    calendar.set_days(days);
    return calendar;
}

const Calendar& Calendar::official() {
    static const Calendar calendar = [] {
        std::string text;
        for (const base::EmbeddedFile& file : base::embedded_calendars()) text += std::string(file.bytes) + "\n";
        return parse(text);
    }();
    return calendar;
}

std::vector<Calendar::Exception>::const_iterator Calendar::at_or_after(std::int32_t day) const {
    return std::ranges::lower_bound(exceptions_, day, {}, &Exception::day);
}

void Calendar::add_up() {
    std::int32_t sum = 0;
    for (Exception& exception : exceptions_) {
        const bool weekday = is_weekday(exception.day);
        sum += (exception.works ? 1 : 0) - (weekday ? 1 : 0);
        exception.sum = sum;
    }
}

void Calendar::set_known(int year) {
    const auto at = std::ranges::lower_bound(known_years_, year);
    if (at == known_years_.end() || *at != year) known_years_.insert(at, year);
}

void Calendar::set_day(Date day, DayKind kind) {
    set_days({{day, kind}});
}

void Calendar::set_days(const Days& days) {
    for (const auto& [day, kind] : days)
        if (!day.empty()) exceptions_.push_back({day.days(), kind == DayKind::Work, 0});
    std::ranges::stable_sort(exceptions_, [](auto& a, auto& b) { return a.day < b.day; });
    std::vector<Exception> kept;
    for (const Exception& exception : exceptions_) {
        if (!kept.empty() && kept.back().day == exception.day) kept.pop_back();
        kept.push_back(exception);
    }
    exceptions_ = std::move(kept);
    add_up();
}

bool Calendar::is_workday(Date day) const {
    if (day.empty()) return false;
    const auto at = at_or_after(day.days());
    return at != exceptions_.end() && at->day == day.days() ? at->works : is_weekday(day.days());
}

bool Calendar::provisional(Date from, Date to) const {
    if (from.empty() || to.empty() || to < from) return false;
    for (int year = from.year(); year <= to.year(); ++year)
        if (!std::ranges::binary_search(known_years_, year)) return true;
    return false;
}

std::int64_t Calendar::count_until(std::int64_t day) const {
    const auto after =
        std::ranges::upper_bound(exceptions_, day, {}, [](const Exception& e) { return std::int64_t{e.day}; });
    return weekdays_until(day) + (after == exceptions_.begin() ? 0 : std::prev(after)->sum);
}

Date Calendar::add_workdays(Date start, int n) const {
    if (start.empty() || n == 0) return start;
    const std::int64_t from = start.days();
    // The wanted day is the first on which the count of working days reaches this:
    const std::int64_t wanted = n > 0 ? count_until(from) + n : count_until(from - 1) + n + 1;
    std::int64_t low = n > 0 ? from + 1 : first_day, high = n > 0 ? last_day : from - 1;
    while (low < high) {
        const std::int64_t middle = low + (high - low) / 2;
        if (count_until(middle) >= wanted)
            high = middle;
        else
            low = middle + 1;
    }
    return Date::from_days(static_cast<std::int32_t>(low));
}

int Calendar::workdays(Date first, Date last) const {
    if (first.empty() || last.empty() || last < first) return 0;
    return static_cast<int>(count_until(last.days()) - count_until(std::int64_t{first.days()} - 1));
}

Date Calendar::next_workday(Date day) const {
    return is_workday(day) ? day : add_workdays(day, 1);
}

Date Calendar::previous_workday(Date day) const {
    return is_workday(day) ? day : add_workdays(day, -1);
}

Calendar calendar_for(const model::Plan& plan) {
    Calendar calendar = Calendar::official();
    Days days;
    std::set<Date> off;
    for (const model::CalendarDay& row : plan.rows<model::CalendarDay>()) {
        days.emplace_back(row.date, row.kind);
        if (row.kind == DayKind::Off && !row.date.empty()) off.insert(row.date);
    }
    if (!days.empty()) calendar.set_days(days);
    std::map<int, int> off_by_year;
    for (const Date day : off)
        if (++off_by_year[day.year()] == statutory_days) calendar.set_known(day.year());
    return calendar;
}

}  // namespace analysis
