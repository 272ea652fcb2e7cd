// The one table of actions: complete, free of clashes, and what each one wants is a value that can be looked at. That
// code names none that is not there, tests/lint/actions.test.mjs sees.
#include "app/actions.hpp"

#include <set>

#include "app/app_support.hpp"
#include "support/languages.hpp"
#include "support/large_plan.hpp"

namespace {
using namespace app_test;

KeyPressed pressed(std::string_view key, unsigned modifiers) {
    return {std::string(key), static_cast<std::uint8_t>(modifiers), 0, false};
}
}  // namespace

TEST_CASE("actions: each has an id, a key and a word of its own in every language") {
    std::set<std::string_view> ids;
    std::set<std::pair<std::string_view, int>> keys;
    for (const Action& each : actions()) {
        CAPTURE(each.id);
        CHECK(ids.insert(each.id).second);
        CHECK(&action(each.id) == &each);
        if (!each.shortcut.key.empty()) {
            CHECK(keys.insert({each.shortcut.key, each.shortcut.modifiers}).second);
            CHECK(!shortcut_text(each.shortcut).empty());
            const bool letter = each.shortcut.key.size() == 1 && each.shortcut.key != "?";
            if (letter) CHECK((each.shortcut.key[0] >= 'a' && each.shortcut.key[0] <= 'z'));  // whatever Shift does
            // Without a modifier a letter would be typed.
            CHECK(((each.shortcut.modifiers & (kCtrl | kAlt)) != 0 || each.shortcut.key == "?"));
        }
        if (each.flags & kBesideOther) continue;  // named by the one before it
        const std::string key = "action." + std::string(each.id);
        for (const support::Language& language : support::languages()) {
            CAPTURE(language.name);
            CHECK(language.words.has(key));
            CHECK(language.words(key).find_first_not_of(" ") != std::string_view::npos);
        }
    }
    for (const std::string_view group : action_group_names)
        for (const support::Language& language : support::languages())
            CHECK(language.words.has("action-group." + std::string(group)));
}

TEST_CASE("actions: each group is a part of the table, and together they are all but second keys") {
    std::size_t listed = 0, second = 0;
    for (std::size_t i = 0; i < std::size(action_group_names); ++i) {
        const auto group = actions_of(static_cast<ActionGroup>(i));
        CHECK(!group.empty());
        CHECK(std::ranges::is_sorted(group));  // in the table's order
        listed += group.size();
    }
    for (const Action& each : actions()) second += (each.flags & kBesideOther) != 0;
    CHECK(listed + second == actions().size());
    CHECK(all_shortcuts_text(action("redo")) == "Ctrl+Y  Ctrl+Shift+Z");
    CHECK(all_shortcuts_text(action("shortcuts")) == "?");
    CHECK(all_shortcuts_text(action("row-up")) == "Alt+Shift+↑");
    CHECK(all_shortcuts_text(action("export")).empty());
}

TEST_CASE("actions: without a plan none that needs one is enabled or run by its key") {
    App app;
    for (const Action& each : actions()) {
        CAPTURE(each.id);
        if (each.shortcut.key.empty() || each.enabled(app.work)) continue;
        Commands commands;
        CHECK(!run_shortcut(app.work, commands, pressed(each.shortcut.key, each.shortcut.modifiers), false));
        CHECK(commands.empty());
    }
    CHECK(!action("export").enabled(app.work));
    CHECK(action("import").enabled(app.work));
}

TEST_CASE("actions: running each one changes nothing by itself, and carrying it out never fails") {
    for (const Action& each : actions()) {
        CAPTURE(each.id);
        App app;
        for (const bool with_plan : {false, true}) {
            if (with_plan) {
                app.open(support::large_plan(20));
                app.want(Reveal{RecordType::Task, (*app.work.plan().table(RecordType::Task).begin())->id});
            }
            if (!each.enabled(app.work)) continue;
            const Page page = app.work.view().page;
            Commands commands;
            each.run(app.work, commands);
            CHECK(!commands.empty());
            CHECK(app.work.view().page == page);
            app.frame(std::move(commands));
        }
    }
}

TEST_CASE("actions: keys run what is enabled, with Command as with Ctrl, and leave editors their own") {
    App app;
    app.open(support::large_plan(20));
    app.want(Reveal{RecordType::Task, (*app.work.plan().table(RecordType::Task).begin())->id});
    const auto wanted = [&](const KeyPressed& key, bool in_editor = false) -> std::optional<Command> {
        Commands commands;
        if (!run_shortcut(app.work, commands, key, in_editor)) return std::nullopt;
        REQUIRE(commands.all().size() == 1);
        return commands.all().front();
    };
    CHECK(!wanted(pressed("z", kCtrl)));  // nothing to undo yet
    app.want(AddRow{RecordType::Task});
    CHECK(std::holds_alternative<Undo>(*wanted(pressed("z", kCtrl))));
    CHECK(std::holds_alternative<Undo>(*wanted(pressed("z", kMeta))));
    app.want(Undo{});
    CHECK(std::holds_alternative<Redo>(*wanted(pressed("z", kCtrl | kShift))));
    CHECK(std::holds_alternative<Redo>(*wanted(pressed("y", kCtrl))));
    CHECK(std::holds_alternative<PlaceRow>(*wanted(pressed("ArrowUp", kAlt | kShift))) ==
          !app.work.view().selection.id.empty());
    CHECK(!wanted(pressed("ArrowUp", kAlt | kShift), true));
    CHECK(!wanted(pressed("Delete", kCtrl), true));
    // A keyboard may need Shift for the question mark.
    for (const unsigned modifiers : {0u, unsigned{kShift}}) {
        const auto sheet = wanted(pressed("?", modifiers));
        REQUIRE(sheet);
        CHECK(std::get<OpenDialog>(*sheet).dialog.kind == DialogKind::Shortcuts);
    }
    CHECK(!wanted(pressed("x", kCtrl)));
    CHECK(std::holds_alternative<ShowSearch>(*wanted(pressed("f", kCtrl))));
    app.want(ShowSearch{true});
    CHECK(!wanted(pressed("f", kCtrl)));  // the browser's own
}
