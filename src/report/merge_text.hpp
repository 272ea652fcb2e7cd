// report/merge_text.hpp: what a merge could not decide, in words; personal data masked.
#pragma once

#include <string>

#include "base/words.hpp"
#include "revision/merge.hpp"

namespace report {

std::string_view name_of(revision::ConflictKind kind);  // "edited": its words are "merge.edited"

// What both sides wrote at a place, and what was taken.
std::string conflict_text(const base::Words& words, const revision::Merged& merged, const revision::Conflict& conflict);

// A line for each conflict with what both sides wrote and what was taken, and a sum at the end; without an ancestor a
// line that says so.
std::string merge_text(const base::Words& words, bool has_ancestor, const revision::Merged& merged);

}  // namespace report
