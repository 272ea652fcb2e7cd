// analysis/work_days.hpp: working days as numbers, so that a schedule adds and compares without looking at a calendar.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>

#include "analysis/calendar.hpp"

namespace analysis {

using WorkNumber = std::int64_t;
inline constexpr WorkNumber unbounded = std::numeric_limits<WorkNumber>::max() / 4;

constexpr bool is_known(WorkNumber day) {
    return day > -unbounded / 2;
}

// Counted from a first one, 0. Starts name the day that begins, finishes the day after the last.
class WorkDays {
  public:
    WorkDays(const Calendar& calendar, Date base) : calendar_(calendar), base_(calendar.next_workday(base)) {}
    [[nodiscard]] WorkNumber start(Date day) const { return before(day); }  // of a day off: the next working day's
    [[nodiscard]] WorkNumber finish(Date day) const { return before(day.plus(1)); }  // … the working day's before
    [[nodiscard]] Date day(WorkNumber number) const {
        return calendar_.add_workdays(base_, static_cast<int>(std::clamp<WorkNumber>(number, -3000000, 3000000)));
    }
    [[nodiscard]] const Calendar& calendar() const { return calendar_; }

  private:
    [[nodiscard]] WorkNumber before(Date day) const {
        if (day < base_) return -WorkNumber{calendar_.workdays(day, base_.plus(-1))};
        return calendar_.workdays(base_, day.plus(-1));
    }
    const Calendar& calendar_;
    Date base_;
};

}  // namespace analysis
