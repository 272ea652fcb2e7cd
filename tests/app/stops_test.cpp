// What is known of a plan with which the program broke down, and how such a plan goes back.
#include "app/stops.hpp"

#include <doctest/doctest.h>

#include "app/storage_support.hpp"

using namespace storage_test;

namespace {
const base::Id first_plan = *base::Id::parse("one"), other = *base::Id::parse("other");
}

TEST_CASE("stops: read from preferences, forgotten when the plan is opened, and kept as they change") {
    Stops stops;
    stops.read({{"theme", "dark"},
                {"stopped.one", "7"},
                {"went-back.one", "9 4"},
                {"stopped.Not an id", "1"},
                {"go-back", "one"}});
    CHECK(stops.has(first_plan));
    CHECK_FALSE(stops.has(other));
    CHECK(stops.all() == std::set<base::Id>{first_plan});
    CHECK(stops.of(first_plan).shown == 7);
    CHECK(stops.take_wanted() == first_plan);
    CHECK(stops.take_wanted().empty());
    stops.forget(first_plan);
    stops.forget(other);
    stops.stop(other);
    stops.went_back(other, 12, 5);
    CHECK_FALSE(stops.has(first_plan));
    std::vector<std::pair<std::string, std::string>> changes;
    for (const SetPreference& change : stops.take_changes()) changes.emplace_back(change.name, change.value);
    CHECK(changes == std::vector<std::pair<std::string, std::string>>{
                         {"go-back", ""}, {"stopped.one", ""}, {"stopped.other", "0"}, {"went-back.other", "12 5"}});
    CHECK(stops.take_changes().empty());
}

TEST_CASE("stops: the version before is the newest that had been drawn, else the one before the newest") {
    CHECK(Stop{.shown = 0}.below(9) == 9);
    CHECK(Stop{.shown = 9}.below(9) == 9);
    CHECK(Stop{.shown = 8}.below(9) == 9);
    CHECK(Stop{.shown = 5}.below(9) == 6);
    // Revision 9 is version 4 again: if that does not work either, what comes before 4 is wanted.
    CHECK(Stop{.shown = 0, .went_back = 9, .content_of = 4}.below(9) == 4);
    CHECK(Stop{.shown = 0, .went_back = 9, .content_of = 4}.below(10) == 10);
}

TEST_CASE(
    "storage client: a plan that broke the program down goes back, further each time, and every version is kept") {
    FakePlatform platform;
    Random random(11);
    Plan plan = small_plan(11);
    std::vector<Plan> versions;
    {
        Tab tab(platform, 1);
        tab.client.adopt(plan);
        tab.settle();
        for (int i = 0; i < 3; ++i) {
            versions.push_back(plan);
            plan = changed_plan(random, plan);
            tab.client.changed(plan, Pace::Gesture);
            tab.settle();
        }
    }
    Stop stop;
    Tab tab(platform, 2);
    for (int round = 0; round < 2; ++round) {
        const base::Id kept = *base::Id::parse("kept-" + std::to_string(round));
        const auto earlier = tab.client.earlier_version(plan.id, stop);
        REQUIRE(earlier.has_value());
        CHECK(model::equal(earlier->plan, versions[2 - round]));
        tab.client.step_back(plan.id, stop, kept);
        tab.settle();
        const std::vector<StorageOutcome> outcomes = tab.client.take_outcomes();
        REQUIRE(outcomes.size() == 1);
        CHECK(outcomes[0].ok);
        CHECK(outcomes[0].kept == kept);
        CHECK(is_stored(platform, versions[2 - round]));
        const auto copy = store::open_stored(platform.files, kept);
        REQUIRE(copy.ok());
        const Plan& was = round == 0 ? plan : versions[2];
        CHECK(model::equal(copy->plan, store::as_copy(was, kept, "(出错)")));
        const auto entry = std::ranges::find(tab.client.plans(), plan.id, &store::PlanEntry::id);
        stop = {0, entry->state.revision, earlier->state.revision};
    }
    CHECK(tab.client.plans().size() == 3);
}

TEST_CASE("storage client: what a plan left unsaved when it broke the program down is read when somebody opens it") {
    FakePlatform platform;
    Random random(12);
    const Plan plan = small_plan(12), typed = changed_plan(random, plan), fine = small_plan(13);
    {
        Tab tab(platform, 1);
        tab.client.adopt(fine);
        tab.settle();
        tab.client.adopt(plan);
        tab.settle();
        tab.client.changed(typed, Pace::Typing);
        tab.frame(0.1);  // in the tail, not stored yet
    }
    Tab tab(platform, 2, "writer", noon(), {plan.id});
    tab.settle();
    CHECK(is_stored(platform, plan));
    CHECK_FALSE(platform.tail.empty());
    CHECK(model::equal(*tab.client.open(fine.id), fine));
    SUBCASE("opened, whatever happens") {
        CHECK(model::equal(*tab.client.open(plan.id), typed));
        tab.settle();
        CHECK(is_stored(platform, typed));
    }
    SUBCASE("gone back") {
        const base::Id kept = *base::Id::parse("kept");
        tab.client.step_back(plan.id, {}, kept);
        tab.settle();
        CHECK(model::equal(*tab.client.open(plan.id), plan));
        CHECK(model::equal(store::open_stored(platform.files, kept)->plan, store::as_copy(typed, kept, "(出错)")));
    }
    tab.settle();
    CHECK(platform.tail.empty());
}
