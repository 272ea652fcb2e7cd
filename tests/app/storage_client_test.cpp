// The storage client alone: when it writes, what it says, what a failure does.
#include <doctest/doctest.h>

#include "app/storage_support.hpp"

using namespace storage_test;

TEST_CASE("storage client: unsaved, saving, saved; never saved before the answer") {
    FakePlatform platform;
    Tab tab(platform, 1);
    Random random(1);
    Plan plan = small_plan(1);
    tab.client.adopt(plan);
    CHECK(tab.client.status().state == SaveState::Unsaved);
    tab.frame();
    CHECK(tab.client.status().state == SaveState::Saving);
    CHECK(tab.client.status().saved.empty());
    platform.answer_all(tab.requests);
    CHECK(tab.client.status().state == SaveState::Saved);
    CHECK(tab.client.status().saved == noon());
    CHECK(is_stored(platform, plan));
    CHECK(tab.client.plans().size() == 1);
    CHECK(tab.client.due_in(tab.seconds) < 0);  // nothing to do: no frames

    plan = changed_plan(random, plan);
    tab.client.changed(plan, Pace::Typing);
    tab.frame(0.1);
    CHECK(tab.client.status().state == SaveState::Unsaved);
    CHECK(tab.client.due_in(tab.seconds) > 0);
    CHECK(tab.client.due_in(tab.seconds) < 0.4);
    tab.frame(0.4);
    CHECK(tab.client.status().state == SaveState::Saving);
    const Plan later = changed_plan(random, plan);
    tab.client.changed(later, Pace::Gesture);
    tab.frame();
    CHECK(platform.operations == 2);  // one at a time
    platform.answer_all(tab.requests);
    CHECK(tab.client.status().state == SaveState::Unsaved);  // of what was typed meanwhile
    tab.settle();
    CHECK(tab.client.status().state == SaveState::Saved);
    CHECK(is_stored(platform, later));
}

TEST_CASE("storage client: while somebody types without a pause it stores every two seconds, on leaving at once") {
    FakePlatform platform;
    Tab tab(platform, 1);
    Random random(2);
    Plan plan = small_plan(2);
    tab.client.adopt(plan);
    tab.settle();
    const std::size_t before = platform.operations;
    for (int i = 0; i < 100; ++i) {  // ten seconds
        plan = changed_plan(random, plan);
        tab.client.changed(plan, Pace::Typing);
        tab.frame(0.1);
        platform.answer_all(tab.requests);
    }
    MESSAGE("100 keystrokes in ten seconds: ", platform.operations - before, " commits");
    CHECK(platform.operations - before >= 4);
    CHECK(platform.operations - before <= 6);
    plan = changed_plan(random, plan);
    tab.client.changed(plan, Pace::Typing);
    tab.client.save_now();
    tab.frame(0.01);
    CHECK(tab.client.status().state == SaveState::Saving);
}

TEST_CASE("storage client: the k-th operation fails, for every k: reported, kept, and the next success stores all") {
    std::size_t sessions = 0, failures = 0, reported = 0;
    for (const bool stored_although_failed : {false, true})
        for (std::size_t k = 0; k < 14; ++k) {
            FakePlatform platform;
            platform.stored_although_failed = stored_although_failed;
            platform.fail = [&](std::size_t n) {
                return n == k ? std::string(k % 2 == 0 ? "storage-full" : "storage-timeout") : "";
            };
            Tab tab(platform, 1);
            Random random(k);
            Plan plan = small_plan(k + 1);
            tab.client.adopt(plan);
            ++sessions;
            for (int i = 0; i < 14; ++i) {
                tab.frame();
                const std::size_t failed = platform.failures;
                const bool answers = !platform.answers.empty();
                platform.answer_all(tab.requests);
                if (failed > failures && answers && tab.client.status().state == SaveState::Failed) ++reported;
                failures = std::max(failures, failed);
                plan = changed_plan(random, plan);
                tab.client.changed(plan, Pace::Gesture);
            }
            CHECK(platform.failures == 1);
            CHECK(failures == 1);
            failures = 0;
            tab.settle();
            CHECK(tab.client.status().state == SaveState::Saved);
            CHECK(is_stored(platform, plan));
            CHECK(platform.tail.empty());
        }
    MESSAGE(sessions, " sessions, ", reported, " failures reported");
    CHECK(reported == sessions);
}

