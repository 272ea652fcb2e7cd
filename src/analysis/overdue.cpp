#include "analysis/overdue.hpp"

#include <algorithm>
#include <set>

#include "analysis/inspection.hpp"
#include "analysis/risks.hpp"

namespace analysis {
namespace {
bool is_open_task(const model::Task& task) {
    return task.status != model::TaskStatus::Done && task.status != model::TaskStatus::Cancelled &&
           task.progress.value_or(0) < 100;
}
}  // namespace

std::vector<OverdueItem> overdue_items(const model::Plan& plan, Date today) {
    std::vector<OverdueItem> items;
    const auto add = [&](model::RecordType record, const model::Row& row, Date due, const Id& owner) {
        if (due && due < today) items.push_back({record, &row, due, today.days() - due.days(), owner});
    };
    std::set<Id> parents;
    for (const model::Task& task : plan.rows<model::Task>())
        if (!task.parent.empty()) parents.insert(task.parent);
    for (const auto* task : model::in_order<model::Task>(plan))
        if (is_open_task(*task) && !parents.contains(task->id))
            add(model::RecordType::Task, *task, task->finish, task->owner);
    for (const auto* row : model::in_order<model::Milestone>(plan))
        if (!row->reached_on) add(model::RecordType::Milestone, *row, row->date, {});
    for (const auto* row : model::in_order<model::RiskResponse>(plan))
        if (is_overdue(*row, today)) add(model::RecordType::RiskResponse, *row, row->due, row->owner);
    for (const auto* row : model::in_order<model::Finding>(plan))
        if (is_overdue(*row, today)) add(model::RecordType::Finding, *row, row->deadline, row->owner);
    for (const auto* row : model::in_order<model::Measure>(plan))
        if (!row->done_on && row->timing != model::Timing::Ongoing)
            add(model::RecordType::Measure, *row, row->deadline, row->owner);
    // The kinds stand together: each is sorted for itself.
    for (auto first = items.begin(); first != items.end();) {
        const auto last =
            std::find_if(first, items.end(), [&](const OverdueItem& i) { return i.record != first->record; });
        std::stable_sort(first, last, [](const OverdueItem& a, const OverdueItem& b) { return a.due < b.due; });
        first = last;
    }
    return items;
}

}  // namespace analysis
