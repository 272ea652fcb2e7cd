// ui/screen.hpp: what a panel gets: the frame's drawing context, the application to read, and a queue for what it
// wants.
#pragma once

#include "app/workspace.hpp"
#include "ui/controls.hpp"
#include "view/entry.hpp"
#include "view/wish.hpp"
#include "view/words.hpp"

namespace ui {

struct Screen {
    Ui& ui;
    const app::Workspace& work;
    app::Commands& commands;          // carried out after the frame
    view::ValueSink* sink = nullptr;  // null: the plan takes it

    void want(app::Command command) const { commands.push(std::move(command)); }
    void wish(const view::Wish& wanted) const { wanted.push_to(commands); }
    void open_dialog(app::DialogKind kind, app::Selection subject = {},
                     std::map<std::string, std::string, std::less<>> drafts = {}, std::uint8_t choice = 0) const {
        want(app::OpenDialog{{kind, subject, choice, std::move(drafts)}});
    }
    [[nodiscard]] const model::Plan& plan() const { return work.plan(); }
    [[nodiscard]] const app::View& view() const { return work.view(); }
    [[nodiscard]] const app::DialogState& dialog() const { return work.dialog(); }
    [[nodiscard]] bool read_only() const { return work.read_only(); }
    [[nodiscard]] base::Date today() const { return work.today().day; }
    [[nodiscard]] std::string_view words(std::string_view key) const { return ui.words(key); }
};

}  // namespace ui
