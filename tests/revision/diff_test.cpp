#include "revision/diff.hpp"

#include <doctest/doctest.h>

#include "support/build.hpp"
#include "support/large_plan.hpp"
#include "support/random_edit.hpp"

namespace {
using namespace model;
using revision::Diff;

Plan two_tasks() {
    Plan plan = empty_plan(*Id::parse("plan"));
    for (const char* id : {"a", "b"}) {
        Task task;
        task.id = *Id::parse(id);
        task.order = id;
        task.title = id;
        plan.put(task);
    }
    return plan;
}

Task task(const Plan& plan, const char* id) {
    return *plan.rows<Task>().find(*Id::parse(id));
}

std::vector<std::string_view> names(const revision::RowChange& change) {
    std::vector<std::string_view> names;
    for (const FieldInfo* field : change.fields) names.push_back(field->name);
    return names;
}
}  // namespace

TEST_CASE("diff: rows that were added, removed, moved and edited are told apart") {
    const Plan before = two_tasks();
    Plan after = before;
    Task moved = task(before, "a");
    moved.order = "c";
    moved.note = "新";
    after.put(moved);
    Task added = moved;
    added.id = *Id::parse("new");
    after.put(added);
    after.table(RecordType::Task).erase(*Id::parse("b"));
    const Diff diff = revision::diff(before, after);
    REQUIRE(diff.rows.size() == 3);
    CHECK(diff.rows[0].moved);
    CHECK(names(diff.rows[0]) == std::vector<std::string_view>{"note"});
    CHECK(diff.rows[1].removed());
    CHECK(diff.rows[2].added());
    const revision::Counts counts = revision::counts(diff);
    CHECK(counts.added == 1);
    CHECK(counts.removed == 1);
    CHECK(counts.moved == 1);
    CHECK(counts.edited == 1);
}

TEST_CASE("diff: another parent is a move, not an edit") {
    const Plan before = two_tasks();
    Plan after = before;
    Task below = task(before, "b");
    below.parent = Ref<Task>(*Id::parse("a"));
    after.put(below);
    const Diff diff = revision::diff(before, after);
    REQUIRE(diff.rows.size() == 1);
    CHECK(diff.rows[0].moved);
    CHECK_FALSE(diff.rows[0].edited());
}

TEST_CASE("diff: fields that mean something only together change as one, whichever of them differs") {
    Plan before = two_tasks();
    Comment comment;
    comment.id = *Id::parse("c");
    comment.subject_type = "task";
    comment.subject = Ref<Row>(*Id::parse("a"));
    before.put(comment);
    Plan after = before;
    comment.subject = Ref<Row>(*Id::parse("b"));
    after.put(comment);
    const Diff diff = revision::diff(before, after);
    REQUIRE(diff.rows.size() == 1);
    CHECK(names(diff.rows[0]) == std::vector<std::string_view>{"subjectType"});
    const auto fields = revision::together(record(RecordType::Comment), *diff.rows[0].fields[0]);
    REQUIRE(fields.size() == 3);
    CHECK(fields[1].name == "subject");
    CHECK(fields[2].name == "field");
}

TEST_CASE("diff: what says into which table a reference points belongs together with the reference") {
    for (const RecordInfo& info : records())
        for (const FieldInfo& field : info.fields) {
            CAPTURE(std::string(info.name));
            if (field.has(kAnyRecord)) CHECK(field.has(kWithPrevious));
            if (field.has(kWithPrevious)) CHECK((&field != &info.fields.front() && !revision::is_place(field)));
        }
}

TEST_CASE("diff: applied to one side it gives the other, and nothing differs from itself") {
    std::size_t changes = 0;
    for (std::uint64_t seed = 0; seed < support::seeds(400, 30); ++seed) {
        CAPTURE(seed);
        support::Random random(seed);
        const Plan before = support::random_plan(seed, {.unknown_members = seed % 2 == 0, .long_texts = false});
        const Plan edited = support::random_edits(random, before, 1 + random.below(12));
        // A plan that shares nothing with it, and another altogether.
        const Plan other = support::random_plan(seed + 1, {.long_texts = false});
        const Plan again = support::random_plan(seed, {.unknown_members = seed % 2 == 0, .long_texts = false});
        CHECK(revision::diff(before, before).empty());
        CHECK(revision::diff(before, again).empty());
        for (const Plan* after : {&edited, &other}) {
            const Diff there = revision::diff(before, *after), back = revision::diff(*after, before);
            CHECK(there.empty() == equal(before, *after));
            CHECK(equal(revision::apply(before, there), *after));
            CHECK(equal(revision::apply(*after, back), before));
            CHECK(there.rows.size() == back.rows.size());
            changes += there.rows.size();
        }
    }
    CHECK(changes > 100);
}

TEST_CASE("diff: applying the changes of one row leaves all others as they are") {
    const Plan before = support::large_plan(300);
    support::Random random(7);
    const Plan after = support::random_edits(random, before, 5);
    const Plan joined = revision::apply(before, revision::diff(before, after));
    std::size_t own = 0;
    for (const RecordInfo& info : records())
        Table::compare(before.table(info.type), joined.table(info.type), [&](const RowPtr&, const RowPtr&) { ++own; });
    CHECK(own == revision::diff(before, after).rows.size());
}
