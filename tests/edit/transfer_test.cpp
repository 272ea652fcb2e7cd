// Rows moved and copied whole: what they say, own and are linked with stays, in every table.
#include "edit/transfer.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "model/integrity.hpp"
#include "support/build.hpp"
#include "support/random_plan.hpp"

namespace {
using namespace model;

Id id_of(std::string_view text) {
    return *Id::parse(text);
}

void put_task(Plan& plan, std::string_view id, std::string_view order, std::string_view parent = {}) {
    Task task;
    task.id = id_of(id);
    task.order = order;
    task.title = std::string("任务") + std::string(id);
    task.resources = {"设计软件" + std::string(id)};
    task.description = "按月制作";
    if (!parent.empty()) task.parent = Ref<Task>(id_of(parent));
    plan.put(std::move(task));
}

// a (a1 (a11), a2), b, c; b waits for a1; a milestone of b; a person who owns a1.
Plan outline_plan() {
    Plan plan = empty_plan(id_of("plan"));
    Person person;
    person.id = id_of("p");
    person.name = "周平";
    plan.put(person);
    put_task(plan, "a", "1");
    put_task(plan, "a1", "1", "a");
    put_task(plan, "a11", "1", "a1");
    put_task(plan, "a2", "2", "a");
    put_task(plan, "b", "2");
    put_task(plan, "c", "3");
    Task owned = *plan.rows<Task>().find(id_of("a1"));
    owned.owner = Ref<Person>(id_of("p"));
    plan.put(owned);
    Dependency link;
    link.id = id_of("d");
    link.successor = Ref<Task>(id_of("b"));
    link.predecessor = Ref<Task>(id_of("a1"));
    plan.put(link);
    Milestone milestone;
    milestone.id = id_of("m");
    milestone.title = "首场培训完成";
    milestone.task = Ref<Task>(id_of("b"));
    plan.put(milestone);
    return plan;
}

// "a(a1(a11)a2)b c": the outline, siblings in order.
std::string outline(const Plan& plan, const Id& parent = {}) {
    std::string text;
    for (const Task* task : in_order<Task>(plan, &Task::parent, parent)) {
        text += (text.empty() ? "" : " ") + task->title.substr(std::string_view("任务").size());
        if (const std::string below = outline(plan, task->id); !below.empty()) text += "(" + below + ")";
    }
    return text;
}

Plan applied(const Plan& plan, const edit::Batch& batch) {
    base::Result<Plan> changed = edit::apply_batch(plan, batch);
    REQUIRE_MESSAGE(changed, changed.error().code, " ", changed.error().subject);
    REQUIRE(check_plan(*changed));
    return std::move(changed).value();
}

std::string moved(const std::vector<Id>& rows, std::string_view behind) {
    const Plan plan = outline_plan();
    const auto batch = edit::move_behind(plan, RecordType::Task, rows, behind.empty() ? Id{} : id_of(behind));
    return batch ? outline(applied(plan, *batch)) : "-";
}

Id random_row(support::Random& random, const Table& table) {
    auto at = table.begin();
    for (std::size_t skip = random.below(table.size()); skip > 0; --skip) ++at;
    return (*at)->id;
}

std::size_t rows_of(const Plan& plan) {
    std::size_t rows = 0;
    for (const Table& table : plan.tables) rows += table.size();
    return rows;
}
}  // namespace

TEST_CASE("transfer: cut rows come behind the selected one, children with their parents") {
    CHECK(outline(outline_plan()) == "a(a1(a11) a2) b c");
    CHECK(moved({id_of("a")}, "b") == "b a(a1(a11) a2) c");
    CHECK(moved({id_of("a1")}, "b") == "a(a2) b a1(a11) c");
    CHECK(moved({id_of("b"), id_of("c")}, "a1") == "a(a1(a11) b c a2)");
    CHECK(moved({id_of("a"), id_of("a1"), id_of("a11"), id_of("b")}, "c") == "c a(a1(a11) a2) b");
    CHECK(moved({id_of("a2"), id_of("c")}, "") == "a(a1(a11)) b a2 c");
    CHECK(moved({id_of("c")}, "a") == "a(a1(a11) a2) c b");
}

TEST_CASE("transfer: a move that changes nothing or would lead below itself is none") {
    CHECK(moved({id_of("b")}, "a") == "-");
    CHECK(moved({id_of("b"), id_of("c")}, "a") == "-");
    CHECK(moved({id_of("a")}, "a") == "-");
    CHECK(moved({id_of("a")}, "a11") == "-");
    CHECK(moved({id_of("c")}, "") == "-");
    CHECK(moved({id_of("gone")}, "c") == "-");
}

