// What can be wrong with the links between tasks. The critical path is not computed here.
#include "analysis/rules/rules.hpp"
#include "base/text.hpp"

namespace analysis {
namespace {
using model::Dependency;
using model::DependencyType;
using model::Task;

// Successors by predecessor, both as places in the outline.
using Graph = std::vector<std::vector<int>>;

int place_of(const CheckContext& context, const Id& task) {
    const OutlineRow* row = context.outline_row(task);
    return row ? static_cast<int>(row - context.outline().data()) : -1;
}

Graph graph_of(const CheckContext& context) {
    Graph graph(context.outline().size());
    for (const Dependency& link : context.plan.rows<Dependency>()) {
        const int from = place_of(context, link.predecessor), to = place_of(context, link.successor);
        if (from >= 0 && to >= 0) graph[static_cast<std::size_t>(from)].push_back(to);
    }
    for (std::vector<int>& successors : graph) std::ranges::sort(successors);
    return graph;
}

struct Step {
    int node;
    std::size_t next = 0;  // of its successors
};

// Depth first with a path of its own instead of recursion: whenever a link leads back into the path, the part of the
// path from there on is a cycle. Every knot of cycles has at least one such link. Linear in tasks and links.
template <class Found> void for_cycles(const Graph& graph, Found found) {
    constexpr int fresh = -2, done = -1;  // else the place on the path
    std::vector<int> places(graph.size(), fresh);
    std::vector<Step> path;
    const auto enter = [&](int node) {
        places[static_cast<std::size_t>(node)] = static_cast<int>(path.size());
        path.push_back({node});
    };
    for (std::size_t root = 0; root < graph.size(); ++root) {
        if (places[root] == fresh) enter(static_cast<int>(root));
        while (!path.empty()) {
            Step& step = path.back();
            const std::vector<int>& successors = graph[static_cast<std::size_t>(step.node)];
            if (step.next == successors.size()) {
                places[static_cast<std::size_t>(step.node)] = done;
                path.pop_back();
                continue;
            }
            const int to = successors[step.next++];
            const int place = places[static_cast<std::size_t>(to)];
            if (place == fresh)
                enter(to);
            else if (place != done)
                found(std::span<const Step>(path).subspan(static_cast<std::size_t>(place)));
        }
    }
}

// "A → B → A", long ones cut.
std::string text_of_cycle(const CheckContext& context, std::span<const Step> cycle) {
    constexpr std::size_t shown = 6;
    std::vector<std::string> names;
    for (const Step& step : cycle.first(std::min(cycle.size(), shown))) {
        const OutlineRow& row = context.outline()[static_cast<std::size_t>(step.node)];
        names.push_back(row.task->title.empty() ? row.code : row.task->title);
    }
    if (cycle.size() > shown) names.emplace_back("…");
    names.push_back(names.front());
    return base::join(names, " → ");
}

void cycle(const CheckContext& context, Issues& issues) {
    std::vector<char> told(context.outline().size());
    for_cycles(graph_of(context), [&](std::span<const Step> steps) {
        const auto first = static_cast<std::size_t>(steps.front().node);
        if (told[first]) return;
        told[first] = true;
        issues.add(*context.outline()[first].task, {text_of_cycle(context, steps)});
    });
}

// A task lies in the tree of another if its place in the outline is within that one's rows.
void on_own_family(const CheckContext& context, Issues& issues) {
    const std::vector<OutlineRow>& rows = context.outline();
    std::vector<std::size_t> ends(rows.size());  // one past the last row of each tree
    for (std::size_t i = rows.size(); i-- > 0;) {
        ends[i] = std::max(ends[i], i + 1);
        if (rows[i].parent >= 0) {
            std::size_t& above = ends[static_cast<std::size_t>(rows[i].parent)];
            above = std::max(above, ends[i]);
        }
    }
    for (const Dependency& link : context.plan.rows<Dependency>()) {
        const int from = place_of(context, link.predecessor), to = place_of(context, link.successor);
        if (from < 0 || to < 0 || from == to) continue;
        const auto a = static_cast<std::size_t>(std::min(from, to)), b = static_cast<std::size_t>(std::max(from, to));
        if (b < ends[a])
            issues.add<&Dependency::predecessor>(link, {rows[static_cast<std::size_t>(to)].task->title,
                                                        rows[static_cast<std::size_t>(from)].task->title});
    }
}

// The first day that the link allows for the successor's start (or finish), and whether that is a start.
struct Bound {
    Date first;
    bool is_start = true;
};

Bound bound_of(const Calendar& calendar, const Dependency& link, const Task& predecessor) {
    const int lag = static_cast<int>(link.lag_days.value_or(0));
    switch (link.kind) {
        case DependencyType::FinishToStart:
            // Days off are no reason to complain: work may go on over a weekend.
            if (lag == 0) return {predecessor.finish.plus(1), true};
            return {calendar.add_workdays(predecessor.finish, lag + 1), true};
        case DependencyType::StartToStart:
            return {calendar.add_workdays(predecessor.start, lag), true};
        case DependencyType::FinishToFinish:
            return {calendar.add_workdays(predecessor.finish, lag), false};
        case DependencyType::StartToFinish:
            return {calendar.add_workdays(predecessor.start, lag), false};
    }
    return {};
}

void dates_against_link(const CheckContext& context, Issues& issues) {
    for (const Dependency& link : context.plan.rows<Dependency>()) {
        const Task* predecessor = context.plan.find(link.predecessor);
        const Task* successor = context.plan.find(link.successor);
        if (!predecessor || !successor || !is_open(*successor) || predecessor == successor) continue;
        if (predecessor->status == model::TaskStatus::Cancelled) continue;
        const Bound bound = bound_of(context.calendar(), link, *predecessor);
        const std::vector<std::string> arguments{predecessor->title, bound.first.iso()};
        if (bound.is_start && before(successor->start, bound.first)) issues.add<&Task::start>(*successor, arguments);
        if (!bound.is_start && before(successor->finish, bound.first)) issues.add<&Task::finish>(*successor, arguments);
    }
}

// Of several links the latest day counts; a start that would pass the finish is left to the planner.
std::optional<Fix> after_predecessors(const CheckContext& context, const Issue& issue) {
    const Task* task = context.plan.rows<Task>().find(issue.id);
    if (!task) return {};
    const bool is_start = issue.field == &model::field_of<&Task::start>();
    Date first = is_start ? task->start : task->finish;
    for (const Dependency& link : context.plan.rows<Dependency>()) {
        const Task* predecessor = link.successor.id() == task->id ? context.plan.find(link.predecessor) : nullptr;
        if (!predecessor || predecessor->status == model::TaskStatus::Cancelled) continue;
        const Bound bound = bound_of(context.calendar(), link, *predecessor);
        if (bound.is_start == is_start) first = std::max(first, bound.first);
    }
    first = context.calendar().next_workday(first);
    if (is_start && before(task->finish, first)) return {};
    return is_start ? fix<&Task::start>(task->id, first) : fix<&Task::finish>(task->id, first);
}

constexpr Rule table[] = {
    {"DEP-001", Severity::Error, "tasks", cycle},
    {"DEP-002", Severity::Error, "tasks", on_own_family},
    {"DEP-003", Severity::Warning, "tasks", dates_against_link, after_predecessors},
};
}  // namespace

std::span<const Rule> dependency_rules() {
    return table;
}

}  // namespace analysis
