// Archives of everything: packed and unpacked beside the page.
#include "app_support.hpp"
#include "support/content.hpp"

namespace {
using namespace app_test;

std::string all_plans(App& app) {
    app.downloads.clear();
    app.want(ExportAll{});
    app.settle();
    REQUIRE(app.downloads.size() == 1);
    return app.downloads[0].bytes;
}
FileArrived dropped(const char* name, std::string bytes) {
    return {name, std::move(bytes), FileArrived::Way::Drop};
}
}  // namespace

TEST_CASE("archives: all plans go out as one file, and come in on another computer") {
    App app;
    app.open(support::example("self-inspection"));
    app.open(support::example("consortium-brand"));
    const std::string archive = all_plans(app);
    CHECK(app.downloads[0].name == "方略-2026-06-30.zip");
    CHECK(app.work.library().last_archive() == app.work.today().day);
    App other;
    other.events.emplace_back(dropped("全部.zip", archive));
    other.settle();
    CHECK(other.work.library().plans().size() == 2);
    CHECK(other.said().find("全部.zip") != std::string::npos);
}

TEST_CASE("archives: one that was not packed counts for nothing, a stopped one says nothing") {
    App app;
    app.open(support::example("self-inspection"));
    app.answers = false;
    app.want(ExportAll{});
    REQUIRE(app.errands.size() == 1);
    app.events.emplace_back(Answer{app.errands[0], false, "errand-failed", {}});
    app.frame();
    CHECK(app.said().find("中途停止") != std::string::npos);
    app.want(ExportAll{}, CloseMessage{app.work.desk().messages().back().number});
    app.want(StopErrand{app.errands[1]});
    app.settle();
    CHECK(app.said().empty());
    CHECK(app.downloads.empty());
    CHECK(!app.work.library().last_archive());
}

TEST_CASE("archives: a damaged one is refused with its name and the reason") {
    App app;
    app.open(support::example("self-inspection"));
    std::string archive = all_plans(app);
    archive.resize(archive.size() - 30);
    app.events.emplace_back(dropped("坏.zip", archive));
    app.settle();
    CHECK(app.said().find("坏.zip") != std::string::npos);
    CHECK(app.work.library().plans().size() == 1);
}

TEST_CASE("archives: a plan that cannot be read goes out as it is") {
    App app;
    app.open(support::example("self-inspection"));
    app.want(ExportRaw{app.work.plan().id});
    app.settle();
    REQUIRE(app.downloads.size() == 1);
    const auto entries = base::read_zip(app.downloads[0].bytes);
    REQUIRE(entries);
    REQUIRE(!entries->empty());
    CHECK(entries->front().name.starts_with("store/"));
}
