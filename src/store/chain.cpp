#include "store/chain.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace store {

void Chain::resolve() {
    std::vector<std::size_t> order(frames_->size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    // A journal leads from lower revisions to a higher one, so one pass in this order settles every state. Snapshots
    // first.
    std::ranges::stable_sort(order, [this](std::size_t a, std::size_t b) {
        const Frame &left = (*frames_)[a], &right = (*frames_)[b];
        if (left.state.revision != right.state.revision) return left.state.revision < right.state.revision;
        return left.kind < right.kind;
    });
    ways_.clear();
    for (const std::size_t i : order) {
        const Frame& frame = (*frames_)[i];
        if (!usable_[i] || frame.newer() || frame.kind == FrameKind::Trash) continue;
        if (frame.kind == FrameKind::Snapshot) {
            ways_.try_emplace(frame.state, Way{i, frame.state, 0});
            continue;
        }
        for (const State& from : {frame.after, frame.base}) {
            const auto found = ways_.find(from);
            if (found == ways_.end()) continue;
            const std::size_t steps = found->second.steps + 1;
            const auto [at, fresh] = ways_.try_emplace(frame.state, Way{i, from, steps});
            if (!fresh && steps < at->second.steps) at->second = Way{i, from, steps};
        }
    }
}

std::vector<State> Chain::states() const {
    std::vector<State> states;
    states.reserve(ways_.size());
    for (const auto& [state, way] : ways_) states.push_back(state);
    const auto saved = [this](const State& state) { return (*frames_)[ways_.at(state).frame].saved; };
    std::ranges::sort(states, [&](const State& a, const State& b) {
        if (a.revision != b.revision) return a.revision > b.revision;
        if (saved(a) != saved(b)) return saved(a) > saved(b);
        return a.digest > b.digest;
    });
    return states;
}

std::vector<std::size_t> Chain::path(const State& state) const {
    std::vector<std::size_t> path;
    for (State at = state;;) {
        const Way& way = ways_.at(at);
        path.push_back(way.frame);
        if (way.steps == 0) break;
        at = way.from;
    }
    std::reverse(path.begin(), path.end());
    return path;
}

Chain::FramesInto Chain::journals_into() const {
    FramesInto into;
    for (std::size_t i = 0; i < frames_->size(); ++i)
        if (usable_[i] && (*frames_)[i].kind == FrameKind::Journal) into[(*frames_)[i].state].push_back(i);
    return into;
}

std::vector<std::size_t> Chain::walk(const FramesInto& into, const State& top, std::set<State>& known) const {
    std::vector<std::size_t> journals;
    std::vector<State> open{top};
    while (!open.empty()) {
        const State at = open.back();
        open.pop_back();
        const auto found = into.find(at);
        if (!known.insert(at).second || found == into.end()) continue;
        for (const std::size_t i : found->second) {
            journals.push_back(i);
            for (const State& from : {(*frames_)[i].after, (*frames_)[i].base})
                if (from.revision > 0) open.push_back(from);
        }
    }
    return journals;
}

std::vector<std::size_t> Chain::line(const State& head) const {
    std::set<State> known;
    return walk(journals_into(), head, known);
}

std::vector<Chain::Branch> Chain::branches(const State& head) const {
    const FramesInto into = journals_into();
    std::set<State> known;
    std::map<base::Id, std::uint64_t> latest;  // of each writer, on the lines found so far
    const auto follow = [&](const State& top) {
        std::vector<std::size_t> journals = walk(into, top, known);
        for (const std::size_t i : journals) {
            std::uint64_t& revision = latest[(*frames_)[i].writer];
            revision = std::max(revision, (*frames_)[i].state.revision);
        }
        return journals;
    };
    follow(head);
    std::vector<Branch> found;
    for (const State& state : states()) {
        const Frame& frame = (*frames_)[ways_.at(state).frame];
        if (known.contains(state) || frame.kind == FrameKind::Snapshot) continue;
        if (state.revision < latest[frame.writer]) continue;
        found.push_back({state, follow(state)});
    }
    return found;
}

void Chain::leave_out(std::size_t frame) {
    usable_[frame] = false;
    resolve();
}

}  // namespace store
