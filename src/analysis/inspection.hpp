// analysis/inspection.hpp: the numbers of the rectification ledger, and findings proposed from what a check found.
#pragma once

#include "analysis/check.hpp"
#include "base/id.hpp"

namespace analysis {

// An exact share; of nothing at all: "—".
struct Share {
    int part = 0, whole = 0;
    [[nodiscard]] std::string percent() const;  // one decimal, rounded half up: "58.3%"
    bool operator==(const Share&) const = default;
};

// Counts of findings. open, rectifying, awaiting, closed and returned add up to total; overdue and ongoing count within
// it.
struct LedgerCounts {
    int total = 0;
    int open = 0;        // 未整改
    int rectifying = 0;  // 整改中
    int awaiting = 0;    // 待验收: the owner says it is done
    int closed = 0;      // 已销号: the verifier accepted
    int returned = 0;    // 退回补充
    int overdue = 0;     // see is_overdue
    int ongoing = 0;     // 长期坚持
    // 整改完成率 and 销号率. The denominator is all findings, those of 长期坚持 included.
    [[nodiscard]] Share completion() const { return {awaiting + closed, total}; }
    [[nodiscard]] Share closing() const { return {closed, total}; }
    bool operator==(const LedgerCounts&) const = default;
};

struct LedgerGroup {
    std::string name;  // category, or the unit's name; "" collects those without
    Id unit;           // of by_unit
    LedgerCounts counts;
};

struct LedgerNumbers : LedgerCounts {
    std::vector<LedgerGroup> by_category;  // in the order of first appearance in the ledger
    std::vector<LedgerGroup> by_unit;      // in the units' order; those without a unit last
};

// Of one inspection round, or of all (empty id).
LedgerNumbers ledger_numbers(const model::Plan& plan, const Id& inspection, Date today);

// The deadline has passed and the work is not reported as done. Never for 长期坚持, which has no end.
bool is_overdue(const model::Finding& finding, Date today);
int days_overdue(const model::Finding& finding, Date today);  // calendar days, 0 if not overdue

// One finding per subject and rule that has no unclosed finding of the same rule and subject yet (in any round), in the
// order of the issues. Category, description (the sentences), source 系统检查, the subject's own owner if it has one.
// Issues about the ledger or the review themselves give none, because a finding about a finding would breed more.
std::vector<model::Finding> propose_findings(const model::Plan& plan, const std::vector<Issue>& issues,
                                             const Id& inspection, Date today, base::IdSource& ids,
                                             const base::Words& words);

}  // namespace analysis
