// Where the work stands, by hand, and summed up once more day by day over random plans.
#include "analysis/progress.hpp"

#include <doctest/doctest.h>

#include "analysis/overdue.hpp"
#include "analysis/portfolio.hpp"
#include "analysis/reading_due.hpp"
#include "analysis/schedule_oracle.hpp"
#include "support/build.hpp"

using analysis::Progress;
using analysis_test::Build;
using analysis_test::day;
using analysis_test::number;
using analysis_test::yuan;
using model::Task;
using model::TaskStatus;

namespace {
struct Stood {
    Stood(const Build& b, std::string_view on, const model::Baseline* baseline = nullptr)
        : calendar(analysis::calendar_for(b.plan)),
          rows(analysis::outline(b.plan, calendar)),
          progress(analysis::progress_on(b.plan, rows, calendar, day(on), baseline)) {}
    analysis::Calendar calendar;
    std::vector<analysis::OutlineRow> rows;
    Progress progress;
};

Task& planned_task(Build& b, std::string_view title, std::string_view start, std::string_view finish, int progress,
                   TaskStatus status) {
    Task& task = b.task(title);
    task.start = day(start);
    task.finish = day(finish);
    task.progress = progress;
    task.status = status;
    return task;
}
}  // namespace

TEST_CASE("progress: by hand: two tasks of ten days, one behind, one not begun") {
    Build b;
    Task& begun = planned_task(b, "甲", "2026-03-02", "2026-03-13", 30, TaskStatus::Running);
    Task& waiting = planned_task(b, "乙", "2026-03-09", "2026-03-20", 0, TaskStatus::NotStarted);
    planned_task(b, "丙", "2026-03-02", "2026-12-31", 0, TaskStatus::Cancelled);
    auto& line = b.add<model::BudgetLine>();
    line.task = model::Ref(begun);
    line.amount = yuan("1000");
    line.spent = yuan("600");
    const Stood on(b, "2026-03-11");  // a Wednesday: 8 of 10 days of the first, 3 of 10 of the second
    const Progress& progress = on.progress;
    CHECK(progress.work.whole == 2000);
    CHECK(progress.work.planned == 1100);
    CHECK(progress.work.actual == 300);
    CHECK(progress.work.planned_percent() == 55);
    CHECK(progress.work.actual_percent() == 15);
    CHECK(progress.work.performance() == 2727);
    CHECK(progress.cost.planned == 80000);
    CHECK(progress.cost.actual == 30000);
    CHECK(progress.cost.performance() == 3750);
    CHECK(progress.cost_performance() == 5000);
    REQUIRE(progress.late_starts.size() == 1);
    CHECK(progress.late_starts[0].days == 3);  // 9, 10, 11 March
    CHECK(progress.late_finishes.empty());
    // 7 of 10 days are left of the first, from 12 March; all of the second.
    CHECK(progress.forecast[0].finish == day("2026-03-20"));
    CHECK(progress.forecast[0].slip == 5);
    CHECK(progress.forecast[1].start == day("2026-03-12"));
    CHECK(progress.forecast[1].finish == day("2026-03-25"));
    CHECK(progress.planned_finish == day("2026-03-20"));
    CHECK(progress.forecast_finish == day("2026-03-25"));
    CHECK(progress.slip == 3);
    b.link(begun, waiting);
    const Stood linked(b, "2026-03-11");
    CHECK(linked.progress.forecast[1].start == day("2026-03-23"));
    CHECK(linked.progress.forecast_finish == day("2026-04-03"));
    const Stood after(b, "2026-03-17");
    REQUIRE(after.progress.late_finishes.size() == 1);
    CHECK(after.progress.late_finishes[0].days == 2);  // 16, 17 March
}

TEST_CASE("progress: nothing planned, nothing dated, nothing at all") {
    Build b;
    const Stood none(b, "2026-03-11");
    CHECK_FALSE(none.progress.work.planned_percent().has_value());
    CHECK_FALSE(none.progress.work.performance().has_value());
    CHECK(none.progress.forecast_finish.empty());
    Task& open = b.task("未定");
    open.start = open.finish = {};
    const Stood undated(b, "2026-03-11");
    CHECK(undated.progress.undated == 1);
    CHECK(undated.progress.work.whole == 0);
    planned_task(b, "以后", "2026-05-06", "2026-05-08", 0, TaskStatus::NotStarted);
    const Stood later(b, "2026-03-11");
    CHECK(later.progress.work.planned_percent() == 0);
    CHECK_FALSE(later.progress.work.performance().has_value());
}

TEST_CASE("progress: a baseline keeps what was planned") {
    Build b;
    Task& task = planned_task(b, "甲", "2026-03-02", "2026-03-06", 0, TaskStatus::NotStarted);
    const Stood before(b, "2026-02-27");
    auto& baseline = b.add<model::Baseline>();
    baseline.name = "批准时";
    baseline.taken_on = day("2026-02-27");
    for (model::BaselineTask kept : analysis::baseline_tasks(b.plan, before.rows, before.calendar)) {
        auto& row = b.add<model::BaselineTask>();
        kept.id = row.id;
        kept.order = row.order;
        kept.baseline = model::Ref(baseline);
        row = kept;
    }
    task.start = day("2026-03-09");
    task.finish = day("2026-03-17");
    CHECK(analysis::baseline_on(b.plan, day("2026-02-26")) == nullptr);
    CHECK(analysis::baseline_on(b.plan, day("2026-03-01")) == &baseline);
    CHECK(analysis::find_baseline(b.plan, "批准时") == &baseline);
    CHECK(analysis::find_baseline(b.plan, "年中") == nullptr);
    const Stood on(b, "2026-03-01", &baseline);
    CHECK(on.progress.forecast[0].slip == 0);
    CHECK(on.progress.forecast[0].baseline_slip == 7);
    CHECK(b.plan.rows<model::BaselineTask>().begin()->duration_days == 5);
}

