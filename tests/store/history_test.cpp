// Laws of commits and opening, over random edits.
#include <doctest/doctest.h>

#include "store/open_plan.hpp"
#include "store/store_support.hpp"

using namespace store;
using namespace store_test;

TEST_CASE("store: what was committed is opened, whoever goes on with it") {
    std::size_t commits = 0, reopened = 0;
    for (std::uint64_t seed = 1; seed <= support::seeds(40, 2); ++seed) {
        Random random(seed);
        Session session(support::random_plan(seed, {.rows = 2, .long_texts = false}), writer_id());
        session.save(noon());
        for (int run = 0; run < 6; ++run) {
            session.edit_and_save(random, static_cast<int>(1 + random.below(12)));
            const auto opened = session.open();
            REQUIRE(opened);
            CHECK(opened->notices.empty());
            CHECK(!opened->repair);
            CHECK(model::equal(opened->plan, session.now));
            CHECK(opened->state == session.store.state());
            // The next run of the program goes on from what it read.
            session.store = PlanStore(*opened, list_backups(session.files, session.now.id), writer_id(run + 2));
            session.now = opened->plan;
            ++reopened;
        }
        commits += session.history.size();
        // Every state that is still to be reached is the one that was committed.
        const auto files = read_all(session.files, plan_folder(session.now.id));
        for (const auto& [revision, plan] : session.history)
            for (const FileImage& file : files) {
                const auto frame = decode_frame(file.bytes);
                if (frame->state.revision != revision) continue;
                const auto state = open_state(plan.id, files, frame->state);
                if (state) CHECK(model::equal(*state, plan));
            }
    }
    MESSAGE(commits, " commits, opened ", reopened, " times");
}

TEST_CASE("store: nothing changed, nothing written; undone work is written as it was") {
    Random random(3);
    Session session(support::random_plan(3), writer_id());
    CHECK(!session.save(noon()).empty());
    CHECK(session.save(noon()).empty());
    CHECK(!session.store.unsaved(session.now));
    const Plan before = session.now;
    session.edit_and_save(random, 1);
    CHECK(session.store.unsaved(before));
    session.now = before;
    session.save(noon());
    CHECK(model::equal(session.open()->plan, before));
}

TEST_CASE("store: a change of unknown members is stored") {
    Session session(support::random_plan(5), writer_id());
    session.save(noon());
    session.now.unknown = std::make_shared<const model::UnknownMembers>(
        model::UnknownMembers{{"new members", "{\"a\":[1,2]}"}, {"zeile\n2", "\"x\""}});
    session.save(noon());
    CHECK(model::equal(session.open()->plan, session.now));
    session.now.unknown = nullptr;
    session.save(noon());
    CHECK(model::equal(session.open()->plan, session.now));
}

TEST_CASE("store: a crash between any two files of a commit leaves the state before or after it") {
    std::size_t cuts = 0, before_count = 0, after_count = 0;
    for (std::uint64_t seed = 1; seed <= support::seeds(12, 1); ++seed) {
        Random random(seed);
        Session session(support::random_plan(seed, {.rows = 2, .long_texts = false}), writer_id());
        session.save(noon());
        for (int i = 0; i < 60; ++i) {
            const Plan before = session.now;
            const MemoryFiles files = session.files;
            session.now = random_edit(random, session.now);
            if (i % 7 == 3) session.store.write_whole_next();
            const Commit commit = session.save(noon(i / 4));
            const std::size_t steps = commit.put.size() + commit.remove.size();
            for (std::size_t cut = 0; cut <= steps; ++cut) {
                MemoryFiles crashed = files;
                for (std::size_t step = 0; step < cut; ++step) {
                    const std::size_t put = commit.put.size();
                    crashed.apply(step < put ? Commit{{commit.put[step]}, {}}
                                             : Commit{{}, {commit.remove[step - put]}});
                }
                const auto opened = open_stored(crashed, before.id);
                REQUIRE(opened);
                const bool is_before = model::equal(opened->plan, before),
                           is_after = model::equal(opened->plan, session.now);
                CHECK((is_before || is_after));
                CHECK((cut < steps || is_after));
                CHECK((cut > 0 || is_before));
                CHECK(opened->notices.empty());
                ++cuts;
                before_count += is_before;
                after_count += is_after;
            }
        }
    }
    MESSAGE(cuts, " crashes: state before ", before_count, ", after ", after_count);
}

