#include "analysis/network.hpp"

#include <algorithm>

namespace analysis {

using model::Dependency;
using model::DependencyType;

Network::Network(const model::Plan& plan, const std::vector<OutlineRow>& rows, const OutlineIndex& index)
    : rows_(&rows) {
    links_.reserve(plan.rows<Dependency>().size());
    for (const Dependency& row : plan.rows<Dependency>()) {
        const int from = index.find(row.predecessor), to = index.find(row.successor);
        if (from >= 0 && to >= 0) links_.push_back({&row, from, to});
    }
    ends_.resize(rows.size());
    for (std::size_t i = rows.size(); i-- > 0;) {
        ends_[i] = std::max(ends_[i], static_cast<int>(i) + 1);
        if (rows[i].parent < 0) continue;
        int& above = ends_[static_cast<std::size_t>(rows[i].parent)];
        above = std::max(above, ends_[i]);
    }
}

bool Network::related(int a, int b) const {
    return std::max(a, b) < ends_[static_cast<std::size_t>(std::min(a, b))];
}

Bound bound_of(const Calendar& calendar, const Dependency& link, const OutlineRow& predecessor) {
    const int lag = static_cast<int>(link.lag_days.value_or(0));
    switch (link.kind) {
        case DependencyType::FinishToStart:
            // Days off are no reason to complain: work may go on over a weekend.
            if (lag == 0) return {predecessor.finish.plus(1), true};
            return {calendar.add_workdays(predecessor.finish, lag + 1), true};
        case DependencyType::StartToStart:
            return {calendar.add_workdays(predecessor.start, lag), true};
        case DependencyType::FinishToFinish:
            return {calendar.add_workdays(predecessor.finish, lag), false};
        case DependencyType::StartToFinish:
            return {calendar.add_workdays(predecessor.start, lag), false};
    }
    return {};
}

}  // namespace analysis
