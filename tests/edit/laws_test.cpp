// Commands and undo over random plans: undo gives back the plans of before, a batch works as a whole or not at all, and
// whatever a command makes is a valid plan.
#include <doctest/doctest.h>

#include "edit/command.hpp"
#include "edit/history.hpp"
#include "model/integrity.hpp"
#include "model/order_key.hpp"
#include "support/build.hpp"
#include "support/random_edit.hpp"

namespace {
using namespace model;

}  // namespace

TEST_CASE("edit: a command gives a valid plan or an error, and leaves the plan before untouched") {
    std::size_t applied = 0, refused = 0;
    for (std::uint64_t seed = 0; seed < support::seeds(150, 10); ++seed) {
        support::Random random(seed);
        Plan plan = support::random_plan(seed, {.unknown_members = seed % 2 == 0, .long_texts = false});
        for (int step = 0; step < 60; ++step) {
            const Plan shared = plan;
            const edit::Command command = support::random_command(random, plan);
            const auto changed = edit::apply_command(plan, command);
            REQUIRE(plan.same(shared));
            if (!changed) {
                ++refused;
                continue;
            }
            ++applied;
            const base::Status checked = check_plan(*changed);
            REQUIRE_MESSAGE(checked, seed, " ", step, " ", command.index(), " ", checked.error().code, " ",
                            checked.error().subject);
            plan = *changed;
        }
    }
    CHECK(applied > 100);
    CHECK(refused > 10);
}

TEST_CASE("edit: undo to the start and redo to the end give the same plans") {
    for (std::uint64_t seed = 0; seed < support::seeds(60, 5); ++seed) {
        support::Random random(seed);
        edit::History history(support::random_plan(seed, {.long_texts = false}));
        std::vector<Plan> plans{history.plan()};
        while (plans.size() < 30) {
            const auto changed = edit::apply_command(history.plan(), support::random_command(random, history.plan()));
            if (!changed) continue;
            history.push(*changed, "undo.set-field");
            plans.push_back(*changed);
        }
        for (std::size_t at = plans.size(); at-- > 0;) {
            REQUIRE(history.plan().same(plans[at]));
            REQUIRE(equal(history.plan(), plans[at]));
            REQUIRE(history.undo() == (at > 0));
        }
        for (std::size_t at = 0; at < plans.size(); ++at) {
            REQUIRE(history.plan().same(plans[at]));
            REQUIRE(history.redo() == (at + 1 < plans.size()));
        }
    }
}

TEST_CASE("edit: a gesture that is taken back leaves no step; one that is over cannot be taken back") {
    support::Random random(11);
    edit::History history(support::random_plan(11, {.long_texts = false}));
    const auto change = [&](std::string merge) {
        base::Result<Plan> changed = history.plan();
        do changed = edit::apply_command(history.plan(), support::random_command(random, history.plan()));
        while (!changed);
        history.push(*changed, "undo.set", std::move(merge));
    };
    change("");
    const Plan before = history.plan();
    for (int letters = 0; letters < 5; ++letters) change("row/title");
    CHECK_FALSE(history.drop("row/owner"));
    CHECK_FALSE(history.drop(""));
    CHECK(history.drop("row/title"));
    CHECK(history.plan().same(before));
    CHECK_FALSE(history.can_redo());
    CHECK_FALSE(history.drop("row/title"));
    change("row/title");
    history.seal();
    CHECK_FALSE(history.drop("row/title"));
    CHECK(history.undo());
    CHECK(history.plan().same(before));
    CHECK_FALSE(history.drop("row/title"));  // what could be redone stays
    CHECK(history.redo());
}

TEST_CASE("edit: a batch is applied as a whole or not at all") {
    const Plan plan = support::random_plan(3, {.rows = 4});
    Person person;
    person.id = *Id::parse("new-person");
    Task task;
    task.id = *Id::parse("new-task");
    task.owner = Ref<Person>(person);
    const auto good =
        edit::apply_batch(plan, {edit::put_row(task), edit::put_row(person)});  // refers to what comes later
    REQUIRE(good);
    CHECK(good->row_count() == plan.row_count() + 2);
    const auto bad =
        edit::apply_batch(plan, {edit::put_row(person), edit::set_field<&Task::progress>(task.id, std::int64_t{5})});
    REQUIRE(!bad);
    CHECK(bad.error().code == "row-missing");
    const auto dangling = edit::apply_batch(plan, {edit::put_row(task)});
    REQUIRE(!dangling);
    CHECK(dangling.error() == base::Error{"reference-missing", "tasks/new-task/owner", "new-person"});
}

TEST_CASE("edit: value_of and set_value are inverse") {
    for (std::uint64_t seed = 0; seed < support::seeds(200, 20); ++seed) {
        const Plan plan = support::random_plan(seed);
        for (const RecordInfo& info : records()) {
            for (const RowPtr& row : plan.table(info.type)) {
                const std::shared_ptr<Row> blank = info.make();
                blank->id = row->id;
                blank->order = row->order;
                blank->unknown = row->unknown;
                for (const FieldInfo& field : info.fields) REQUIRE(set_value(*blank, field, value_of(*row, field)));
                REQUIRE(same_row(info, *blank, *row));
            }
        }
    }
}

TEST_CASE("edit: removing a row takes along what it owns, and nothing refers to it any more") {
    for (std::uint64_t seed = 0; seed < support::seeds(100, 10); ++seed) {
        support::Random random(seed);
        const Plan plan = support::random_plan(seed, {.rows = 5, .long_texts = false});
        for (const RecordInfo& info : records()) {
            const Id id = support::some_row(random, plan.table(info.type));
            const auto removed = edit::apply_command(plan, edit::RemoveRows{info.type, {id}});
            REQUIRE(removed.ok() == (!info.singleton && !id.empty()));
            if (!removed) continue;
            REQUIRE(!removed->table(info.type).find(id));
            const base::Status checked = check_plan(*removed);
            REQUIRE_MESSAGE(checked, seed, " ", info.name, " ", checked.error().code, " ", checked.error().subject);
        }
    }
}

TEST_CASE("edit: a tree of any depth goes with its root") {
    support::Random random(8);
    Plan plan = empty_plan(random.id());
    const Id root = random.id();
    Id above;
    for (int depth = 0; depth < static_cast<int>(support::seeds(20000, 2000)); ++depth) {
        Task task;
        task.id = depth == 0 ? root : random.id();
        task.parent = Ref<Task>(above);
        above = task.id;
        plan.put(task);
    }
    const auto removed = edit::apply_command(plan, edit::RemoveRows{RecordType::Task, {root}});
    REQUIRE(removed);
    CHECK(removed->table(RecordType::Task).empty());
}
