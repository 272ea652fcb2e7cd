// What is shown while the second program works, and when it did not do it.
#include <doctest/doctest.h>

#include "gallery/checks.hpp"
#include "gallery/scenes.hpp"

namespace {
using gallery::Stage;

void check_findings(Stage& stage) {
    std::string lines;
    for (const std::string& found : gallery::findings(stage)) lines += "\n  " + found;
    CHECK_MESSAGE(lines.empty(), stage.setting().name(), lines);
}
const app::MirrorNode* progress(const Stage& stage) {
    for (const app::MirrorNode& node : stage.nodes())
        if (node.role == app::Role::ProgressBar) return &node;
    return nullptr;
}

void wait_and_stop(Stage& stage) {
    REQUIRE(progress(stage));
    stage.send(app::ErrandProgress{stage.held_errand(), 60});
    stage.settle();
    REQUIRE(progress(stage));
    CHECK(progress(stage)->value_now == 60);
    check_findings(stage);
    CHECK(stage.activate(app::Role::Button, stage.words()("action.cancel")));
    CHECK(!progress(stage));
    CHECK(stage.find(app::Role::Text, stage.words()("errand.cancelled")));
    check_findings(stage);
    stage.hold_errands(false);
    CHECK(stage.activate(app::Role::Button, stage.words()("action.make-again")));
    CHECK(stage.find(app::Role::Document, stage.words()("report.plan")));
    stage.hold_errands(true);
}
}  // namespace

TEST_CASE("errand bar: what takes long is told of on every screen, goes when it is stopped, and can be done again") {
    for (const gallery::Setting& setting :
         {gallery::Setting{"", false, 1440, 900, 1}, {"en", true, 1024, 700, 1}, {"zh-Hant", false, 390, 844, 1}}) {
        Stage stage(setting);
        stage.hold_errands(true);
        bool met = false;
        gallery::visit_pages(stage, "self-inspection", [&](const std::string& page) {
            if (page != "reports") return;
            met = true;
            wait_and_stop(stage);
        });
        CHECK(met);
    }
}
