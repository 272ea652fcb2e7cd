#include "base/date.hpp"

#include <chrono>
#include <cstdio>

namespace base {
namespace {
using std::chrono::year_month_day;

year_month_day civil(std::int32_t days) {
    return year_month_day{std::chrono::sys_days{std::chrono::days{days}}};
}

std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count) {
    int value = 0;
    for (std::size_t i = from; i < from + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}
}  // namespace

std::optional<Date> Date::from_ymd(int year, int month, int day) {
    if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const year_month_day ymd{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                             std::chrono::day{static_cast<unsigned>(day)}};
    if (!ymd.ok()) return std::nullopt;
    return from_days(static_cast<std::int32_t>(std::chrono::sys_days{ymd}.time_since_epoch().count()));
}

std::optional<Date> Date::parse(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    const auto y = digits(iso, 0, 4), m = digits(iso, 5, 2), d = digits(iso, 8, 2);
    if (!y || !m || !d) return std::nullopt;
    return from_ymd(*y, *m, *d);
}

int Date::year() const {
    return static_cast<int>(civil(days_).year());
}
int Date::month() const {
    return static_cast<int>(static_cast<unsigned>(civil(days_).month()));
}
int Date::day() const {
    return static_cast<int>(static_cast<unsigned>(civil(days_).day()));
}
int Date::weekday() const {
    return ((days_ + 3) % 7 + 7) % 7 + 1;
}  // day 0 was a Thursday

std::string Date::iso() const {
    if (empty()) return {};
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", year(), month(), day());
    return text;
}

std::string Date::chinese() const {
    if (empty()) return {};
    return std::to_string(year()) + "年" + std::to_string(month()) + "月" + std::to_string(day()) + "日";
}

std::optional<Moment> Moment::parse(std::string_view iso) {
    if (iso.size() != 16 || iso[10] != 'T' || iso[13] != ':') return std::nullopt;
    const auto day = Date::parse(iso.substr(0, 10));
    const auto hour = digits(iso, 11, 2), minute = digits(iso, 14, 2);
    if (!day || !hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    return at(*day, *hour, *minute);
}

Date Moment::date() const {
    if (empty()) return {};
    const std::int64_t days = (minutes_ >= 0 ? minutes_ : minutes_ - 1439) / 1440;
    return Date::from_days(static_cast<std::int32_t>(days));
}

std::string Moment::iso() const {
    if (empty()) return {};
    const Date day = date();
    const int rest = static_cast<int>(minutes_ - std::int64_t{day.days()} * 1440);
    char text[24];
    std::snprintf(text, sizeof text, "T%02d:%02d", rest / 60, rest % 60);
    return day.iso() + text;
}

}  // namespace base
