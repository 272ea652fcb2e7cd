#include "analysis/reading_due.hpp"

namespace analysis {

ReadingDue reading_due(const IndicatorState& state, const Calendar& calendar, Date period_start, Date today) {
    ReadingDue due;
    const Date latest = state.latest ? state.latest->date : Date();
    for (const std::string& point : state.indicator->time_points) {
        const auto how = read_recurrence(point);
        if (!how) continue;
        constexpr int years = 3 * 366;  // enough for two time points of any year
        Date before, missed;            // the time point before this one; before the last that has passed
        for (const Repeat& one : repeats(*how, calendar, period_start, today.plus(-years), today.plus(years))) {
            if (one.date < today) {
                missed = before;
            } else if (!latest || latest <= before) {
                if (!due.next || one.date < due.next) due.next = one.date;
                break;
            }
            before = one.date;
        }
        if (latest && missed && latest <= missed) due.stale = true;
    }
    return due;
}

}  // namespace analysis
