// A file that is opened while a plan is open: whatever is wrong with it, the open plan stays as it is and the person is
// told.
#include <doctest/doctest.h>

#include "app/workspace.hpp"
#include "codec/plan_json.hpp"
#include "support/build.hpp"
#include "support/random_plan.hpp"

namespace {
model::Plan small(std::uint64_t seed) {
    for (;; ++seed) {
        model::Plan plan = support::random_plan(seed, {.rows = 1, .long_texts = false});
        if (codec::encode_plan(plan).size() < 2500) return plan;
    }
}

void take_file(app::Workspace& work, const char* name, const std::string& bytes) {
    work.take_file({name, bytes, app::FileArrived::Way::Picker});
}

struct Tally {
    std::size_t refused = 0, offered = 0;
};

void take(app::Workspace& work, const model::Plan& open, const std::string& bytes, Tally& tally) {
    work.messages.clear();
    take_file(work, "a.plan.json", bytes);
    if (work.plan().same(open)) {  // not merely equal: not touched at all
        REQUIRE(!work.messages.empty());
        ++tally.refused;
        return;
    }
    // Read as a valid plan, it was opened beside the other one.
    REQUIRE(codec::decode_plan(bytes).ok());
    ++tally.offered;
    take_file(work, "open.plan.json", codec::encode_plan(open));
}
}  // namespace

TEST_CASE("import: a damaged file never touches the open plan") {
    app::Workspace work;
    const std::string file = codec::encode_plan(small(1));
    take_file(work, "open.plan.json", codec::encode_plan(small(100)));
    REQUIRE(work.has_plan());
    Tally cuts, flips;
    for (std::size_t at = 0; at < file.size(); at += support::stride(1, 193)) {
        take(work, model::Plan(work.plan()), file.substr(0, at), cuts);
        std::string flipped = file;
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at % 8)));
        take(work, model::Plan(work.plan()), flipped, flips);
    }
    MESSAGE("a plan of ", file.size(), " bytes: cut ", cuts.refused, " times refused, ", cuts.offered,
            " times read; one bit flipped ", flips.refused, " times refused, ", flips.offered, " times read");
    CHECK(cuts.refused > 0);
    CHECK(cuts.offered <= 1);  // the line feed at the end may be missing
    CHECK(flips.refused > 0);
    CHECK(flips.offered > 0);
}
