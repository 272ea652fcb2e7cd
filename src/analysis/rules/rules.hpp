// analysis/rules/rules.hpp: the tables of rules, by subject; a new rule is a new row in one of them, two lines in the
// language file and a fixture in the tests.
#pragma once

#include "analysis/context.hpp"

namespace analysis {

std::span<const Rule> cover_rules();
std::span<const Rule> goal_rules();
std::span<const Rule> indicator_rules();
std::span<const Rule> task_rules();
std::span<const Rule> milestone_rules();
std::span<const Rule> dependency_rules();
std::span<const Rule> resource_rules();
std::span<const Rule> risk_rules();
std::span<const Rule> monitoring_rules();
std::span<const Rule> communication_rules();
std::span<const Rule> account_rules();
std::span<const Rule> publication_rules();
std::span<const Rule> inquiry_rules();
std::span<const Rule> consortium_rules();
std::span<const Rule> inspection_rules();
std::span<const Rule> review_rules();
std::span<const Rule> record_rules();
std::span<const Rule> text_rules();

std::vector<std::span<const Rule>> rule_tables();

// Work is still to be done on it.
inline bool is_open(const model::Task& task) {
    return task.status != model::TaskStatus::Done && task.status != model::TaskStatus::Cancelled;
}

// Calendar days from one day to a later one, as an argument.
inline std::string days_text(Date from, Date to) {
    return std::to_string(to.days() - from.days());
}

inline bool before(Date a, Date b) {
    return !a.empty() && !b.empty() && a < b;
}  // both known, a earlier

}  // namespace analysis
