#include "sheet/typed.hpp"

#include "analysis/calendar.hpp"

namespace sheet {

base::DateContext days_of(const model::Plan& plan, base::Date today) {
    const auto& cover = plan.single<model::Cover>();
    return {today, [&plan](base::Date from, int days) { return analysis::calendar_for(plan).add_workdays(from, days); },
            cover.start, cover.finish};
}

}  // namespace sheet
