// analysis/portfolio.hpp: several plans side by side, none of which is changed: of departments, or of the members of a
// consortium.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/indicators.hpp"
#include "analysis/inspection.hpp"
#include "analysis/load.hpp"
#include "analysis/overdue.hpp"
#include "analysis/progress.hpp"

namespace analysis {

struct PlanSummary {
    const model::Plan* plan = nullptr;
    int tasks = 0;  // without parts, none cancelled
    Progress progress;
    std::vector<OverdueItem> overdue;
    LedgerCounts findings;
    int errors = 0, warnings = 0;  // of the checks
};

// An indicator of one name in several plans.
struct SharedIndicator {
    std::string name;
    std::vector<std::pair<std::size_t, IndicatorState>> states;  // with the plan's place
};

struct SharedDay {
    Date date;
    std::int64_t minutes = 0;
};

// A person of one name in several plans, against a whole working day: what each plan may take of it is looked at in the
// plan.
struct SharedPerson {
    std::string name;
    std::vector<std::pair<std::size_t, std::int64_t>> minutes;  // in all, of each plan in which the person appears
    std::vector<SharedDay> days_over;                           // more than whole_day_minutes
};

struct Portfolio {
    std::vector<PlanSummary> plans;  // in the given order
    std::vector<SharedIndicator> indicators;
    std::vector<SharedPerson> people;  // names as base::name_key compares them, in the order of first appearance
};

// As of the day. The plans must outlive it. Load is of from..to as load_of has it.
Portfolio portfolio_of(std::span<const model::Plan* const> plans, const Today& today, Date from = {}, Date to = {});

}  // namespace analysis
