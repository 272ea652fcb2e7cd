#include <algorithm>
#include <numeric>

#include "analysis/network.hpp"
#include "analysis/network_events.hpp"

namespace analysis {
namespace {
using model::DependencyType;

// For each event those that wait for it, as one list with begins.
struct Events {
    std::vector<int> begins, next;
    std::vector<int> waits;  // for how many others before it can happen

    [[nodiscard]] int count() const { return static_cast<int>(begins.size()) - 1; }
    [[nodiscard]] std::span<const int> after(int e) const {
        const auto at = static_cast<std::size_t>(e);
        return std::span(next).subspan(static_cast<std::size_t>(begins[at]),
                                       static_cast<std::size_t>(begins[at + 1] - begins[at]));
    }
};

std::pair<int, int> events_of(const Network::Link& link) {
    if (link.predecessor == link.successor)
        return {event(link.predecessor, What::Finish), event(link.successor, What::MayStart)};
    switch (link.row->kind) {
        case DependencyType::FinishToStart:
            return {event(link.predecessor, What::Finish), event(link.successor, What::MayStart)};
        case DependencyType::StartToStart:
            return {event(link.predecessor, What::Start), event(link.successor, What::MayStart)};
        case DependencyType::FinishToFinish:
            return {event(link.predecessor, What::Finish), event(link.successor, What::Finish)};
        case DependencyType::StartToFinish:
            return {event(link.predecessor, What::Start), event(link.successor, What::Finish)};
    }
    return {};
}

Events events_of(const Network& network) {
    const std::vector<OutlineRow>& rows = network.rows();
    std::vector<std::pair<int, int>> pairs;
    pairs.reserve(rows.size() * 4 + network.links().size());
    for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
        const OutlineRow& row = rows[static_cast<std::size_t>(i)];
        if (!row.has_children) pairs.emplace_back(event(i, What::MayStart), event(i, What::Start));
        pairs.emplace_back(event(i, What::Start), event(i, What::Finish));
        if (row.parent < 0) continue;
        pairs.emplace_back(event(row.parent, What::MayStart), event(i, What::MayStart));
        pairs.emplace_back(event(i, What::Start), event(row.parent, What::Start));
        pairs.emplace_back(event(i, What::Finish), event(row.parent, What::Finish));
    }
    for (const Network::Link& link : network.links())
        if (link.predecessor == link.successor || !network.related(link.predecessor, link.successor))
            pairs.push_back(events_of(link));

    Events events;
    const std::size_t count = rows.size() * whats;
    events.begins.assign(count + 1, 0);
    events.waits.assign(count, 0);
    for (const auto& [from, to] : pairs) {
        ++events.begins[static_cast<std::size_t>(from) + 1];
        ++events.waits[static_cast<std::size_t>(to)];
    }
    std::partial_sum(events.begins.begin(), events.begins.end(), events.begins.begin());
    events.next.resize(pairs.size());
    std::vector<int> at(events.begins.begin(), events.begins.end() - 1);
    for (const auto& [from, to] : pairs)
        events.next[static_cast<std::size_t>(at[static_cast<std::size_t>(from)]++)] = to;
    for (int i = 0; i < static_cast<int>(rows.size()); ++i)  // a parent starts with any of its parts
        if (rows[static_cast<std::size_t>(i)].has_children)
            events.waits[static_cast<std::size_t>(event(i, What::Start))] = 1;
    return events;
}

// The events that can never happen: those in a ring, and those that wait for them.
std::vector<char> stuck_events(const Events& events) {
    std::vector<char> stuck(static_cast<std::size_t>(events.count()), 1);
    std::vector<int> waits = events.waits, happens;
    for (int e = 0; e < events.count(); ++e)
        if (waits[static_cast<std::size_t>(e)] == 0) happens.push_back(e);
    while (!happens.empty()) {
        const int e = happens.back();
        happens.pop_back();
        stuck[static_cast<std::size_t>(e)] = 0;
        for (const int to : events.after(e))
            if (--waits[static_cast<std::size_t>(to)] == 0) happens.push_back(to);
    }
    return stuck;
}

// Tarjan's strongly connected components of the stuck events, with a path of its own instead of recursion: knots(e) is
// the same number for events that wait for each other. Returns the first event of each knot of more than one.
class Knots {
  public:
    Knots(const Events& events, const std::vector<char>& stuck)
        : events_(events), low_(stuck.size(), 0), knot_(stuck.size(), 0) {
        for (int e = 0; e < events.count(); ++e)
            if (stuck[static_cast<std::size_t>(e)] && low_[static_cast<std::size_t>(e)] == 0) visit(e, stuck);
    }
    [[nodiscard]] int knot(int e) const { return knot_[static_cast<std::size_t>(e)]; }  // 0: none
    [[nodiscard]] const std::vector<int>& firsts() const { return firsts_; }

