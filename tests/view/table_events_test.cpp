// What a key, a click, a drag, a fold, a paste and a choice mean in a table: the commands that they want.
#include "view/table_events.hpp"

#include <doctest/doctest.h>

#include "codec/plan_json.hpp"
#include "view/record_table.hpp"
#include "view/task_table.hpp"
#include "view/view_support.hpp"

namespace {
using namespace view_test;
using view::TableEvent;

// A tree of tasks: 1 (1.1, 1.2), 2.
model::Plan small_tree() {
    return *codec::decode_plan(R"({"format": "fanglue-plan", "version": "1.0", "id": "tree",
        "tasks": [{"id": "a", "order": "1", "title": "甲"},
                  {"id": "a1", "order": "1", "parent": "a", "title": "甲一"},
                  {"id": "a2", "order": "2", "parent": "a", "title": "甲二"},
                  {"id": "b", "order": "2", "title": "乙"}]})");
}
model::Id id(std::string_view text) {
    return *model::Id::parse(text);
}

struct Tree : Opened {
    view::TaskTableState state;
    Tree() : Opened(small_tree()) { show(app::Page::Tasks); }
    view::Table table() { return view::task_table(work, state); }
    std::string rows() {  // as they stand, folded ones marked
        std::string text;
        const view::Table now = table();
        for (std::size_t i = 0; i < now.rows.size(); ++i)
            text += (i == 0 ? "" : " ") + now.rows[i].str() + (now.row(i).folded == view::Folded::Yes ? "+" : "");
        return text;
    }
    void done(const TableEvent& event) {
        for (app::Command& each : wanted(table(), event)) want(std::move(each));
    }
    std::optional<TableEvent> key(std::size_t row, std::string_view name, unsigned modifiers = 0) {
        const view::Table now = table();
        return view::key_on_row(now, view::chosen_in(work, now), row, 10, name, modifiers);
    }
};

bool wanted_none(Tree& tree, const TableEvent& event) {
    return tree.wanted(tree.table(), event).empty();
}

// "selected 1", "extended 3", … or "nothing".
std::string text_of(const std::optional<TableEvent>& event) {
    if (!event) return "nothing";
    std::string text;
    const auto say = [&](const char* what, const std::optional<std::size_t>& row) {
        if (row) text += std::string(text.empty() ? "" : ", ") + what + " " + std::to_string(*row);
    };
    say("selected", event->selected);
    say("extended", event->extended);
    say("opened", event->opened);
    say("fold", event->fold);
    say("unfold", event->unfold);
    say("remove", event->remove);
    say("insert", event->insert);
    return text + (event->all ? "all" : "");
}
}  // namespace

TEST_CASE("table keys: each means one thing, and others are left alone") {
    Tree tree;
    CHECK(text_of(tree.key(0, "ArrowDown")) == "selected 1");
    CHECK(text_of(tree.key(3, "ArrowDown")) == "selected 3");
    CHECK(text_of(tree.key(0, "ArrowUp")) == "selected 0");
    CHECK(text_of(tree.key(2, "Home")) == "selected 0");
    CHECK(text_of(tree.key(0, "End", app::kCtrl)) == "selected 3");
    CHECK(text_of(tree.key(0, "PageDown")) == "selected 3");
    CHECK(text_of(tree.key(2, "PageUp")) == "selected 0");
    CHECK(text_of(tree.key(0, "ArrowLeft")) == "fold 0");
    CHECK(text_of(tree.key(0, "ArrowRight")) == "unfold 0");
    CHECK(text_of(tree.key(1, "F2")) == "opened 1");
    CHECK(text_of(tree.key(1, "Delete")) == "remove 1");
    CHECK(text_of(tree.key(1, "Insert")) == "insert 1");
    CHECK(text_of(tree.key(1, "Enter", app::kCtrl)) == "insert 1");
    CHECK(text_of(tree.key(1, "a", app::kCtrl)) == "all");
    for (const auto& other : {std::pair("x", 0u), std::pair("a", 0u), std::pair("ArrowDown", 1u),
                              std::pair("Delete", 2u), std::pair("Enter", 0u), std::pair("F2", 4u)})
        CHECK(text_of(tree.key(1, other.first, other.second)) == "nothing");
    // Without a chosen row there is nothing to extend.
    CHECK(text_of(tree.key(1, "ArrowDown", app::kShift)) == "nothing");
    tree.done({.selected = 1});
    CHECK(text_of(tree.key(1, "ArrowDown", app::kShift)) == "extended 2");
    CHECK(text_of(tree.key(1, "End", app::kShift)) == "extended 3");
}

