// base/equal_rows.hpp: the neighbours in a sorted vector that have one key.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

namespace base {

// rows: sorted by key_of. (std::ranges::equal_range returns a subrange, which clang 14 cannot read in libstdc++; and
// the span of Emscripten 3.1.6 is not made from iterators.)
template <class Row, class Key, class KeyOf>
std::span<const Row> equal_rows(const std::vector<Row>& rows, const Key& key, KeyOf key_of) {
    const auto first = std::ranges::lower_bound(rows, key, {}, key_of);
    const auto last = std::ranges::upper_bound(rows, key, {}, key_of);
    return {rows.data() + (first - rows.begin()), static_cast<std::size_t>(last - first)};
}

}  // namespace base
