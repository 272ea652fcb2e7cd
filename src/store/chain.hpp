// store/chain.hpp: which states of a plan can be rebuilt from a heap of frames, and from which frames.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <vector>

#include "store/frame.hpp"

namespace store {

// The frames of one plan, from wherever they came; usable[i] false: leave frame i out (its content turned out bad).
class Chain {
  public:
    explicit Chain(const std::vector<Frame>& frames) : frames_(&frames), usable_(frames.size(), true) { resolve(); }

    // Newest first; of one revision, the one saved later, then the one of the greater digest: the same on every
    // machine.
    [[nodiscard]] std::vector<State> states() const;
    [[nodiscard]] bool reaches(const State& state) const { return ways_.contains(state); }
    // Indices of the frames that rebuild the state: a snapshot, then journals in order. As few as possible.
    [[nodiscard]] std::vector<std::size_t> path(const State& state) const;
    // The journals behind a state, by either of their links; not only those of its path.
    [[nodiscard]] std::vector<std::size_t> line(const State& head) const;
    // What another writer did beside the line of `head`. A writer goes on from what it wrote: whatever it wrote before
    // something on a line is held in that line, also a repeated attempt, and also where damage has torn the links.
    // (Damage without copies that hides where one writer took over from another may look like a branch; that costs a
    // needless plan, the other mistake would cost somebody's work.)
    struct Branch {
        State head;
        std::vector<std::size_t> frames;  // that belong to it alone
    };
    [[nodiscard]] std::vector<Branch> branches(const State& head) const;

    void leave_out(std::size_t frame);

  private:
    struct Way {
        std::size_t frame = 0;
        State from;             // the same state for a snapshot
        std::size_t steps = 0;  // journals from the snapshot
    };
    void resolve();
    using FramesInto = std::map<State, std::vector<std::size_t>>;
    [[nodiscard]] FramesInto journals_into() const;
    // Adds every state that leads to `top` and is not known yet; the journals between.
    std::vector<std::size_t> walk(const FramesInto& into, const State& top, std::set<State>& known) const;

    const std::vector<Frame>* frames_;
    std::vector<char> usable_;
    std::map<State, Way> ways_;
};

}  // namespace store
