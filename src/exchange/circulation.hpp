// exchange/circulation.hpp: what is done with a plan that passes between author, reviewer and approver, as errands:
// each takes plans and texts and gives texts (exchange/errand.hpp).
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "exchange/errand.hpp"

namespace exchange {

// Texts: id of the version, its author, its note; "yes" where the file shall hold no earlier content. Gives the plan
// with its content recorded as a version, then the file.
base::Result<Files> record_copy(const std::vector<model::Plan>& plans, std::span<const std::string_view> texts,
                                base::Moment now, const base::Words& words);

// Plans: ours, theirs. Gives the merged plan; "yes" if they had a common version; what the merge changes in ours, in
// words; and for each conflict four texts: kind, record, id, field ("" the row as a whole), then one in words.
// Errors: "merge-other-plan", "too-many-rows".
base::Result<Files> merge_copy(const std::vector<model::Plan>& plans, std::span<const std::string_view> texts,
                               base::Moment now, const base::Words& words);
inline constexpr std::size_t merge_head = 3, conflict_texts = 5;

// Texts: id of the step, id of the version, role, name, decision, opinion. Gives the signed plan. Errors: those of
// sharing::sign.
base::Result<Files> sign_copy(const std::vector<model::Plan>& plans, std::span<const std::string_view> texts,
                              base::Moment now, const base::Words& words);

// Gives what the signatures say, in words; "yes" if all is whole; whose turn it is ("prepare", "": nobody's).
base::Result<Files> verify_copy(const std::vector<model::Plan>& plans, std::span<const std::string_view> texts,
                                base::Moment now, const base::Words& words);

}  // namespace exchange
