// A plan with which the program broke down, at the next starts of the application.
#include <doctest/doctest.h>

#include "app/app_support.hpp"
#include "support/random_plan.hpp"

using namespace app_test;

namespace {
model::Plan some_plan(std::uint64_t seed) {
    return support::random_plan(seed, {.rows = 1, .long_texts = false});
}

struct Visit : App {
    explicit Visit(std::vector<std::pair<std::string, std::string>> kept = {}, store::MemoryFiles stored = {},
                   char seed = 'a')
        : App(std::move(kept), std::move(stored), seed) {}
    void ask(Command command) {
        want(std::move(command));
        settle();
    }
    void set_title(const std::string& title) {
        ask(Edit{{edit::set_field<&model::Cover::title>(work.plan().cover().id, title)}, "undo.set"});
    }
    [[nodiscard]] std::string condition(const Id& plan) const {
        for (const StoredPlan& stored : work.library().plans())
            if (stored.id == plan) return stored.condition;
        return "not there";
    }
};

// What is left of a browser's page, and the next one on it.
struct Browser {
    std::map<std::string, std::string> preferences;
    store::MemoryFiles files;
    model::Plan plan = some_plan(21);
    char last_seed = 'a';  // of the ids of a visit

    // As shell/start.js does when a frame breaks down.
    void broke_down(const Visit& page) {
        leave(page);
        preferences["stopped." + page.told.back().plans] = std::to_string(page.told.back().shown);
    }
    void leave(const Visit& page) {
        for (const auto& [name, value] : page.preferences) preferences[name] = value;
        std::erase_if(preferences, [](const auto& each) { return each.second.empty(); });
        files = page.files;
    }
    [[nodiscard]] Visit start() { return Visit({preferences.begin(), preferences.end()}, files, ++last_seed); }
    Browser() {
        Visit page;
        page.open(plan);
        page.set_title("好的");
        page.set_title("坏的");
        broke_down(page);
    }
};
}  // namespace

TEST_CASE("stopped plans: what is opened has been noted before, and again when it has been drawn") {
    Browser browser;
    browser.preferences.erase("stopped." + browser.plan.id.str());
    Visit page = browser.start();
    page.told.clear();
    page.want(OpenStored{browser.plan.id});
    REQUIRE(page.told.size() == 1);
    CHECK(page.told[0] == PlanAtWork{browser.plan.id.str(), 0, true});
    CHECK_FALSE(page.work.has_plan());
    page.frame();
    CHECK(page.work.has_plan());
    CHECK(page.told.back() == PlanAtWork{browser.plan.id.str(), 0, false});
    page.settle();
    CHECK(page.told.back().shown > 0);
    page.want(ClosePlan{});
    CHECK(page.told.back() == PlanAtWork{});
}

TEST_CASE("stopped plans: one is marked in the list and asked about; others open as ever") {
    Browser browser;
    const model::Plan fine = some_plan(22);
    Visit page = browser.start();
    page.open(fine);
    page.ask(ClosePlan{});
    CHECK(page.condition(browser.plan.id) == "stopped");
    CHECK(page.condition(fine.id).empty());
    page.ask(OpenStored{fine.id});
    CHECK(page.work.plan().id == fine.id);
    page.ask(ClosePlan{});
    page.ask(OpenStored{browser.plan.id});
    CHECK_FALSE(page.work.has_plan());
    CHECK(page.work.dialog().kind == DialogKind::StoppedPlan);
    CHECK_FALSE(page.work.dialog().draft("before").empty());
}

TEST_CASE("stopped plans: opened anyway, it is as it was, and no longer marked") {
    Browser browser;
    Visit page = browser.start();
    page.ask(OpenAnyway{browser.plan.id});
    CHECK(page.work.plan().cover().title == "坏的");
    page.ask(ClosePlan{});
    CHECK(page.condition(browser.plan.id).empty());
    browser.leave(page);
    CHECK_FALSE(browser.preferences.contains("stopped." + browser.plan.id.str()));
}

TEST_CASE("stopped plans: the version before is opened, what broke down is kept and marked") {
    Browser browser;
    SUBCASE("asked for on the failure page") {
        browser.preferences["go-back"] = browser.plan.id.str();
    }
    SUBCASE("asked for in the dialog") {}
    Visit page = browser.start();
    if (!page.work.has_plan()) page.ask(OpenBefore{browser.plan.id});
    REQUIRE(page.work.has_plan());
    CHECK(page.work.plan().id == browser.plan.id);
    CHECK(page.work.plan().cover().title == "好的");
    page.ask(ClosePlan{});
    CHECK(page.work.library().plans().size() == 2);
    CHECK(page.condition(browser.plan.id).empty());
    for (const StoredPlan& stored : page.work.library().plans()) {
        if (stored.id == browser.plan.id) continue;
        CHECK(stored.title.starts_with("坏的"));
        CHECK(stored.condition == "stopped");
    }
    // That version breaks down as well: the one before it is next, not the bad one again.
    page.ask(OpenStored{browser.plan.id});
    browser.preferences.erase("go-back");
    browser.broke_down(page);
    CHECK_FALSE(browser.preferences.contains("go-back"));
    Visit third = browser.start();
    third.ask(OpenBefore{browser.plan.id});
    CHECK(third.work.plan().cover().title == browser.plan.cover().title);
    CHECK(third.work.library().plans().size() == 3);
}