TEST_CASE("table keys: a table that neither folds nor chooses many leaves those keys alone") {
    const Opened opened("emergency-social-media");
    view::Table table{.id = "few", .name = "", .record = model::RecordType::Risk};
    const std::vector<model::Id> rows{id("a"), id("b")};
    table.rows = rows;
    const view::Chosen chosen{0, {}, {}};
    for (const auto& other : {std::pair("ArrowLeft", 0u), std::pair("a", 1u), std::pair("ArrowDown", 2u)})
        CHECK(!view::key_on_row(table, chosen, 0, 5, other.first, other.second));
    CHECK(text_of(view::click_on_row(table, chosen, 1, app::kShift)) == "selected 1");
}

TEST_CASE("table clicks: alone one row, with Shift as far as there") {
    Tree tree;
    const view::Table before = tree.table();
    CHECK(text_of(view::click_on_row(before, view::chosen_in(tree.work, before), 2, app::kShift)) == "selected 2");
    tree.done({.selected = 0});
    const view::Table after = tree.table();
    const view::Chosen chosen = view::chosen_in(tree.work, after);
    CHECK(chosen.row == 0u);
    CHECK(text_of(view::click_on_row(after, chosen, 2, app::kShift)) == "extended 2");
    CHECK(text_of(view::click_on_row(after, chosen, 2, app::kCtrl)) == "selected 2");
}

TEST_CASE("table choice: a range keeps its beginning; all is from the first to the last") {
    Tree tree;
    tree.done({.selected = 1});
    tree.done({.extended = 3});
    view::Chosen chosen = view::chosen_in(tree.work, tree.table());
    CHECK(chosen.row == 1u);
    CHECK(chosen.end == 3u);
    tree.done({.extended = 0});
    chosen = view::chosen_in(tree.work, tree.table());
    CHECK(chosen.row == 1u);
    CHECK(chosen.end == 0u);
    const sheet::TableView copied = view::clipboard_view(tree.table());
    CHECK(copied.first == 0);
    CHECK(copied.last == 1);
    tree.done({.all = true});
    chosen = view::chosen_in(tree.work, tree.table());
    CHECK(chosen.row == 0u);
    CHECK(chosen.end == 3u);
    tree.done({.selected = 2});
    CHECK(!view::chosen_in(tree.work, tree.table()).end);
}

TEST_CASE("table folds: rows below go and come, and a chosen one among them is not shown as chosen") {
    Tree tree;
    CHECK(tree.rows() == "a a1 a2 b");
    tree.done({.selected = 1});
    tree.done({.fold = 0});
    CHECK(tree.rows() == "a+ b");
    CHECK(!view::chosen_in(tree.work, tree.table()).row);
    CHECK(!view::clipboard_view(tree.table()).chosen);
    tree.done({.unfold = 0});
    CHECK(tree.rows() == "a a1 a2 b");
}

