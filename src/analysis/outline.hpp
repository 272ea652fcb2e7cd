// analysis/outline.hpp: the work breakdown in display order, with numbers and values rolled up.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "analysis/calendar.hpp"

namespace analysis {

struct OutlineRow {
    const model::Task* task;
    int depth;         // 0: top level
    int parent;        // index of the parent's row, -1 at the top
    std::string code;  // "2.1"; below 24 levels the middle is left out: "1.1.….3"
    bool has_children;
    // The task's own; where it has none, from its children that are not cancelled.
    Date start;    // earliest
    Date finish;   // latest
    int progress;  // percent, rounded down; by working days of the leaves; a leaf without a figure has 100 if done,
                   // else 0
    std::int64_t days;  // working days of the leaves below, at least 1 each; of a leaf: its own
};

// Depth first, siblings by order key, then id. Linear apart from sorting.
std::vector<OutlineRow> outline(const model::Plan& plan);
std::vector<OutlineRow> outline(const model::Plan& plan, const Calendar& calendar);

// Places in an outline by the tasks' ids. Building sorts, finding halves.
class OutlineIndex {
  public:
    explicit OutlineIndex(const std::vector<OutlineRow>& rows);
    [[nodiscard]] int find(const model::Id& task) const;  // -1: no such task

  private:
    std::vector<std::pair<model::Id, int>> places_;  // sorted
};

}  // namespace analysis
