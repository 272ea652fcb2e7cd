#include "analysis/schedule.hpp"

#include <doctest/doctest.h>

#include <map>

#include "analysis/rule_case.hpp"
#include "support/build.hpp"
#include "support/random_plan.hpp"

using analysis::Calendar;
using analysis::Schedule;
using analysis::ScheduledTask;
using analysis_test::Build;
using analysis_test::day;
using model::Date;
using model::Dependency;
using model::DependencyType;
using model::Task;
using model::TaskStatus;

namespace {
Task& dated(Build& b, std::string_view title, std::string_view start, std::string_view finish) {
    Task& task = b.task(title);
    task.status = TaskStatus::NotStarted;
    task.start = start.empty() ? Date() : day(start);
    task.finish = finish.empty() ? Date() : day(finish);
    return task;
}

struct Planned {
    explicit Planned(const Build& b, const analysis::ScheduleOptions& options = {})
        : calendar(analysis::calendar_for(b.plan)),
          rows(analysis::outline(b.plan, calendar)),
          index(rows),
          network(b.plan, rows, index),
          schedule(analysis::schedule(network, calendar, options)) {}
    const ScheduledTask& of(const Task& task) const {
        return schedule.tasks[static_cast<std::size_t>(index.find(task.id))];
    }
    std::string early(const Task& task) const { return of(task).early_start.iso() + " " + of(task).early_finish.iso(); }
    std::string late(const Task& task) const { return of(task).late_start.iso() + " " + of(task).late_finish.iso(); }

    Calendar calendar;
    std::vector<analysis::OutlineRow> rows;
    analysis::OutlineIndex index;
    analysis::Network network;
    Schedule schedule;
};

// The second implementation: dates that are pushed until nothing has to be pushed any more, day by day. It knows no
// late dates: a float is how far a task can be pushed before something else moves.
class Naive {
  public:
    Naive(const Build& b, Date origin) : plan_(b.plan), calendar_(analysis::calendar_for(b.plan)), origin_(origin) {
        for (const Task& task : plan_.rows<Task>()) {
            children_[task.parent.id()].push_back(&task);
        }
    }
    bool is_leaf(const Task& task) const { return !children_.contains(task.id); }
    bool is_in(const Task& task) const { return task.status != TaskStatus::Cancelled; }

    // Work days are counted one by one; 0 is the first one on or after the day.
    Date nth(Date from, std::int64_t n) const {
        while (!calendar_.is_workday(from)) from = from.plus(1);
        for (; n > 0; --n) {
            from = from.plus(1);
            while (!calendar_.is_workday(from)) from = from.plus(1);
        }
        for (; n < 0; ++n) {
            from = from.plus(-1);
            while (!calendar_.is_workday(from)) from = from.plus(-1);
        }
        return from;
    }
    std::int64_t length(const Task& task) const {
        if (!task.start || !task.finish || task.finish < task.start) return 1;
        std::int64_t days = 0;
        for (Date at = task.start; at <= task.finish; at = at.plus(1)) days += calendar_.is_workday(at);
        return days;
    }
    bool is_fact(const Task& task) const { return task.status == TaskStatus::Done && task.start && task.finish; }

