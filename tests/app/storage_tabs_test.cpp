// The storage client among others: more tabs, lost stores, the life of stored plans.
#include <doctest/doctest.h>

#include "app/storage_support.hpp"

using namespace storage_test;

TEST_CASE("storage client: a second tab reads, follows, and takes over with what the first had not stored") {
    std::size_t takeovers = 0;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        FakePlatform platform;
        Random random(seed);
        Plan plan = small_plan(seed);
        Tab first(platform, 1);
        first.client.adopt(plan);
        first.settle();
        Tab second(platform, 2, "reader");
        REQUIRE(second.client.open(plan.id));
        CHECK(second.client.status().state == SaveState::ReadOnly);
        plan = changed_plan(random, plan);
        first.client.changed(plan, Pace::Gesture);
        first.settle();
        second.client.storage_changed({"changed"}, noon());
        const auto followed = second.client.take_reloaded();
        REQUIRE(followed);
        CHECK(model::equal(*followed, plan));
        CHECK(!second.client.take_reloaded());
        second.settle();
        const std::size_t before = platform.operations;
        const std::string tail = platform.tail;
        second.frame();
        CHECK(platform.operations == before);
        CHECK(platform.tail == tail);  // which belongs to the first
        // The first is closed in the middle of typing.
        plan = changed_plan(random, plan);
        first.client.changed(plan, Pace::Typing);
        first.frame(0.01);
        second.client.storage_changed({"writer", platform.tail}, noon());
        const auto taken = second.client.take_reloaded();
        REQUIRE(taken);
        CHECK(model::equal(*taken, plan));
        CHECK(second.client.can_store());
        second.settle();
        CHECK(is_stored(platform, plan));
        ++takeovers;
    }
    MESSAGE(takeovers, " takeovers");
}

TEST_CASE("storage client: what the closed tab left may come late, even while the new writer stores: nothing is lost") {
    std::size_t beside = 0;
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        FakePlatform platform;
        Random random(seed);
        Plan plan = small_plan(seed);
        Tab first(platform, 1);
        first.client.adopt(plan);
        first.settle();
        Tab second(platform, 2, "reader");
        REQUIRE(second.client.open(plan.id));
        const Plan left = changed_plan(random, plan);
        first.client.changed(left, Pace::Typing);
        first.frame(0.01);
        const std::string tail = platform.tail;
        second.client.storage_changed({"writer", seed % 3 == 0 ? tail : ""}, noon());
        (void)second.client.take_reloaded();
        // Nothing, or something typed, or something on its way to the store when it comes.
        Plan own = seed % 3 == 0 ? left : plan;
        if (seed % 2 == 0) {
            own = changed_plan(random, own);
            second.client.changed(own, Pace::Gesture);
            if (seed % 4 == 0) second.frame(0);
        }
        second.client.storage_changed({"writer", tail}, noon());
        second.settle();
        const auto holds = [&](const Plan& wanted) {
            return std::ranges::any_of(second.client.plans(), [&](const store::PlanEntry& entry) {
                Plan stored = *second.client.open(entry.id);
                model::Cover cover = stored.cover();
                const std::size_t suffix = cover.title.find("(另一份)");
                if (suffix != std::string::npos) cover.title.resize(suffix);
                stored.put(cover);
                stored.id = plan.id;
                return model::equal(stored, wanted);
            });
        };
        CAPTURE(seed);
        if (seed % 2 == 0) CHECK(holds(own));
        CHECK((holds(left) || (seed % 3 == 0 && seed % 2 == 0)));
        beside += second.client.plans().size() > 1;
    }
    CHECK(beside > 0);
}

