#include "analysis/recurrence.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace analysis {
namespace {
using Phrase = std::string_view;

bool take_word(Phrase& text, Phrase word) {
    if (!text.starts_with(word)) return false;
    text.remove_prefix(word.size());
    return true;
}
bool take_any(Phrase& text, std::initializer_list<Phrase> words) {
    return std::ranges::any_of(words, [&](Phrase word) { return take_word(text, word); });
}

// 1..999 in digits, or 一 .. 十二; 0: none.
int take_count(Phrase& text) {
    int number = 0, digits = 0;
    while (!text.empty() && text[0] >= '0' && text[0] <= '9' && digits < 3) {
        number = number * 10 + (text[0] - '0');
        text.remove_prefix(1);
        ++digits;
    }
    if (digits > 0) return number;
    constexpr Phrase names[] = {"十二", "十一", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "两", "兩"};
    constexpr int values[] = {12, 11, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 2, 2};
    for (std::size_t i = 0; i < std::size(names); ++i)
        if (take_word(text, names[i])) return values[i];
    return 0;
}

std::vector<int> take_weekdays(Phrase& text) {
    std::vector<int> days;
    for (;;) {
        Phrase rest = text;
        if (!days.empty()) {
            if (!take_any(rest, {"、", "，", ",", "和", "及"})) break;
            take_any(rest, {"周", "週", "星期"});
        }
        constexpr Phrase names[] = {"一", "二", "三", "四", "五", "六", "日", "天"};
        const auto name = std::ranges::find_if(names, [&](Phrase word) { return take_word(rest, word); });
        if (name == std::end(names) || rest.starts_with("次")) break;
        days.push_back(std::min(static_cast<int>(name - std::begin(names)) + 1, 7));
        text = rest;
    }
    std::ranges::sort(days);
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

// More than once a period: on which days it does not say.
bool is_several(Phrase rest) {
    take_any(rest, {"至少", "不少于", "不少於", "最少"});
    const int times = take_count(rest);
    return times > 1 && (rest.starts_with("次") || rest.starts_with("-") || rest.starts_with("至"));
}

std::optional<Recurrence> in_months(Phrase rest, int count, int months) {
    Recurrence repeated{RepeatUnit::Month, count * months, {}, 0, 0};
    if (is_several(rest) || repeated.every > 1200) return std::nullopt;
    Phrase tail = rest;
    const int first = take_count(tail);
    if (months == 12 && first >= 1 && first <= 12 && take_word(tail, "月")) {
        repeated.month = first;
        if (take_any(tail, {"底", "末"})) return repeated;
        const int day = take_count(tail);
        if (day >= 1 && day <= 31 && take_any(tail, {"日", "号", "號"})) repeated.day = day;
        return repeated;
    }
    if (months == 1 && first >= 1 && first <= 31 && take_any(tail, {"日", "号", "號"})) repeated.day = first;
    if (take_any(rest, {"初", "首日"})) {
        repeated.day = 1;
        if (repeated.every > 1 && 12 % repeated.every == 0) repeated.month = 1;
    }
    return repeated;
}

// What follows 每.
std::optional<Recurrence> after_each(Phrase rest) {
    const bool skips = take_word(rest, "隔");
    int count = take_count(rest);
    count = std::max(count, 1) + (skips ? 1 : 0);
    take_any(rest, {"个", "個"});
    if (take_any(rest, {"工作日", "日", "天"})) {
        if (is_several(rest)) return std::nullopt;
        return Recurrence{RepeatUnit::Day, count, {}, 0, 0};
    }
    if (take_any(rest, {"周", "週", "星期"})) {
        if (is_several(rest)) return std::nullopt;
        return Recurrence{RepeatUnit::Week, count, take_weekdays(rest), 0, 0};
    }
    if (take_any(rest, {"半年", "学期", "學期"})) return in_months(rest, count, 6);
    if (take_any(rest, {"季度", "季"})) return in_months(rest, count, 3);
    if (take_any(rest, {"月份", "月"})) return in_months(rest, count, 1);
    if (take_any(rest, {"年度", "年"})) return in_months(rest, count, 12);
    return std::nullopt;
}

std::optional<Recurrence> in_english(Phrase words) {
    std::string text = base::to_lower_ascii(words);
    struct Name {
        Phrase word;
        RepeatUnit unit;
        int every;
    };
    constexpr Name names[] = {
        {"six months", RepeatUnit::Month, 6},    {"half a year", RepeatUnit::Month, 6},
        {"quarterly", RepeatUnit::Month, 3},     {"a quarter", RepeatUnit::Month, 3},
        {"every quarter", RepeatUnit::Month, 3}, {"monthly", RepeatUnit::Month, 1},
        {"a month", RepeatUnit::Month, 1},       {"every month", RepeatUnit::Month, 1},
        {"weekly", RepeatUnit::Week, 1},         {"a week", RepeatUnit::Week, 1},
        {"every week", RepeatUnit::Week, 1},     {"yearly", RepeatUnit::Month, 12},
        {"annually", RepeatUnit::Month, 12},     {"a year", RepeatUnit::Month, 12},
        {"every year", RepeatUnit::Month, 12},   {"daily", RepeatUnit::Day, 1},
        {"a day", RepeatUnit::Day, 1},           {"every day", RepeatUnit::Day, 1},
    };
    for (const Phrase several : {"twice", "times"})
        if (base::contains(text, several)) return std::nullopt;
    if (const std::size_t at = text.find("every "); at != std::string::npos) {
        Phrase rest = Phrase(text).substr(at + 6);
        const int count = take_count(rest);
        if (count > 0 && take_any(rest, {" day", " working day"})) return Recurrence{RepeatUnit::Day, count, {}, 0, 0};
        if (count > 0 && take_word(rest, " week")) return Recurrence{RepeatUnit::Week, count, {}, 0, 0};
        if (count > 0 && take_word(rest, " month")) return Recurrence{RepeatUnit::Month, count, {}, 0, 0};
    }
    const Name* first = nullptr;
    std::size_t place = std::string::npos;
    for (const Name& name : names)
        if (const std::size_t at = text.find(name.word); at < place) first = &name, place = at;
    if (!first) return std::nullopt;
    return Recurrence{first->unit, first->every, {}, 0, 0};
}

Date month_day(int months, int day) {  // months since year 0
    const int year = months / 12, month = months % 12 + 1;
    for (int at = day == 0 ? 31 : day; at >= 28; --at)
        if (const auto date = Date::from_ymd(year, month, at)) return *date;
    return Date::from_ymd(year, month, day).value_or(Date());
}

// A period and the days in it that are meant.
struct Period {
    Date first, last;
    std::vector<Date> days;
};

void add_repeats(const Period& period, const Calendar& calendar, Date from, Date to, std::vector<Repeat>& all) {
    for (const Date nominal : period.days) {
        Date date = calendar.next_workday(nominal);
        if (date > period.last) date = calendar.previous_workday(nominal);
        if (date < period.first || date < from || date > to) continue;
        if (all.empty() || all.back().date < date) all.push_back({nominal, date});
    }
}
}  // namespace

std::optional<Recurrence> read_recurrence(std::string_view words) {
    for (std::size_t at = words.find("每"); at != Phrase::npos; at = words.find("每", at + 1))
        if (const auto read = after_each(words.substr(at + Phrase("每").size()))) return read;
    if (words.find("每") != Phrase::npos) return std::nullopt;
    return in_english(words);
}

std::vector<Repeat> repeats(const Recurrence& recurrence, const Calendar& calendar, Date anchor, Date from, Date to) {
    std::vector<Repeat> all;
    if (!from || !to || to < from) return all;
    const int every = std::max(recurrence.every, 1);
    if (!anchor) anchor = from;
    if (recurrence.unit == RepeatUnit::Day && every == 1) {
        for (Date day = calendar.next_workday(from); day <= to; day = calendar.add_workdays(day, 1)) {
            all.push_back({day, day});
            if (day == calendar.add_workdays(day, 1)) break;  // the calendar's end
        }
        return all;
    }
    // Periods of days and weeks by number from the anchor's, of months from year 0. Two more on either side than can
    // matter, because days off move things.
    if (recurrence.unit == RepeatUnit::Month) {
        const bool by_calendar = every <= 12 && 12 % every == 0;
        const int origin = by_calendar ? 0 : anchor.year() * 12 + anchor.month() - 1;
        const int begin = from.year() * 12 + from.month() - 1, end = to.year() * 12 + to.month() - 1;
        const int before = begin < origin ? 0 : (begin - origin) / every;
        for (int at = origin + std::max(before - 1, by_calendar ? 0 : 1) * every; at <= end + every; at += every) {
            const int months = recurrence.month > 0 ? at + std::min(recurrence.month, every) - 1
                               : by_calendar        ? at + every - 1
                                                    : at;
            Period period{
                month_day(by_calendar ? at : months, 1), month_day(by_calendar ? at + every - 1 : months, 0), {}};
            if (const Date day = month_day(months, recurrence.day)) period.days.push_back(day);
            if (period.first && period.last) add_repeats(period, calendar, from, to, all);
        }
        return all;
    }
    const bool weekly = recurrence.unit == RepeatUnit::Week;
    const int step = weekly ? every * 7 : every;
    const Date origin = weekly ? anchor.plus(1 - anchor.weekday()) : anchor;
    const int skipped = from <= origin ? 0 : std::max((from.days() - origin.days()) / step - 2, 0);
    const int before = weekly && every == 1 && from < origin ? (origin.days() - from.days()) / step + 2 : 0;
    for (Date first = origin.plus((skipped - before) * step); first <= to.plus(step); first = first.plus(step)) {
        if (every > 1 && first <= origin && first.days() - origin.days() < 1)
            continue;  // the first is one period after
        Period period{first, first.plus(weekly ? 6 : step - 1), {}};
        if (!weekly)
            period.days.push_back(first);
        else if (recurrence.weekdays.empty())
            period.days.push_back(period.last);
        for (const int weekday : recurrence.weekdays) period.days.push_back(first.plus(weekday - 1));
        add_repeats(period, calendar, from, to, all);
    }
    return all;
}

}  // namespace analysis
