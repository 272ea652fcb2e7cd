// What can be wrong with the links between tasks. The critical path is not computed here.
#include "analysis/rules/rules.hpp"
#include "base/text.hpp"

namespace analysis {
namespace {
using model::Dependency;
using model::Task;
using Link = Network::Link;

const OutlineRow& row_at(const CheckContext& context, int place) {
    return context.outline()[static_cast<std::size_t>(place)];
}

// "A → B → A", long ones cut.
std::string text_of_loop(const CheckContext& context, std::span<const int> loop) {
    constexpr std::size_t shown = 6;
    std::vector<std::string> names;
    for (const int place : loop.first(std::min(loop.size(), shown))) {
        const OutlineRow& row = row_at(context, place);
        names.push_back(row.task->title.empty() ? row.code : row.task->title);
    }
    if (loop.size() > shown) names.emplace_back("…");
    names.push_back(names.front());
    return base::join(names, " → ");
}

void loop(const CheckContext& context, Issues& issues) {
    for (const std::vector<int>& tasks : context.network().loops())
        issues.add(*row_at(context, tasks.front()).task, {text_of_loop(context, tasks)});
}

void on_own_family(const CheckContext& context, Issues& issues) {
    const Network& network = context.network();
    for (const Link& link : network.links()) {
        if (link.predecessor == link.successor || !network.related(link.predecessor, link.successor)) continue;
        issues.add<&Dependency::predecessor>(
            *link.row, {row_at(context, link.successor).task->title, row_at(context, link.predecessor).task->title});
    }
}

// The day before which the successor may not start (finish), and when it does so now: on its own date, or if it has
// none, with the first (last) of its parts.
struct LinkDates {
    Bound bound;
    Date now;
};

// Nothing where there is nothing to wait for. A link within the family is wrong whatever the dates (DEP-002).
std::optional<LinkDates> dates_of(const CheckContext& context, const Link& link) {
    if (context.network().related(link.predecessor, link.successor)) return {};
    const OutlineRow &predecessor = row_at(context, link.predecessor), &successor = row_at(context, link.successor);
    if (predecessor.task->status == model::TaskStatus::Cancelled || !is_open(*successor.task)) return {};
    if (successor.has_children && successor.progress == 100) return {};  // all parts are done
    const Bound bound = bound_of(context.calendar(), *link.row, predecessor);
    return LinkDates{bound, bound.is_start ? successor.start : successor.finish};
}

void dates_against_link(const CheckContext& context, Issues& issues) {
    for (const Link& link : context.network().links()) {
        const std::optional<LinkDates> dates = dates_of(context, link);
        if (!dates || !before(dates->now, dates->bound.first)) continue;
        const Task& task = *row_at(context, link.successor).task;
        const std::vector<std::string> arguments{row_at(context, link.predecessor).task->title,
                                                 dates->bound.first.iso()};
        if (dates->bound.is_start)
            issues.add<&Task::start>(task, arguments);
        else
            issues.add<&Task::finish>(task, arguments);
    }
}

// Of several links the latest day counts. Left to the planner: a start that would pass the finish, and a task without
// dates of its own, whose parts would have to move.
std::optional<Fix> after_predecessors(const CheckContext& context, const Issue& issue) {
    const Task* task = context.plan.rows<Task>().find(issue.id);
    if (!task) return {};
    const bool is_start = issue.field == &model::field_of<&Task::start>();
    Date first = is_start ? task->start : task->finish;
    if (first.empty()) return {};
    for (const Link& link : context.network().links()) {
        if (link.row->successor.id() != task->id) continue;
        const std::optional<LinkDates> dates = dates_of(context, link);
        if (dates && dates->bound.is_start == is_start) first = std::max(first, dates->bound.first);
    }
    first = context.calendar().next_workday(first);
    if (is_start && before(task->finish, first)) return {};
    return is_start ? fix<&Task::start>(task->id, first) : fix<&Task::finish>(task->id, first);
}

constexpr Rule table[] = {
    {"DEP-001", Severity::Error, "tasks", loop},
    {"DEP-002", Severity::Error, "tasks", on_own_family},
    {"DEP-003", Severity::Warning, "tasks", dates_against_link, after_predecessors},
};
}  // namespace

std::span<const Rule> dependency_rules() {
    return table;
}

}  // namespace analysis
