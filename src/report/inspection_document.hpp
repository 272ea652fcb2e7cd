// report/inspection_document.hpp: the self-inspection and rectification report of one round.
#pragma once

#include "base/result.hpp"
#include "base/words.hpp"
#include "model/plan.hpp"
#include "report/document.hpp"
#include "report/profile.hpp"

namespace report {

// Purpose and scope; work and results; problems by category; measures by horizon; the ledger; figures; looks back; next
// steps. All figures are counted from the ledger as of today. Error "row-missing" if the plan has no such inspection.
base::Result<Document> inspection_document(const model::Plan& plan, const model::Id& inspection,
                                           const base::Words& words, base::Date today, const Release& release = {});

// The round that a report is about unless one is named: the latest by date, then by order. Empty if there is none.
model::Id latest_inspection(const model::Plan& plan);

}  // namespace report