  private:
    struct Step {
        int event, number;
        std::size_t next = 0;
    };
    int& low(int e) { return low_[static_cast<std::size_t>(e)]; }
    void enter(int e) {
        low(e) = ++numbers_;
        path_.push_back({e, numbers_});
        open_.push_back(e);
    }
    void visit(int root, const std::vector<char>& stuck) {
        enter(root);
        while (!path_.empty()) {
            Step& step = path_.back();
            const auto after = events_.after(step.event);
            if (step.next < after.size()) {
                const int to = after[step.next++];
                if (!stuck[static_cast<std::size_t>(to)]) continue;
                if (low(to) == 0)
                    enter(to);
                else if (knot(to) == 0)
                    low(step.event) = std::min(low(step.event), low(to));
                continue;
            }
            const Step done = step;
            path_.pop_back();
            if (low(done.event) == done.number) close(done.event);
            if (!path_.empty() && knot(done.event) == 0)
                low(path_.back().event) = std::min(low(path_.back().event), low(done.event));
        }
    }
    // All that was opened since belongs to one knot.
    void close(int e) {
        const auto begin = std::find(open_.rbegin(), open_.rend(), e).base() - 1;
        ++knots_;
        for (auto at = begin; at != open_.end(); ++at) knot_[static_cast<std::size_t>(*at)] = knots_;
        if (open_.end() - begin > 1) firsts_.push_back(*std::min_element(begin, open_.end()));
        open_.erase(begin, open_.end());
    }

    const Events& events_;
    std::vector<int> low_, knot_, open_, firsts_;
    std::vector<Step> path_;
    int numbers_ = 0, knots_ = 0;
};

// The shortest way from the event back to itself, in order, within its knot. came_from is shared: knots do not touch.
std::vector<int> ring_through(const Events& events, const Knots& knots, int first, std::vector<int>& came_from) {
    std::vector<int> line{first};
    for (std::size_t at = 0; at < line.size(); ++at) {
        for (const int to : events.after(line[at])) {
            if (knots.knot(to) != knots.knot(first) || came_from[static_cast<std::size_t>(to)] >= 0) continue;
            came_from[static_cast<std::size_t>(to)] = line[at];
            if (to != first) {
                line.push_back(to);
                continue;
            }
            std::vector<int> ring{first};
            for (int e = line[at]; e != first; e = came_from[static_cast<std::size_t>(e)]) ring.push_back(e);
            std::reverse(ring.begin() + 1, ring.end());
            return ring;
        }
    }
    return {};
}

// The tasks at which links begin and end on the ring of events.
std::vector<int> tasks_of(const std::vector<OutlineRow>& rows, const std::vector<int>& ring) {
    const auto within_family = [&](int from, int to) {
        const int a = row_of(from), b = row_of(to);
        return a == b ? from < to
                      : rows[static_cast<std::size_t>(a)].parent == b || rows[static_cast<std::size_t>(b)].parent == a;
    };
    std::vector<int> tasks;
    const auto add = [&](int row) {
        if (tasks.empty() || tasks.back() != row) tasks.push_back(row);
    };
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const int from = ring[i], to = ring[(i + 1) % ring.size()];
        if (within_family(from, to)) continue;
        add(row_of(from));
        add(row_of(to));
    }
    if (tasks.size() > 1 && tasks.front() == tasks.back()) tasks.pop_back();
    std::rotate(tasks.begin(), std::ranges::min_element(tasks), tasks.end());
    return tasks;
}
}  // namespace

std::vector<std::vector<int>> Network::loops() const {
    const Events events = events_of(*this);
    const std::vector<char> stuck = stuck_events(events);
    if (std::ranges::find(stuck, 1) == stuck.end()) return {};
    const Knots knots(events, stuck);
    std::vector<int> came_from(stuck.size(), -1);
    std::vector<std::vector<int>> loops;
    for (const int first : knots.firsts())
        loops.push_back(tasks_of(*rows_, ring_through(events, knots, first, came_from)));
    std::ranges::sort(loops);
    return loops;
}

}  // namespace analysis
