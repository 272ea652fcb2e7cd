// edit/history.hpp: undo and redo as a list of plans that share their rows.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/plan.hpp"

namespace edit {

struct Step {
    model::Plan plan;
    std::string label;  // words key of the gesture that led here, e.g. "undo.set-field"
    std::string merge;  // steps of one continuing gesture (typing in one field) share this and are one undo step; ""
                        // never merges
};

class History {
  public:
    static constexpr std::size_t depth_limit = 1000;

    explicit History(model::Plan start) : steps_{{std::move(start), {}, {}}} {}

    [[nodiscard]] const model::Plan& plan() const { return steps_[at_].plan; }
    void push(model::Plan plan, std::string label, std::string merge = {});
    // Something that no undo takes back: the present plan becomes this one, without a step.
    void amend(model::Plan plan);
    // The gesture is over: a later step of the same kind is a new one.
    void seal() { steps_[at_].merge.clear(); }
    // Takes the gesture `merge` back as if it had never been, if it is the last step and still goes on.
    bool drop(std::string_view merge);

    [[nodiscard]] bool can_undo() const { return at_ > 0; }
    [[nodiscard]] bool can_redo() const { return at_ + 1 < steps_.size(); }
    [[nodiscard]] const std::string& undo_label() const { return steps_[at_].label; }
    [[nodiscard]] const std::string& redo_label() const { return steps_[at_ + 1].label; }
    // The plan that undo (redo) leads to; null: there is nothing to undo (redo).
    [[nodiscard]] const model::Plan* before() const { return at_ > 0 ? &steps_[at_ - 1].plan : nullptr; }
    [[nodiscard]] const model::Plan* after() const { return can_redo() ? &steps_[at_ + 1].plan : nullptr; }
    bool undo();  // false if there is nothing to undo
    bool redo();
    // Grows with every push, amendment, undo and redo: tells whether anything happened since.
    [[nodiscard]] std::uint64_t changes() const { return changes_; }

  private:
    std::vector<Step> steps_;  // [0] is the start, or the oldest kept
    std::size_t at_ = 0;
    std::uint64_t changes_ = 0;
};

}  // namespace edit
