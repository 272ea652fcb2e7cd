#include "revision/merge_list.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>

namespace revision {
namespace {
using EntryNumbers = std::vector<std::uint32_t>;  // entries as numbers in the order of their content, each at most once

// Which of the numbered entries a side has.
class Has {
  public:
    Has(const EntryNumbers& entries, std::size_t count) : has_(count) {
        for (const std::uint32_t entry : entries) has_[entry] = true;
    }
    bool operator()(std::uint32_t entry) const { return has_[entry]; }

  private:
    std::vector<bool> has_;
};

template <class Keep> EntryNumbers only(const EntryNumbers& entries, const Keep& keep) {
    EntryNumbers kept;
    std::copy_if(entries.begin(), entries.end(), std::back_inserter(kept), keep);
    return kept;
}

// What one side has between two entries that both have: what it added, and whether the other side removed something.
struct ListGap {
    EntryNumbers added;
    bool removed = false;
};
using Gaps = std::map<std::uint32_t, ListGap>;  // by the entry before them; `at_beginning`
constexpr std::uint32_t at_beginning = UINT32_MAX;

Gaps gaps_of(const EntryNumbers& side, const Has& in_base, const Has& in_other) {
    Gaps gaps;
    std::uint32_t after = at_beginning;
    for (const std::uint32_t entry : side) {
        if (in_other(entry))
            after = entry;
        else if (in_base(entry))
            gaps[after].removed = true;
        else
            gaps[after].added.push_back(entry);
    }
    return gaps;
}

struct MergedSequence {
    EntryNumbers entries;
    bool in_doubt = false;
};

// Like two sorted heaps of cards: always the smaller of the two that lie on top.
void append_gap(MergedSequence& merged, std::uint32_t after, const Gaps& ours, const Gaps& theirs) {
    static const ListGap none;
    const auto a = ours.find(after), b = theirs.find(after);
    const ListGap& left = a == ours.end() ? none : a->second;
    const ListGap& right = b == theirs.end() ? none : b->second;
    std::merge(left.added.begin(), left.added.end(), right.added.begin(), right.added.end(),
               std::back_inserter(merged.entries));
    if (!left.added.empty() && !right.added.empty() && (left.removed || right.removed)) merged.in_doubt = true;
}

MergedSequence merge_sequence(const EntryNumbers& base, const EntryNumbers& ours, const EntryNumbers& theirs,
                              std::size_t count) {
    const Has in_base(base, count), in_ours(ours, count), in_theirs(theirs, count);
    const EntryNumbers in_order_of_ours = only(ours, in_theirs), in_order_of_theirs = only(theirs, in_ours);
    EntryNumbers frame = in_order_of_ours;  // what both have
    MergedSequence merged;
    if (in_order_of_ours != in_order_of_theirs) {
        const EntryNumbers before = only(base, [&](std::uint32_t entry) { return in_ours(entry) && in_theirs(entry); });
        const bool ours_moved = only(in_order_of_ours, in_base) != before;
        const bool theirs_moved = only(in_order_of_theirs, in_base) != before;
        if (ours_moved == theirs_moved)
            merged.in_doubt = true;
        else if (theirs_moved)
            frame = in_order_of_theirs;
    }
    const Gaps left = gaps_of(ours, in_base, in_theirs), right = gaps_of(theirs, in_base, in_ours);
    append_gap(merged, at_beginning, left, right);
    for (const std::uint32_t entry : frame) {
        merged.entries.push_back(entry);
        append_gap(merged, entry, left, right);
    }
    return merged;
}

// Entries of all three lists as numbers: the second "a" of a list is another entry than the first.
template <class T> class Entries {
  public:
    explicit Entries(std::initializer_list<std::span<const T>> lists) {
        for (const auto& list : lists) {
            std::map<T, std::uint32_t> seen;
            for (const T& value : list) all_.push_back({value, seen[value]++});
        }
        std::ranges::sort(all_);
        all_.erase(std::unique(all_.begin(), all_.end()), all_.end());
    }
    [[nodiscard]] EntryNumbers numbers(std::span<const T> list) const {
        std::map<T, std::uint32_t> seen;
        EntryNumbers numbers;
        for (const T& value : list) {
            const std::pair<T, std::uint32_t> entry{value, seen[value]++};
            numbers.push_back(static_cast<std::uint32_t>(std::ranges::lower_bound(all_, entry) - all_.begin()));
        }
        return numbers;
    }
    [[nodiscard]] const T& value(std::uint32_t number) const { return all_[number].first; }
    [[nodiscard]] std::size_t size() const { return all_.size(); }

  private:
    std::vector<std::pair<T, std::uint32_t>> all_;
};

template <class T>
MergedList<T> merge_entries(std::span<const T> base, std::span<const T> ours, std::span<const T> theirs) {
    const Entries<T> entries({base, ours, theirs});
    const MergedSequence merged =
        merge_sequence(entries.numbers(base), entries.numbers(ours), entries.numbers(theirs), entries.size());
    MergedList<T> list;
    list.in_doubt = merged.in_doubt;
    for (const std::uint32_t number : merged.entries) list.entries.push_back(entries.value(number));
    return list;
}
}  // namespace

MergedList<std::string> merge_list(std::span<const std::string> base, std::span<const std::string> ours,
                                   std::span<const std::string> theirs) {
    return merge_entries(base, ours, theirs);
}

MergedList<base::Id> merge_list(std::span<const base::Id> base, std::span<const base::Id> ours,
                                std::span<const base::Id> theirs) {
    return merge_entries(base, ours, theirs);
}

}  // namespace revision