TEST_CASE("table drags: a row keeps its level where it can, else it goes where the rows beside it are") {
    Tree tree;
    SUBCASE("before its sibling") {
        tree.done({.moved = 2, .moved_to = 1});
        CHECK(tree.rows() == "a a2 a1 b");
    }
    SUBCASE("a top row to the very top, with all below it") {
        tree.done({.moved = 3, .moved_to = 0});
        CHECK(tree.rows() == "b a a1 a2");
    }
    SUBCASE("a top row between parts of another: behind the whole of it is where it stands already") {
        CHECK(wanted_none(tree, {.moved = 3, .moved_to = 3}));
        CHECK(wanted_none(tree, {.moved = 3, .moved_to = 4}));
    }
    SUBCASE("a part to the end becomes a top row") {
        tree.done({.moved = 1, .moved_to = 4});
        CHECK(tree.rows() == "a a2 b a1");
    }
    SUBCASE("between parts a top row becomes one of them") {
        tree.done({.moved = 3, .moved_to = 2});
        CHECK(tree.rows() == "a a1 b a2");
    }
    SUBCASE("a row does not go below itself") {
        CHECK(wanted_none(tree, {.moved = 0, .moved_to = 2}));
    }
}

TEST_CASE("table removal: the chosen rows together if the key was on one of them, else that row alone") {
    Tree tree;
    tree.done({.selected = 1});
    tree.done({.extended = 2});
    const std::vector<model::Id> both{id("a1"), id("a2")}, other{id("b")};
    CHECK(only<app::RemoveRows>(tree.wanted(tree.table(), {.remove = 2})).ids == both);
    CHECK(only<app::RemoveRows>(tree.wanted(tree.table(), {.remove = 3})).ids == other);
}

TEST_CASE("table insertion: a new row after this one, beside it") {
    Tree tree;
    const auto added = only<app::AddRow>(tree.wanted(tree.table(), {.insert = 1}));
    CHECK(added.after == id("a1"));
    CHECK(added.parent == id("a"));
    CHECK(view::add_task(tree.work, view::NewTask::Below).parent.empty());
    tree.done({.selected = 1});
    CHECK(view::add_task(tree.work, view::NewTask::Below).parent == id("a1"));
    CHECK(view::add_task(tree.work, view::NewTask::Beside).after == id("a1"));
}

TEST_CASE("table opening: edits the cell that was met, by key the title, and only what is edited in place") {
    Tree tree;
    app::Commands commands;
    const auto edited = [&](TableEvent event) { return view::take(tree.work, tree.table(), event, commands); };
    const auto by_key = edited({.opened = 1});
    REQUIRE(by_key);
    CHECK(by_key->row == id("a1"));
    CHECK(by_key->field->name == "title");
    const auto progress = edited({.opened = 1, .opened_column = view::kTaskProgress});
    REQUIRE(progress);
    CHECK(progress->field->name == "progress");
    CHECK(!edited({.opened = 1, .opened_column = view::kTaskOwner}));
    CHECK(!edited({.opened = 1, .opened_column = view::kTaskCode}));
}

TEST_CASE("table menu: selects its row, without the inspector unless that is open") {
    Tree tree;
    CHECK(only<app::Select>(tree.wanted(tree.table(), {.context = 2})).inspector == app::Inspector::Stays);
    tree.done({.selected = 1});
    CHECK(only<app::Select>(tree.wanted(tree.table(), {.context = 2})).inspector == app::Inspector::Opens);
    tree.want(app::ShowInspector{false});
    CHECK(only<app::Select>(tree.wanted(tree.table(), {.context = 2})).inspector == app::Inspector::Stays);
}

TEST_CASE("table clipboard: copies what is chosen, cuts and pastes, forgets what was cut, and not under a dialog") {
    Tree tree;
    tree.done({.selected = 1});
    app::FrameInput input;
    const auto taken = [&](app::PlatformEvent event) {
        input.events = {std::move(event)};
        app::Commands commands;
        const bool used = view::take_clipboard(tree.work, tree.table(), input, commands);
        return std::pair(commands.take(), used);
    };
    const auto cut = taken(app::CopyWanted{0, true});
    CHECK(!cut.second);
    CHECK(only<app::CopyRows>(cut.first).cut == sheet::Cut::Yes);
    CHECK(only<app::CopyRows>(cut.first).table.first == 1);
    CHECK(taken(app::KeyPressed{"Escape", 0, 0, false}).first.empty());  // nothing is cut yet
    for (app::Command each : cut.first) tree.want(std::move(each));
    CHECK(view::chosen_in(tree.work, tree.table()).cut == std::vector<std::size_t>{1});
    const auto pasted = taken(app::Pasted{0, "text", "html"});
    CHECK(only<app::PasteRows>(pasted.first).html == "html");
    const auto escaped = taken(app::KeyPressed{"Escape", 0, 0, false});
    CHECK(escaped.second);
    only<app::ForgetCut>(escaped.first);
    input.editing = 7;
    CHECK(taken(app::KeyPressed{"Escape", 0, 0, false}).first.empty());
    tree.want(app::OpenDialog{{app::DialogKind::Shortcuts, {}, 0, {}}});
    CHECK(taken(app::CopyWanted{0, false}).first.empty());
}

