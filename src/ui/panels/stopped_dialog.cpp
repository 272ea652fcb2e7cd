// What a plan is asked about with which the program broke down.
#include "ui/icons.hpp"
#include "ui/panels/panels.hpp"
#include "ui/popup.hpp"

namespace ui {
namespace {

// Beside the one before, or below it where there is no room.
bool next_button(Ui& ui, float right, std::string_view id, std::string_view label, const ButtonOptions& options = {}) {
    if (ImGui::GetItemRectMax().x + 8 + button_width(ui, label, options) <= right)
        same_line(8);
    else
        gap(8);
    return button(ui, id, label, options);
}

}  // namespace

void stopped_plan_dialog(Screen& screen) {
    Ui& ui = screen.ui;
    const base::Id plan = screen.dialog().subject.id;
    const std::string title = screen.dialog().draft("title"), before = screen.dialog().draft("before");
    Dialog dialog(ui, "stopped-plan", ui.words("dialog.stopped.title"), 520);
    const float right = ImGui::GetCursorScreenPos().x + dialog.width();
    if (ImGui::IsWindowAppearing()) ui.memory.want_focus = key_of(before.empty() ? "cancel" : "before");
    const std::string shown(title.empty() ? ui.words("plan.untitled") : std::string_view(title));
    paragraph(ui, body(ui), ui.words("dialog.stopped.text", {shown}), dialog.width());
    gap(8);
    if (before.empty())
        paragraph(ui, body(ui), ui.words("dialog.stopped.none-before"), dialog.width());
    else
        paragraph(ui, body(ui), ui.words("dialog.stopped.before", {before}), dialog.width());
    gap(20);
    bool done = dialog.dismissed();
    if (button(ui, "cancel", ui.words("action.cancel"))) done = true;
    if (next_button(ui, right, "raw", ui.words("action.export-stored"), {.icon = icon::download}))
        screen.want(app::ExportRaw{plan});
    const bool anyway = next_button(ui, right, "anyway", ui.words("action.open-anyway"));
    const bool back = !before.empty() &&
                      next_button(ui, right, "before", ui.words("action.open-before"), {.style = ButtonStyle::Primary});
    if (done || anyway || back) screen.want(app::CloseDialog{});
    if (anyway) screen.want(app::OpenAnyway{plan});
    if (back) screen.want(app::OpenBefore{plan});
}

}  // namespace ui
