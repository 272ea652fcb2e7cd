// The one table of actions: each can be said, and no key means two of them. That code names none that is not there,
// tests/lint/actions.test.mjs sees.
#include "app/actions.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "support/languages.hpp"

TEST_CASE("actions: each has a name in every language, and an id of its own") {
    std::set<std::string_view> ids;
    for (const app::Action& action : app::actions()) {
        CAPTURE(action.id);
        CHECK(ids.insert(action.id).second);
        CHECK(app::action(action.id).id == action.id);
        for (const support::Language& language : support::languages()) {
            CAPTURE(language.name);
            const std::string key = "action." + std::string(action.id);
            CHECK(language.words.has(key));
            CHECK(language.words(key).find_first_not_of(" ") != std::string_view::npos);
        }
    }
}

TEST_CASE("actions: no two have the same key, and each key can be shown and pressed") {
    std::set<std::pair<std::string_view, std::uint8_t>> keys;
    for (const app::Action& action : app::actions()) {
        CAPTURE(action.id);
        if (action.shortcut.key.empty()) continue;
        CHECK(keys.insert({action.shortcut.key, action.shortcut.modifiers}).second);
        CHECK(!app::shortcut_text(action.shortcut).empty());
        if (action.shortcut.key.size() == 1) {
            CHECK(action.shortcut.key[0] >= 'a');  // a letter is looked for in lower case, whatever Shift does
            CHECK(action.shortcut.key[0] <= 'z');
        }
        // Without a modifier it would be typed.
        CHECK((action.shortcut.modifiers & (app::kCtrl | app::kAlt)) != 0);
    }
}

TEST_CASE("actions: without a plan none that needs one is enabled or run by its key") {
    app::Workspace work;
    for (const app::Action& action : app::actions()) {
        CAPTURE(action.id);
        if (action.shortcut.key.empty() || action.enabled(work)) continue;
        CHECK(!app::run_shortcut(work, {std::string(action.shortcut.key), action.shortcut.modifiers, 0, false}, false));
    }
    CHECK(!app::action("export").enabled(work));
    CHECK(app::action("import").enabled(work));
}
