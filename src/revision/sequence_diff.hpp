// revision/sequence_diff.hpp: the shortest difference of two sequences, whose elements are told apart by numbers.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace revision {

// size elements at `at` were replaced by new_size elements at new_at; one of the two may be 0.
struct Replaced {
    std::size_t at = 0, size = 0;
    std::size_t new_at = 0, new_size = 0;
    bool operator==(const Replaced&) const = default;
};

// In ascending order, never touching each other. Eugene Myers' greedy algorithm: time and memory grow with the square
// of what differs; where that is more than `limit` elements, all between the common beginning and end is one change.
std::vector<Replaced> sequence_diff(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after,
                                    std::size_t limit = 1000);

}  // namespace revision
