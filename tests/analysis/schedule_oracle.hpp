// tests/analysis/schedule_oracle.hpp: a second schedule to compare with: dates that are pushed, day by day, until
// nothing has to be pushed any more. It knows no late dates: a float is how far a task can be pushed before something
// else moves, the whole ends later or a constraint breaks.
#pragma once

#include <algorithm>
#include <map>
#include <set>

#include "analysis/calendar.hpp"
#include "analysis/rule_case.hpp"
#include "support/random_plan.hpp"

namespace analysis_test {

class Naive {
  public:
    using Date = model::Date;
    using Task = model::Task;
    using Dependency = model::Dependency;
    using Kind = model::DependencyType;
    using Constraint = model::TaskConstraint;
    using Starts = std::map<const Task*, Date>;

    Naive(const Build& b, Date origin) : plan_(b.plan), calendar_(analysis::calendar_for(b.plan)), origin_(origin) {
        for (const Task& task : plan_.rows<Task>()) children_[task.parent.id()].push_back(&task);
    }
    bool is_leaf(const Task& task) const { return !children_.contains(task.id); }
    bool is_in(const Task& task) const { return task.status != model::TaskStatus::Cancelled; }
    bool is_fact(const Task& task) const {
        return is_leaf(task) && task.status == model::TaskStatus::Done && task.start && task.finish;
    }
    bool is_late(const Task& task) const {
        if (!is_leaf(task) || !is_in(task) || is_fact(task)) return false;
        for (const Task* at = &task; at; at = plan_.find(at->parent))
            if (is_in(*at) && at->constraint == Constraint::AsLateAsPossible) return true;
        return false;
    }

    // Work days are counted one by one; 0 is the first one on or after the day.
    Date nth(Date from, std::int64_t n) const {
        while (!calendar_.is_workday(from)) from = from.plus(1);
        for (; n != 0; n += n > 0 ? -1 : 1) {
            from = from.plus(n > 0 ? 1 : -1);
            while (!calendar_.is_workday(from)) from = from.plus(n > 0 ? 1 : -1);
        }
        return from;
    }
    Date on_or_before(Date day) const {
        while (!calendar_.is_workday(day)) day = day.plus(-1);
        return day;
    }
    std::int64_t length(const Task& task) const {
        if (task.duration_days && !is_fact(task)) return *task.duration_days;
        if (!task.start || !task.finish || task.finish < task.start) return 1;
        std::int64_t days = 0;
        for (Date at = task.start; at <= task.finish; at = at.plus(1)) days += calendar_.is_workday(at);
        return days;
    }

    // Start of each leaf, and of what is as late as possible where `late` has put it; `pushed` not before the day.
    const Starts& starts(const Starts& late = {}, const Task* pushed = nullptr, Date first = {}) {
        start_.clear();
        for (const Task& task : plan_.rows<Task>()) {
            if (!is_leaf(task)) continue;
            Date own = task.start;
            for (const Task* above = &task; !own && above; above = plan_.find(above->parent)) own = above->start;
            Date& start = start_[&task] = nth(own ? own : origin_, 0);
            if (!is_fact(task)) start = std::max(start, bound(task));
            if (const auto found = late.find(&task); found != late.end()) start = std::max(start, found->second);
            if (&task == pushed) start = std::max(start, first);
        }
        for (int rounds = 0, again = 1; again && rounds < 500; ++rounds) {
            again = 0;
            for (const Dependency& link : plan_.rows<Dependency>()) {
                const Task &from = *plan_.find(link.predecessor), &to = *plan_.find(link.successor);
                if (related(from, to) || !is_in(from) || !is_in(to)) continue;
                again = push(link, from, to) || again;
            }
        }
        return start_;
    }
    // Where what is as late as possible ends up: it goes on day by day as long as nothing but its like moves.
    Starts as_late_as_possible() {
        Starts late;
        const Starts before = starts();
        const Date last = end();
        const std::set<const Task*> broken = conflicts();
        for (bool again = true; again;) {
            again = false;
            for (const auto& one : before) {
                if (!is_late(*one.first)) continue;
                const Date next = nth(starts(late).at(one.first), 1);
                const Starts now = starts(late, one.first, next);
                bool others = end() != last || conflicts() != broken || nth(origin_, 300) < next;
                for (const auto& other : now)
                    others = others || (!is_late(*other.first) && other.second != before.at(other.first));
                if (others) continue;
                for (const auto& other : now)
                    if (is_late(*other.first)) late[other.first] = other.second;
                again = true;
            }
        }
        return late;
    }
    bool related(const Task& a, const Task& b) const { return below(a, b) || below(b, a); }

