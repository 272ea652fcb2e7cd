// What can be wrong with milestones.
#include "analysis/rules/rules.hpp"

namespace analysis {
namespace {
using model::Milestone;

void missed(const CheckContext& context, Issues& issues) {
    for (const Milestone& milestone : context.plan.rows<Milestone>())
        if (milestone.reached_on.empty() && before(milestone.date, context.today.day))
            issues.add<&Milestone::reached_on>(milestone,
                                               {milestone.date.iso(), days_text(milestone.date, context.today.day)});
}

void no_date(const CheckContext& context, Issues& issues) {
    for (const Milestone& milestone : context.plan.rows<Milestone>())
        if (milestone.date.empty()) issues.add<&Milestone::date>(milestone);
}

void reached_in_future(const CheckContext& context, Issues& issues) {
    for (const Milestone& milestone : context.plan.rows<Milestone>())
        if (before(context.today.day, milestone.reached_on))
            issues.add<&Milestone::reached_on>(milestone, {milestone.reached_on.iso()});
}

std::optional<Fix> not_reached(const CheckContext&, const Issue& issue) {
    return fix<&Milestone::reached_on>(issue.id, std::monostate{});
}

// Tasks with parts of their own whose tree holds no milestone, if the plan uses milestones at all.
void task_without(const CheckContext& context, Issues& issues) {
    if (context.plan.rows<Milestone>().empty()) return;
    const std::vector<OutlineRow>& rows = context.outline();
    std::vector<char> marked(rows.size());
    for (const Milestone& milestone : context.plan.rows<Milestone>())
        if (const OutlineRow* row = context.outline_row(milestone.task))
            marked[static_cast<std::size_t>(row - rows.data())] = true;
    for (std::size_t i = rows.size(); i-- > 0;)
        if (marked[i] && rows[i].parent >= 0) marked[static_cast<std::size_t>(rows[i].parent)] = true;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].parent < 0 && rows[i].has_children && !marked[i] && is_open(*rows[i].task))
            issues.add(*rows[i].task);
}

void outside_task(const CheckContext& context, Issues& issues) {
    for (const Milestone& milestone : context.plan.rows<Milestone>()) {
        const OutlineRow* row = context.outline_row(milestone.task);
        if (row && (before(milestone.date, row->start) || before(row->finish, milestone.date)))
            issues.add<&Milestone::date>(milestone, {milestone.date.iso(), row->task->title});
    }
}

constexpr Rule table[] = {
    {"MILE-001", Severity::Error, "tasks", missed},
    {"MILE-002", Severity::Warning, "tasks", no_date},
    {"MILE-003", Severity::Warning, "tasks", reached_in_future, not_reached},
    {"MILE-004", Severity::Info, "tasks", task_without},
    {"MILE-005", Severity::Warning, "tasks", outside_task},
};
}  // namespace

std::span<const Rule> milestone_rules() {
    return table;
}

}  // namespace analysis
