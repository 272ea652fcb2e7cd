#include "analysis/outline.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <map>

#include "analysis/rule_case.hpp"
#include "support/random_plan.hpp"

using analysis::OutlineRow;
using analysis_test::Build;
using analysis_test::day;
using model::Task;

namespace {
// The second implementation: recursive, straight from the definition.
struct Naive {
    const model::Plan& plan;
    analysis::Calendar calendar = analysis::calendar_for(plan);
    std::vector<OutlineRow> rows;

    struct Values {
        model::Date start, finish;
        int progress = 0;
        std::int64_t days = 1;
    };

    Values visit(const Task& task, int depth, int parent, const std::string& code) {
        const auto parts = model::in_order(plan, &Task::parent, task.id);
        const int own = static_cast<int>(rows.size());
        rows.push_back({&task, depth, parent, code, !parts.empty(), {}, {}, 0, 0});
        Values values{task.start, task.finish, task.status == model::TaskStatus::Done ? 100 : 0, 0};
        std::int64_t done = 0, days = 0;
        model::Date start, finish;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const Values part = visit(*parts[i], depth + 1, own, code + "." + std::to_string(i + 1));
            if (parts[i]->status == model::TaskStatus::Cancelled) continue;
            done += part.progress * part.days;
            days += part.days;
            if (part.start && (!start || part.start < start)) start = part.start;
            if (part.finish > finish) finish = part.finish;
        }
        if (parts.empty()) {
            days = calendar.workdays(task.start, task.finish);
        } else {
            if (!task.start) values.start = start;
            if (!task.finish) values.finish = finish;
            if (values.progress == 0 && days > 0) values.progress = static_cast<int>(done / days);
        }
        values.days = std::max<std::int64_t>(1, days);
        if (task.progress) values.progress = static_cast<int>(*task.progress);
        OutlineRow& row = rows[static_cast<std::size_t>(own)];
        row.start = values.start, row.finish = values.finish;
        row.progress = values.progress, row.days = values.days;
        return values;
    }
};

std::vector<OutlineRow> naive_outline(const model::Plan& plan) {
    Naive naive{plan, analysis::calendar_for(plan), {}};
    const auto top = model::in_order(plan, &Task::parent, model::Id{});
    for (std::size_t i = 0; i < top.size(); ++i) naive.visit(*top[i], 0, -1, std::to_string(i + 1));
    return naive.rows;
}

// Tasks of any shape: each below an earlier one or at the top.
model::Plan random_tree(std::uint64_t seed) {
    support::Random random(seed);
    model::Plan plan = model::empty_plan(random.id());
    std::vector<model::Id> ids;
    for (std::size_t i = random.below(40); i-- > 0;) {
        Task task;
        task.id = random.id();
        task.order = std::string(1, static_cast<char>('1' + random.below(9)));
        if (!ids.empty() && !random.one_in(3)) task.parent = model::Ref<Task>(ids[random.below(ids.size())]);
        if (!random.one_in(3)) task.start = day("2026-01-01").plus(static_cast<int>(random.below(300)));
        if (!random.one_in(3)) task.finish = day("2026-01-01").plus(static_cast<int>(random.below(300)));
        if (random.one_in(2)) task.progress = random.between(0, 100);
        task.status = static_cast<model::TaskStatus>(random.below(5));
        ids.push_back(task.id);
        plan.put(task);
    }
    return plan;
}
}  // namespace

TEST_CASE("outline: agrees with the recursive definition on random trees") {
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        CAPTURE(seed);
        const model::Plan plan = random_tree(seed);
        const auto rows = analysis::outline(plan), expected = naive_outline(plan);
        REQUIRE(rows.size() == expected.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            CAPTURE(i);
            CHECK(rows[i].task == expected[i].task);
            CHECK(rows[i].depth == expected[i].depth);
            CHECK(rows[i].parent == expected[i].parent);
            CHECK(rows[i].code == expected[i].code);
            CHECK(rows[i].has_children == expected[i].has_children);
            CHECK(rows[i].start == expected[i].start);
            CHECK(rows[i].finish == expected[i].finish);
            CHECK(rows[i].progress == expected[i].progress);
            CHECK(rows[i].days == expected[i].days);
        }
    }
}

TEST_CASE("outline: progress is weighted by working days and rounded down") {
    Build b;
    auto& parent = b.task("优化账号");
    parent.start = parent.finish = {};
    auto &one = b.part_of(parent), &two = b.part_of(parent);
    one.start = day("2026-02-13"), one.finish = day("2026-02-24");  // 13, 14 (works), 24: three days
    two.start = two.finish = day("2026-02-25");
    one.progress = 100;
    two.progress = 99;
    const auto rows = analysis::outline(b.plan);
    REQUIRE(rows.size() == 3);
    CHECK(rows[1].days == 3);
    CHECK(rows[0].days == 4);
    CHECK(rows[0].progress == 99);  // (300 + 99) / 4 = 99.75: not all is done
    CHECK(rows[0].start.iso() == "2026-02-13");
    CHECK(rows[0].finish.iso() == "2026-02-25");
}

TEST_CASE("outline: a chain of thousands costs no stack and no square of memory") {
    Build b;
    const Task* above = nullptr;
    for (int i = 0; i < 20000; ++i) {
        auto& task = b.add<Task>();
        if (above) task.parent = model::Ref(*above);
        above = &task;
    }
    const auto rows = analysis::outline(b.plan);
    REQUIRE(rows.size() == 20000);
    CHECK(rows.back().depth == 19999);
    CHECK(rows[23].code.size() == 47);
    CHECK(rows[24].code.ends_with(".1.….1"));
    CHECK(rows.back().code == rows[24].code);
}
