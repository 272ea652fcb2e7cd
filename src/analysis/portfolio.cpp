#include "analysis/portfolio.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"

namespace analysis {
namespace {
// What has a name in several plans, in the order of first appearance.
template <class T> class ByName {
  public:
    T& of(std::string_view name) {
        const auto [at, is_new] = places_.try_emplace(base::name_key(name), values_.size());
        if (is_new) values_.push_back({std::string(name), {}});
        return values_[at->second].value;
    }
    struct Named {
        std::string name;
        T value;
    };
    std::vector<Named>& all() { return values_; }

  private:
    std::map<std::string, std::size_t, std::less<>> places_;
    std::vector<Named> values_;
};

struct PersonEverywhere {
    std::vector<std::pair<std::size_t, std::int64_t>> minutes;
    std::map<Date, std::int64_t> days;
};

PlanSummary summary_of(const model::Plan& plan, const std::vector<OutlineRow>& rows, const Calendar& calendar,
                       const Today& today) {
    PlanSummary summary;
    summary.plan = &plan;
    for (const OutlineRow& row : rows)
        summary.tasks += !row.has_children && row.task->status != model::TaskStatus::Cancelled ? 1 : 0;
    summary.progress = progress_on(plan, rows, calendar, today.day, baseline_on(plan, today.day));
    summary.overdue = overdue_items(plan, today.day);
    summary.findings = ledger_numbers(plan, {}, today.day);
    for (const Issue& issue : check(plan, today)) {
        summary.errors += issue.severity == Severity::Error ? 1 : 0;
        summary.warnings += issue.severity == Severity::Warning ? 1 : 0;
    }
    return summary;
}

void add_minutes(PersonEverywhere& person, std::size_t plan, const PersonLoad& load) {
    if (person.minutes.empty() || person.minutes.back().first != plan) person.minutes.emplace_back(plan, 0);
    person.minutes.back().second += load.minutes;
    for (const LoadDay& day : load.days) person.days[day.date] += day.minutes;
}
}  // namespace

Portfolio portfolio_of(std::span<const model::Plan* const> plans, const Today& today, Date from, Date to) {
    Portfolio result;
    ByName<std::vector<std::pair<std::size_t, IndicatorState>>> indicators;
    ByName<PersonEverywhere> people;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        const model::Plan& plan = *plans[i];
        const Calendar calendar = calendar_for(plan);
        const std::vector<OutlineRow> rows = outline(plan, calendar);
        result.plans.push_back(summary_of(plan, rows, calendar, today));
        for (const IndicatorState& state : indicator_states(plan, today.day))
            if (!state.indicator->name.empty()) indicators.of(state.indicator->name).emplace_back(i, state);
        for (const PersonLoad& load : load_of(plan, rows, calendar, from, to).people)
            if (!load.person->name.empty()) add_minutes(people.of(load.person->name), i, load);
    }
    for (auto& one : indicators.all())
        if (one.value.front().first != one.value.back().first)
            result.indicators.push_back({one.name, std::move(one.value)});
    for (auto& one : people.all()) {
        if (one.value.minutes.size() < 2) continue;
        SharedPerson person{one.name, std::move(one.value.minutes), {}};
        for (const auto& [date, minutes] : one.value.days)
            if (minutes > whole_day_minutes) person.days_over.push_back({date, minutes});
        result.people.push_back(std::move(person));
    }
    return result;
}

}  // namespace analysis
