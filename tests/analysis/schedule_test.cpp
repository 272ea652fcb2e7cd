#include "analysis/schedule.hpp"

#include <doctest/doctest.h>

#include "analysis/schedule_oracle.hpp"
#include "support/build.hpp"

using analysis::Calendar;
using analysis::Schedule;
using analysis::ScheduledTask;
using analysis_test::Build;
using analysis_test::Constrained;
using analysis_test::day;
using analysis_test::Naive;
using analysis_test::random_network;
using model::Date;
using model::Dependency;
using model::DependencyType;
using model::Task;
using model::TaskConstraint;
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

namespace {
// How much of what the oracle looked at held more than nothing.
struct Compared {
    std::size_t moved = 0, floats = 0, less = 0, conflicts = 0, late = 0;
};

// Of several first parts that something waits for, or that must begin by a day, each may be late alone, but not all:
// no longer one number.
bool has_one_float(const Build& b, const Naive& naive) {
    for (const Dependency& link : b.plan.rows<Dependency>())
        if (link.kind == DependencyType::StartToStart || link.kind == DependencyType::StartToFinish)
            if (!naive.is_leaf(*b.plan.find(link.predecessor))) return false;
    for (const Task& task : b.plan.rows<Task>())
        if (task.constraint == TaskConstraint::StartNoLaterThan || task.constraint == TaskConstraint::MustStartOn)
            if (!naive.is_leaf(task)) return false;
    return true;
}

// What takes no time may end with its parent's last day, but is seen on the next.
bool bounds_moments(const Build& b, const Naive& naive) {
    for (const Task& task : b.plan.rows<Task>()) {
        if (!naive.is_leaf(task) || naive.length(task) > 0) continue;
        for (const Task* above = b.plan.find(task.parent); above; above = b.plan.find(above->parent))
            if (above->constraint == TaskConstraint::FinishNoLaterThan ||
                above->constraint == TaskConstraint::MustFinishOn)
                return true;
    }
    return false;
}

void compare_floats(const Build& b, const Planned& planned, Naive& naive, const Naive::Starts& late, Compared& count) {
    const bool exact = has_one_float(b, naive);
    const Naive::Starts starts = naive.starts(late);
    const Date end = naive.end();
    for (const Task& task : b.plan.rows<Task>()) {
        CAPTURE(task.title);
        if (!naive.is_leaf(task) || !naive.is_in(task) || naive.is_fact(task)) continue;  // a fact cannot be pushed
        std::int64_t total = 0, free = -1;
        for (; total < 60; ++total) {
            const auto pushed = naive.starts(late, &task, naive.nth(starts.at(&task), total + 1));
            bool others = naive.end() != end || !naive.conflicts().empty();
            if (others) break;
            for (const auto& one : pushed)
                others = others || (one.first != &task && one.second != starts.at(one.first));
            if (others && free < 0) free = total;
        }
        if (free < 0) free = total;
        ++count.floats;
        const ScheduledTask& scheduled = planned.of(task);
        CHECK(scheduled.free_float <= scheduled.total_float);
        CHECK(scheduled.free_float <= free);
        CHECK(scheduled.total_float <= total);
        if (exact) CHECK(scheduled.total_float == total);
        if (exact && scheduled.free_float < free) ++count.less;
    }
    naive.starts(late);
}

void compare_schedules(const Build& b, Compared& count) {
    const Date origin = day("2026-04-01");
    const Planned planned(b, {origin, false});
    if (!planned.schedule.loops.empty()) return;
    Naive naive(b, origin);
    const Naive::Starts late = naive.as_late_as_possible();
    // How much worse what is late already may become is nobody's to say.
    naive.starts();
    if (!late.empty() && (!has_one_float(b, naive) || !naive.conflicts().empty())) return;
    naive.starts(late);
    for (const Task& task : b.plan.rows<Task>()) {
        CAPTURE(task.title);
        const ScheduledTask& scheduled = planned.of(task);
        if (!naive.is_in(task) || !naive.start_of(task)) {
            CHECK(scheduled.early_start.empty());
            continue;
        }
        CHECK(scheduled.early_start == naive.first_day(task));
        CHECK(scheduled.early_finish == naive.last_day(task));
        CHECK(scheduled.conflict == naive.in_conflict(task));
        CHECK(scheduled.critical == (scheduled.total_float <= 0));
        if (task.start && task.start < naive.start_of(task)) ++count.moved;
    }
    count.late += late.size();
    if (!naive.conflicts().empty())
        ++count.conflicts;
    else if (!bounds_moments(b, naive))
        compare_floats(b, planned, naive, late, count);
}
}  // namespace

TEST_CASE("schedule: small plans agree with dates that are pushed day by day") {
    Compared count;
    for (std::uint64_t seed = 0; seed < support::seeds(6000, 200); ++seed) {
        CAPTURE(seed);
        compare_schedules(random_network(seed, Constrained::No), count);
    }
    CHECK(count.less * 1000 < count.floats);  // parts that wait for each other around a parent's finish
    CHECK(count.moved > support::seeds(1000, 20));
    CHECK(count.floats > support::seeds(5000, 100));
}

