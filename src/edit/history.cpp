#include "edit/history.hpp"

namespace edit {

void History::push(model::Plan plan, std::string label, std::string merge) {
    ++changes_;
    if (!merge.empty() && at_ > 0 && !can_redo() && steps_[at_].merge == merge) {
        steps_[at_].plan = std::move(plan);
        return;
    }
    steps_.resize(at_ + 1, steps_[0]);
    steps_.push_back({std::move(plan), std::move(label), std::move(merge)});
    if (steps_.size() > depth_limit + 1) steps_.erase(steps_.begin());
    at_ = steps_.size() - 1;
}

void History::amend(model::Plan plan) {
    steps_[at_].plan = std::move(plan);
    ++changes_;
}

bool History::drop(std::string_view merge) {
    if (merge.empty() || at_ == 0 || can_redo() || steps_[at_].merge != merge) return false;
    steps_.pop_back();
    --at_;
    ++changes_;
    return true;
}

bool History::undo() {
    if (!can_undo()) return false;
    seal();
    --at_;
    ++changes_;
    return true;
}

bool History::redo() {
    if (!can_redo()) return false;
    ++at_;
    seal();
    ++changes_;
    return true;
}

}  // namespace edit
