// tests/store/store_support.hpp: a store in memory with random edits, damages and a count of what happened.
#pragma once

#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "edit/command.hpp"
#include "store/changes.hpp"
#include "store/listing.hpp"
#include "store/plan_store.hpp"
#include "support/build.hpp"
#include "support/random_plan.hpp"

namespace store_test {

using model::Plan;
using support::Random;

inline base::Moment noon(int day = 0) {
    return base::Moment::at(base::Date::from_days(20500 + day), 12, 0);
}

// One gesture that the application could make: a field set, rows added or removed, now and then several at once.
Plan random_edit(Random& random, Plan plan);

// A plan with `count` tasks, each about as long as people write them.
Plan large_plan(std::size_t count);

struct Session {
    store::MemoryFiles files;
    store::PlanStore store;
    std::map<std::uint64_t, Plan> history;  // by revision
    Plan now;

    Session(Plan start, const base::Id& writer) : store(start.id, writer), now(std::move(start)) {}

    store::Commit save(base::Moment at) {
        store::Commit commit = store.begin(now, at);
        if (commit.empty()) return commit;
        files.apply(commit);
        store.confirmed();
        history[store.state().revision] = now;
        return commit;
    }
    void edit_and_save(Random& random, int times, base::Moment at = noon()) {
        for (int i = 0; i < times; ++i) {
            now = random_edit(random, now);
            save(at);
        }
    }
    [[nodiscard]] base::Result<store::Opened> open() const { return store::open_stored(files, now.id); }
};

inline base::Id writer_id(int number = 1) {
    return *base::Id::parse("writer-" + std::to_string(number));
}

}  // namespace store_test
