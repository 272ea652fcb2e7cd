// The storage client against a platform that fails, delays, repeats and forgets.
#include "app/storage_client.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "store/store_support.hpp"

using namespace app;
using namespace store_test;

namespace {

// What the page does with requests: stores as a whole or not at all, answers once, now and then twice; keeps the small
// texts.
struct FakePlatform {
    store::MemoryFiles files;
    std::string tail, witness;
    std::vector<Answer> answers;
    std::size_t operations = 0, failures = 0, late = 0;
    std::function<std::string(std::size_t)> fail = [](std::size_t) { return std::string(); };  // code, or "" to do it
    bool stored_although_failed = false;

    void carry_out(StorageClient& client) {
        for (Request& request : client.take_requests()) {
            if (const auto* put = std::get_if<StoreFiles>(&request)) store_files(*put);
            if (const auto* keep = std::get_if<KeepTail>(&request)) tail = keep->bytes;
            if (const auto* preference = std::get_if<SetPreference>(&request)) {
                CHECK(preference->name == "witness");
                witness = preference->value;
            }
        }
    }
    void store_files(const StoreFiles& request) {
        const std::string code = fail(operations++);
        failures += !code.empty();
        if (code.empty() || stored_although_failed) {
            for (const StoreFiles::File& file : request.put) files.files[file.path] = file.bytes;
            for (const std::string& path : request.remove) files.files.erase(path);
        }
        answers.push_back({request.id, code.empty(), code, {}});
    }
    void answer_all(StorageClient& client) {
        for (const Answer& answer : std::exchange(answers, {})) CHECK(client.answered(answer, noon()));
    }
};

struct Tab {
    FakePlatform& platform;
    StorageClient client;
    double seconds = 0;
    Tab(FakePlatform& host, int number, std::string role = "writer", const store::Files* mirror = nullptr)
        : platform(host),
          client(host.files, mirror, {writer_id(number), static_cast<std::uint64_t>(number), "(另一份)"}) {
        client.started({{{"theme", "dark"}, {"witness", platform.witness}}, platform.tail, "zh", "", std::move(role)},
                       noon());
    }
    void frame(double later = 0.1) {
        seconds += later;
        client.frame(seconds, noon());
        platform.carry_out(client);
    }
    void settle() {  // until nothing is under way
        for (int i = 0; i < 200; ++i) {
            frame();
            platform.answer_all(client);
        }
    }
};

Plan small_plan(std::uint64_t seed) {
    return support::random_plan(seed, {.rows = 2, .long_texts = false});
}

Plan changed_plan(Random& random, const Plan& plan) {
    for (;;) {
        Plan next = random_edit(random, plan);
        if (store::differs(plan, next)) return next;
    }
}

bool is_stored(const FakePlatform& platform, const Plan& plan) {
    const auto opened = store::open_stored(platform.files, plan.id);
    return opened && model::equal(opened->plan, plan);
}

}  // namespace

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
    platform.answer_all(tab.client);
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
    platform.answer_all(tab.client);
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
        platform.answer_all(tab.client);
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
                platform.answer_all(tab.client);
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
        platform.answer_all(tab.client);
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
                if (random.one_in(2)) platform.answer_all(tab->client);
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
    CHECK(!tab.client.answered({7, true, {}, {}}, noon()));  // somebody else's
    tab.frame(StorageClient::answer_seconds + 1);            // no answer at all: counts as failed
    CHECK(tab.client.status().state == SaveState::Failed);
    CHECK(tab.client.status().code == "storage-timeout");
    CHECK(tab.client.answered(first, noon()));
    CHECK(tab.client.status().state == SaveState::Failed);
    tab.settle();
    CHECK(tab.client.status().state == SaveState::Saved);
    CHECK(tab.client.answered(first, noon()));
    plan = changed_plan(random, plan);
    tab.client.changed(plan, Pace::Gesture);
    tab.frame();
    CHECK(tab.client.answered(first, noon()));
    CHECK(tab.client.status().state == SaveState::Saving);
    tab.settle();
    CHECK(is_stored(platform, plan));
}

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

TEST_CASE("storage client: a store that is lost is known from the witness and comes back from the mirror") {
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
    store::MemoryFiles mirror = platform.files;
    platform.files.files.clear();
    {
        Tab lost(platform, 2);
        REQUIRE(lost.client.plans().size() == 1);
        CHECK(lost.client.plans()[0].condition == store::Condition::Missing);
        CHECK(lost.client.plans()[0].summary.title == plan.cover().title);
    }
    Tab found(platform, 3, "writer", &mirror);
    found.settle();
    CHECK(is_stored(platform, plan));
    CHECK(found.client.plans()[0].condition == store::Condition::Whole);
    CHECK(!found.client.take_notices().empty());
    // An older mirror gives what it has, and says how much is missing.
    plan = changed_plan(random, plan);
    REQUIRE(found.client.open(plan.id));
    found.client.changed(plan, Pace::Gesture);
    found.settle();
    platform.files.files.clear();
    Tab older(platform, 4, "writer", &mirror);
    older.settle();
    bool told = false;
    for (const StorageNotice& notice : older.client.take_notices())
        told = told || notice.notice.code == "revisions-lost";
    CHECK(told);
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
    platform.answer_all(tab.client);
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
    const auto archive = tab.client.export_archive();
    REQUIRE(archive);
    FakePlatform elsewhere;
    Tab there(elsewhere, 2);
    const auto plans = there.client.import_archive(*archive);
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
