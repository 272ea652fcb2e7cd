// revision/merge_list.hpp: two versions of a list joined entry by entry.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/id.hpp"

namespace revision {

// In doubt: the order of what is there could not be told from both sides, and is that of ours. Nothing is missing.
template <class T> struct MergedList {
    std::vector<T> entries;
    bool in_doubt = false;
};

// Each entry stands for itself, whatever its place: it goes if either side removed it, it comes if either side added it
// (once, if both did). An order that one side changed is taken from it. What both added at one place is put in the
// order of its content, so that neither the sides nor the order of several merges matter. In doubt: both changed the
// order, or both added where one removed. Equal entries of one list are told apart by counting them.
MergedList<std::string> merge_list(std::span<const std::string> base, std::span<const std::string> ours,
                                   std::span<const std::string> theirs);
MergedList<base::Id> merge_list(std::span<const base::Id> base, std::span<const base::Id> ours,
                                std::span<const base::Id> theirs);

}  // namespace revision