TEST_CASE("store: failed commits lose nothing, whether or not they were stored nevertheless") {
    std::size_t failures = 0;
    for (std::uint64_t seed = 1; seed <= support::seeds(40, 2); ++seed) {
        Random random(seed);
        Session session(support::random_plan(seed, {.rows = 2, .long_texts = false}), writer_id());
        session.save(noon());
        for (int i = 0; i < 50; ++i) {
            const Plan before = session.now;
            session.now = random_edit(random, session.now);
            if (i % 11 == 5) session.store.write_whole_next();
            const Commit commit = session.store.begin(session.now, noon(i / 8));
            if (commit.empty()) continue;
            if (random.one_in(3)) {
                ++failures;
                session.store.failed();
                if (random.one_in(2)) session.files.apply(commit);  // it was stored, only the answer was lost
                CHECK((session.store.unsaved(session.now) || model::equal(before, session.now)));
            } else {
                session.files.apply(commit);
                session.store.confirmed();
                const auto opened = session.open();
                REQUIRE(opened);
                CHECK(opened->branches.empty());
                CHECK(model::equal(opened->plan, session.now));
            }
        }
        session.now = random_edit(random, session.now);
        session.save(noon(30));
        CHECK(model::equal(session.open()->plan, session.now));
    }
    MESSAGE(failures, " failed commits");
}

TEST_CASE("store: the clock has no say in what is newest") {
    for (std::uint64_t seed = 1; seed <= support::seeds(10, 3); ++seed) {
        Random random(seed);
        Session session(support::random_plan(seed, {.rows = 2, .long_texts = false}), writer_id());
        session.save(noon());
        for (int i = 0; i < 40; ++i) {
            session.now = random_edit(random, session.now);
            // Set back and forth by years, frozen, unknown.
            const base::Moment at = i % 4 == 0   ? noon(-4000)
                                    : i % 4 == 1 ? noon(4000)
                                    : i % 4 == 2 ? noon()
                                                 : base::Moment{};
            session.save(at);
        }
        const auto opened = session.open();
        REQUIRE(opened);
        CHECK(model::equal(opened->plan, session.now));
        CHECK(list_backups(session.files, session.now.id).size() >= 5);
    }
}

TEST_CASE("store: two writers that do not know of each other overwrite nothing") {
    std::size_t branches = 0;
    for (std::uint64_t seed = 1; seed <= support::seeds(40, 6); ++seed) {
        Random random(seed);
        Session first(support::random_plan(seed, {.rows = 2, .long_texts = false}), writer_id(1));
        first.save(noon());
        first.edit_and_save(random, 3);
        const auto shared = first.open();
        Session second(shared->plan, writer_id(2));
        second.store = PlanStore(*shared, {}, writer_id(2));
        second.files = first.files;
        const auto edit = [&](Session& from, Session& to) {
            from.now = random_edit(random, from.now);
            const Commit commit = from.save(noon());
            to.files.apply(commit);
        };
        bool first_wrote = false, second_wrote = false;
        for (int i = 0; i < 8; ++i) {
            const bool one = random.one_in(2);
            const State before = (one ? first : second).store.state();
            edit(one ? first : second, one ? second : first);
            ((one ? first_wrote : second_wrote)) |= (one ? first : second).store.state() != before;
        }
        const auto opened = open_stored(first.files, first.now.id);
        REQUIRE(opened);
        std::vector<Plan> found{opened->plan};
        const auto files = read_all(first.files, plan_folder(first.now.id));
        for (const BranchFiles& branch : opened->branches)
            found.push_back(*open_state(first.now.id, files, branch.head));
        const auto is_found = [&](const Plan& plan) {
            return std::any_of(found.begin(), found.end(),
                               [&](const Plan& other) { return model::equal(plan, other); });
        };
        if (first_wrote) CHECK(is_found(first.now));
        if (second_wrote) CHECK(is_found(second.now));
        CHECK(opened->branches.size() == (first_wrote && second_wrote ? 1 : 0));
        branches += opened->branches.size();
    }
    MESSAGE(branches, " branches found");
    CHECK(branches > 0);
}
