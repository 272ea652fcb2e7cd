#include "ui/frame.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <utility>

#include "app/actions.hpp"
#include "ui/bars.hpp"
#include "ui/dialogs.hpp"
#include "ui/panels/panels.hpp"
#include "ui/popup.hpp"

namespace ui {
namespace {
constexpr ImGuiWindowFlags fixed_window = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                          ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                                          ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse;

void set_style(const Ui& ui) {
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.ItemSpacing = ImVec2(8, 0);
    style.WindowPadding = ImVec2(0, 0);
    style.ScrollbarSize = ui.input.coarse_pointer ? 6.f : 11.f;
    style.ScrollbarRounding = 6;
    style.WindowMinSize = ImVec2(1, 1);
    ImVec4* colors = style.Colors;
    const auto color = [](ImU32 value) { return ImGui::ColorConvertU32ToFloat4(value); };
    colors[ImGuiCol_WindowBg] = color(ui.theme.background);
    colors[ImGuiCol_ChildBg] = ImVec4(0, 0, 0, 0);
    colors[ImGuiCol_ScrollbarBg] = ImVec4(0, 0, 0, 0);
    colors[ImGuiCol_ScrollbarGrab] = color(ui.theme.border);
    colors[ImGuiCol_ScrollbarGrabHovered] = color(ui.theme.faint);
    colors[ImGuiCol_ScrollbarGrabActive] = color(ui.theme.secondary);
}

// The one-pixel line between a part and the page.
void edge(const Ui& ui, Role role, const app::Rect& rect) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float right = rect.x + rect.width, bottom = rect.y + rect.height;
    if (role == Role::Banner) draw->AddRectFilled(ImVec2(rect.x, bottom - 1), ImVec2(right, bottom), ui.theme.border);
    if (role == Role::ContentInfo)
        draw->AddRectFilled(ImVec2(rect.x, rect.y), ImVec2(right, rect.y + 1), ui.theme.border);
    if (role == Role::Navigation)
        draw->AddRectFilled(ImVec2(right - 1, rect.y), ImVec2(right, bottom), ui.theme.border);
    if (role == Role::Complementary)
        draw->AddRectFilled(ImVec2(rect.x, rect.y), ImVec2(rect.x + 1, bottom), ui.theme.border);
}

// A part of the frame as a window of its own, in the mirror a landmark.
template <class Draw>
void part(Ui& ui, const char* id, Role role, std::string_view name, const app::Rect& rect, ImU32 background,
          ImVec2 padding, bool scrolls, Draw draw) {
    ImGui::SetNextWindowPos(ImVec2(rect.x, rect.y));
    ImGui::SetNextWindowSize(ImVec2(rect.width, rect.height));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, padding);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, background);
    const bool over = std::string_view(id).ends_with("-over");
    const ImGuiWindowFlags base = over ? fixed_window & ~ImGuiWindowFlags_NoBringToFrontOnFocus : fixed_window;
    const ImGuiWindowFlags flags =
        scrolls ? (base & ~(ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoScrollbar)) : base;
    // The page's own colour is what the frame was cleared with: nothing to fill.
    ImGui::Begin(id, nullptr, background == ui.theme.background ? flags | ImGuiWindowFlags_NoBackground : flags);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    // Keys do not depend on the window, so that what the inspector shows stays the same when it comes to lie over the
    // page.
    ImGui::PushOverrideID(ImHashStr("part") + static_cast<ImGuiID>(role));
    {
        Region region(ui, "##landmark", role, name, rect);
        draw();
        edge(ui, role, rect);
        // Whether there is a scroll bar, and so how wide all is, shows in the frame after the one that changed the
        // content.
        const ImGuiWindow& window = *ImGui::GetCurrentWindow();
        const float height = window.DC.CursorMaxPos.y - window.DC.CursorStartPos.y;
        if (scrolls && std::exchange(ui.memory.content_heights[role], height) != height) ui.output.wake_in(0);
    }
    ImGui::PopID();
    ImGui::End();
}

void page_panel(Screen& screen, PanelStates& states) {
    switch (screen.view().page) {
        case app::Page::Start:
            return start_panel(screen, states.stored);
        case app::Page::Overview:
            return overview_panel(screen);
        case app::Page::Tasks:
            return tasks_panel(screen, states);
        case app::Page::Risks:
            return risks_panel(screen, states);
        case app::Page::Inspection:
            return inspection_panel(screen, states);
        case app::Page::Reports:
            return reports_panel(screen);
        case app::Page::Storage:
            return storage_panel(screen, states.stored);
        case app::Page::Verification:
            return verification_panel(screen, states.verification);
        case app::Page::Cover:
        case app::Page::Goals:
        case app::Page::Resources:
        case app::Page::Monitoring:
        case app::Page::Communication:
        case app::Page::Accounts:
        case app::Page::Consortium:
        case app::Page::Progress:
        case app::Page::Review:
            return records_panel(screen, states.records);
    }
}

void take_keys(Screen& screen) {
    if (screen.dialog().kind != app::DialogKind::None) return;
    Ui& ui = screen.ui;
    for (const app::PlatformEvent& event : ui.input.events)
        if (const auto* pressed = std::get_if<app::KeyPressed>(&event))
            if (app::run_shortcut(screen.work, screen.commands, *pressed, ui.input.editing != 0))
                ui.output.key_used = true;
}
}  // namespace

void Interface::start(const Fonts& fonts) {
    fonts_ = fonts;
}

