// What panels make of events that come together, and what stays the same whichever tab is shown.
#include <doctest/doctest.h>

#include "gallery/scenes.hpp"

namespace {
using gallery::Stage;

void open_page(Stage& stage, std::string_view name) {
    gallery::visit_pages(stage, "emergency-social-media", [](const std::string&) {});
    REQUIRE(stage.activate(app::Role::Link, stage.words()("page." + std::string(name))));
}

std::vector<std::string> tab_names(const Stage& stage, std::size_t count) {
    std::vector<std::string> names;
    for (const app::MirrorNode& node : stage.nodes())
        if (node.role == app::Role::Tab && names.size() < count) names.push_back(node.name);
    return names;
}
}  // namespace

TEST_CASE("panels: what is typed and given up in one frame leaves no trace, what was confirmed before stays") {
    Stage stage({"", false, 1440, 900, 1});
    open_page(stage, "cover");
    const auto title = [&] { return stage.interface().work().plan().cover().title; };
    const std::string before = title();
    const auto field = [&] {
        const app::MirrorNode* node = stage.find(app::Role::TextBox, stage.words()("field.cover.title"));
        REQUIRE(node);
        return node->key;
    };
    stage.send(app::TextChanged{field(), "不要了", false});
    stage.send(app::TextCancelled{field(), true});
    stage.settle();
    CHECK(title() == before);
    CHECK(!stage.interface().work().document().can_undo());
    stage.send(app::TextChanged{field(), "留下的", false});
    stage.settle();
    stage.send(app::TextCommitted{field(), "留下的", app::TextCommitted::Cause::Enter});
    stage.settle();
    stage.send(app::TextChanged{field(), "留下的，多余的", false});
    stage.send(app::TextCancelled{field(), true});
    stage.settle();
    CHECK(title() == "留下的");
}

TEST_CASE("panels: a page's tabs have the same names whichever of them is shown") {
    for (const app::Page page : {app::Page::Tasks, app::Page::Risks, app::Page::Inspection}) {
        const app::PageInfo& info = app::page_info(page);
        CAPTURE(info.name);
        Stage stage({"", false, 1440, 900, 1});
        open_page(stage, info.name);
        const std::vector<std::string> names = tab_names(stage, info.records.size());
        REQUIRE(names.size() == info.records.size());
        for (const std::string& name : names) {
            REQUIRE(stage.activate(app::Role::Tab, name));
            CHECK(tab_names(stage, info.records.size()) == names);
        }
    }
}

TEST_CASE("panels: the menu of a row comes where it was asked for and moves that row, with a finger, too") {
    Stage stage({"", false, 1024, 420, 1});
    open_page(stage, "tasks");
    const auto row = std::ranges::find_if(
        stage.nodes(), [](const app::MirrorNode& node) { return node.role == app::Role::Row && node.level == 2; });
    REQUIRE(row != stage.nodes().end());
    const std::string name = row->name;
    const model::Plan before = stage.interface().work().plan();
    stage.send(app::ContextMenuWanted{row->key, row->rect.x + 40, row->rect.y + 20});
    stage.settle();
    REQUIRE(stage.activate(app::Role::MenuItem, stage.words()("action.row-down")));
    CHECK(!stage.interface().work().plan().same(before));
    CHECK(!stage.find(app::Role::Row, name));  // it has another number
}

TEST_CASE("panels: a long press on what lies over a table is not one on the row under it") {
    Stage stage({"", false, 1440, 900, 1});
    open_page(stage, "tasks");
    stage.change({"", false, 720, 450, 1});
    stage.settle();
    const auto row = std::ranges::find_if(
        stage.nodes(), [](const app::MirrorNode& node) { return node.role == app::Role::Row && node.level == 1; });
    REQUIRE(row != stage.nodes().end());
    const float y = row->rect.y + row->rect.height / 2;
    stage.send(app::NodeActivated{row->key});
    stage.settle();
    const app::MirrorNode* inspector = stage.find(app::Role::Complementary, stage.words()("landmark.inspector"));
    REQUIRE(inspector);
    REQUIRE(inspector->rect.y < y);
    const auto menu_opens = [&](float x) {
        stage.send(app::ContextMenuWanted{0, x, y});
        stage.settle();
        const bool open = stage.find(app::Role::MenuItem, stage.words()("action.row-down")) != nullptr;
        stage.send(app::KeyPressed{"Escape", 0, 0, false});
        stage.settle();
        return open;
    };
    CHECK(!menu_opens(inspector->rect.x + 100));
    CHECK(menu_opens(row->rect.x + 40));
}

TEST_CASE(
    "panels: a day typed without its year, with its weekday or in full width is taken as meant in the plan's year") {
    Stage stage({"", false, 1440, 900, 1});
    stage.send(app::FileArrived{"2027.plan.json",
                                R"({"format": "fanglue-plan", "version": "1.0", "id": "plan-2027",
                                    "cover": {"title": "明年的计划", "start": "2027-01-01", "finish": "2027-12-31"},
                                    "tasks": [{"id": "revise", "title": "修订流程"}]})",
                                app::FileArrived::Way::Picker});
    stage.settle();
    REQUIRE(stage.activate(app::Role::Link, stage.words()("page.tasks")));
    REQUIRE(stage.activate(app::Role::Row, "1 修订流程"));
    const auto field = [&] {
        const app::MirrorNode* node = stage.find(app::Role::DateBox, stage.words()("field.task.start"));
        REQUIRE(node);
        return *node;
    };
    const auto start = [&] { return stage.interface().work().plan().rows<model::Task>().begin()->start; };
    const auto type = [&](const std::string& text) {
        stage.send(app::TextChanged{field().key, text, false});
        stage.settle();
        stage.send(app::TextCommitted{field().key, text, app::TextCommitted::Cause::Enter});
        stage.settle();
    };
    for (const std::string text : {"1月4日", "2027年1月4日星期一", "２０２７－１－４"}) {
        CAPTURE(text);
        type("");
        REQUIRE(start().empty());
        type(text);
        CHECK(start().iso() == "2027-01-04");
        CHECK(field().value == "2027-01-04");
        CHECK((field().flags & app::kInvalid) == 0);
    }
    type("");
    type("1/4/2027");  // the fourth of January, or the first of April
    CHECK(start().empty());
    CHECK(field().value == "1/4/2027");
    CHECK((field().flags & app::kInvalid) != 0);
    CHECK(field().description == stage.words()("field.date.year-last"));
}