TEST_CASE("transfer: a moved row keeps everything but its place, in every table") {
    std::size_t moves = 0;
    for (std::uint64_t seed = 1; seed <= support::seeds(100, 10); ++seed) {
        support::Random random(seed);
        const Plan plan = support::random_plan(seed, {.rows = 6, .long_texts = false});
        for (const RecordInfo& info : records()) {
            const Table& table = plan.table(info.type);
            if (info.singleton || table.size() < 2) continue;
            CAPTURE(seed);
            CAPTURE(info.name);
            const Id row = random_row(random, table), behind = random_row(random, table);
            const auto batch = edit::move_behind(plan, info.type, std::vector{row}, behind);
            if (!batch) continue;
            ++moves;
            const Plan after = applied(plan, *batch);
            CHECK(rows_of(after) == rows_of(plan));
            const auto order = in_order(after.table(info.type));
            for (const FieldInfo& field : info.fields)
                if (!field.has(kTree) && !field.has(kOwner))
                    CHECK(same_field(*plan.table(info.type).find(row), *after.table(info.type).find(row), field));
                else
                    CHECK(same_field(*after.table(info.type).find(row), *after.table(info.type).find(behind), field));
            for (const RecordInfo& other : records())
                for (const RowPtr& each : plan.table(other.type))
                    if (other.type != info.type || (each->id != row && !info.find("account")))
                        CHECK(after.table(other.type).get(each->id) == each);
        }
    }
    CHECK(moves > support::seeds(1000, 100));
}

TEST_CASE("transfer: a copy takes its parts and links along under new ids") {
    const Plan plan = outline_plan();
    base::IdSource ids(3, 3);
    const auto copied =
        edit::copy_behind(plan, RecordType::Task, std::vector{id_of("a"), id_of("a1")}, plan, id_of("a"), ids);
    REQUIRE(copied);
    CHECK(copied->lost.empty());
    const Plan after = applied(plan, copied->batch);
    CHECK(outline(after) == "a(a1(a11) a2) a(a1(a11) a2) b c");
    REQUIRE(copied->rows.size() == 1);
    const auto parts = in_order<Task>(after, &Task::parent, copied->rows[0]);
    CHECK(parts[0]->owner.id() == id_of("p"));
    CHECK(parts[0]->description == "按月制作");
    CHECK(after.rows<Dependency>().size() == 1);  // that of b, which was not copied

    base::IdSource more(4, 4);
    const auto linked = edit::copy_behind(plan, RecordType::Task, std::vector{id_of("b")}, plan, id_of("c"), more);
    REQUIRE(linked);
    CHECK(applied(plan, linked->batch).rows<Dependency>().size() == 2);  // its copy waits for a1, too
}

TEST_CASE("transfer: in another plan a copy finds people by their names, and says what it did not find") {
    const Plan from = outline_plan();
    Plan to = empty_plan(id_of("other"));
    Person person;
    person.id = id_of("q");
    person.name = "周　平";
    to.put(person);
    base::IdSource ids(5, 5);
    const auto copied = edit::copy_behind(from, RecordType::Task, std::vector{id_of("a"), id_of("b")}, to, {}, ids);
    REQUIRE(copied);
    const Plan after = applied(to, copied->batch);
    CHECK(outline(after) == "a(a1(a11) a2) b");
    CHECK(after.rows<Dependency>().size() == 1);  // both of its ends were copied
    for (const Task& task : after.rows<Task>())
        if (task.title == "任务a1") CHECK(task.owner.id() == id_of("q"));

    Plan strangers = empty_plan(id_of("third"));
    base::IdSource more(6, 6);
    const auto lost =
        edit::copy_behind(from, RecordType::Task, std::vector{id_of("a1"), id_of("b")}, strangers, {}, more);
    REQUIRE(lost);
    REQUIRE(lost->lost.size() == 1);
    CHECK(lost->lost[0].row == "任务a1");
    CHECK(lost->lost[0].name == "周平");
    CHECK(outline(applied(strangers, lost->batch)) == "a1(a11) b");
}

TEST_CASE("transfer: copies of any rows make valid plans, in the same and in another") {
    std::size_t copies = 0;
    for (std::uint64_t seed = 1; seed <= support::seeds(60, 6); ++seed) {
        support::Random random(seed);
        const Plan plan = support::random_plan(seed, {.rows = 5, .long_texts = false}),
                   other = support::random_plan(seed + 1000, {.rows = 3, .long_texts = false});
        for (const RecordInfo& info : records()) {
            if (info.singleton || plan.table(info.type).empty()) continue;
            for (const Plan* to : {&plan, &other}) {
                CAPTURE(seed);
                CAPTURE(info.name);
                const Table& table = to->table(info.type);
                const Id behind = table.empty() ? Id{} : random_row(random, table);
                base::IdSource ids(seed, 9);
                const auto copied = edit::copy_behind(
                    plan, info.type, std::vector{random_row(random, plan.table(info.type))}, *to, behind, ids);
                if (!copied) continue;
                ++copies;
                const Plan after = applied(*to, copied->batch);
                CHECK(rows_of(after) == rows_of(*to) + copied->batch.size());
                CHECK(copied->rows.size() == 1);
                if (to == &plan) CHECK(copied->lost.empty());
            }
        }
    }
    CHECK(copies > support::seeds(2000, 200));
}
