#include "analysis/outline.hpp"

#include <algorithm>
#include <numeric>
#include <span>

namespace analysis {
namespace {
using model::Task;
using model::TaskStatus;

// Codes of a chain of tasks would otherwise grow with the square of its length.
constexpr int code_levels = 24;

// The tasks of each parent, siblings in display order. Tasks are named by their place in the table.
struct Families {
    std::vector<const Task*> tasks;   // sorted by id, as the table is
    std::vector<std::size_t> begins;  // of parent p in children: begins[p + 1], begins[p + 2]; p = -1: top level
    std::vector<std::size_t> children;

    [[nodiscard]] std::span<const std::size_t> of(std::ptrdiff_t parent) const {
        const auto at = static_cast<std::size_t>(parent + 1);
        return std::span(children).subspan(begins[at], begins[at + 1] - begins[at]);
    }
};

Families families_of(const model::Plan& plan) {
    Families families;
    const std::size_t count = plan.rows<Task>().size();
    families.tasks.reserve(count);
    for (const Task& task : plan.rows<Task>()) families.tasks.push_back(&task);
    const auto id_of = [](const Task* task) -> const model::Id& { return task->id; };
    std::vector<std::size_t> parents(count, 0);  // place + 1, 0: none
    families.begins.assign(count + 2, 0);
    for (std::size_t i = 0; i < count; ++i) {
        const model::Id& parent = families.tasks[i]->parent;
        if (!parent.empty())
            parents[i] = static_cast<std::size_t>(std::ranges::lower_bound(families.tasks, parent, {}, id_of) -
                                                  families.tasks.begin()) +
                         1;
        ++families.begins[parents[i] + 1];
    }
    std::partial_sum(families.begins.begin(), families.begins.end(), families.begins.begin());
    families.children.resize(count);
    std::vector<std::size_t> next(families.begins.begin(), families.begins.end() - 1);
    for (std::size_t i = 0; i < count; ++i) families.children[next[parents[i]]++] = i;
    for (std::size_t p = 0; p <= count; ++p)
        std::ranges::sort(
            std::span(families.children).subspan(families.begins[p], families.begins[p + 1] - families.begins[p]),
            [&](std::size_t x, std::size_t y) {
                const int order = families.tasks[x]->order.compare(families.tasks[y]->order);
                return order != 0 ? order < 0 : x < y;
            });
    return families;
}

std::string code_of(const std::vector<OutlineRow>& rows, int parent, int depth, int number) {
    const std::string own = std::to_string(number);
    if (parent < 0) return own;
    const std::string& above = rows[static_cast<std::size_t>(parent)].code;
    if (depth < code_levels) return above + "." + own;
    if (depth == code_levels) return above + ".…." + own;
    return above.substr(0, above.rfind("….") + std::string_view("….").size()) + own;
}

// What a leaf says of itself; a parent begins with zeros and collects.
void begin_values(OutlineRow& row, const Calendar& calendar) {
    const Task& task = *row.task;
    row.start = task.start;
    row.finish = task.finish;
    if (row.has_children) return;
    row.days = std::max(1, calendar.workdays(task.start, task.finish));
    row.progress = task.status == TaskStatus::Done ? 100 : 0;
    if (task.progress) row.progress = static_cast<int>(std::clamp<std::int64_t>(*task.progress, 0, 100));
}

struct Sum {
    std::int64_t done = 0;  // percent × days
    std::int64_t days = 0;
    Date start, finish;
};

// Children stand behind their parent, so that one pass from the end completes each row before its parent reads it.
void roll_up(std::vector<OutlineRow>& rows) {
    std::vector<Sum> sums(rows.size());
    for (std::size_t i = rows.size(); i-- > 0;) {
        OutlineRow& row = rows[i];
        const Sum& sum = sums[i];
        if (row.has_children) {
            if (row.start.empty()) row.start = sum.start;
            if (row.finish.empty()) row.finish = sum.finish;
            row.days = std::max<std::int64_t>(1, sum.days);
            if (row.task->progress)
                row.progress = static_cast<int>(std::clamp<std::int64_t>(*row.task->progress, 0, 100));
            else if (row.task->status == TaskStatus::Done)
                row.progress = 100;
            else
                row.progress = sum.days == 0 ? 0 : static_cast<int>(sum.done / sum.days);
        }
        if (row.parent < 0 || row.task->status == TaskStatus::Cancelled) continue;
        Sum& above = sums[static_cast<std::size_t>(row.parent)];
        above.done += row.progress * row.days;
        above.days += row.days;
        if (!row.start.empty() && (above.start.empty() || row.start < above.start)) above.start = row.start;
        above.finish = std::max(above.finish, row.finish);
    }
}
}  // namespace

std::vector<OutlineRow> outline(const model::Plan& plan) {
    return outline(plan, calendar_for(plan));
}

std::vector<OutlineRow> outline(const model::Plan& plan, const Calendar& calendar) {
    const Families families = families_of(plan);
    struct Level {  // siblings still to come
        std::span<const std::size_t> left;
        int parent, number = 0;
    };
    std::vector<OutlineRow> rows;
    rows.reserve(families.tasks.size());
    std::vector<Level> path{{families.of(-1), -1}};
    while (!path.empty()) {
        Level& level = path.back();
        if (level.left.empty()) {
            path.pop_back();
            continue;
        }
        const std::size_t place = level.left.front();
        level.left = level.left.subspan(1);
        const auto children = families.of(static_cast<std::ptrdiff_t>(place));
        const int depth = static_cast<int>(path.size()) - 1, number = ++level.number;
        rows.push_back({families.tasks[place],
                        depth,
                        level.parent,
                        code_of(rows, level.parent, depth, number),
                        !children.empty(),
                        {},
                        {},
                        0,
                        0});
        begin_values(rows.back(), calendar);
        if (!children.empty()) path.push_back({children, static_cast<int>(rows.size()) - 1});
    }
    roll_up(rows);
    return rows;
}

OutlineIndex::OutlineIndex(const std::vector<OutlineRow>& rows) {
    places_.reserve(rows.size());
    for (const OutlineRow& row : rows) places_.emplace_back(row.task->id, static_cast<int>(places_.size()));
    std::ranges::sort(places_);
}

int OutlineIndex::find(const model::Id& task) const {
    const auto at = std::ranges::lower_bound(places_, task, {}, &std::pair<model::Id, int>::first);
    return at != places_.end() && at->first == task ? at->second : -1;
}

}  // namespace analysis
