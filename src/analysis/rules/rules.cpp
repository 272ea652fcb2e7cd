#include "analysis/rules/rules.hpp"

namespace analysis {

std::vector<std::span<const Rule>> rule_tables() {
    return {task_rules(), risk_rules(), indicator_rules(), communication_rules(), text_rules()};
}

}  // namespace analysis
