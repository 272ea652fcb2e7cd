// The sheet of all actions: opened by its key and from a menu, complete, and left with Escape.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/actions.hpp"
#include "gallery/scenes.hpp"

namespace {
using gallery::Stage;

void press(Stage& stage, std::string key, std::uint8_t modifiers = 0) {
    stage.send(app::KeyPressed{std::move(key), modifiers, 0, false});
    stage.settle();
}

const app::MirrorNode* sheet_node(const Stage& stage) {
    return stage.find(app::Role::Dialog, stage.words()("action.shortcuts"));
}
}  // namespace

TEST_CASE("shortcut sheet: ? opens it on any page, it lists every action with its keys, Escape closes it") {
    for (const char* language : {"", "zh-Hant", "en"}) {
        CAPTURE(language);
        Stage stage({language, false, 1024, 700, 1});
        CHECK(!sheet_node(stage));
        press(stage, "?", app::kShift);
        REQUIRE(sheet_node(stage));
        for (const app::Action& action : app::actions()) {
            if ((action.flags & app::kBesideOther) != 0) continue;
            CAPTURE(action.id);
            const std::string name(stage.words()("action." + std::string(action.id)));
            const std::string keys = app::all_shortcuts_text(action);
            CHECK(stage.find(app::Role::ListItem, keys.empty() ? name : name + " " + keys));
        }
        press(stage, "z", app::kCtrl);  // what lies behind takes no keys
        CHECK(sheet_node(stage));
        press(stage, "Escape");
        CHECK(!sheet_node(stage));
    }
}

TEST_CASE("shortcut sheet: it is reached from the menu of looks, and its button closes it") {
    Stage stage({"", false, 1024, 700, 1});
    REQUIRE(stage.activate(app::Role::Button, stage.words()("action.theme")));
    REQUIRE(stage.activate(app::Role::MenuItem, stage.words()("action.shortcuts")));
    REQUIRE(sheet_node(stage));
    REQUIRE(stage.activate(app::Role::Button, stage.words()("action.close")));
    CHECK(!sheet_node(stage));
}