    // Start of each leaf; `pushed` may not begin before the day.
    std::map<const Task*, Date> starts(const Task* pushed = nullptr, Date first = {}) {
        start_.clear();
        for (const Task& task : plan_.rows<Task>()) {
            if (!is_leaf(task)) continue;
            Date own = task.start;
            for (const Task* above = &task; !own && above; above = plan_.find(above->parent)) own = above->start;
            start_[&task] = nth(own ? own : origin_, 0);
            if (!is_fact(task))
                for (const Task* above = plan_.find(task.parent); above; above = plan_.find(above->parent))
                    if (above->start) start_[&task] = std::max(start_[&task], nth(above->start, 0));
            if (&task == pushed) start_[&task] = std::max(start_[&task], first);
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
        for (const Dependency& link : plan_.rows<Dependency>()) {  // its own finish waits
            const Task &from = *plan_.find(link.predecessor), &to = *plan_.find(link.successor);
            if (&to != &task || related(from, to) || !is_in(from)) continue;
            if (link.kind == DependencyType::FinishToFinish && end_of(from))
                last = std::max(last, nth(end_of(from), link.lag_days.value_or(0)));
            if (link.kind == DependencyType::StartToFinish && start_of(from))
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

  private:
    bool below(const Task& task, const Task& above) const {
        for (const Task* at = &task; at; at = plan_.find(at->parent))
            if (at == &above) return true;
        return false;
    }
    bool push(const Dependency& link, const Task& from, const Task& to) {
        const bool after_start =
            link.kind == DependencyType::StartToStart || link.kind == DependencyType::StartToFinish;
        const bool to_start = link.kind == DependencyType::StartToStart || link.kind == DependencyType::FinishToStart;
        const Date base = after_start ? start_of(from) : end_of(from);
        if (!base) return false;
        if (!to_start && !is_leaf(to)) return false;  // end_of knows
        std::int64_t days = link.lag_days.value_or(0);
        if (!to_start) days -= length(to);
        if (link.kind == DependencyType::StartToFinish && length(to) > 0) ++days;
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
    Calendar calendar_;
    Date origin_;
    std::map<model::Id, std::vector<const Task*>> children_;
    std::map<const Task*, Date> start_;
};

// Any shape: up to eight tasks at any depth, links of all kinds with lags, spring holidays, days of the hospital's own.
Build random_plan(std::uint64_t seed) {
    support::Random random(seed);
    Build b;
    std::vector<Task*> tasks;
    for (std::size_t i = 0, count = 2 + random.below(7); i < count; ++i) {
        Task& task = b.add<Task>();
        task.title = std::string(1, static_cast<char>('a' + i));
        if (!tasks.empty() && random.one_in(3)) task.parent = model::Ref(*tasks[random.below(tasks.size())]);
        if (!random.one_in(4)) task.start = day("2026-03-28").plus(static_cast<int>(random.below(30)));
        if (task.start && !random.one_in(4)) task.finish = task.start.plus(static_cast<int>(random.below(9)));
        if (random.one_in(8)) task.status = random.one_in(2) ? TaskStatus::Cancelled : TaskStatus::Done;
        tasks.push_back(&task);
    }
    for (std::size_t i = 0, count = random.below(8); i < count; ++i) {
        // One by one: the order of arguments is each compiler's own.
        const Task &from = *tasks[random.below(tasks.size())], &to = *tasks[random.below(tasks.size())];
        Dependency& link = b.link(from, to, static_cast<DependencyType>(random.below(4)));
        link.lag_days = random.between(-2, 4);
    }
    for (std::size_t i = 0, count = random.below(4); i < count; ++i) {
        auto& own = b.add<model::CalendarDay>();
        own.date = day("2026-03-30").plus(static_cast<int>(random.below(40)));
        own.kind = random.one_in(2) ? model::DayKind::Work : model::DayKind::Off;
    }
    return b;
}
}  // namespace

TEST_CASE("schedule: by hand: two ways to one end, with a weekend between") {
    Build b;
    Task& draft = dated(b, "起草", "2026-03-02", "2026-03-06");  // Monday to Friday
    Task& train = dated(b, "培训", "2026-03-09", "2026-03-10");
    Task& film = dated(b, "拍摄", "2026-03-09", "2026-03-13");
    Task& release = dated(b, "发布", "2026-03-12", "2026-03-12");
    b.link(draft, train);
    b.link(draft, film);
    b.link(train, release);
    b.link(film, release);
    const Planned planned(b);
    CHECK(planned.early(draft) == "2026-03-02 2026-03-06");
    CHECK(planned.early(train) == "2026-03-09 2026-03-10");
    CHECK(planned.late(train) == "2026-03-12 2026-03-13");
    CHECK(planned.of(train).total_float == 3);
    CHECK(planned.of(train).free_float == 3);
    CHECK_FALSE(planned.of(train).critical);
    CHECK(planned.early(release) == "2026-03-16 2026-03-16");  // Monday: filming ends on Friday
    CHECK(planned.of(release).slip == 2);
    CHECK(planned.of(release).critical);
    CHECK(planned.rows[static_cast<std::size_t>(planned.of(release).driver)].task->title == "拍摄");
    CHECK(planned.of(draft).critical);
    CHECK(planned.schedule.finish == day("2026-03-16"));
}

TEST_CASE("schedule: by hand: each kind of link, holidays between") {
    Build b;
    Task& before = dated(b, "前", "2026-04-30", "2026-05-06");  // Thursday, then the holiday to 5 May, Wednesday
    Task& after_finish = dated(b, "后", "2026-04-27", "2026-04-27");
    Task& with_start = dated(b, "同始", "2026-04-27", "2026-04-27");
    Task& with_finish = dated(b, "同终", "2026-04-27", "2026-04-28");
    Task& until_start = dated(b, "至始", "2026-04-27", "2026-04-27");
    b.link(before, after_finish, DependencyType::FinishToStart).lag_days = 1;
    b.link(before, with_start, DependencyType::StartToStart).lag_days = 1;
    b.link(before, with_finish, DependencyType::FinishToFinish);
    b.link(before, until_start, DependencyType::StartToFinish);
    const Planned planned(b);
    CHECK(planned.early(before) == "2026-04-30 2026-05-06");
    CHECK(planned.early(after_finish) == "2026-05-08 2026-05-08");
    CHECK(planned.early(with_start) == "2026-05-06 2026-05-06");
    CHECK(planned.early(with_finish) == "2026-04-30 2026-05-06");
    CHECK(planned.early(until_start) == "2026-04-30 2026-04-30");
}

TEST_CASE("schedule: by hand: parts, and what waits for a task with parts or is waited for by one") {
    Build b;
    Task& phase = dated(b, "阶段", "", "");
    Task& first = dated(b, "一", "2026-03-02", "2026-03-03");
    Task& second = dated(b, "二", "2026-03-04", "2026-03-06");
    first.parent = second.parent = model::Ref(phase);
    Task& next = dated(b, "下一步", "2026-03-02", "2026-03-02");
    Task& rollout = dated(b, "推广", "", "");
    Task& wards = dated(b, "病区", "", "");
    wards.parent = model::Ref(rollout);
    b.link(phase, next);
    b.link(next, rollout);
    const Planned planned(b);
    CHECK(planned.early(phase) == "2026-03-02 2026-03-06");
    CHECK(planned.of(first).total_float == 3);
    CHECK(planned.of(second).critical);
    CHECK(planned.of(phase).critical);
    CHECK(planned.early(next) == "2026-03-09 2026-03-09");
    CHECK(planned.early(wards) == "2026-03-10 2026-03-10");
    CHECK(planned.early(rollout) == "2026-03-10 2026-03-10");
    CHECK_FALSE(planned.of(rollout).slip.has_value());
}

TEST_CASE("schedule: what is done stays, what is cancelled is nowhere, days off alone are not moved") {
    Build b;
    Task& late = dated(b, "迟", "2026-03-16", "2026-03-20");
    Task& done = dated(b, "已完成", "2026-03-02", "2026-03-04");
    done.status = TaskStatus::Done;
    Task& cancelled = dated(b, "已取消", "2026-03-02", "2026-12-31");
    cancelled.status = TaskStatus::Cancelled;
    Task& saturday = dated(b, "周末义诊", "2026-03-21", "2026-03-22");
    b.link(late, done);
    b.link(late, saturday);
    b.link(cancelled, late);
    const Planned planned(b);
    CHECK(planned.early(done) == "2026-03-02 2026-03-04");
    CHECK(planned.early(late) == "2026-03-16 2026-03-20");
    CHECK(planned.of(cancelled).early_start.empty());
    CHECK(planned.early(saturday) == "2026-03-21 2026-03-22");
    CHECK(planned.of(saturday).slip == 0);
    CHECK(planned.schedule.finish == day("2026-03-22"));
    const Planned without(b, {day("2026-06-01"), true});
    CHECK(without.early(late) == "2026-06-01 2026-06-05");
    CHECK(without.early(done) == "2026-06-08 2026-06-10");
}

TEST_CASE("schedule: a ring is told in order, and everything has dates nevertheless") {
    Build b;
    Task& one = dated(b, "一", "2026-03-02", "2026-03-03");
    Task& two = dated(b, "二", "2026-03-02", "2026-03-03");
    Task& after = dated(b, "三", "2026-03-02", "2026-03-03");
    b.link(one, two);
    b.link(two, one);
    b.link(two, after);
    const Planned planned(b);
    REQUIRE(planned.schedule.loops.size() == 1);
    CHECK(planned.schedule.loops[0].size() == 2);
    CHECK(planned.early(one) == "2026-03-02 2026-03-03");
    CHECK(planned.early(two) == "2026-03-04 2026-03-05");
    CHECK(planned.early(after) == "2026-03-06 2026-03-09");
}

TEST_CASE("schedule: small plans agree with dates that are pushed day by day") {
    std::size_t moved = 0, floats = 0, less = 0;
    for (std::uint64_t seed = 0; seed < support::seeds(6000, 200); ++seed) {
        CAPTURE(seed);
        const Build b = random_plan(seed);
        const Date origin = day("2026-04-01");
        const Planned planned(b, {origin, false});
        if (!planned.schedule.loops.empty()) continue;
        Naive naive(b, origin);
        const auto starts = naive.starts();
        const Date end = naive.end();
        // Of several first parts that something waits for, each may be late alone, but not all: no longer one number.
        bool exact = true;
        for (const Dependency& link : b.plan.rows<Dependency>())
            exact =
                exact && (link.kind == DependencyType::FinishToStart || link.kind == DependencyType::FinishToFinish ||
                          naive.is_leaf(*b.plan.find(link.predecessor)));
        for (const Task& task : b.plan.rows<Task>()) {
            CAPTURE(task.title);
            const ScheduledTask& scheduled = planned.of(task);
            const Date start = naive.start_of(task);
            if (!naive.is_in(task) || !start) {
                CHECK(scheduled.early_start.empty());
                continue;
            }
            const bool own_days = naive.is_leaf(task) && task.start && task.finish && naive.length(task) == 0 &&
                                  start == naive.nth(task.start, 0);  // on days off
            CHECK(scheduled.early_start == (own_days ? task.start : start));
            const Date after = naive.end_of(task);
            if (start < after)
                CHECK(scheduled.early_finish == naive.nth(after, -1));
            else
                CHECK(scheduled.early_finish == (own_days ? task.finish : start));
            if (task.start && task.start < start) ++moved;
            if (!naive.is_leaf(task)) continue;
            CHECK(scheduled.free_float <= scheduled.total_float);
            std::int64_t total = 0, free = -1;
            for (; total < 60; ++total) {
                const auto pushed = naive.starts(&task, naive.nth(start, total + 1));
                bool others = naive.end() != end;
                if (others) break;
                for (const auto& one : pushed)
                    others = others || (one.first != &task && one.second != starts.at(one.first));
                if (others && free < 0) free = total;
            }
            if (free < 0) free = total;
            naive.starts();
            if (naive.is_fact(task)) continue;  // cannot be pushed
            ++floats;
            if (exact) {
                CHECK(scheduled.total_float == total);
                CHECK(scheduled.free_float <= free);
                if (scheduled.free_float < free) ++less;
            } else {
                CHECK(scheduled.total_float <= total);
                CHECK(scheduled.free_float <= free);
            }
        }
    }
    CHECK(less * 1000 < floats);  // parts that wait for each other around a parent's finish
    CHECK(moved > support::seeds(1000, 20));
    CHECK(floats > support::seeds(5000, 100));
}

TEST_CASE("schedule: a chain of 100,000 tasks costs no stack and no overflow") {
    const int count = static_cast<int>(support::seeds(100000, 3000));
    Build b;
    const Task* last = nullptr;
    for (int i = 0; i < count; ++i) {
        Task& task = dated(b, "步", i == 0 ? "2026-03-02" : "", "");
        if (last) b.link(*last, task);
        last = &task;
    }
    const Planned planned(b);
    for (const ScheduledTask& task : planned.schedule.tasks) REQUIRE(task.total_float == 0);
    const Date expected = planned.calendar.add_workdays(day("2026-03-02"), count - 1);
    CHECK(planned.schedule.finish == expected);
}