TEST_CASE("table events: what a plan that is read only still allows is to look") {
    Tree tree;
    tree.events.emplace_back(app::StorageChanged{"reader"});
    tree.settle();
    REQUIRE(tree.work.read_only());
    const view::Table table = tree.table();
    CHECK(tree.wanted(table, {.remove = 1}).empty());
    CHECK(tree.wanted(table, {.insert = 1}).empty());
    CHECK(tree.wanted(table, {.moved = 2, .moved_to = 1}).empty());
    CHECK(only<app::Select>(tree.wanted(table, {.opened = 1})).id == id("a1"));
    only<app::Fold>(tree.wanted(table, {.fold = 0}));
}

TEST_CASE("record tables: a tree after its parents, whatever the order of the rows; a link says what it links") {
    const model::Plan plan = *codec::decode_plan(R"({"format": "fanglue-plan", "version": "1.0", "id": "units",
        "units": [{"id": "b", "order": "2", "name": "乙"}, {"id": "a1", "order": "1", "parent": "a", "name": "甲一"},
                  {"id": "a", "order": "1", "name": "甲"}],
        "tasks": [{"id": "t1", "order": "1", "title": "先"}, {"id": "t2", "order": "2", "title": "后"}],
        "dependencies": [{"id": "d", "order": "1", "successor": "t2", "predecessor": "t1"}]})");
    const Opened opened(plan);
    view::RecordTableState state;
    const view::Table units = view::record_table(opened.work, state, model::record(model::RecordType::Unit));
    REQUIRE(units.rows.size() == 3);
    CHECK(units.rows[0] == id("a"));
    CHECK(units.rows[1] == id("a1"));
    CHECK(units.row(1).depth == 1);
    CHECK(units.row(2).depth == 0);
    view::RecordTableState links;
    const view::Table table = view::record_table(opened.work, links, model::record(model::RecordType::Dependency));
    CHECK(table.row(0).name == "先");
}

TEST_CASE("tables: a column stands where there is room for it") {
    const view::Column columns[] = {{.title = "a"}, {.title = "b", .from = 500}, {.title = "c", .from = 400}};
    CHECK(view::fitting(columns, 300) == std::vector<std::size_t>{0});
    CHECK(view::fitting(columns, 499) == std::vector<std::size_t>{0, 2});
    CHECK(view::fitting(columns, 500) == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("tables: columns fill the width; one that needs more than its part takes it from those that can give") {
    const auto shared = [](std::vector<view::Width> wanted, float total) { return view::share_out(wanted, total); };
    CHECK(shared({{50, false}, {100, true}, {100, true}}, 450) == std::vector<float>{50, 200, 200});
    // Equal parts would be 193: the title keeps its 200, and together they are not wider than the page.
    CHECK(shared({{200, true}, {104, false}, {120, true}, {120, true}}, 684) == std::vector<float>{200, 104, 190, 190});
    CHECK(shared({{200, true}, {100, true}}, 250) == std::vector<float>{200, 100});  // scrolls sideways
    CHECK(shared({{80, false}, {80, false}}, 200) == std::vector<float>{80, 120});
    CHECK(shared({}, 200).empty());
    for (float total = 300; total < 900; total += 7) {
        float used = 0;
        for (const float each : shared({{60.4f, true}, {104, false}, {90, true}, {33.3f, true}}, total)) used += each;
        CHECK(used == doctest::Approx(total));
    }
}