    Date start_of(const Task& task) const {
        if (is_leaf(task)) return start_.at(&task);
        Date first;
        for (const Task* part : children_.at(task.id)) {
            if (!is_in(*part)) continue;
            const Date one = start_of(*part);
            if (one && (!first || one < first)) first = one;
        }
        return first;
    }
    // The first day after it.
    Date end_of(const Task& task) const {
        if (is_leaf(task)) return nth(start_.at(&task), length(task));
        Date last;
        for (const Task* part : children_.at(task.id))
            if (is_in(*part)) last = std::max(last, end_of(*part));
        if (!last) return last;
        const Date day = is_in(task) ? task.constraint_date : Date();  // its own finish waits
        if (day && task.constraint == Constraint::FinishNoEarlierThan) last = std::max(last, nth(day, 1));
        if (day && task.constraint == Constraint::MustFinishOn) last = std::max(last, nth(on_or_before(day), 1));
        for (const Dependency& link : plan_.rows<Dependency>()) {
            const Task &from = *plan_.find(link.predecessor), &to = *plan_.find(link.successor);
            if (&to != &task || related(from, to) || !is_in(from)) continue;
            if (link.kind == Kind::FinishToFinish && end_of(from))
                last = std::max(last, nth(end_of(from), link.lag_days.value_or(0)));
            if (link.kind == Kind::StartToFinish && start_of(from))
                last = std::max(last, nth(start_of(from), link.lag_days.value_or(0) + 1));
        }
        return last;
    }
    Date end() const {
        Date last;
        for (const Task& task : plan_.rows<Task>())
            if (is_in(task)) last = std::max(last, end_of(task));
        return last;
    }

    // As people see it: days off alone keep their own days where they may.
    bool keeps_days_off(const Task& task) const {
        return is_leaf(task) && !task.duration_days && task.start && task.finish && length(task) == 0 &&
               start_.at(&task) == nth(task.start, 0) && (is_fact(task) || keeps(task, task.start, task.finish));
    }
    Date first_day(const Task& task) const { return keeps_days_off(task) ? task.start : start_of(task); }
    Date last_day(const Task& task) const {
        if (keeps_days_off(task)) return task.finish;
        return start_of(task) < end_of(task) ? nth(end_of(task), -1) : start_of(task);
    }
    bool keeps(const Task& task, Date start, Date finish) const {
        const Date day = task.constraint_date;
        if (!day) return true;
        if (task.constraint == Constraint::StartNoEarlierThan) return start >= day;
        if (task.constraint == Constraint::StartNoLaterThan) return start <= day;
        if (task.constraint == Constraint::FinishNoEarlierThan) return finish >= day;
        if (task.constraint == Constraint::FinishNoLaterThan) return finish <= day;
        if (task.constraint == Constraint::MustStartOn) return start == day || start == nth(day, 0);
        if (task.constraint == Constraint::MustFinishOn) return finish == day || finish == on_or_before(day);
        return true;
    }
    bool in_conflict(const Task& task) const {
        return is_in(task) && start_of(task) && !is_fact(task) && !keeps(task, first_day(task), last_day(task));
    }
    std::set<const Task*> conflicts() const {
        std::set<const Task*> all;
        for (const Task& task : plan_.rows<Task>())
            if (in_conflict(task)) all.insert(&task);
        return all;
    }

