// analysis/schedule_events.hpp: the graph that the schedule walks: the events of each task, which follow from which,
// and how many working days later.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/network.hpp"
#include "analysis/network_events.hpp"

namespace analysis {

struct EventLength {
    std::int64_t days = 0;      // working days of a task without parts
    bool is_fact = false;       // waits for nobody
    bool is_cancelled = false;  // or all of its parts are: nobody waits for it
};

class ScheduleEvents {
  public:
    struct Edge {
        int from, to;  // from: what the edge is sorted by
        std::int64_t delay;
        bool link;  // one of the plan's links, not what tasks are to their parts
        // To the finish of a task without parts, whose length is in the delay: what the link says without it.
        bool to_finish = false;
        std::int64_t lag = 0;
    };
    // With another length of the task that it leads to.
    static void set_length(Edge& edge, std::int64_t days);
    // A task without parts takes so many days now: the edge from its start to its finish, and those to its finish that
    // come from these events.
    void set_length(int row, std::int64_t days, std::span<const Edge> into);

    ScheduleEvents() = default;
    ScheduleEvents(const Network& network, std::span<const EventLength> lengths);

    [[nodiscard]] std::size_t size() const { return begins_.empty() ? 0 : begins_.size() - 1; }
    [[nodiscard]] std::span<const Edge> after(int e) const {
        const auto at = static_cast<std::size_t>(e);
        return std::span(edges_).subspan(static_cast<std::size_t>(begins_[at]),
                                         static_cast<std::size_t>(begins_[at + 1] - begins_[at]));
    }
    // The start of a task with parts is the first of what it follows from; everything else the last.
    [[nodiscard]] bool is_first_of(int e) const {
        return what_of(e) == What::Start && has_parts_[static_cast<std::size_t>(row_of(e))];
    }
    // All events, each behind those that it follows from. A parent's start does not wait for parts that wait for it;
    // where events wait for each other, those of the first tasks of the loops come before what they wait for.
    [[nodiscard]] std::vector<int> order(std::span<const std::vector<int>> loops) const;

  private:
    std::vector<int> begins_;
    std::vector<Edge> edges_;
    std::vector<char> has_parts_;
};

}  // namespace analysis