TEST_CASE("storage client: as long as nothing can be stored everything stays in memory and in the tail") {
    FakePlatform platform;
    Tab tab(platform, 1);
    Random random(3);
    Plan plan = small_plan(3);
    tab.client.adopt(plan);
    tab.settle();
    platform.fail = [](std::size_t) { return std::string("storage-full"); };
    for (int i = 0; i < 20; ++i) {
        plan = changed_plan(random, plan);
        tab.client.changed(plan, Pace::Gesture);
        tab.frame();
        platform.answer_all(tab.requests);
        CHECK(tab.client.status().state == SaveState::Failed);
        CHECK(tab.client.status().code == "storage-full");
    }
    const std::size_t before = platform.operations;
    tab.settle();  // twenty seconds: it tries again by itself
    CHECK(platform.operations > before);
    tab.frame();
    // The page goes away with only the tail kept, and comes back with room to store.
    platform.fail = [](std::size_t) { return std::string(); };
    Tab next(platform, 2);
    next.settle();
    CHECK(is_stored(platform, plan));
    CHECK(platform.tail.empty());
    bool told = false;
    for (const StorageNotice& notice : next.client.take_notices())
        told = told || notice.notice.code == "tail-recovered";
    CHECK(told);
}

TEST_CASE(
    "storage client: the page goes away at any moment, with or without what was under way: nothing typed is lost") {
    std::size_t restarts = 0;
    for (std::uint64_t seed = 1; seed <= support::seeds(30, 5); ++seed) {
        FakePlatform platform;
        Random random(seed);
        Plan plan = small_plan(seed);
        auto tab = std::make_unique<Tab>(platform, 0);
        tab->client.adopt(plan);
        for (int i = 1; i <= 40; ++i) {
            plan = changed_plan(random, plan);
            tab->client.changed(plan, random.one_in(2) ? Pace::Typing : Pace::Gesture);
            const std::size_t frames = random.below(4);
            for (std::size_t n = 0; n <= frames; ++n) {
                platform.fail = [&](std::size_t) { return std::string(random.one_in(5) ? "storage-failed" : ""); };
                platform.stored_although_failed = random.one_in(2);
                tab->frame(0.05 + 0.1 * static_cast<double>(random.below(5)));
                if (random.one_in(2)) platform.answer_all(tab->requests);
            }
            if (!random.one_in(4)) continue;
            tab = nullptr;  // answers that were on their way never arrive
            platform.answers.clear();
            tab = std::make_unique<Tab>(platform, i);
            const auto opened = tab->client.open(plan.id);
            REQUIRE(opened);
            CHECK(model::equal(*opened, plan));
            ++restarts;
        }
        platform.fail = [](std::size_t) { return std::string(); };
        tab->settle();
        CHECK(is_stored(platform, plan));
        CHECK(tab->client.plans().size() == 1);  // no copies, no branches
    }
    MESSAGE(restarts, " restarts");
}

TEST_CASE("storage client: answers that come twice, late or for nothing change nothing") {
    FakePlatform platform;
    Tab tab(platform, 1);
    Random random(5);
    Plan plan = small_plan(5);
    tab.client.adopt(plan);
    tab.frame();
    const Answer first = platform.answers.at(0);
    platform.answers.clear();
    CHECK(!tab.requests.take({7, true, {}, {}}));  // of no request
    tab.frame(StorageClient::answer_seconds + 1);  // no answer at all: counts as failed
    CHECK(tab.client.status().state == SaveState::Failed);
    CHECK(tab.client.status().code == "storage-timeout");
    CHECK(!tab.requests.take(first));
    CHECK(tab.client.status().state == SaveState::Failed);
    tab.settle();
    CHECK(tab.client.status().state == SaveState::Saved);
    CHECK(!tab.requests.take(first));
    plan = changed_plan(random, plan);
    tab.client.changed(plan, Pace::Gesture);
    tab.frame();
    CHECK(!tab.requests.take(first));
    CHECK(tab.client.status().state == SaveState::Saving);
    tab.settle();
    CHECK(is_stored(platform, plan));
}

TEST_CASE("storage client: clocks that stand, jump by minutes or go back by a day with every start lose nothing") {
    const auto stands = [](int, int) { return noon(); };
    const auto coarse = [](int start, int edit) { return noon(start / 50).plus_minutes(edit / 20); };
    const auto goes_back = [](int start, int edit) { return noon(-start).plus_minutes(edit); };
    base::Moment (*const clocks[])(int, int) = {stands, coarse, goes_back};
    for (std::size_t clock = 0; clock < std::size(clocks); ++clock) {
        CAPTURE(clock);
        FakePlatform platform;
        Random random(clock + 40);
        Plan plan = small_plan(clock + 40);
        for (int start = 0; start < 12; ++start) {
            Tab tab(platform, start + 1, "writer", clocks[clock](start, 0));
            if (start == 0) {
                tab.client.adopt(plan);
            } else {
                const auto opened = tab.client.open(plan.id);
                REQUIRE(opened);
                REQUIRE(model::equal(*opened, plan));
                CHECK(tab.client.take_notices().empty());
            }
            for (int edit = 0; edit < 6; ++edit) {
                tab.now = clocks[clock](start, edit);
                plan = changed_plan(random, plan);
                tab.client.changed(plan, Pace::Gesture);
                tab.settle();
                CHECK(tab.client.status().state == SaveState::Saved);
            }
            CHECK(is_stored(platform, plan));
        }
    }
}
