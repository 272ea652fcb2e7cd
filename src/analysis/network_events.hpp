// analysis/network_events.hpp: what happens to a task, as numbers: nodes of the graphs that network and schedule walk.
#pragma once

#include <cstddef>

namespace analysis {

// A task may start (all that it and its parents wait for is there), it starts, it finishes.
enum class What { MayStart, Start, Finish };
inline constexpr int whats = 3;

constexpr int event(int row, What what) {
    return row * whats + static_cast<int>(what);
}
constexpr int row_of(int event_number) {
    return event_number / whats;
}
constexpr What what_of(int event_number) {
    return static_cast<What>(event_number % whats);
}

// The place of a row or an event in a list of all.
constexpr std::size_t slot(int number) {
    return static_cast<std::size_t>(number);
}

}  // namespace analysis
