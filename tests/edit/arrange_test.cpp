// Moving rows, held against lists of siblings that are rearranged as lists are.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "edit/arrange.hpp"
#include "model/integrity.hpp"
#include "model/order_key.hpp"
#include "support/build.hpp"
#include "support/random_plan.hpp"

namespace {
using namespace model;
using Lists = std::map<Id, std::vector<Id>>;  // of each parent

Lists lists_of(const Plan& plan) {
    std::vector<const Task*> tasks;
    for (const Task& task : plan.rows<Task>()) tasks.push_back(&task);
    std::ranges::sort(tasks, {}, [](const Task* task) { return std::pair(task->order, task->id); });
    Lists lists;
    for (const Task* task : tasks) lists[task->parent.id()].push_back(task->id);
    return lists;
}

Plan random_tree(support::Random& random, std::size_t count) {
    Plan plan = empty_plan(random.id());
    std::vector<Id> ids{Id{}};
    for (std::size_t i = 0; i < count; ++i) {
        Task task;
        task.id = random.id();
        task.parent = Ref<Task>(ids[random.below(ids.size())]);
        task.order = order_between(edit::order_at_end(plan, RecordType::Task, task.parent.id()), {});
        ids.push_back(task.id);
        plan.put(std::move(task));
    }
    return plan;
}

bool is_below(const Plan& plan, Id id, const Id& top) {
    for (; id; id = plan.rows<Task>().find(id)->parent.id())
        if (id == top) return true;
    return false;
}

void erase(Lists& lists, const Id& id) {
    for (auto& [parent, rows] : lists) std::erase(rows, id);
}

// Empty lists count for nothing.
bool same(Lists a, Lists b) {
    for (Lists* lists : {&a, &b}) std::erase_if(*lists, [](const auto& entry) { return entry.second.empty(); });
    return a == b;
}

const Task& some_task(support::Random& random, const Plan& plan) {
    auto at = plan.rows<Task>().begin();
    for (std::size_t skip = random.below(plan.table(RecordType::Task).size()); skip > 0; --skip) ++at;
    return *at;
}
}  // namespace

TEST_CASE("arrange: a row moved beside another stands there, and nothing else moves") {
    std::size_t moved = 0, refused = 0;
    for (std::uint64_t seed = 0; seed < support::seeds(200, 20); ++seed) {
        support::Random random(seed);
        Plan plan = random_tree(random, 2 + random.below(14));
        for (int step = 0; step < 20; ++step) {
            const Task &row = some_task(random, plan), &target = some_task(random, plan);
            const auto side = random.one_in(2) ? edit::Side::Before : edit::Side::After;
            Lists expected = lists_of(plan);
            if (!is_below(plan, target.id, row.id)) {
                erase(expected, row.id);
                std::vector<Id>& list = expected[target.parent.id()];
                list.insert(std::ranges::find(list, target.id) + (side == edit::Side::After), row.id);
            }
            const auto move = edit::move_beside(plan, RecordType::Task, row.id, target.id, side);
            CHECK(move.has_value() == !same(expected, lists_of(plan)));
            ++(move ? moved : refused);
            if (!move) continue;
            auto changed = edit::apply_command(plan, *move);
            REQUIRE(changed);
            CHECK(check_plan(*changed));
            CHECK(same(lists_of(*changed), expected));
            plan = std::move(changed).value();
        }
    }
    CHECK(moved > 100);
    CHECK(refused > 50);
}

TEST_CASE("arrange: one step up, down, out and in") {
    std::array<std::size_t, 4> moved{};
    for (std::uint64_t seed = 0; seed < support::seeds(200, 20); ++seed) {
        support::Random random(seed);
        Plan plan = random_tree(random, 2 + random.below(14));
        for (int step = 0; step < 20; ++step) {
            const Task& row = some_task(random, plan);
            const Id id = row.id, parent = row.parent.id();
            const auto way = static_cast<edit::Way>(random.below(4));
            Lists expected = lists_of(plan);
            std::vector<Id>& list = expected[parent];
            const auto at = std::ranges::find(list, id);
            if (way == edit::Way::Up && at != list.begin()) {
                std::iter_swap(at, at - 1);
            } else if (way == edit::Way::Down && at + 1 != list.end()) {
                std::iter_swap(at, at + 1);
            } else if (way == edit::Way::In && at != list.begin()) {
                const Id above = *(at - 1);
                list.erase(at);
                expected[above].push_back(id);
            } else if (way == edit::Way::Out && parent) {
                list.erase(at);
                std::vector<Id>& outer = expected[plan.rows<Task>().find(parent)->parent.id()];
                outer.insert(std::ranges::find(outer, parent) + 1, id);
            }
            const auto move = edit::move_step(plan, RecordType::Task, id, way);
            CHECK(move.has_value() == !same(expected, lists_of(plan)));
            if (!move) continue;
            ++moved[static_cast<std::size_t>(way)];
            auto changed = edit::apply_command(plan, *move);
            REQUIRE(changed);
            CHECK(same(lists_of(*changed), expected));
            plan = std::move(changed).value();
        }
    }
    for (const std::size_t count : moved) CHECK(count > 20);
}

TEST_CASE("arrange: rows of one owner stay with it, rows without a tree go neither in nor out") {
    support::Random random(3);
    Plan plan = empty_plan(random.id());
    std::vector<Id> risks, responses;
    for (int i = 0; i < 2; ++i) {
        Risk risk;
        risk.id = random.id();
        risk.order = i == 0 ? "a" : "b";
        risks.push_back(risk.id);
        plan.put(std::move(risk));
        for (int k = 0; k < 2; ++k) {
            RiskResponse response;
            response.id = random.id();
            response.risk = Ref<Risk>(risks.back());
            response.order = k == 0 ? "a" : "b";
            responses.push_back(response.id);
            plan.put(std::move(response));
        }
    }
    CHECK(edit::move_beside(plan, RecordType::RiskResponse, responses[0], responses[1], edit::Side::After));
    CHECK(!edit::move_beside(plan, RecordType::RiskResponse, responses[0], responses[2], edit::Side::After));
    CHECK(edit::move_step(plan, RecordType::Risk, risks[1], edit::Way::Up));
    CHECK(!edit::move_step(plan, RecordType::Risk, risks[1], edit::Way::Down));
    CHECK(!edit::move_step(plan, RecordType::Risk, risks[1], edit::Way::In));
    CHECK(!edit::move_step(plan, RecordType::Risk, risks[1], edit::Way::Out));
    CHECK(!edit::move_step(plan, RecordType::Risk, random.id(), edit::Way::Up));
}
