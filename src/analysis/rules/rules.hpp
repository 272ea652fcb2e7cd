// analysis/rules/rules.hpp: the tables of rules, one per section; a new rule is a new row in one of them.
#pragma once

#include "analysis/context.hpp"

namespace analysis {

std::span<const Rule> cover_rules();
std::span<const Rule> goal_rules();
std::span<const Rule> indicator_rules();
std::span<const Rule> task_rules();
std::span<const Rule> dependency_rules();
std::span<const Rule> resource_rules();
std::span<const Rule> risk_rules();
std::span<const Rule> monitoring_rules();
std::span<const Rule> communication_rules();
std::span<const Rule> account_rules();
std::span<const Rule> publication_rules();
std::span<const Rule> consortium_rules();
std::span<const Rule> inspection_rules();
std::span<const Rule> review_rules();
std::span<const Rule> text_rules();

std::vector<std::span<const Rule>> rule_tables();

}  // namespace analysis
