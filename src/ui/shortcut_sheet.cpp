// The sheet of all actions with their keys, from the action table.
#include "ui/action_menu.hpp"
#include "ui/dialogs.hpp"

namespace ui {
namespace {
void action_line(Ui& ui, const app::Action& action, float width) {
    const std::string keys = app::all_shortcuts_text(action);
    const std::string_view word = action_word(ui, action);
    const ImVec2 at = ImGui::GetCursorScreenPos(), end(at.x + width, at.y + size::line + 4);
    const float keys_width = keys.empty() ? 0 : text_width(secondary(ui), keys) + 12;
    Region line(ui, action.id, Role::ListItem, std::string(word) + (keys.empty() ? "" : " " + keys), rect_of(at, end));
    text_in(ui, body(ui), word, at, ImVec2(end.x - keys_width, end.y), 0, false);
    if (!keys.empty()) text_in(ui, secondary(ui), keys, ImVec2(end.x - keys_width, at.y), end, 1, false);
    ImGui::Dummy(ImVec2(width, end.y - at.y));
}
}  // namespace

void shortcut_sheet(Screen& screen) {
    Ui& ui = screen.ui;
    Dialog dialog(ui, "shortcuts", ui.words("action.shortcuts"), 440);
    if (ImGui::IsWindowAppearing()) ui.memory.want_focus = key_of("close");
    for (std::size_t i = 0; i < std::size(app::action_group_names); ++i) {
        const std::string_view name = ui.words("action-group." + std::string(app::action_group_names[i]));
        if (i > 0) gap(12);
        label(ui, body_bold(ui), name, Role::Heading, 3);
        gap(2);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const std::vector<const app::Action*> actions = app::actions_of(static_cast<app::ActionGroup>(i));
        const float height = static_cast<float>(actions.size()) * (size::line + 4);
        Region list(ui, name, Role::List, name, {at.x, at.y, dialog.width(), height});
        for (const app::Action* action : actions) action_line(ui, *action, dialog.width());
    }
    gap(16);
    if (button(ui, "close", ui.words("action.close"), {.style = ButtonStyle::Primary}) || dialog.dismissed())
        screen.want(app::CloseDialog{});
}

}  // namespace ui
