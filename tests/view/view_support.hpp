// tests/view/view_support.hpp: the application with an example open, in a language.
#pragma once

#include "app/app_support.hpp"
#include "support/content.hpp"
#include "view/table_events.hpp"

namespace view_test {

using app_test::App;

struct Opened : App {
    explicit Opened(const std::string& example, app::Language language = app::Language::Simplified) {
        want(app::SetLanguage{language});
        open(support::example(example));
    }
    explicit Opened(const model::Plan& plan) { open(plan); }
    void show(app::Page page) { want(app::Show{page}); }
    // What an event on the table would want, without its being done.
    std::vector<app::Command> wanted(const view::Table& table, const view::TableEvent& event) const {
        app::Commands commands;
        view::take(work, table, event, commands);
        return commands.take();
    }
};

// The only command, of this type.
template <class Command> Command only(const std::vector<app::Command>& commands) {
    REQUIRE(commands.size() == 1);
    const auto* found = std::get_if<Command>(&commands.front());
    REQUIRE(found);
    return *found;
}

}  // namespace view_test
