// analysis/overdue.hpp: everything whose day has passed without its being done.
#pragma once

#include <vector>

#include "analysis/check.hpp"

namespace analysis {

struct OverdueItem {
    model::RecordType record{};
    const model::Row* row = nullptr;
    Date due;
    int days = 0;  // calendar days since
    Id owner;      // empty: nobody's
};

// Tasks without parts, milestones, risk responses, findings and measures, in this order; of each the most overdue
// first.
std::vector<OverdueItem> overdue_items(const model::Plan& plan, Date today);

}  // namespace analysis