void Interface::frame(const app::FrameInput& input, app::FrameOutput& output) {
    work_.begin(input);
    const app::Theme wanted = work_.desk().theme();
    const bool dark = wanted == app::Theme::Dark || (wanted == app::Theme::System && input.prefers_dark);
    const app::SystemColors& forced = input.system_colors;
    const Theme system = forced_theme(forced.background, forced.text, forced.gray, forced.link);
    Ui ui{input,  output, work_.words(), input.forced_colors ? system : dark ? dark_theme() : light_theme(),
          fonts_, memory_};
    app::Commands commands;
    Screen screen{ui, work_, commands};
    if (memory_.last_focused != input.focused) ui.scroll_to = input.focused;
    memory_.last_focused = input.focused;
    for (const app::PlatformEvent& event : input.events)
        if (std::holds_alternative<app::ContextMenuWanted>(event)) memory_.finger_rests = true;
    if (!ImGui::IsMousePosValid()) memory_.finger_rests = false;
    take_keys(screen);
    set_style(ui);

    const bool start = work_.view().page == app::Page::Start || !work_.has_plan();
    const std::optional<app::SaveTrouble> trouble = work_.library().save_trouble();
    const float alert = trouble ? save_alert_height(screen, *trouble) : 0;
    const app::Underway* errand = work_.errands().waited_for();
    const float errand_height = errand ? errand_bar_height(screen, *errand) : 0;
    const float top = size::top_bar + alert + errand_height, bottom = input.height - (start ? 0 : size::status_bar);
    const bool fixed_navigation = !start && !ui.phone();
    const bool inspector = !start && work_.view().inspector_open && work_.view().selection.id &&
                           !model::record(work_.view().selection.record).singleton;
    const bool fixed_inspector = inspector && !ui.narrow();
    const float left = fixed_navigation ? size::navigation : 0,
                right = input.width - (fixed_inspector ? size::inspector : 0);
    constexpr const char* tags[] = {"zh-CN", "zh-Hant", "en"};
    output.mirror.language = tags[static_cast<std::size_t>(work_.desk().language())];
    output.mirror.title = start ? std::string(ui.words("app.name"))
                                : work_.plan().cover().title + " – " + std::string(ui.words("app.name"));
    output.clear_rgba = rgba(ui.theme.background);

    part(ui, "top", Role::Banner, ui.words("landmark.top"), {0, 0, input.width, size::top_bar}, ui.theme.surface,
         ImVec2(16, (size::top_bar - ui.control_height()) / 2), false, [&] { top_bar(screen); });
    if (trouble)
        part(ui, "save-alert", trouble->error ? Role::Alert : Role::Status, {}, {0, size::top_bar, input.width, alert},
             trouble->error ? ui.theme.red_soft : ui.theme.accent_soft, ImVec2(16, 10), false,
             [&] { save_alert(screen, *trouble); });
    if (errand)
        part(ui, "errand", Role::Region, ui.words("landmark.errand"),
             {0, size::top_bar + alert, input.width, errand_height}, ui.theme.surface, ImVec2(16, 6), false,
             [&] { errand_bar(screen, *errand); });
    if (fixed_navigation)
        part(ui, "navigation", Role::Navigation, ui.words("landmark.navigation"), {0, top, left, bottom - top},
             ui.theme.surface, ImVec2(10, 12), true, [&] { navigation(screen); });
    const ImVec2 margin = ui.phone() ? ImVec2(12, 12) : ImVec2(20, 16);
    part(ui, "main", Role::Main,
         ui.words(start ? "page.start" : "page." + std::string(app::page_info(work_.view().page).name)),
         {left, top, right - left, bottom - top}, ui.theme.background, margin, true, [&] {
             if (std::exchange(panels_.shown, work_.view().page) != work_.view().page) ImGui::SetScrollY(0);
             page_panel(screen, panels_);
         });
    if (inspector) {
        const float width = std::min(size::inspector, input.width);
        const std::size_t first = output.mirror.nodes.size();
        const app::Rect rect{input.width - width, top, width, bottom - top};
        // A window of its own where it lies over the page: Dear ImGui keeps those that must not come to the front
        // behind.
        part(ui, fixed_inspector ? "inspector" : "inspector-over", Role::Complementary, ui.words("landmark.inspector"),
             rect, ui.theme.surface, ImVec2(16, 14), true, [&] { inspector_panel(screen); });
        if (!fixed_inspector) ui.overlays.push_back({rect, first, output.mirror.nodes.size(), false});
    }
    if (!start)
        part(ui, "status", Role::ContentInfo, ui.words("landmark.status"), {0, bottom, input.width, size::status_bar},
             ui.theme.surface, ImVec2(16, 3), false, [&] { status_bar(screen); });
    if (!start && ui.phone() && work_.view().navigation_open) navigation_overlay(screen);
    message_stack(screen);
    dialogs(screen);
    search_palette(screen);
    return_focus(ui);
    finish_mirror(ui);
    work_.finish(std::move(commands), output);
    // What does not appear within some frames is gone: the focus is then given to what is near.
    memory_.waited_for_focus = memory_.want_focus == 0 ? 0 : memory_.waited_for_focus + 1;
    if (memory_.waited_for_focus > 10) memory_.want_focus = 0;
    if (memory_.want_focus != 0 || memory_.focus_popup) output.wake_in(0);
}

}  // namespace ui
