#include "ui/action_menu.hpp"

namespace ui {

std::string_view action_word(const Ui& ui, const app::Action& action) {
    return ui.words("action." + std::string(action.id));
}

void action_entries(Screen& screen, Popup& popup, std::span<const app::Action* const> actions) {
    for (const app::Action* action : actions) {
        const Role role = action->is_on ? Role::MenuItemCheckbox : Role::MenuItem;
        const bool on = action->is_on && action->is_on(screen.work);
        const Enabled enabled = action->enabled(screen.work) ? Enabled::Yes : Enabled::No;
        if (!popup_entry(screen.ui, action->id, action_word(screen.ui, *action), role, on, nullptr,
                         app::shortcut_text(action->shortcut), enabled))
            continue;
        action->run(screen.work, screen.commands);
        popup.close();
    }
}

void action_icon(Screen& screen, std::string_view id, const char* icon) {
    const app::Action& action = app::action(id);
    std::string label(action_word(screen.ui, action));
    if (action.detail && !action.detail(screen.work).empty())
        label = screen.ui.words("action.with-detail", {label, action.detail(screen.work)});
    if (const std::string keys = app::shortcut_text(action.shortcut); !keys.empty()) label += " (" + keys + ")";
    if (icon_button(screen.ui, id, label, icon, action.enabled(screen.work) ? Enabled::Yes : Enabled::No))
        action.run(screen.work, screen.commands);
}

}  // namespace ui