TEST_CASE("progress: the same sums day by day") {
    for (std::uint64_t seed = 0; seed < support::seeds(2000, 100); ++seed) {
        CAPTURE(seed);
        Build b = analysis_test::random_network(seed, analysis_test::Constrained::No);
        support::Random random(seed);
        std::set<model::Id> parents;
        for (const Task& task : b.plan.rows<Task>()) {
            const_cast<Task&>(task).progress = random.between(0, 100);
            if (!task.parent.empty()) parents.insert(task.parent);
        }
        const model::Date on = day("2026-03-28").plus(static_cast<int>(random.below(40)));
        const Stood stood(b, on.iso());
        std::int64_t whole = 0, planned = 0, actual = 0;
        for (const Task& task : b.plan.rows<Task>()) {
            if (parents.contains(task.id) || task.status == TaskStatus::Cancelled) continue;
            if (!task.start || !task.finish) continue;
            std::int64_t days = 0, past = 0;
            for (model::Date at = task.start; at <= task.finish; at = at.plus(1)) {
                days += stood.calendar.is_workday(at) ? 1 : 0;
                past += stood.calendar.is_workday(at) && at <= on ? 1 : 0;
            }
            if (days == 0) days = 1, past = task.finish <= on ? 1 : 0;
            whole += days * 100;
            planned += past * 100;
            actual += days * (task.status == TaskStatus::Done ? 100 : *task.progress);
        }
        CHECK(stood.progress.work.whole == whole);
        CHECK(stood.progress.work.planned == planned);
        CHECK(stood.progress.work.actual == actual);
        for (std::size_t i = 0; i < stood.rows.size(); ++i) {
            const Task& task = *stood.rows[i].task;
            const analysis::TaskForecast& forecast = stood.progress.forecast[i];
            const bool open = !stood.rows[i].has_children && task.status != TaskStatus::Done && *task.progress < 100;
            if (open && forecast.finish) CHECK(forecast.finish > on);  // nothing is finished in the past
        }
    }
}

TEST_CASE("readings: stale after a whole period without one, and when the next is due") {
    Build b;
    auto& indicator = b.add<model::Indicator>();
    indicator.time_points = {"每月"};
    auto& reading = b.add<model::Reading>();
    reading.indicator = model::Ref(indicator);
    reading.value = number("3");
    reading.date = day("2026-01-20");  // covers January, until the 30th
    const auto due = [&](std::string_view on) {
        const auto states = analysis::indicator_states(b.plan, day(on));
        return analysis::reading_due(states[0], analysis::calendar_for(b.plan), {}, day(on));
    };
    CHECK(due("2026-01-25").next == day("2026-02-28"));
    CHECK_FALSE(due("2026-02-28").stale);  // due on this day
    CHECK(due("2026-03-01").stale);
    CHECK(due("2026-03-01").next == day("2026-03-31"));
    indicator.time_points = {"项目结束时"};
    CHECK(due("2026-03-01").next.empty());
}

TEST_CASE("overdue: by hand: each kind, the most overdue first") {
    Build b;
    Task& parent = planned_task(b, "阶段", "2026-03-02", "2026-03-03", 0, TaskStatus::Running);
    Task& part = planned_task(b, "部分", "2026-03-02", "2026-03-10", 50, TaskStatus::Running);
    part.parent = model::Ref(parent);
    planned_task(b, "更早", "2026-03-02", "2026-03-04", 0, TaskStatus::NotStarted);
    planned_task(b, "做完", "2026-03-02", "2026-03-04", 100, TaskStatus::Running);
    auto& milestone = b.add<model::Milestone>();
    milestone.date = day("2026-03-01");
    auto& finding = b.add<model::Finding>();
    finding.deadline = day("2026-03-09");
    auto& measure = b.add<model::Measure>();
    measure.finding = model::Ref(finding);
    measure.deadline = day("2026-03-11");  // not over yet
    const auto items = analysis::overdue_items(b.plan, day("2026-03-11"));
    REQUIRE(items.size() == 4);
    CHECK(items[0].due == day("2026-03-04"));
    CHECK(items[0].days == 7);
    CHECK(items[1].row == &part);
    CHECK(items[2].row == &milestone);
    CHECK(items[3].row == &finding);
}

TEST_CASE("portfolio: names in several plans, and the load that only shows together") {
    Build a, b;
    for (Build* one : {&a, &b}) {
        auto& person = one->person("护士长");
        Task& task = planned_task(*one, "宣传", "2026-03-02", "2026-03-03", 0, TaskStatus::NotStarted);
        task.owner = model::Ref(person);
        task.effort_hours = number("10");  // five hours on each of two days
        auto& indicator = one->add<model::Indicator>();
        indicator.name = "满意度";
    }
    b.add<model::Indicator>().name = "转诊率";
    const model::Plan* plans[] = {&a.plan, &b.plan};
    const auto portfolio =
        analysis::portfolio_of(plans, {day("2026-03-11"), analysis_test::moment("2026-03-11T10:00")});
    REQUIRE(portfolio.plans.size() == 2);
    CHECK(portfolio.plans[0].tasks == 1);
    CHECK(portfolio.plans[1].overdue.size() == 1);
    REQUIRE(portfolio.indicators.size() == 1);
    CHECK(portfolio.indicators[0].name == "满意度");
    REQUIRE(portfolio.people.size() == 1);
    CHECK(portfolio.people[0].minutes[1].second == 600);
    REQUIRE(portfolio.people[0].days_over.size() == 2);
    CHECK(portfolio.people[0].days_over[0].minutes == 600);
}