TEST_CASE("storage client: two writers without locks overwrite nothing: the other's work becomes a plan of its own") {
    std::size_t copies = 0;
    for (std::uint64_t seed = 1; seed <= support::seeds(20, 4); ++seed) {
        FakePlatform platform;
        Random random(seed);
        Plan plan = small_plan(seed);
        Tab first(platform, 1);
        first.client.adopt(plan);
        first.settle();
        Tab second(platform, 2);
        REQUIRE(second.client.open(plan.id));
        Plan a = plan, b = plan;
        for (int i = 0; i < 6; ++i) {
            a = changed_plan(random, a);
            first.client.changed(a, Pace::Gesture);
            first.settle();
            b = changed_plan(random, b);
            second.client.changed(b, Pace::Gesture);
            second.settle();
        }
        Tab third(platform, 3);
        REQUIRE(third.client.open(plan.id));
        third.settle();
        REQUIRE(third.client.plans().size() == 2);
        bool found_a = false, found_b = false;
        for (const store::PlanEntry& entry : third.client.plans()) {
            Plan stored = *third.client.open(entry.id);
            model::Cover cover = stored.cover();
            const std::size_t suffix = cover.title.find("(另一份)");
            if (suffix != std::string::npos) cover.title.resize(suffix);
            stored.put(cover);
            stored.id = plan.id;
            found_a = found_a || model::equal(stored, a);
            found_b = found_b || model::equal(stored, b);
        }
        CHECK((found_a && found_b));
        third.settle();
        Tab fourth(platform, 4);
        REQUIRE(fourth.client.open(plan.id));
        fourth.settle();
        CHECK(fourth.client.plans().size() == 2);  // told once
        ++copies;
    }
    MESSAGE(copies, " times both were kept");
}

namespace {
bool has_notice(StorageClient& client, std::string_view code) {
    bool told = false;
    for (const StorageNotice& notice : client.take_notices()) told = told || notice.notice.code == code;
    return told;
}
}  // namespace

TEST_CASE("storage client: a store that is lost is known from the witness and comes back from its copies") {
    FakePlatform platform;
    Random random(6);
    Plan plan = small_plan(6);
    Tab first(platform, 1);
    first.client.adopt(plan);
    first.settle();
    for (int i = 0; i < 5; ++i) {
        plan = changed_plan(random, plan);
        first.client.changed(plan, Pace::Gesture);
        first.settle();
    }
    {
        Tab whole(platform, 2);
        CHECK(platform.copies_read == 1);  // by the very first start, which found nothing; not by this one
    }
    const store::MemoryFiles copies = platform.files;
    platform.files.files.clear();
    {
        Tab lost(platform, 2);
        REQUIRE(lost.client.plans().size() == 1);
        CHECK(lost.client.plans()[0].condition == store::Condition::Missing);
        CHECK(lost.client.plans()[0].summary.title == plan.cover().title);
        CHECK(has_notice(lost.client, "plans-missing"));
    }
    platform.copies = copies;
    Tab found(platform, 3);
    CHECK(found.client.plans()[0].condition == store::Condition::Whole);
    CHECK(model::equal(*found.client.open(plan.id), plan));  // also before it is stored again
    found.settle();
    CHECK(is_stored(platform, plan));
    CHECK(found.client.plans()[0].condition == store::Condition::Whole);
    CHECK(has_notice(found.client, "plans-recovered"));
    // Older copies give what they have, and it is said how much is missing.
    plan = changed_plan(random, plan);
    found.client.changed(plan, Pace::Gesture);
    found.settle();
    platform.files.files.clear();
    Tab older(platform, 4);
    older.settle();
    CHECK(has_notice(older.client, "revisions-lost"));
    CHECK(store::open_stored(platform.files, plan.id));
}

TEST_CASE("storage client: copies bring back everything even if the witness is gone too, deleted plans as deleted") {
    FakePlatform platform;
    const Plan kept = small_plan(20), deleted = small_plan(21);
    Tab first(platform, 1);
    first.client.adopt(kept);
    first.client.adopt(deleted);
    first.settle();
    first.client.delete_plan(deleted.id);
    first.settle();
    platform.copies = std::exchange(platform.files, {});
    std::erase_if(platform.copies.files, [](const auto& file) { return file.first.starts_with(store::backup_root); });
    platform.witness.clear();
    std::size_t attempts = 0;
    platform.fail = [&](std::size_t) { return std::string(++attempts <= 3 ? "storage-full" : ""); };
    Tab next(platform, 2);
    for (int i = 0; i < 4; ++i) next.settle();  // it is tried again until it is stored
    CHECK(attempts > 3);
    CHECK(is_stored(platform, kept));
    CHECK(platform.files.files == platform.copies.files);
    REQUIRE(next.client.plans().size() == 2);
    for (const store::PlanEntry& entry : next.client.plans()) CHECK(entry.deleted == (entry.id == deleted.id));
}

