// base/date.hpp: calendar days and wall-clock minutes without time zones, and their texts.
//
// Plans are made in one place and time: a day is a day of the proleptic Gregorian calendar, a moment is what the clock
// on the wall says. Nothing here reads a clock.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

// Days since 1970-01-01; "none" sorts before every day.
class Date {
  public:
    constexpr Date() = default;
    static constexpr Date from_days(std::int32_t days) {
        Date date;
        date.days_ = days;
        return date;
    }
    // nothing if there is no such day, or year ∉ 1900..9999
    static std::optional<Date> from_ymd(int year, int month, int day);
    static std::optional<Date> parse(std::string_view iso);  // exactly YYYY-MM-DD

    [[nodiscard]] constexpr bool empty() const { return days_ == none; }
    explicit constexpr operator bool() const { return !empty(); }
    [[nodiscard]] constexpr std::int32_t days() const { return days_; }
    [[nodiscard]] int year() const;
    [[nodiscard]] int month() const;            // 1..12
    [[nodiscard]] int day() const;              // 1..31
    [[nodiscard]] int weekday() const;          // 1 Monday .. 7 Sunday
    [[nodiscard]] std::string iso() const;      // 2026-03-05; "" if empty
    [[nodiscard]] std::string chinese() const;  // 2026年3月5日, no leading zeros (GB/T 9704, 7.3.5.4)

    [[nodiscard]] constexpr Date plus(std::int32_t days) const { return empty() ? *this : from_days(days_ + days); }
    constexpr auto operator<=>(const Date&) const = default;

  private:
    static constexpr std::int32_t none = INT32_MIN;
    std::int32_t days_ = none;
};

// Minutes since 1970-01-01T00:00 on the wall clock.
class Moment {
  public:
    constexpr Moment() = default;
    static constexpr Moment from_minutes(std::int64_t minutes) {
        Moment moment;
        moment.minutes_ = minutes;
        return moment;
    }
    static constexpr Moment at(Date day, int hour, int minute) {
        return from_minutes(std::int64_t{day.days()} * 1440 + hour * 60 + minute);
    }
    static std::optional<Moment> parse(std::string_view iso);  // exactly YYYY-MM-DDThh:mm

    [[nodiscard]] constexpr bool empty() const { return minutes_ == none; }
    explicit constexpr operator bool() const { return !empty(); }
    [[nodiscard]] constexpr std::int64_t minutes() const { return minutes_; }
    [[nodiscard]] Date date() const;
    [[nodiscard]] std::string iso() const;
    [[nodiscard]] constexpr Moment plus_minutes(std::int64_t minutes) const {
        return empty() ? *this : from_minutes(minutes_ + minutes);
    }
    constexpr auto operator<=>(const Moment&) const = default;

  private:
    static constexpr std::int64_t none = INT64_MIN;
    std::int64_t minutes_ = none;
};

}  // namespace base
