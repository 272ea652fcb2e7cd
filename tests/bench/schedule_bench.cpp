// How the cost of a schedule grows from 100 to 100,000 tasks with as many links; processor time, median of several
// runs.
#include <cstdio>
#include <vector>

#include "analysis/live_schedule.hpp"
#include "bench/timing.hpp"
#include "model/order_key.hpp"
#include "support/random_plan.hpp"

namespace {
using model::Task;

// Links of all kinds from some task before; a tenth of the tasks have parts.
model::Plan linked_plan(std::size_t count) {
    support::Random random(count);
    model::Plan plan = model::empty_plan(*model::Id::parse("plan"));
    std::vector<model::Id> ids;
    std::string order;
    for (std::size_t i = 0; i < count; ++i) {
        Task task;
        task.id = *model::Id::parse("t" + std::to_string(i));
        task.order = order = model::order_between(order, {});
        if (i % 10 != 0) task.parent = model::Ref<Task>(ids[i - i % 10]);
        task.start = model::Date::parse("2026-01-05")->plus(static_cast<int>(random.below(700)));
        task.finish = task.start.plus(static_cast<int>(random.below(20)));
        ids.push_back(task.id);
        plan.put(std::move(task));
    }
    for (std::size_t i = 10; i < count; ++i) {
        model::Dependency link;
        link.id = *model::Id::parse("l" + std::to_string(i));
        link.successor = model::Ref<Task>(ids[i]);
        const std::size_t block = i / 10;  // of a block before, so that nothing waits for itself
        const std::size_t from = random.below(block * 10);
        link.predecessor = model::Ref<Task>(ids[from]);
        link.kind = static_cast<model::DependencyType>(random.below(3));
        link.lag_days = random.between(-2, 5);
        plan.put(std::move(link));
    }
    return plan;
}

// One task a week later and back, for a hundred tasks: what following costs, the dearest of them, too.
void follow_moves(const model::Plan& plan, std::vector<analysis::OutlineRow>& rows, const analysis::OutlineIndex& index,
                  const analysis::Calendar& calendar) {
    const analysis::Network network(plan, rows, index);
    analysis::LiveSchedule live(network, calendar, {*model::Date::parse("2026-01-01"), false, {}});
    support::Random random(1);
    std::vector<double> times;
    while (times.size() < 200) {
        const std::size_t row = random.below(rows.size());
        if (rows[row].has_children) continue;
        Task there = *rows[row].task;
        const Task here = there;
        there.start = there.start.plus(7);
        there.finish = there.finish.plus(7);
        for (const Task* version : {static_cast<const Task*>(&there), static_cast<const Task*>(&here)}) {
            rows[row].task = version;
            times.push_back(bench::median_ms([&] { live.update(static_cast<int>(row)); }, 1));
        }
        rows[row].task = plan.rows<Task>().find(here.id);
        live.update(static_cast<int>(row));
    }
    std::sort(times.begin(), times.end());
    std::printf("        a move: median %.3f ms, nine of ten within %.3f ms, at most %.3f ms\n",
                times[times.size() / 2], times[times.size() * 9 / 10], times.back());
}
}  // namespace

int main() {
    double before = 0;
    for (const std::size_t count : {100, 1000, 10000, 100000}) {
        const model::Plan plan = linked_plan(count);
        const analysis::Calendar calendar = analysis::calendar_for(plan);
        const auto rows = analysis::outline(plan, calendar);
        const analysis::OutlineIndex index(rows);
        const int runs = count > 10000 ? 5 : 15;
        double network_ms = 0;
        network_ms = bench::median_ms([&] { (void)analysis::Network(plan, rows, index); }, runs);
        const analysis::Network network(plan, rows, index);
        std::size_t critical = 0;
        const double all = bench::median_ms(
            [&] {
                const analysis::Schedule made = analysis::schedule(network, calendar);
                critical = 0;
                for (const auto& task : made.tasks) critical += task.critical ? 1 : 0;
            },
            runs);
        std::printf("%6zu tasks: schedule %8.3f ms (%zu critical), network %.3f ms", count, all, critical, network_ms);
        if (before > 0) std::printf("; ten times the tasks took %.1f times as long", all / before);
        std::printf("\n");
        before = all;
        std::vector<analysis::OutlineRow> moved = rows;
        follow_moves(plan, moved, index, calendar);
    }
}
