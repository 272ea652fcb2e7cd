// store/chain.hpp: which states of a plan can be rebuilt from a heap of frames, and from which frames.
#pragma once

#include <cstddef>
#include <map>
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
    // What another writer did beside the path to `head`. A repeated attempt of the writer of the next state on the path
    // is none: the later attempt held all of it.
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

    const std::vector<Frame>* frames_;
    std::vector<char> usable_;
    std::map<State, Way> ways_;
};

}  // namespace store