TEST_CASE("schedule: so do those with durations and constraints") {
    Compared count;
    for (std::uint64_t seed = 0; seed < support::seeds(8000, 200); ++seed) {
        CAPTURE(seed);
        compare_schedules(random_network(seed, Constrained::Yes), count);
    }
    CHECK(count.less * 1000 < count.floats);
    CHECK(count.floats > support::seeds(3000, 60));
    CHECK(count.conflicts > support::seeds(500, 10));
    CHECK(count.late > support::seeds(300, 5));
}

TEST_CASE("schedule: no constraint makes anything earlier, and what can be kept leaves critical tasks no float") {
    for (std::uint64_t seed = 0; seed < support::seeds(4000, 200); ++seed) {
        CAPTURE(seed);
        Build b = random_network(seed, Constrained::Yes);
        const Planned with(b, {day("2026-04-01"), false});
        if (!with.schedule.loops.empty()) continue;
        bool conflicts = false;
        for (const ScheduledTask& task : with.schedule.tasks) conflicts = conflicts || task.conflict;
        for (const ScheduledTask& task : with.schedule.tasks) {
            if (task.critical && !conflicts) CHECK(task.total_float == 0);
            CHECK(task.free_float >= 0);
        }
        for (const Task& task : b.plan.rows<Task>()) const_cast<Task&>(task).constraint = TaskConstraint::None;
        const Planned without(b, {day("2026-04-01"), false});
        for (std::size_t i = 0; i < with.rows.size(); ++i) {
            const ScheduledTask &here = with.schedule.tasks[i], &there = without.schedule.tasks[i];
            CHECK(here.early_finish >= there.early_finish);
            const bool own_days = there.early_start == with.rows[i].task->start;  // days off, or the working day after
            CHECK((own_days || here.early_start >= there.early_start));
        }
    }
}

TEST_CASE("schedule: by hand: each constraint") {
    Build b;
    Task& lead = dated(b, "筹备", "2026-03-02", "2026-03-06");  // Monday to Friday
    const auto two_days = [&](std::string_view title, TaskConstraint constraint, std::string_view when) -> Task& {
        Task& task = dated(b, title, "", "");
        task.duration_days = 2;
        task.constraint = constraint;
        if (!when.empty()) task.constraint_date = day(when);
        b.link(lead, task);
        return task;
    };
    Task& from = two_days("不早于", TaskConstraint::StartNoEarlierThan, "2026-03-14");  // a Saturday
    Task& until = two_days("不晚于", TaskConstraint::FinishNoLaterThan, "2026-03-11");  // a Wednesday
    Task& by = two_days("须不晚于", TaskConstraint::StartNoLaterThan, "2026-03-06");    // the lead is not finished
    Task& ends = two_days("完成不早于", TaskConstraint::FinishNoEarlierThan, "2026-03-12");
    Task& on = two_days("必须开始", TaskConstraint::MustStartOn, "2026-03-10");
    Task& closes = two_days("必须完成", TaskConstraint::MustFinishOn, "2026-03-15");  // a Sunday
    Task& late = two_days("尽晚", TaskConstraint::AsLateAsPossible, "");
    Task& last = dated(b, "收尾", "2026-03-18", "2026-03-18");
    b.link(late, last);
    const Planned planned(b);
    CHECK(planned.early(from) == "2026-03-16 2026-03-17");
    CHECK(planned.early(until) == "2026-03-09 2026-03-10");
    CHECK(planned.of(until).total_float == 1);
    CHECK_FALSE(planned.of(until).conflict);
    CHECK(planned.early(by) == "2026-03-09 2026-03-10");
    CHECK(planned.of(by).conflict);
    CHECK(planned.of(by).total_float == -1);
    CHECK(planned.of(lead).total_float == -1);  // it would have to be a day shorter
    CHECK(planned.of(lead).critical);
    CHECK(planned.early(ends) == "2026-03-11 2026-03-12");
    CHECK(planned.early(on) == "2026-03-10 2026-03-11");
    CHECK(planned.of(on).total_float == 0);
    CHECK(planned.early(closes) == "2026-03-12 2026-03-13");
    CHECK_FALSE(planned.of(closes).conflict);
    CHECK(planned.early(late) == "2026-03-16 2026-03-17");
    CHECK(planned.of(late).free_float == 0);
    CHECK(planned.early(last) == "2026-03-18 2026-03-18");
}

TEST_CASE("schedule: durations, days without work, dates in words") {
    Build b;
    Task& given = dated(b, "给定工期", "2026-03-02", "2026-03-31");
    given.duration_days = 3;
    Task& gate = dated(b, "节点", "2026-03-04", "2026-03-04");
    gate.duration_days = 0;
    Task& quarter = dated(b, "二季度", "", "");
    quarter.start_words = "第二季度";
    quarter.finish_words = "6月底";
    quarter.duration_days = 70;
    Task& someday = dated(b, "本月", "", "");
    someday.start_words = "下月";
    b.link(given, gate);
    const Planned planned(b, {day("2026-03-01"), false, day("2026-12-31")});
    CHECK(planned.early(given) == "2026-03-02 2026-03-04");
    CHECK(planned.of(given).slip == -19);
    CHECK(planned.early(gate) == "2026-03-05 2026-03-05");
    CHECK(planned.of(gate).slip == 1);
    CHECK(planned.early(quarter) == "2026-04-01 2026-07-13");
    CHECK(planned.of(quarter).slip == 9);
    CHECK(planned.early(someday) == "2026-03-02 2026-03-02");  // says nothing that is the same every day
    CHECK_FALSE(planned.of(someday).slip.has_value());
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
