// Ctrl+K: goes to any page, action or text by a part of it.
#include "app/search.hpp"

#include "app/actions.hpp"
#include "ui/dialogs.hpp"
#include "ui/fields.hpp"
#include "ui/icons.hpp"

namespace ui {
namespace {
void go_to(const Screen& screen, const app::Found& found) {
    if (const auto* page = std::get_if<app::Page>(&found.target)) return screen.want(app::Show{*page});
    if (const auto* action = std::get_if<const app::Action*>(&found.target))
        return (*action)->run(screen.work, screen.commands);
    const auto& text = std::get<app::TextPlace>(found.target);
    screen.want(app::Reveal{text.record, text.id});
}

const char* icon_of(const app::Found& found) {
    if (std::holds_alternative<app::Page>(found.target)) return icon::arrow_right;
    return std::holds_alternative<const app::Action*>(found.target) ? icon::play : icon::file_text;
}

// Whether the entry was chosen. What was found in a text has a second line that shows it.
bool entry(Ui& ui, const app::Found& found) {
    const std::string_view title = found.title.empty() ? ui.words("row.untitled") : std::string_view(found.title);
    const bool chosen =
        popup_entry(ui, "hit", title, Role::Option, false, icon_of(found), found.place, Enabled::Yes, found.excerpt);
    ui.output.mirror.nodes.back().description = found.excerpt.empty() ? found.place : found.place + " " + found.excerpt;
    return chosen;
}
}  // namespace

void search_palette(Screen& screen) {
    const app::View& view = screen.view();
    Ui& ui = screen.ui;
    if (!view.search_open || !screen.work.has_plan()) {
        ui.memory.search = {};
        return;
    }
    Dialog dialog(ui, "search-palette", ui.words("action.search"), 600, 520);
    const NodeKey field = key_of("search");
    if (ImGui::IsWindowAppearing()) ui.memory.want_focus = field;
    const FieldEvent event = text_field(ui, "search", ui.words("action.search"), view.search, dialog.width(),
                                        {.placeholder = ui.words("search.hint"), .role = Role::SearchBox});
    const bool typed = event.changed || event.committed;
    if (typed) screen.want(app::SearchFor{event.text});
    const std::string& wanted = typed ? event.text : view.search;
    std::vector<app::Found> all = app::find_commands(screen.work, wanted);
    const app::TextsFound& texts = ui.memory.search.find(screen.plan(), ui.words, wanted);
    all.insert(all.end(), texts.shown.begin(), texts.shown.end());
    const app::Found* chosen = event.entered && !all.empty() ? &all.front() : nullptr;
    gap(8);
    if (all.empty()) paragraph(ui, colored(body(ui), ui.theme.secondary), ui.words("search.nothing"), dialog.width());
    ImGui::BeginChild("hits", ImVec2(dialog.width(), 0), ImGuiChildFlags_None, ImGuiWindowFlags_NoNav);
    {
        Region list(ui, "list", Role::ListBox, ui.words("search.results"), window_rect());
        for (std::size_t i = 0; i < all.size(); ++i) {
            ImGui::PushID(static_cast<int>(i));
            if (entry(ui, all[i])) chosen = &all[i];
            ImGui::PopID();
        }
    }
    if (texts.more > 0)
        paragraph(ui, colored(secondary(ui), ui.theme.secondary), ui.words("search.more", {std::to_string(texts.more)}),
                  dialog.width());
    ImGui::EndChild();
    const bool done = dialog.dismissed() || event.cancelled || chosen;
    if (chosen) go_to(screen, *chosen);
    if (done) screen.want(app::ShowSearch{false});
}

}  // namespace ui
