#include "app/derived.hpp"

#include <algorithm>

#include "analysis/context.hpp"
#include "base/equal_rows.hpp"

namespace app {

using analysis::Issue;
using model::Plan;
using model::RecordType;

namespace {
bool same_tables(const std::optional<Plan>& before, const Plan& now, std::initializer_list<RecordType> types) {
    return before &&
           std::ranges::all_of(types, [&](RecordType type) { return before->table(type).same(now.table(type)); });
}

int progress_of(const std::vector<analysis::OutlineRow>& outline) {
    std::int64_t days = 0, done = 0;
    for (const analysis::OutlineRow& row : outline) {
        if (row.has_children) continue;
        days += row.days;
        done += row.days * row.progress;
    }
    return days > 0 ? static_cast<int>(done / days) : -1;
}
}  // namespace

std::span<const Issue* const> Derived::of(const model::Id& row) const {
    return base::equal_rows(by_row_, row, [](const Issue* issue) { return issue->id; });
}

const Derived& Derivation::get(const Plan& plan, const analysis::Today& today) {
    const bool first = !outline_of_;
    if (!same_tables(outline_of_, plan, {RecordType::Task, RecordType::CalendarDay})) {
        derived_.outline = analysis::outline(plan);
        ++derived_.outline_version;
        derived_.top_level = static_cast<std::size_t>(
            std::ranges::count_if(derived_.outline, [](const analysis::OutlineRow& row) { return row.depth == 0; }));
        derived_.progress = progress_of(derived_.outline);
    }
    if (first || ledger_day_ != today.day ||
        !same_tables(outline_of_, plan, {RecordType::Finding, RecordType::Unit, RecordType::Person}))
        derived_.ledger = analysis::ledger_numbers(plan, {}, today.day);
    ledger_day_ = today.day;
    if (first || !outline_of_->same(plan)) outline_of_ = plan;
    return derived_;
}

double Derivation::work(const Plan& plan, const analysis::Today& today, double seconds, bool typing) {
    if (!changed_to_ || !changed_to_->same(plan)) {
        changed_to_ = plan;
        changed_at_ = seconds;
    }
    if (checked_ && checked_->same(plan) && checked_day_ == today.day) return -1;
    const double wait = changed_at_ + pause_seconds - seconds;
    if (typing && wait > 0) return wait;
    if (!checker_ || !checker_->plan().same(plan) || checked_day_ != today.day) checker_.emplace(plan, today);
    checked_day_ = today.day;
    if (!checker_->step(slice)) return 0;
    take(checker_->take());
    checker_.reset();
    checked_ = plan;
    return 0;  // to show them
}

void Derivation::take(std::vector<Issue> issues) {
    derived_.checked = true;
    derived_.issues = std::move(issues);
    derived_.issues_by_section.clear();
    derived_.errors = derived_.overdue = 0;
    derived_.by_row_.clear();
    for (const Issue& issue : derived_.issues) {
        ++derived_.issues_by_section[std::string(analysis::section_of(issue))];
        derived_.errors += issue.severity == analysis::Severity::Error;
        derived_.overdue += issue.rule == "TASK-005";
        derived_.by_row_.push_back(&issue);
    }
    std::ranges::stable_sort(derived_.by_row_, {}, [](const Issue* issue) { return issue->id; });
    noted_.reset();
}

const std::vector<Note>& Derivation::notes(const Plan& plan, const analysis::Today& today, const model::Id& row) {
    if (noted_ && noted_->same(plan) && noted_row_ == row) return notes_;
    notes_.clear();
    const analysis::CheckContext context(plan, today);
    for (const Issue* issue : derived_.of(row))
        if (plan.table(issue->record).find(row)) notes_.push_back({issue, analysis::fix_of(context, *issue)});
    noted_ = plan;
    noted_row_ = row;
    return notes_;
}

}  // namespace app
