#include "ui/popup.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {
namespace {
constexpr ImGuiWindowFlags popup_flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                         ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                         ImGuiWindowFlags_NoNav;

bool escape_pressed(const Ui& ui) {
    for (const app::PlatformEvent& event : ui.input.events) {
        const auto* key = std::get_if<app::KeyPressed>(&event);
        if (key && key->key == "Escape" && key->modifiers == 0) return true;
    }
    return false;
}

Role role_of(PopupKind kind) {
    switch (kind) {
        case PopupKind::Menu:
            return Role::Menu;
        case PopupKind::ListBox:
            return Role::ListBox;
        case PopupKind::Dialog:
            return Role::Dialog;
    }
    return Role::Group;
}

void push_surface(const Ui& ui, float padding) {
    ImGui::PushStyleColor(ImGuiCol_PopupBg, ui.theme.surface);
    ImGui::PushStyleColor(ImGuiCol_Border, ui.theme.border);
    ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, size::card_radius);
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, 1);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, size::card_radius);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(padding, padding));
}
void pop_surface() {
    ImGui::PopStyleVar(5);
    ImGui::PopStyleColor(2);
}
}  // namespace

namespace {
float entry_height(const Ui& ui) {
    return ui.input.coarse_pointer ? size::touch : 34;
}
}  // namespace

float menu_height(const Ui& ui, std::size_t entries) {
    return static_cast<float>(entries) * entry_height(ui) + 18;
}

void open_popup(Ui& ui, std::string_view id) {
    const std::string name(id);
    ui.memory.focus_before.emplace_back(ui.input.focused);
    ImGui::OpenPopup(name.c_str());
}

Popup::Popup(Ui& ui, std::string_view id, ImVec2 anchor_min, ImVec2 anchor_max, ImVec2 extent, PopupKind kind,
             std::string_view name)
    : ui_(ui) {
    const std::string popup_id(id);
    if (!ImGui::IsPopupOpen(popup_id.c_str())) return;
    extent.x = std::min(extent.x, ui.input.width - 16);
    extent.y = std::min(extent.y, ui.input.height - 16);
    ImVec2 at(std::clamp(anchor_min.x, 8.f, ui.input.width - extent.x - 8), anchor_max.y + 4);
    if (at.y + extent.y > ui.input.height - 8) at.y = std::max(8.f, anchor_min.y - 4 - extent.y);
    ImGui::SetNextWindowPos(at);
    ImGui::SetNextWindowSize(extent);
    push_surface(ui, 6);
    open_ = ImGui::BeginPopup(popup_id.c_str(), popup_flags);
    pop_surface();
    if (!open_) {
        if (!ui.memory.focus_before.empty()) {
            ui.memory.want_focus = ui.memory.focus_before.back();
            ui.memory.focus_before.pop_back();
        }
        return;
    }
    if (ImGui::IsWindowAppearing()) ui.memory.focus_popup = true;
    parent_before_ = ui.parent;
    overlay_ = ui.overlays.size();
    ui.overlays.push_back({window_rect(), ui.output.mirror.nodes.size(), 0, false});
    ui.parent = 0;
    const ImVec2 end(at.x + extent.x, at.y + extent.y);
    if (kind != PopupKind::Dialog) {  // all that is on the page lies in a landmark or a dialog
        const NodeKey landmark = key_of("##landmark");
        add_node(ui, landmark, Role::Region, name, at, end);
        ui.parent = landmark;
    }
    const NodeKey key = key_of("##popup");
    add_node(ui, key, role_of(kind), name, at, end);
    ui.parent = key;
    if (escape_pressed(ui)) {
        ui.output.key_used = true;
        close();
    }
}

void Popup::close() {
    ImGui::CloseCurrentPopup();
    if (ui_.memory.focus_before.empty()) return;
    ui_.memory.want_focus = ui_.memory.focus_before.back();
    ui_.memory.focus_before.pop_back();
}

Popup::~Popup() {
    if (!open_) return;
    ImGui::EndPopup();
    const std::size_t first = ui_.overlays[overlay_].first, last = ui_.output.mirror.nodes.size();
    ui_.overlays[overlay_].last = last;
    if (ui_.memory.want_focus != 0 || (ui_.memory.focus_popup && focus_first(ui_, first, last)))
        ui_.memory.focus_popup = false;
    ui_.parent = parent_before_;
}

