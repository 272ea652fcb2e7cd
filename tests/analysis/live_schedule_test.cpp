// A schedule that follows moves against one that is computed anew after each.
#include "analysis/live_schedule.hpp"

#include <doctest/doctest.h>

#include <deque>

#include "analysis/schedule_oracle.hpp"
#include "support/build.hpp"

using analysis::ScheduledTask;
using analysis_test::Build;
using analysis_test::Constrained;
using analysis_test::day;
using model::Task;

namespace {
bool same_days(const ScheduledTask& a, const ScheduledTask& b) {
    return a.early_start == b.early_start && a.early_finish == b.early_finish && a.late_start == b.late_start &&
           a.late_finish == b.late_finish && a.total_float == b.total_float && a.free_float == b.free_float &&
           a.critical == b.critical && a.near_critical == b.near_critical && a.conflict == b.conflict &&
           a.slip == b.slip && a.driver == b.driver;
}

// Some move, mostly one that leaves the length alone.
Task changed_task(support::Random& random, Task task) {
    if (random.one_in(8)) task.duration_days = random.between(0, 5);
    if (random.one_in(8)) task.status = static_cast<model::TaskStatus>(random.below(5));
    if (random.one_in(6)) {
        task.constraint = static_cast<model::TaskConstraint>(random.below(8));
        task.constraint_date = day("2026-04-01").plus(static_cast<int>(random.below(40)));
    }
    const int by = static_cast<int>(random.between(-2, 3)) * 7;
    if (task.start) task.start = task.start.plus(by);
    if (task.finish) task.finish = task.finish.plus(by);
    return task;
}

void follow_moves(std::uint64_t seed, Constrained constrained, model::Date origin) {
    const Build b = analysis_test::random_network(seed, constrained);
    const auto calendar = analysis::calendar_for(b.plan);
    std::vector<analysis::OutlineRow> rows = analysis::outline(b.plan, calendar);
    const analysis::Network network(b.plan, rows, analysis::OutlineIndex(rows));
    const analysis::ScheduleOptions options{origin, false, {}};
    analysis::LiveSchedule live(network, calendar, options);
    std::deque<Task> versions;
    support::Random random(seed);
    for (int i = 0; i < 12; ++i) {
        CAPTURE(i);
        const std::size_t row = random.below(rows.size());
        versions.push_back(changed_task(random, *rows[row].task));
        rows[row].task = &versions.back();
        live.update(static_cast<int>(row));
        const analysis::Schedule whole = analysis::schedule(network, calendar, options);
        CHECK(live.get().finish == whole.finish);
        CHECK((live.get().loops == whole.loops));
        REQUIRE(live.get().tasks.size() == whole.tasks.size());
        for (std::size_t at = 0; at < whole.tasks.size(); ++at)
            REQUIRE_MESSAGE(same_days(live.get().tasks[at], whole.tasks[at]), at);
    }
}
}  // namespace

TEST_CASE("live schedule: after each of many moves it is the one that is computed anew") {
    for (std::uint64_t seed = 0; seed < support::seeds(3000, 100); ++seed) {
        CAPTURE(seed);
        follow_moves(seed, Constrained::No, day("2026-04-01"));
        follow_moves(seed, Constrained::Yes, day("2026-04-01"));
        follow_moves(seed, Constrained::Yes, {});
    }
}
