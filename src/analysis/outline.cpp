#include "analysis/outline.hpp"

#include <algorithm>

namespace analysis {
namespace {
using model::Task;
using model::TaskStatus;

// Codes of a chain of tasks would otherwise grow with the square of its length.
constexpr int code_levels = 24;

// Tasks by parent, siblings in display order.
std::vector<const Task*> by_parent(const model::Plan& plan) {
    std::vector<const Task*> tasks;
    tasks.reserve(plan.rows<Task>().size());
    for (const Task& task : plan.rows<Task>()) tasks.push_back(&task);
    std::sort(tasks.begin(), tasks.end(), [](const Task* a, const Task* b) {
        if (a->parent != b->parent) return a->parent < b->parent;
        return a->order != b->order ? a->order < b->order : a->id < b->id;
    });
    return tasks;
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
    const std::vector<const Task*> tasks = by_parent(plan);
    const auto children_of = [&](const model::Id& id) {
        return std::ranges::equal_range(tasks, id, {},
                                        [](const Task* task) -> const model::Id& { return task->parent; });
    };
    struct Level {  // siblings still to come
        std::vector<const Task*>::const_iterator at, end;
        int parent, number = 0;
    };
    std::vector<OutlineRow> rows;
    rows.reserve(tasks.size());
    const auto top = children_of(model::Id{});
    std::vector<Level> path{{top.begin(), top.end(), -1}};
    while (!path.empty()) {
        Level& level = path.back();
        if (level.at == level.end) {
            path.pop_back();
            continue;
        }
        const Task* task = *level.at++;
        const auto children = children_of(task->id);
        const int depth = static_cast<int>(path.size()) - 1;
        const int number = ++level.number;
        rows.push_back(
            {task, depth, level.parent, code_of(rows, level.parent, depth, number), !children.empty(), {}, {}, 0, 0});
        begin_values(rows.back(), calendar);
        if (!children.empty()) path.push_back({children.begin(), children.end(), static_cast<int>(rows.size()) - 1});
    }
    roll_up(rows);
    return rows;
}

}  // namespace analysis
