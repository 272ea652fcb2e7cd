// A plan goes back to an earlier version, and what it was is kept.
#include "store/step_back.hpp"

#include <doctest/doctest.h>

#include "revision/diff.hpp"
#include "store/store_support.hpp"

using namespace store_test;

namespace {
const store::KeptAs kept{*base::Id::parse("kept"), writer_id(8), writer_id(9), "（出错时的版本）"};

Session edited(std::uint64_t seed, int times) {
    Random random(seed);
    Session session(support::random_plan(seed, {.rows = 2, .long_texts = false}), writer_id());
    session.save(noon());
    session.edit_and_save(random, times);
    return session;
}

std::uint64_t newest_of(const Session& session) {
    return session.open()->state.revision;
}
}  // namespace

TEST_CASE("step back: the version before becomes the newest, what was there is a plan of its own, in one change") {
    std::size_t tried = 0;
    for (std::uint64_t seed = 1; seed <= support::stride(30, 6); ++seed) {
        Session session = edited(seed, 1 + static_cast<int>(seed % 7));
        const auto now = session.open();
        const std::uint64_t newest = now->state.revision;
        const auto earlier = store::earlier_version(session.files, *now, newest);
        if (!earlier) continue;
        CHECK(earlier->state.revision < newest);
        CHECK(earlier->saved == noon());
        CHECK(model::equal(earlier->plan, session.history.at(earlier->state.revision)));
        session.files.apply(store::step_back(session.files, *now, *earlier, kept, noon(1)));
        const auto after = session.open();
        REQUIRE(after.ok());
        CHECK(after->notices.empty());
        CHECK(after->state.revision > newest);
        CHECK(model::equal(after->plan, earlier->plan));
        const auto copy = store::open_stored(session.files, kept.id);
        REQUIRE(copy.ok());
        CHECK(model::equal(copy->plan, store::as_copy(now->plan, kept.id, kept.title_suffix)));
        CHECK(copy->plan.cover().title.ends_with(kept.title_suffix));
        ++tried;
    }
    MESSAGE(tried, " plans went back");
    CHECK(tried > 0);
}

TEST_CASE("step back: it goes as far back as it is told, at last to a backup, and not beyond the first version") {
    Session session = edited(3, 6);
    const auto now = session.open();
    std::uint64_t below = newest_of(session);
    std::size_t versions = 0;
    while (const auto earlier = store::earlier_version(session.files, *now, below)) {
        CHECK(earlier->state.revision < below);
        CHECK(!revision::diff(earlier->plan, now->plan).empty());
        below = earlier->state.revision;
        ++versions;
    }
    CHECK(versions >= 3);
    // The journals are gone, a backup is there.
    store::MemoryFiles few = session.files;
    for (const store::FileInfo& file : session.files.list(store::plan_folder(session.now.id)))
        few.files.erase(file.path);
    REQUIRE(!store::list_backups(few, session.now.id).empty());
    CHECK(store::earlier_version(few, *now, newest_of(session)).has_value());
}

TEST_CASE("step back: a plan of one version has none before it") {
    Session session(support::random_plan(5, {.rows = 1, .long_texts = false}), writer_id());
    session.save(noon());
    CHECK_FALSE(store::earlier_version(session.files, *session.open(), newest_of(session)).has_value());
}
