// analysis/network.hpp: what waits for what: tasks, their parts and the links between them as one graph, its rings, and
// the first days that links allow.
#pragma once

#include <span>
#include <vector>

#include "analysis/outline.hpp"

namespace analysis {

class Network {
  public:
    // Tasks are named by their place in the outline.
    struct Link {
        const model::Dependency* row;
        int predecessor, successor;
    };

    // The outline must be that of the plan, and both must outlive the network. Links to tasks that are not there are
    // left out.
    Network(const model::Plan& plan, const std::vector<OutlineRow>& rows, const OutlineIndex& index);

    [[nodiscard]] const std::vector<OutlineRow>& rows() const { return *rows_; }
    [[nodiscard]] std::span<const Link> links() const { return links_; }  // in the order of their ids
    // One lies in the tree of the other, or is the other.
    [[nodiscard]] bool related(int a, int b) const;

    // Who waits for himself: of every knot of tasks that wait for each other one shortest ring through its first task,
    // in the order in which they wait, beginning with the first of the outline. A part may start when its parent may; a
    // parent starts with its first part, and is finished when all parts are and what its own finish waits for. Links
    // between related tasks are left out, but for links of a task to itself. Only the tasks at which a link begins or
    // ends are named. Linear in tasks and links.
    [[nodiscard]] std::vector<std::vector<int>> loops() const;

  private:
    const std::vector<OutlineRow>* rows_;
    std::vector<Link> links_;
    std::vector<int> ends_;  // one past the last row of each task's tree
};

// The first day that a link allows for the successor's start (or finish), and whether that is a start.
struct Bound {
    Date first;  // empty: the predecessor has no such date
    bool is_start = true;
};

// The predecessor's dates are those of the outline: a task without its own has those of its parts.
Bound bound_of(const Calendar& calendar, const model::Dependency& link, const OutlineRow& predecessor);

}  // namespace analysis