TEST_CASE("storage client: a file that is damaged in the store is whole in its copy: nothing is lost") {
    std::size_t damaged = 0;
    FakePlatform original;
    Random random(22);
    Plan plan = small_plan(22);
    Tab first(original, 1);
    first.client.adopt(plan);
    for (int i = 0; i < 4; ++i) {
        first.settle();
        plan = changed_plan(random, plan);
        first.client.changed(plan, Pace::Gesture);
    }
    first.settle();
    for (const auto& [path, bytes] : original.files.files) {
        if (!path.starts_with(store::plan_folder(plan.id))) continue;
        FakePlatform platform = original;
        platform.copies = original.files;
        platform.files.files[path].resize(bytes.size() / 2);
        Tab tab(platform, 2);
        tab.settle();
        const auto opened = tab.client.open(plan.id);
        REQUIRE(opened);
        CHECK(model::equal(*opened, plan));
        tab.settle();
        CHECK(is_stored(platform, plan));
        ++damaged;
    }
    MESSAGE(damaged, " files damaged, one after the other");
    CHECK(damaged > 3);
}

TEST_CASE("storage client: cleared while open: everything is asked to be written again at once") {
    for (const bool open : {true, false}) {
        FakePlatform platform;
        Tab tab(platform, 1);
        const Plan plan = small_plan(7);
        tab.client.adopt(plan);
        tab.settle();
        if (!open) tab.client.close();
        const std::size_t before = platform.operations;
        tab.client.storage_changed({"cleared"}, noon());
        tab.frame();
        CHECK(platform.operations == before + 1);
        tab.settle();
        CHECK(tab.client.take_notices().back().notice.code == "store-cleared");
    }
}

TEST_CASE("storage client: delete, restore, purge, and deleting helps when the disk is full") {
    FakePlatform platform;
    Tab tab(platform, 1);
    Random random(8);
    const Plan one = small_plan(8), two = small_plan(9);
    tab.client.adopt(one);
    tab.client.adopt(two);
    tab.settle();
    CHECK(tab.client.plans().size() == 2);
    tab.client.delete_plan(one.id);
    tab.settle();
    const auto entry = [&] { return *std::ranges::find(tab.client.plans(), one.id, &store::PlanEntry::id); };
    CHECK(entry().deleted);
    tab.client.restore_plan(one.id);
    tab.settle();
    CHECK(!entry().deleted);
    CHECK(is_stored(platform, one));

    const std::size_t full_from = platform.operations;
    platform.fail = [&](std::size_t n) { return std::string(n == full_from ? "storage-full" : ""); };
    REQUIRE(tab.client.open(two.id));
    tab.client.changed(changed_plan(random, two), Pace::Gesture);
    tab.frame();
    platform.answer_all(tab.requests);
    CHECK(tab.client.status().state == SaveState::Failed);
    tab.client.purge_plan(one.id);
    tab.settle();
    CHECK(tab.client.plans().size() == 1);
    CHECK(tab.client.status().state == SaveState::Saved);
    for (const StorageOutcome& outcome : tab.client.take_outcomes()) CHECK(outcome.ok);
    Tab again(platform, 2);
    CHECK(again.client.plans().size() == 1);  // the witness has forgotten it too
}

TEST_CASE("storage client: an archive brings plans in as one request") {
    FakePlatform platform;
    Tab tab(platform, 1);
    const Plan one = small_plan(10), two = small_plan(11);
    tab.client.adopt(one);
    tab.client.adopt(two);
    tab.settle();
    FakePlatform elsewhere;
    Tab there(elsewhere, 2);
    const auto plans = there.client.import_entries(store::archive_entries(tab.client.files()));
    REQUIRE(plans);
    CHECK(plans->size() == 2);
    there.settle();
    CHECK(elsewhere.operations == 1);
    CHECK(is_stored(elsewhere, one));
    CHECK(is_stored(elsewhere, two));
    CHECK(there.client.plans().size() == 2);
}

TEST_CASE("storage client: without storage it says so and works in memory") {
    FakePlatform platform;
    Tab tab(platform, 1, "unavailable");
    Random random(12);
    Plan plan = small_plan(12);
    tab.client.adopt(plan);
    tab.settle();
    CHECK(tab.client.status().state == SaveState::Unavailable);
    CHECK(platform.operations == 0);
    tab.client.changed(changed_plan(random, plan), Pace::Gesture);
    tab.settle();
    CHECK(tab.client.anything_unsaved());
}