  private:
    bool below(const Task& task, const Task& above) const {
        for (const Task* at = &task; at; at = plan_.find(at->parent))
            if (at == &above) return true;
        return false;
    }
    // The first day that constraints allow to a leaf: its own, and those of the tasks above on their start.
    Date bound(const Task& leaf) const {
        Date first = origin_.plus(-1000);
        for (const Task* above = plan_.find(leaf.parent); above; above = plan_.find(above->parent)) {
            if (above->start) first = std::max(first, nth(above->start, 0));
            first = std::max(first, start_bound(*above));
        }
        first = std::max(first, start_bound(leaf));
        const Date day = leaf.constraint_date;
        const std::int64_t back = std::max<std::int64_t>(length(leaf), 1) - 1;
        if (day && leaf.constraint == Constraint::FinishNoEarlierThan) first = std::max(first, nth(nth(day, 0), -back));
        if (day && leaf.constraint == Constraint::MustFinishOn) first = std::max(first, nth(on_or_before(day), -back));
        return first;
    }
    Date start_bound(const Task& task) const {
        const bool bounds =
            task.constraint == Constraint::StartNoEarlierThan || task.constraint == Constraint::MustStartOn;
        return bounds && is_in(task) && task.constraint_date ? nth(task.constraint_date, 0) : origin_.plus(-1000);
    }
    bool push(const Dependency& link, const Task& from, const Task& to) {
        const bool after_start = link.kind == Kind::StartToStart || link.kind == Kind::StartToFinish;
        const bool to_start = link.kind == Kind::StartToStart || link.kind == Kind::FinishToStart;
        const Date base = after_start ? start_of(from) : end_of(from);
        if (!base) return false;
        if (!to_start && !is_leaf(to)) return false;  // end_of knows
        std::int64_t days = link.lag_days.value_or(0);
        if (!to_start) days -= length(to);
        if (link.kind == Kind::StartToFinish && length(to) > 0) ++days;
        return push_leaves(to, nth(base, days));
    }
    bool push_leaves(const Task& task, Date first) {
        if (!is_leaf(task)) {
            bool pushed = false;
            for (const Task* part : children_.at(task.id))
                if (is_in(*part)) pushed = push_leaves(*part, first) || pushed;
            return pushed;
        }
        if (is_fact(task) || first <= start_.at(&task)) return false;
        start_[&task] = first;
        return true;
    }

    const model::Plan& plan_;
    analysis::Calendar calendar_;
    Date origin_;
    std::map<model::Id, std::vector<const Task*>> children_;
    Starts start_;
};

enum class Constrained { No, Yes };

// Any shape: up to eight tasks at any depth, links of all kinds with lags, spring holidays, days of the hospital's own;
// constraints and durations if wanted.
inline Build random_network(std::uint64_t seed, Constrained constrained) {
    support::Random random(seed);
    Build b;
    std::vector<model::Task*> tasks;
    for (std::size_t i = 0, count = 2 + random.below(7); i < count; ++i) {
        model::Task& task = b.add<model::Task>();
        task.title = std::string(1, static_cast<char>('a' + i));
        if (!tasks.empty() && random.one_in(3)) task.parent = model::Ref(*tasks[random.below(tasks.size())]);
        if (!random.one_in(4)) task.start = day("2026-03-28").plus(static_cast<int>(random.below(30)));
        if (task.start && !random.one_in(4)) task.finish = task.start.plus(static_cast<int>(random.below(9)));
        if (random.one_in(8)) task.status = random.one_in(2) ? model::TaskStatus::Cancelled : model::TaskStatus::Done;
        tasks.push_back(&task);
    }
    for (std::size_t i = 0, count = random.below(8); i < count; ++i) {
        // One by one: the order of arguments is each compiler's own.
        const model::Task& from = *tasks[random.below(tasks.size())];
        const model::Task& to = *tasks[random.below(tasks.size())];
        model::Dependency& link = b.link(from, to, static_cast<model::DependencyType>(random.below(4)));
        link.lag_days = random.between(-2, 4);
    }
    for (std::size_t i = 0, count = random.below(4); i < count; ++i) {
        auto& own = b.add<model::CalendarDay>();
        own.date = day("2026-03-30").plus(static_cast<int>(random.below(40)));
        own.kind = random.one_in(2) ? model::DayKind::Work : model::DayKind::Off;
    }
    if (constrained == Constrained::No) return b;
    for (model::Task* task : tasks) {
        if (random.one_in(4)) task->duration_days = random.between(0, 6);
        if (random.one_in(2)) continue;
        task->constraint = static_cast<model::TaskConstraint>(random.below(8));
        if (!random.one_in(10)) task->constraint_date = day("2026-04-01").plus(static_cast<int>(random.below(40)));
    }
    return b;
}

}  // namespace analysis_test
