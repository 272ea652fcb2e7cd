// report/ledger.hpp: the rectification ledger as a landscape table, shared by the plan's and the inspection's document.
#pragma once

#include "analysis/context.hpp"
#include "report/builder.hpp"

namespace report {

// Findings in ledger order: of one round, or of all (empty id).
std::vector<const model::Finding*> ledger_findings(const model::Plan& plan, const model::Id& inspection);

// The table: number, category, problem, cause, measures, owner, timing, deadline, state, verifier, day of closing.
void ledger_table(Builder& builder, const std::vector<const model::Finding*>& findings, base::Date today);

// The measures of a finding, a line each, numbered if there are several.
using Measures = analysis::Grouped<model::Measure>;
std::string measures_text(Builder& builder, const Measures& all, const model::Row& finding);
// By when, and how often it is looked at until then.
std::string deadline_and_frequency(Builder& builder, const model::Finding& finding);

// "整改中（逾期 3 天）"
std::string state_text(const base::Words& words, const model::Finding& finding, base::Date today);

}  // namespace report
