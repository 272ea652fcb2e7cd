#include "ui/bars.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/action_menu.hpp"
#include "ui/icons.hpp"
#include "view/bars.hpp"

namespace ui {
namespace {
using app::Page;

// An icon button that opens a menu of actions.
void menu_button(Screen& screen, std::string_view id, std::string_view name, const char* icon, float width,
                 std::span<const app::Action* const> actions) {
    Ui& ui = screen.ui;
    const std::string menu = std::string(id) + "-menu";
    if (icon_button(ui, id, name, icon)) open_popup(ui, menu);
    Popup popup(ui, menu, ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                ImVec2(width, menu_height(ui, actions.size())), PopupKind::Menu, name);
    if (popup.open()) action_entries(screen, popup, actions);
}

void theme_button(Screen& screen) {
    const Ui& ui = screen.ui;
    menu_button(screen, "theme", ui.words("action.theme"), ui.theme.dark ? icon::moon : icon::sun, 200,
                app::actions_with(app::kInLookMenu));
}

void language_button(Screen& screen) {
    menu_button(screen, "language", screen.words("action.language"), icon::languages, 180,
                app::actions_of(app::ActionGroup::Language));
}

std::string bar_title(Screen& screen) {
    const std::string& title = screen.plan().cover().title;
    return title.empty() ? std::string(screen.words("plan.untitled")) : title;
}

void title_text(Ui& ui, std::string_view title, ImVec2 min, ImVec2 max) {
    text_in(ui, body_bold(ui), title, min, max, 0, false);
    text_node(ui, title, min, max, Role::Heading, 1);
}

// One element whose text changes, so that assistive technology hears of it.
void saving_text(Screen& screen, std::string_view saved, ImVec2 min, ImVec2 max) {
    Ui& ui = screen.ui;
    if (saved.empty()) return;
    const TextStyle style = screen.work.library().save_failed() ? colored(secondary(ui), ui.theme.red) : secondary(ui);
    text_in(ui, style, saved, min, max, 0, false);
    add_node(ui, key_of("saving"), Role::Status, saved, min, max);
}

// Title, state and save state, up to `right`: on a phone the title above, elsewhere all on one line.
void plan_title(Screen& screen, float right) {
    Ui& ui = screen.ui;
    const model::Cover& cover = screen.plan().cover();
    const float x = ImGui::GetCursorScreenPos().x;
    const std::string state(
        view::choice_word(ui.words, model::field_of<&model::Cover::status>(), static_cast<std::uint8_t>(cover.status)));
    const std::string title = bar_title(screen), saved = screen.work.library().save_text();
    constexpr float top = 10, bottom = size::top_bar - 10, space = 12;
    if (ui.phone()) {
        constexpr float middle = 28;
        title_text(ui, title, ImVec2(x, 6), ImVec2(right, middle));
        return saving_text(screen, state + (saved.empty() ? "" : " · ") + saved, ImVec2(x, middle), ImVec2(right, 48));
    }
    const float chip = chip_width(ui, state), save_width = saved.empty() ? 0 : text_width(secondary(ui), saved) + 1;
    const float room = right - x - chip - space, whole = text_width(body_bold(ui), title) + 1;
    // The title comes first; how saving stands may be shortened, but not to nothing.
    const float title_width = std::min(whole, room - (saved.empty() ? 0 : std::min(save_width, 90.f) + space));
    title_text(ui, title, ImVec2(x, top), ImVec2(x + title_width, bottom));
    chip_at(ui, state, view::tone_of(cover.status), ImVec2(x + title_width + space, 0), size::top_bar);
    saving_text(screen, saved, ImVec2(x + title_width + chip + 2 * space, top), ImVec2(right, bottom));
}

// What a phone's top bar has no room for.
void more_button(Screen& screen) {
    menu_button(screen, "more", screen.words("action.more-actions"), icon::more_vertical, 240,
                app::actions_with(app::kInPhoneMenu));
}
}  // namespace

void top_bar(Screen& screen) {
    Ui& ui = screen.ui;
    const app::Workspace& work = screen.work;
    const bool plan_shown = work.has_plan() && work.view().page != Page::Start;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (plan_shown && ui.phone()) {
        if (icon_button(ui, "menu", ui.words("action.navigation"), icon::menu))
            screen.want(app::ShowNavigation{!work.view().navigation_open});
        same_line();
        const float right = ui.input.width - 16 - 2 * ui.control_height() - 4;
        plan_title(screen, right - 8);
        ImGui::SetCursorScreenPos(ImVec2(right, at.y));
        action_icon(screen, "search", icon::search);
        same_line(4);
        return more_button(screen);
    }
    const TextStyle brand = colored({ui.fonts.bold, 17, 0, size::control}, ui.theme.accent);
    const Item home = item(ui, "home", ImVec2(text_width(brand, ui.words("app.name")), ui.control_height()),
                           Role::Button, ui.words("action.home"));
    draw_text(ImGui::GetWindowDrawList(), brand,
              ImVec2(home.min.x, home.min.y + (ui.control_height() - brand.line) / 2), ui.words("app.name"));
    focus_ring(ui, home);
    if (home.clicked) app::action("home").run(work, screen.commands);
    if (!plan_shown) {
        ImGui::SetCursorScreenPos(ImVec2(ui.input.width - 20 - 2 * ui.control_height(), at.y));
        language_button(screen);
        same_line(4);
        theme_button(screen);
        return;
    }
    const std::string_view export_word = ui.words("action.export");
    const float export_width = button_width(ui, export_word, {.style = ButtonStyle::Primary, .icon = icon::download});
    const float search_width = ui.narrow() ? ui.control_height() : 270;
    const float actions = 4 * (ui.control_height() + 4) + search_width + 8 + export_width + 16;
    const float right = ui.input.width - actions - 8;
    ImGui::SetCursorScreenPos(ImVec2(std::max(size::navigation, at.x + 60), at.y));
    plan_title(screen, right - 8);
    ImGui::SetCursorScreenPos(ImVec2(right, at.y));
    action_icon(screen, "undo", icon::undo);
    same_line(4);
    action_icon(screen, "redo", icon::redo);
    same_line(8);
    if (ui.narrow()) {
        action_icon(screen, "search", icon::search);
    } else {
        const Item it = item(ui, "search-field", ImVec2(search_width, ui.control_height()), Role::Button,
                             ui.words("action.search"), app::kTabStop | app::kHasPopup);
        ImDrawList* draw = ImGui::GetWindowDrawList();
        draw->AddRectFilled(it.min, it.max, ui.theme.background, size::control_radius);
        draw->AddRect(it.min, it.max, ui.theme.border, size::control_radius);
        text_in(ui, colored(body(ui), ui.theme.secondary), ui.words("search.hint"), ImVec2(it.min.x + 10, it.min.y),
                ImVec2(it.max.x - 60, it.max.y), 0, false);
        text_in(ui, secondary(ui), "Ctrl K", ImVec2(it.max.x - 60, it.min.y), ImVec2(it.max.x - 10, it.max.y), 1,
                false);
        focus_ring(ui, it);
        if (it.clicked) screen.want(app::ShowSearch{true});
    }
    same_line(8);
    language_button(screen);
    same_line(4);
    theme_button(screen);
    same_line(8);
    if (button(ui, "export", export_word,
               {.style = ButtonStyle::Primary, .icon = icon::download, .hint = ui.words("action.export.hint")}))
        screen.want(app::ExportPlan{});
}

namespace {
void navigation_entry(Screen& screen, const view::NavigationEntry& entry) {
    Ui& ui = screen.ui;
    const float width = ImGui::GetContentRegionAvail().x;
    const Item it = item(ui, entry.id, ImVec2(width, ui.input.coarse_pointer ? size::touch : 32), Role::Link,
                         entry.name, app::kTabStop | (entry.current ? app::kCurrent : 0u));
    if (entry.issues > 0) ui.output.mirror.nodes.back().description = entry.spoken;
    ImDrawList* draw = ImGui::GetWindowDrawList();
    if (entry.current) draw->AddRectFilled(it.min, it.max, ui.theme.accent_soft, size::control_radius);
    if (it.hovered) draw->AddRectFilled(it.min, it.max, ui.theme.hover, size::control_radius);
    const TextStyle style = entry.current ? colored(body_bold(ui), ui.theme.accent) : body(ui);
    text_in(ui, style, entry.name, ImVec2(it.min.x + 10, it.min.y), ImVec2(it.max.x - 36, it.max.y), 0, false);
    if (entry.issues > 0)
        text_in(ui, colored(secondary(ui), ui.theme.red), std::to_string(entry.issues), ImVec2(it.max.x - 40, it.min.y),
                ImVec2(it.max.x - 10, it.max.y), 1, false);
    focus_ring(ui, it);
    if (it.clicked) screen.want(app::Show{entry.page});
}
}  // namespace

void navigation(Screen& screen) {
    Ui& ui = screen.ui;
    bool first = true;
    for (const view::NavigationEntry& entry : view::navigation(screen.work)) {
        if (!entry.heading.empty()) {
            if (!std::exchange(first, false)) gap(10);
            const ImVec2 at = ImGui::GetCursorScreenPos();
            ImGui::Dummy(ImVec2(10, 28));
            text_in(ui, secondary(ui), entry.heading, ImVec2(at.x + 10, at.y), ImVec2(at.x + 180, at.y + 28));
        }
        navigation_entry(screen, entry);
    }
}

void navigation_overlay(Screen& screen) {
    Ui& ui = screen.ui;
    const std::size_t first = ui.output.mirror.nodes.size();
    const app::Rect rect{0, size::top_bar, std::min(260.f, ui.input.width), ui.input.height - size::top_bar};
    ImGui::SetNextWindowPos(ImVec2(rect.x, rect.y));
    ImGui::SetNextWindowSize(ImVec2(rect.width, rect.height));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.theme.surface);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(12, 12));
    ImGui::Begin("navigation-overlay", nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    {
        Region region(ui, "##landmark", Role::Navigation, ui.words("landmark.navigation"), rect);
        navigation(screen);
    }
    if (ImGui::IsMouseClicked(0) && ImGui::GetMousePos().x > rect.width && ImGui::GetMousePos().y > size::top_bar)
        screen.want(app::ShowNavigation{false});
    ImGui::GetWindowDrawList()->AddRectFilled(ImVec2(rect.width - 1, rect.y), ImVec2(rect.width, rect.y + rect.height),
                                              ui.theme.border);
    ImGui::End();
    ui.overlays.push_back({rect, first, ui.output.mirror.nodes.size(), false});
}

