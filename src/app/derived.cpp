#include "app/derived.hpp"

#include <algorithm>

#include "analysis/context.hpp"
#include "base/equal_rows.hpp"

namespace app {

using analysis::Issue;
using model::Plan;

namespace {
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

// ---------------------------------------------------------------- memos

Outline Derived::make_outline(const Plan& plan, base::Date) {
    Outline made;
    made.rows = analysis::outline(plan);
    made.top_level = static_cast<std::size_t>(
        std::ranges::count_if(made.rows, [](const analysis::OutlineRow& row) { return row.depth == 0; }));
    made.progress = progress_of(made.rows);
    return made;
}

Derived::Ledgers Derived::make_ledgers(const Plan& plan, base::Date today) {
    Ledgers made;
    made[{}] = analysis::ledger_numbers(plan, {}, today);
    for (const model::Inspection& round : plan.rows<model::Inspection>())
        made[round.id] = analysis::ledger_numbers(plan, round.id, today);
    return made;
}

std::size_t Derived::outline_version() const {
    outline_.get(plan_, today_.day);
    return outline_.computed();
}

const analysis::LedgerNumbers& Derived::ledger(const model::Id& round) const {
    static const analysis::LedgerNumbers none;
    const Ledgers& ledgers = ledgers_.get(plan_, today_.day);
    const auto found = ledgers.find(round);
    return found == ledgers.end() ? none : found->second;
}

std::vector<std::pair<std::string_view, std::size_t>> Derived::computed() const {
    return {{"outline", outline_.computed()},
            {"ledger", ledgers_.computed()},
            {"indicators", indicators_.computed()},
            {"risks", risks_.computed()},
            {"check", checks_}};
}

void Derived::follow(const Plan& plan, const analysis::Today& today) {
    if (!plan_.same(plan)) plan_ = plan;
    today_ = today;
}

// ---------------------------------------------------------------- checks

CheckResult::CheckResult(std::vector<Issue> found) : finished(true), issues(std::move(found)) {
    for (const Issue& issue : issues) {
        ++by_section[std::string(analysis::section_of(issue))];
        errors += issue.severity == analysis::Severity::Error;
        overdue += issue.rule == "TASK-005";
        by_row_.push_back(&issue);
    }
    std::ranges::stable_sort(by_row_, {}, [](const Issue* issue) { return issue->id; });
}

std::span<const Issue* const> CheckResult::of(const model::Id& row) const {
    return base::equal_rows(by_row_, row, [](const Issue* issue) { return issue->id; });
}

void Derived::forget_check() {
    check_ = {};
    changed_to_.reset();
    checked_.reset();
    checker_.reset();
    noted_.reset();
}

double Derived::work(double seconds, bool typing) {
    if (!changed_to_ || !changed_to_->same(plan_)) {
        changed_to_ = plan_;
        changed_at_ = seconds;
    }
    if (checked_ && checked_->same(plan_) && checked_day_ == today_.day) return -1;
    const double wait = changed_at_ + pause_seconds - seconds;
    if (typing && wait > 0) return wait;
    if (!checker_ || !checker_->plan().same(plan_) || checked_day_ != today_.day) checker_.emplace(plan_, today_);
    checked_day_ = today_.day;
    if (!checker_->step(slice)) return 0;
    check_ = CheckResult(checker_->take());
    ++checks_;
    noted_.reset();
    checker_.reset();
    checked_ = plan_;
    return 0;  // to show them
}

const std::vector<Note>& Derived::notes(const model::Id& row) const {
    if (noted_ && noted_->same(plan_) && noted_row_ == row) return notes_;
    notes_.clear();
    const analysis::CheckContext context(plan_, today_);
    for (const Issue* issue : check_.of(row))
        if (plan_.table(issue->record).find(row)) notes_.push_back({issue, analysis::fix_of(context, *issue)});
    noted_ = plan_;
    noted_row_ = row;
    return notes_;
}

}  // namespace app
