// report/inspection_chapters.hpp: what the chapters of an inspection report share: one round, its findings and their
// count.
#pragma once

#include "analysis/context.hpp"
#include "analysis/inspection.hpp"
#include "report/builder.hpp"

namespace report {

struct InspectionReport {
    Builder& b;
    const model::Inspection& round;
    std::vector<const model::Finding*> findings;  // in ledger order
    analysis::LedgerNumbers numbers;
    base::Date today;
};

std::string count(int number);
// The category, or what stands for none.
std::string category_name(const InspectionReport& r, const std::string& name);

// Rows of T that belong to the findings, in their order.
template <class T> RowList belonging(const InspectionReport& r, model::Ref<model::Finding> T::*finding) {
    RowList rows;
    const analysis::Grouped<T> by_finding(r.b.plan(), finding);
    for (const model::Finding* one : r.findings)
        for (const auto& [id, row] : by_finding.of(one->id)) rows.push_back(row);
    return rows;
}

void measures_chapter(const InspectionReport& r);  // by horizon
void ledger_chapter(const InspectionReport& r);    // landscape
void figures_chapter(const InspectionReport& r);   // with their denominators, by category and unit
void progress_chapter(const InspectionReport& r);  // what the ledger has no room for, evidence, steps
void look_back_chapter(const InspectionReport& r);

}  // namespace report
