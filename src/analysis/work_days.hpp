// analysis/work_days.hpp: working days as numbers, so that a schedule adds and compares without looking at a calendar.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include "analysis/calendar.hpp"

namespace analysis {

using WorkNumber = std::int64_t;
inline constexpr WorkNumber unbounded = std::numeric_limits<WorkNumber>::max() / 4;

constexpr bool is_known(WorkNumber day) {
    return day > -unbounded / 2;
}

// Counted from a first one, 0. Starts name the day that begins, finishes the day after the last. The days that are
// asked for are looked up once and kept, for some centuries; a schedule asks several times for each task.
class WorkDays {
  public:
    WorkDays(const Calendar& calendar, Date base) : calendar_(calendar), base_(calendar.next_workday(base)) {}
    [[nodiscard]] WorkNumber start(Date day) const { return before(day); }  // of a day off: the next working day's
    [[nodiscard]] WorkNumber finish(Date day) const { return before(day.plus(1)); }  // … the working day's before
    [[nodiscard]] Date day(WorkNumber number) const {
        while (number >= 0 && number >= static_cast<WorkNumber>(workdays_.size()) && extend()) {
        }
        if (number >= 0 && number < static_cast<WorkNumber>(workdays_.size()))
            return workdays_[static_cast<std::size_t>(number)];
        return calendar_.add_workdays(base_, static_cast<int>(std::clamp<WorkNumber>(number, -3000000, 3000000)));
    }
    [[nodiscard]] const Calendar& calendar() const { return calendar_; }

  private:
    static constexpr std::size_t most_days = 1u << 18, step = 512;

    [[nodiscard]] WorkNumber before(Date day) const {
        if (day < base_) return -WorkNumber{calendar_.workdays(day, base_.plus(-1))};
        const auto place = static_cast<std::size_t>(day.days() - base_.days());
        while (place >= numbers_.size() && extend()) {
        }
        return place < numbers_.size() ? numbers_[place] : calendar_.workdays(base_, day.plus(-1));
    }
    // False if there is no room for more.
    bool extend() const {
        if (numbers_.size() >= most_days) return false;
        for (std::size_t i = 0; i < step; ++i) {
            const Date day = base_.plus(static_cast<std::int32_t>(numbers_.size()));
            numbers_.push_back(static_cast<std::int32_t>(workdays_.size()));
            if (calendar_.is_workday(day)) workdays_.push_back(day);
        }
        return true;
    }

    const Calendar& calendar_;
    Date base_;
    mutable std::vector<std::int32_t> numbers_;  // of each day from base_: the working days before it
    mutable std::vector<Date> workdays_;         // by their numbers
};

}  // namespace analysis