Dialog::Dialog(Ui& ui, std::string_view id, std::string_view title, float width, float height) : ui_(ui) {
    constexpr float margin = 12, padding = 24;
    const ImVec2 page(ui.input.width, ui.input.height);
    width = std::min(width, page.x - 2 * margin);
    const float highest = page.y - 2 * margin;
    height = std::min(height, highest);
    width_ = width - 2 * padding;
    const std::string name(id);
    // Behind the dialog, over all else: takes the pointer.
    ImGui::SetNextWindowPos(ImVec2(0, 0));
    ImGui::SetNextWindowSize(page);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.theme.shade);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin((name + "##shade").c_str(), nullptr, popup_flags);
    ImGui::End();
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    ImGui::SetNextWindowPos(ImVec2(page.x / 2, page.y / 2), ImGuiCond_Always, ImVec2(0.5f, 0.5f));
    ImGui::SetNextWindowSizeConstraints(ImVec2(width, height), ImVec2(width, height > 0 ? height : highest));
    push_surface(ui, padding);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.theme.surface);
    ImGui::Begin(name.c_str(), nullptr, popup_flags | ImGuiWindowFlags_AlwaysAutoResize);
    ImGui::PopStyleColor();
    pop_surface();
    if (ImGui::IsWindowAppearing()) {
        if (!ui.memory.dialog_open)
            ui.memory.before_dialog = ui.memory.want_focus != 0 ? ui.memory.want_focus : ui.input.focused;
        ui.output.wake_in(0);  // its height is known after the first frame
    }
    ui.memory.dialog_drawn = true;
    parent_before_ = ui.parent;
    overlay_ = ui.overlays.size();
    ui.overlays.push_back({window_rect(), ui.output.mirror.nodes.size(), 0, true});
    ui.parent = 0;
    const NodeKey key = key_of("##dialog");
    const ImVec2 at = ImGui::GetWindowPos(), extent = ImGui::GetWindowSize();
    add_node(ui, key, Role::Dialog, title, at, ImVec2(at.x + extent.x, at.y + extent.y), app::kModal);
    ui.parent = key;
    label(ui, section_title(ui), title, Role::Heading, 2);
    gap(8);
    // Escape takes back what was typed in a field first.
    const bool took_back = std::ranges::any_of(ui.input.events, [](const app::PlatformEvent& event) {
        const auto* cancelled = std::get_if<app::TextCancelled>(&event);
        return cancelled && cancelled->changed;
    });
    // … and closes a list that was opened from the dialog.
    dismissed_ = escape_pressed(ui) && !took_back && !ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup);
    if (dismissed_) ui.output.key_used = true;
}

Dialog::~Dialog() {
    ImGui::End();
    ui_.overlays[overlay_].last = ui_.output.mirror.nodes.size();
    ui_.parent = parent_before_;
}

void return_focus(Ui& ui) {
    Memory& memory = ui.memory;
    if (memory.dialog_open && !memory.dialog_drawn && memory.want_focus == 0) memory.want_focus = memory.before_dialog;
    memory.dialog_open = std::exchange(memory.dialog_drawn, false);
}

bool popup_entry(Ui& ui, std::string_view id, std::string_view text, Role role, bool selected, const char* icon,
                 std::string_view shortcut, Enabled enabled, std::string_view note) {
    const float width = ImGui::GetContentRegionAvail().x, line = entry_height(ui);
    std::uint32_t flags = app::kTabStop | (enabled == Enabled::Yes ? 0u : app::kDisabled);
    if (role == Role::Option || role == Role::MenuItemCheckbox) flags |= selected ? app::kSelected : app::kUnselected;
    const Item it = item(ui, id, ImVec2(width, line + (note.empty() ? 0 : size::line)), role, text, flags);
    ui.output.mirror.nodes.back().description = note;
    if (ui.take_key(it.key, "ArrowDown")) ui.memory.step = {it.key, +1};
    if (ui.take_key(it.key, "ArrowUp")) ui.memory.step = {it.key, -1};
    if (!it.visible) return it.clicked;
    ImDrawList* draw = ImGui::GetWindowDrawList();
    if (selected) draw->AddRectFilled(it.min, it.max, ui.theme.accent_soft, size::control_radius);
    if (it.hovered) draw->AddRectFilled(it.min, it.max, ui.theme.hover, size::control_radius);
    float x = it.min.x + 10;
    if (icon) {
        draw_icon(draw, ui, icon, ImVec2(x + 9, it.min.y + line / 2), 17, ui.theme.secondary);
        x += 26;
    }
    const ImU32 color = enabled == Enabled::No ? ui.theme.faint : selected ? ui.theme.accent : ui.theme.text;
    const float end = it.max.x - 10 - (shortcut.empty() ? 0 : text_width(secondary(ui), shortcut) + 12);
    text_in(ui, colored(body(ui), color), text, ImVec2(x, it.min.y), ImVec2(end, it.min.y + line), 0, false);
    if (!shortcut.empty())
        text_in(ui, secondary(ui), shortcut, ImVec2(end, it.min.y), ImVec2(it.max.x - 10, it.min.y + line), 1, false);
    if (!note.empty())
        text_in(ui, colored(secondary(ui), ui.theme.secondary), note, ImVec2(x, it.min.y + line - 6),
                ImVec2(it.max.x - 10, it.max.y - 6), 0, false);
    focus_ring(ui, it);
    return it.clicked && enabled == Enabled::Yes;
}

}  // namespace ui
