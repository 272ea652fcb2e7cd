#include "analysis/schedule.hpp"

#include "analysis/schedule_pass.hpp"

namespace analysis {

ScheduleOptions schedule_options(const model::Plan& plan) {
    return {plan.cover().start, false, plan.cover().finish};
}

Schedule schedule(const Network& network, const Calendar& calendar, const ScheduleOptions& options) {
    return SchedulePass(network, calendar, options).run();
}

}  // namespace analysis
