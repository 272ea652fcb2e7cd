// report/plan_document.hpp: the whole plan as a document: every record it holds appears.
#pragma once

#include "base/words.hpp"
#include "model/plan.hpp"
#include "report/document.hpp"
#include "report/profile.hpp"

namespace report {

// Chapters follow the usual order of a department's plan; empty ones are left out, but those that every plan needs say
// that they are not filled in. Personal data is masked. today is printed as the day of making.
Document plan_document(const model::Plan& plan, const base::Words& words, base::Date today,
                       const Release& release = {});

// Whose document it is: the department, else the unit above it.
std::string cover_author(const model::Plan& plan);

}  // namespace report
