#include "analysis/rules/rules.hpp"

namespace analysis {

std::vector<std::span<const Rule>> rule_tables() {
    return {cover_rules(),      goal_rules(),        indicator_rules(), task_rules(),       milestone_rules(),
            dependency_rules(), resource_rules(),    risk_rules(),      monitoring_rules(), communication_rules(),
            account_rules(),    publication_rules(), inquiry_rules(),   consortium_rules(), inspection_rules(),
            review_rules(),     record_rules(),      text_rules()};
}

}  // namespace analysis
