#include "revision/sequence_diff.hpp"

#include <algorithm>

namespace revision {
namespace {
using Sequence = std::span<const std::uint32_t>;

// How far along diagonal k (before minus after) one comes with d insertions and removals: of every d, for k = -d … d.
class Reach {
  public:
    void add(std::ptrdiff_t d) { rows_.emplace_back(static_cast<std::size_t>(2 * d + 1)); }
    std::ptrdiff_t& at(std::ptrdiff_t d, std::ptrdiff_t k) {
        return rows_[static_cast<std::size_t>(d)][static_cast<std::size_t>(k + d)];
    }

  private:
    std::vector<std::vector<std::ptrdiff_t>> rows_;
};

// Where diagonal k is entered with the d-th step: from the diagonal below, by an insertion, or from above, by a
// removal.
bool inserts(Reach& reach, std::ptrdiff_t d, std::ptrdiff_t k) {
    return k == -d || (k != d && reach.at(d - 1, k - 1) < reach.at(d - 1, k + 1));
}

// The d with which the ends of both are reached, or -1 beyond the limit.
std::ptrdiff_t search(Reach& reach, Sequence a, Sequence b, std::ptrdiff_t limit) {
    const auto n = static_cast<std::ptrdiff_t>(a.size()), m = static_cast<std::ptrdiff_t>(b.size());
    for (std::ptrdiff_t d = 0; d <= std::min(limit, n + m); ++d) {
        reach.add(d);
        for (std::ptrdiff_t k = -d; k <= d; k += 2) {
            std::ptrdiff_t x = 0;
            if (d > 0) x = inserts(reach, d, k) ? reach.at(d - 1, k + 1) : reach.at(d - 1, k - 1) + 1;
            while (x < n && x - k < m && a[static_cast<std::size_t>(x)] == b[static_cast<std::size_t>(x - k)]) ++x;
            reach.at(d, k) = x;
            if (x >= n && x - k >= m) return d;
        }
    }
    return -1;
}

// The steps from the end back to the beginning.
std::vector<Replaced> walk_back(Reach& reach, std::ptrdiff_t d, std::ptrdiff_t n, std::ptrdiff_t m) {
    std::vector<Replaced> changes;
    const auto step = [&](std::ptrdiff_t x, std::ptrdiff_t y, bool insertion) {
        const auto at = static_cast<std::size_t>(x), new_at = static_cast<std::size_t>(y);
        const std::size_t size = insertion ? 0 : 1, new_size = insertion ? 1 : 0;
        if (!changes.empty() && changes.back().at == at + size && changes.back().new_at == new_at + new_size) {
            Replaced& last = changes.back();
            last = {at, last.size + size, new_at, last.new_size + new_size};
        } else {
            changes.push_back({at, size, new_at, new_size});
        }
    };
    for (std::ptrdiff_t k = n - m; d > 0; --d) {
        const bool insertion = inserts(reach, d, k);
        k += insertion ? 1 : -1;
        const std::ptrdiff_t x = reach.at(d - 1, k);
        step(x, x - k, insertion);
    }
    std::ranges::reverse(changes);
    return changes;
}
}  // namespace

std::vector<Replaced> sequence_diff(Sequence before, Sequence after, std::size_t limit) {
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t first = 0, last = 0;  // how much is common at the beginning, at the end
    while (first < shorter && before[first] == after[first]) ++first;
    while (last < shorter - first && before[before.size() - 1 - last] == after[after.size() - 1 - last]) ++last;
    const Sequence a = before.subspan(first, before.size() - first - last);
    const Sequence b = after.subspan(first, after.size() - first - last);
    if (a.empty() && b.empty()) return {};
    if (a.empty() || b.empty()) return {{first, a.size(), first, b.size()}};
    Reach reach;
    const std::ptrdiff_t d = search(reach, a, b, static_cast<std::ptrdiff_t>(limit));
    if (d < 0) return {{first, a.size(), first, b.size()}};
    std::vector<Replaced> changes =
        walk_back(reach, d, static_cast<std::ptrdiff_t>(a.size()), static_cast<std::ptrdiff_t>(b.size()));
    for (Replaced& change : changes) change.at += first, change.new_at += first;
    return changes;
}

}  // namespace revision
