// The combobox and its list.
#include <imgui_internal.h>

#include <algorithm>

#include "base/text.hpp"
#include "ui/fields.hpp"
#include "ui/icons.hpp"

namespace ui {
namespace {
constexpr std::size_t search_from = 9;

bool matches(std::string_view label, std::string_view wanted) {
    return wanted.empty() || base::contains(base::to_lower_ascii(label), base::to_lower_ascii(wanted));
}

struct Search {
    std::string wanted;
    bool into_list = false;   // the arrow key goes on to the first option
    bool take_first = false;  // Enter takes it
};

// The search box of a long list; its text lives in memory while the list is open.
Search search_box(Ui& ui, float width) {
    const NodeKey key = key_of("search");
    std::string& text = ui.memory.drafts[key];
    if (ImGui::IsWindowAppearing()) {
        text.clear();
        ui.memory.want_focus = key;
    }
    const FieldOptions options{.placeholder = ui.words("field.choice.search"), .role = Role::SearchBox};
    const FieldEvent event = text_field(ui, "search", ui.words("field.choice.search"), text, width, options);
    if (event.changed || event.committed) text = event.text;
    gap(2);
    Search search{std::string(base::trim(text))};
    search.into_list = ui.take_key(key, "ArrowDown");
    search.take_first = event.entered && !search.wanted.empty();
    return search;
}
}  // namespace

ChoiceEvent choice_popup(Ui& ui, std::string_view id, std::string_view name, ImVec2 anchor_min, ImVec2 anchor_max,
                         const base::Callback<std::vector<Option>()>& options, bool may_create) {
    ChoiceEvent result;
    if (!ImGui::IsPopupOpen(std::string(id).c_str())) return result;
    const std::vector<Option> all = options();
    const bool searchable = all.size() >= search_from || may_create;
    const float row = ui.input.coarse_pointer ? size::touch : 34;
    const float rows = static_cast<float>(std::min<std::size_t>(all.size() + (may_create ? 1 : 0), 9));
    const ImVec2 extent(std::max(anchor_max.x - anchor_min.x, 220.f),
                        std::max(rows, 1.f) * (row + 4) + 18 + (searchable ? ui.control_height() + 10 : 0));
    Popup popup(ui, id, anchor_min, anchor_max, extent, searchable ? PopupKind::Dialog : PopupKind::ListBox, name);
    if (!popup.open()) return result;
    const float width = ImGui::GetContentRegionAvail().x;
    const Search search = searchable ? search_box(ui, width) : Search{};
    const std::string& wanted = search.wanted;
    ImGui::BeginChild("list", ImVec2(0, 0), ImGuiChildFlags_None, ImGuiWindowFlags_NoNav);
    {
        Region list(ui, "options", searchable ? Role::ListBox : Role::Group, name, window_rect());
        bool exact = false, first = true, focus_first = ImGui::IsWindowAppearing() && !searchable;
        for (std::size_t i = 0; i < all.size(); ++i) {
            exact = exact || all[i].label == wanted;
            if (!matches(all[i].label, wanted)) continue;
            ImGui::PushID(static_cast<int>(i));
            if (first && search.into_list) ui.memory.want_focus = key_of("option");
            if (first && search.take_first) result.chosen = i;
            first = false;
            if (focus_first &&
                (all[i].selected || i + 1 == all.size() || !std::ranges::any_of(all, &Option::selected))) {
                ui.memory.want_focus = key_of("option");
                focus_first = false;
            }
            if (popup_entry(ui, "option",
                            all[i].label.empty() ? ui.words("field.choice.none") : std::string_view(all[i].label),
                            Role::Option, all[i].selected))
                result.chosen = i;
            ImGui::PopID();
        }
        if (may_create && !wanted.empty() && !exact &&
            popup_entry(ui, "create", ui.words("field.choice.create", {wanted}), Role::Option, false, icon::plus))
            result.created = wanted;
    }
    ImGui::EndChild();
    if (result.chosen || result.created) popup.close();
    return result;
}

ChoiceEvent choice_field(Ui& ui, std::string_view id, std::string_view name, std::string_view shown, float width,
                         const base::Callback<std::vector<Option>()>& options, bool may_create,
                         const FieldOptions& field) {
    const std::uint32_t flags = app::kTabStop | app::kHasPopup | (field.read_only ? app::kDisabled : 0u) |
                                (field.required ? app::kRequired : 0u);
    const std::string popup_id = std::string(id) + "##list";
    const bool is_open = ImGui::IsPopupOpen(popup_id.c_str());
    const Item it = item(ui, id, ImVec2(width, field.height > 0 ? field.height : ui.control_height()), Role::Combobox,
                         name, flags | (is_open ? app::kExpanded : app::kCollapsed));
    ui.output.mirror.nodes.back().value = shown;
    if (it.visible) {
        ImDrawList* draw = ImGui::GetWindowDrawList();
        if (!field.bare) {
            draw->AddRectFilled(it.min, it.max, field.read_only ? ui.theme.surface_2 : ui.theme.surface,
                                size::control_radius);
            draw->AddRect(it.min, it.max, is_open ? ui.theme.accent : ui.theme.border, size::control_radius);
        }
        if (it.hovered) draw->AddRectFilled(it.min, it.max, ui.theme.hover, size::control_radius);
        const TextStyle style = colored(body(ui), shown.empty() ? ui.theme.secondary : ui.theme.text);
        text_in(ui, style, shown.empty() ? field.placeholder : shown, ImVec2(it.min.x + 10, it.min.y),
                ImVec2(it.max.x - 28, it.max.y), 0, false);
        draw_icon(draw, ui, icon::chevron_down, ImVec2(it.max.x - 16, (it.min.y + it.max.y) / 2), 15,
                  ui.theme.secondary);
        focus_ring(ui, it);
    }
    if (it.clicked || ui.take_key(it.key, "ArrowDown")) open_popup(ui, popup_id);
    return choice_popup(ui, popup_id, name, it.min, it.max, options, may_create);
}

}  // namespace ui