void status_bar(Screen& screen) {
    Ui& ui = screen.ui;
    bool first = true;
    for (const view::StatusText& each : view::status_texts(screen.work)) {
        if (!std::exchange(first, false)) same_line(20);
        label(ui, each.tone == Tone::Neutral ? secondary(ui) : colored(secondary(ui), ink(ui.theme, each.tone)),
              each.text);
    }
    const std::string_view local = ui.words("status.local");
    const float width = text_width(secondary(ui), local);
    if (ui.phone()) return;
    ImGui::SetCursorScreenPos(ImVec2(ui.input.width - 16 - width, ui.input.height - size::status_bar + 3));
    label(ui, secondary(ui), local);
}

void message_stack(Screen& screen) {
    Ui& ui = screen.ui;
    const std::vector<app::Message>& messages = screen.work.desk().messages();
    if (messages.empty()) return;
    const float width = std::min(460.f, ui.input.width - 32);
    float bottom = ui.input.height - size::status_bar - 12;
    for (std::size_t i = messages.size(); i-- > 0;) {
        const app::Message& message = messages[i];
        const std::string_view offer =
            message.action.empty() ? std::string_view() : ui.words("action." + std::string(message.action));
        const float offer_width = offer.empty() ? 0 : button_width(ui, offer) + 8, room = width - 80 - offer_width;
        const float height = paragraph_height(body(ui), message.text, room) + 24;
        const app::Rect rect{std::floor((ui.input.width - width) / 2), bottom - height, width, height};
        const std::size_t first = ui.output.mirror.nodes.size();
        ImGui::SetNextWindowPos(ImVec2(rect.x, rect.y));
        ImGui::SetNextWindowSize(ImVec2(rect.width, rect.height));
        ImGui::PushStyleColor(ImGuiCol_WindowBg, message.error ? ui.theme.red_soft : ui.theme.surface);
        ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, size::card_radius);
        ImGui::Begin(("message" + std::to_string(i)).c_str(), nullptr,
                     ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                         ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing);
        ImGui::PopStyleVar();
        ImGui::PopStyleColor();
        {
            Region region(ui, "##message", message.error ? Role::Alert : Role::Status, {}, rect);
            ImDrawList* draw = ImGui::GetWindowDrawList();
            draw->AddRect(ImVec2(rect.x, rect.y), ImVec2(rect.x + width, rect.y + height),
                          message.error ? ui.theme.red : ui.theme.border, size::card_radius);
            draw_icon(draw, ui, message.error ? icon::error : icon::info,
                      ImVec2(rect.x + 22, rect.y + 12 + size::line / 2), 18,
                      message.error ? ui.theme.red : ui.theme.accent);
            ImGui::SetCursorScreenPos(ImVec2(rect.x + 40, rect.y + 12));
            paragraph(ui, body(ui), message.text, room);
            const float controls = rect.y + (height - ui.control_height()) / 2;
            if (!offer.empty()) {
                ImGui::SetCursorScreenPos(ImVec2(rect.x + width - ui.control_height() - 4 - offer_width, controls));
                if (button(ui, "offer", offer)) app::action(message.action).run(screen.work, screen.commands);
            }
            ImGui::SetCursorScreenPos(ImVec2(rect.x + width - ui.control_height() - 4, controls));
            if (icon_button(ui, "close", ui.words("action.close-message"), icon::close))
                screen.want(app::CloseMessage{message.number});
        }
        ImGui::End();
        ui.overlays.push_back({rect, first, ui.output.mirror.nodes.size(), false});
        bottom -= height + 8;
    }
}

}  // namespace ui
