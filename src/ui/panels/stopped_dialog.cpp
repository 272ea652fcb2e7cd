// What a plan is asked about with which the program broke down.
#include "ui/dialogs.hpp"
#include "ui/icons.hpp"
#include "ui/layout.hpp"
#include "ui/panels/panels.hpp"
#include "ui/popup.hpp"

namespace ui {
void stopped_plan_dialog(Screen& screen) {
    Ui& ui = screen.ui;
    const base::Id plan = screen.dialog().subject.id;
    const std::string title = screen.dialog().draft("title"), before = screen.dialog().draft("before");
    Dialog dialog(ui, "stopped-plan", ui.words("dialog.stopped.title"), 520);
    focus_on_opening(ui, key_of(before.empty() ? "cancel" : "before"));
    const std::string shown(title.empty() ? ui.words("plan.untitled") : std::string_view(title));
    paragraph(ui, body(ui), ui.words("dialog.stopped.text", {shown}), dialog.width());
    gap(8);
    if (before.empty())
        paragraph(ui, body(ui), ui.words("dialog.stopped.none-before"), dialog.width());
    else
        paragraph(ui, body(ui), ui.words("dialog.stopped.before", {before}), dialog.width());
    gap(20);
    Flow flow(ui, dialog.width());
    const auto pressed = [&](std::string_view id, std::string_view word, const ButtonOptions& options = {}) {
        flow.place(button_width(ui, ui.words(word), options));
        return button(ui, id, ui.words(word), options);
    };
    const bool done = pressed("cancel", "action.cancel") || dialog.dismissed();
    if (pressed("raw", "action.export-stored", {.icon = icon::download})) screen.want(app::ExportRaw{plan});
    const bool anyway = pressed("anyway", "action.open-anyway");
    const bool back = !before.empty() && pressed("before", "action.open-before", {.style = ButtonStyle::Primary});
    if (done || anyway || back) screen.want(app::CloseDialog{});
    if (anyway) screen.want(app::OpenAnyway{plan});
    if (back) screen.want(app::OpenBefore{plan});
}

}  // namespace ui
