#include "analysis/schedule_events.hpp"

#include <numeric>

namespace analysis {
namespace {
using model::DependencyType;
using Edge = ScheduleEvents::Edge;

Edge with_length(Edge edge, std::int64_t length) {
    ScheduleEvents::set_length(edge, length);
    return edge;
}

// What limits the finish of a task without parts limits its start, as its length is given. Of links from a start to a
// finish the day counts: the successor is at work on the day on which the predecessor starts, unless it takes no time.
Edge edge_of(const Network::Link& link, const OutlineRow& successor, std::int64_t length) {
    const std::int64_t lag = link.row->lag_days.value_or(0);
    const bool leaf = !successor.has_children;
    const int may_start = event(link.successor, What::MayStart);
    const int finish = leaf ? may_start : event(link.successor, What::Finish);
    switch (link.row->kind) {
        case DependencyType::FinishToStart:
            return {event(link.predecessor, What::Finish), may_start, lag, true};
        case DependencyType::StartToStart:
            return {event(link.predecessor, What::Start), may_start, lag, true};
        case DependencyType::FinishToFinish:
            return with_length({event(link.predecessor, What::Finish), finish, lag, true, leaf, lag}, length);
        case DependencyType::StartToFinish:
            return with_length({event(link.predecessor, What::Start), finish, lag + 1, true, leaf, lag + 1}, length);
    }
    return {};
}
}  // namespace

ScheduleEvents::ScheduleEvents(const Network& network, std::span<const EventLength> lengths) {
    const std::vector<OutlineRow>& rows = network.rows();
    std::vector<Edge> edges;
    edges.reserve(rows.size() * 5 + network.links().size());
    has_parts_.assign(rows.size(), 0);
    for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
        const OutlineRow& row = rows[slot(i)];
        has_parts_[slot(i)] = row.has_children;
        if (!row.has_children) {
            edges.push_back({event(i, What::MayStart), event(i, What::Start), 0, false});
            edges.push_back({event(i, What::Start), event(i, What::Finish), lengths[slot(i)].days, false});
        }
        if (row.parent < 0) continue;
        if (!lengths[slot(i)].is_fact)
            edges.push_back({event(row.parent, What::MayStart), event(i, What::MayStart), 0, false});
        if (lengths[slot(i)].is_cancelled) continue;
        edges.push_back({event(i, What::Start), event(row.parent, What::Start), 0, false});
        edges.push_back({event(i, What::Finish), event(row.parent, What::Finish), 0, false});
    }
    for (const Network::Link& link : network.links()) {
        if (network.related(link.predecessor, link.successor) || lengths[slot(link.predecessor)].is_cancelled) continue;
        if (lengths[slot(link.successor)].is_fact || lengths[slot(link.successor)].is_cancelled) continue;
        edges.push_back(edge_of(link, rows[slot(link.successor)], lengths[slot(link.successor)].days));
    }
    begins_.assign(rows.size() * whats + 1, 0);
    for (const Edge& edge : edges) ++begins_[slot(edge.from) + 1];
    std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
    edges_.resize(edges.size());
    std::vector<int> next(begins_.begin(), begins_.end() - 1);
    for (const Edge& edge : edges) edges_[slot(next[slot(edge.from)]++)] = edge;
}

void ScheduleEvents::set_length(Edge& edge, std::int64_t days) {
    if (!edge.to_finish) return;
    const bool from_start = what_of(edge.from) == What::Start;
    edge.delay = edge.lag - days - (from_start && days == 0 ? 1 : 0);
}

void ScheduleEvents::set_length(int row, std::int64_t days, std::span<const Edge> into) {
    const auto edges_of = [&](int e) {
        const auto at = slot(begins_[slot(e)]);
        return std::span(edges_).subspan(at, slot(begins_[slot(e) + 1]) - at);
    };
    for (Edge& edge : edges_of(event(row, What::Start)))
        if (edge.to == event(row, What::Finish)) edge.delay = days;
    for (const Edge& one : into)
        if (one.to_finish)
            for (Edge& edge : edges_of(one.from))
                if (edge.to == one.to) set_length(edge, days);
}

std::vector<int> ScheduleEvents::order(std::span<const std::vector<int>> loops) const {
    const int count = static_cast<int>(size());
    std::vector<int> waits(size(), 0), order, ready, begun;
    std::vector<char> taken(size(), 0);
    order.reserve(size());
    for (const Edge& edge : edges_) ++waits[slot(edge.to)];
    const auto take = [&](int e) {
        if (taken[slot(e)]) return;
        taken[slot(e)] = 1;
        ready.push_back(e);
    };
    const auto follow = [&] {
        while (!ready.empty()) {
            const int e = ready.back();
            ready.pop_back();
            order.push_back(e);
            for (const Edge& edge : after(e)) {
                if (--waits[slot(edge.to)] == 0)
                    take(edge.to);
                else if (is_first_of(edge.to))
                    begun.push_back(edge.to);
            }
        }
    };
    // Parents of which a part has started, when nothing else is left.
    const auto settle = [&] {
        follow();
        for (std::size_t i = 0; i < begun.size(); ++i) {
            take(begun[i]);
            follow();
        }
        begun.clear();
    };
    for (int e = 0; e < count; ++e)
        if (waits[slot(e)] == 0) take(e);
    settle();
    for (const std::vector<int>& loop : loops) {
        take(event(loop.front(), What::MayStart));
        settle();
    }
    // Parents' starts last: they come with their parts'.
    for (const bool of_parents : {false, true})
        for (int e = 0; e < count && order.size() < size(); ++e) {
            if (is_first_of(e) != of_parents) continue;
            take(e);
            settle();
        }
    return order;
}

}  // namespace analysis
