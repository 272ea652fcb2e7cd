#include "ui/bars.hpp"

#include <algorithm>
#include <cmath>

#include "app/actions.hpp"
#include "ui/icons.hpp"
#include "ui/popup.hpp"

namespace ui {
namespace {
using app::Page;
using app::PageGroup;

Tone tone_of(model::PlanStatus status) {
    switch (status) {
        case model::PlanStatus::Draft:
            return Tone::Green;
        case model::PlanStatus::InReview:
            return Tone::Blue;
        case model::PlanStatus::Approved:
            return Tone::Green;
        case model::PlanStatus::Running:
            return Tone::Blue;
        case model::PlanStatus::Closed:
            return Tone::Neutral;
    }
    return Tone::Neutral;
}

void action_icon(Screen& screen, std::string_view id, const char* icon) {
    const app::Action& action = app::action(id);
    std::string label(screen.words("action." + std::string(id)));
    if (const std::string keys = app::shortcut_text(action.shortcut); !keys.empty()) label += " (" + keys + ")";
    if (icon_button(screen.ui, id, label, icon, action.enabled(screen.work) ? Enabled::Yes : Enabled::No))
        action.run(screen.work);
}

void theme_menu(Screen& screen, ImVec2 min, ImVec2 max) {
    Ui& ui = screen.ui;
    Popup popup(ui, "theme-menu", min, max, ImVec2(180, menu_height(ui, 3)), PopupKind::Menu, ui.words("action.theme"));
    if (!popup.open()) return;
    constexpr std::pair<app::Theme, const char*> themes[] = {
        {app::Theme::System, "theme-system"}, {app::Theme::Light, "theme-light"}, {app::Theme::Dark, "theme-dark"}};
    for (const auto& [theme, id] : themes)
        if (popup_entry(ui, id, ui.words("action." + std::string(id)), Role::MenuItemCheckbox,
                        screen.work.view.theme == theme)) {
            screen.work.set_theme(theme);
            popup.close();
        }
}

void theme_button(Screen& screen) {
    Ui& ui = screen.ui;
    if (icon_button(ui, "theme", ui.words("action.theme"), ui.theme.dark ? icon::moon : icon::sun))
        open_popup(ui, "theme-menu");
    theme_menu(screen, ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
}

// Each language is named in itself.
constexpr std::pair<app::Language, std::string_view> languages[] = {{app::Language::Simplified, "简体中文"},
                                                                    {app::Language::Traditional, "繁體中文"},
                                                                    {app::Language::English, "English"}};

void language_entries(Screen& screen, Popup& popup) {
    for (const auto& [language, name] : languages)
        if (popup_entry(screen.ui, name, name, Role::MenuItemCheckbox, screen.work.view.language == language)) {
            screen.work.set_language(language);
            popup.close();
        }
}

void language_button(Screen& screen) {
    Ui& ui = screen.ui;
    if (icon_button(ui, "language", ui.words("action.language"), icon::languages)) open_popup(ui, "language-menu");
    Popup popup(ui, "language-menu", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                ImVec2(180, menu_height(ui, std::size(languages))), PopupKind::Menu, ui.words("action.language"));
    if (popup.open()) language_entries(screen, popup);
}

std::string shown_title(Screen& screen) {
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
    const TextStyle style = screen.work.save_failed() ? colored(secondary(ui), ui.theme.red) : secondary(ui);
    text_in(ui, style, saved, min, max, 0, false);
    add_node(ui, key_of("saving"), Role::Status, saved, min, max);
}

// Title, state and save state, up to `right`: on a phone the title above, elsewhere all on one line.
void plan_title(Screen& screen, float right) {
    Ui& ui = screen.ui;
    const model::Cover& cover = screen.plan().cover();
    const float x = ImGui::GetCursorScreenPos().x;
    const std::string state(
        choice_word(ui, model::field_of<&model::Cover::status>(), static_cast<std::uint8_t>(cover.status)));
    const std::string title = shown_title(screen), saved = screen.work.save_text();
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
    chip_at(ui, state, tone_of(cover.status), ImVec2(x + title_width + space, 0), size::top_bar);
    saving_text(screen, saved, ImVec2(x + title_width + chip + 2 * space, top), ImVec2(right, bottom));
}

// What a phone's top bar has no room for.
void more_button(Screen& screen) {
    Ui& ui = screen.ui;
    if (icon_button(ui, "more", ui.words("action.more-actions"), icon::more_vertical)) open_popup(ui, "more-menu");
    constexpr std::pair<std::string_view, const char*> entries[] = {
        {"undo", icon::undo},      {"redo", icon::redo},       {"export", icon::download},
        {"theme-system", nullptr}, {"theme-light", icon::sun}, {"theme-dark", icon::moon}};
    Popup popup(ui, "more-menu", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                ImVec2(240, menu_height(ui, std::size(entries) + std::size(languages) + 1)), PopupKind::Menu,
                ui.words("action.more-actions"));
    if (!popup.open()) return;
    if (popup_entry(ui, "home", ui.words("action.home"), Role::MenuItem, false, icon::home)) {
        screen.work.show(Page::Start);
        popup.close();
    }
    for (const auto& [id, icon] : entries) {
        const app::Action& action = app::action(id);
        const Enabled enabled = action.enabled(screen.work) ? Enabled::Yes : Enabled::No;
        if (!popup_entry(ui, id, ui.words("action." + std::string(id)), Role::MenuItem, false, icon, {}, enabled))
            continue;
        action.run(screen.work);
        popup.close();
    }
    language_entries(screen, popup);
}
}  // namespace

void top_bar(Screen& screen) {
    Ui& ui = screen.ui;
    app::Workspace& work = screen.work;
    const bool plan_shown = work.has_plan() && work.view.page != Page::Start;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (plan_shown && ui.phone()) {
        if (icon_button(ui, "menu", ui.words("action.navigation"), icon::menu))
            work.view.navigation_open = !work.view.navigation_open;
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
    draw_text(ImGui::GetWindowDrawList(), brand, home.min, ui.words("app.name"));
    focus_ring(ui, home);
    if (home.clicked) work.show(Page::Start);
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
        if (it.clicked) work.view.search_open = true;
    }
    same_line(8);
    language_button(screen);
    same_line(4);
    theme_button(screen);
    same_line(8);
    if (button(ui, "export", export_word,
               {.style = ButtonStyle::Primary, .icon = icon::download, .hint = ui.words("action.export.hint")}))
        work.export_plan();
}

namespace {
void navigation_entry(Screen& screen, const app::PageInfo& info) {
    Ui& ui = screen.ui;
    app::Workspace& work = screen.work;
    const bool current = work.view.page == info.page;
    const std::string name(ui.words("page." + std::string(info.name)));
    const auto& counts = work.derived().issues_by_section;
    const auto found = info.section.empty() ? counts.end() : counts.find(info.section);
    const int issues = found == counts.end() ? 0 : found->second;
    const float width = ImGui::GetContentRegionAvail().x;
    const Item it = item(ui, info.name, ImVec2(width, ui.input.coarse_pointer ? size::touch : 32), Role::Link, name,
                         app::kTabStop | (current ? app::kCurrent : 0u));
    if (issues > 0) ui.output.mirror.nodes.back().description = ui.words("navigation.issues", {std::to_string(issues)});
    ImDrawList* draw = ImGui::GetWindowDrawList();
    if (current) draw->AddRectFilled(it.min, it.max, ui.theme.accent_soft, size::control_radius);
    if (it.hovered) draw->AddRectFilled(it.min, it.max, ui.theme.hover, size::control_radius);
    const TextStyle style = current ? colored(body_bold(ui), ui.theme.accent) : body(ui);
    text_in(ui, style, name, ImVec2(it.min.x + 10, it.min.y), ImVec2(it.max.x - 36, it.max.y), 0, false);
    if (issues > 0)
        text_in(ui, colored(secondary(ui), ui.theme.red), std::to_string(issues), ImVec2(it.max.x - 40, it.min.y),
                ImVec2(it.max.x - 10, it.max.y), 1, false);
    focus_ring(ui, it);
    if (it.clicked) work.show(info.page);
}
}  // namespace

void navigation(Screen& screen) {
    Ui& ui = screen.ui;
    PageGroup group = PageGroup::None;
    for (const app::PageInfo& info : app::pages()) {
        if (info.group == PageGroup::None) continue;
        if (info.group != group) {
            if (group != PageGroup::None) gap(10);
            group = info.group;
            const std::string_view key = group == PageGroup::Draft ? "group.draft"
                                         : group == PageGroup::Run ? "group.run"
                                                                   : "group.check";
            const ImVec2 at = ImGui::GetCursorScreenPos();
            ImGui::Dummy(ImVec2(10, 28));
            text_in(ui, secondary(ui), ui.words(key), ImVec2(at.x + 10, at.y), ImVec2(at.x + 180, at.y + 28));
        }
        navigation_entry(screen, info);
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
        screen.work.view.navigation_open = false;
    ImGui::GetWindowDrawList()->AddRectFilled(ImVec2(rect.width - 1, rect.y), ImVec2(rect.width, rect.y + rect.height),
                                              ui.theme.border);
    ImGui::End();
    ui.overlays.push_back({rect, first, ui.output.mirror.nodes.size(), false});
}

void status_bar(Screen& screen) {
    Ui& ui = screen.ui;
    const app::Derived& derived = screen.work.derived();
    const std::string tasks = ui.words("status.tasks", {std::to_string(derived.top_level),
                                                        std::to_string(derived.outline.size() - derived.top_level)});
    label(ui, secondary(ui), tasks);
    if (!derived.issues.empty()) {
        same_line(20);
        label(ui, secondary(ui), ui.words("status.issues", {std::to_string(derived.issues.size())}));
    }
    if (derived.overdue > 0) {
        same_line(20);
        label(ui, colored(secondary(ui), ui.theme.red), ui.words("status.overdue", {std::to_string(derived.overdue)}));
    }
    const std::string_view local = ui.words("status.local");
    const float width = text_width(secondary(ui), local);
    if (ui.phone()) return;
    ImGui::SetCursorScreenPos(ImVec2(ui.input.width - 16 - width, ui.input.height - size::status_bar + 3));
    label(ui, secondary(ui), local);
}

void message_stack(Screen& screen) {
    Ui& ui = screen.ui;
    std::vector<app::Message>& messages = screen.work.messages;
    if (messages.empty()) return;
    const float width = std::min(460.f, ui.input.width - 32);
    float bottom = ui.input.height - size::status_bar - 12;
    for (std::size_t i = messages.size(); i-- > 0;) {
        const app::Message message = messages[i];
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
                if (button(ui, "offer", offer)) app::action(message.action).run(screen.work);
            }
            ImGui::SetCursorScreenPos(ImVec2(rect.x + width - ui.control_height() - 4, controls));
            if (icon_button(ui, "close", ui.words("action.close-message"), icon::close))
                messages.erase(messages.begin() + static_cast<std::ptrdiff_t>(i));
        }
        ImGui::End();
        ui.overlays.push_back({rect, first, ui.output.mirror.nodes.size(), false});
        bottom -= height + 8;
    }
}

}  // namespace ui
