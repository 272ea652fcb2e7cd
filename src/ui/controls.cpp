#include "ui/controls.hpp"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {
constexpr float button_padding = 14, icon_gap = 6, icon_px = 17;

struct ButtonColors {
    ImU32 fill, text, border;
};

ButtonColors button_colors(const Theme& theme, ButtonStyle style) {
    switch (style) {
        case ButtonStyle::Plain:
            return {theme.surface, theme.text, theme.border};
        case ButtonStyle::Primary:
            return {theme.accent, theme.on_accent, theme.accent};
        case ButtonStyle::Ghost:
            return {0, theme.text, 0};
        case ButtonStyle::Danger:
            return {theme.surface, theme.red, theme.border};
    }
    return {};
}

ImU32 faded(ImU32 color) {
    return (color & ~IM_COL32_A_MASK) | ((color >> IM_COL32_A_SHIFT & 0xFF) * 2 / 5) << IM_COL32_A_SHIFT;
}
}  // namespace

void draw_icon(ImDrawList* draw, const Ui& ui, const char* icon, ImVec2 center, float px, ImU32 color) {
    if (!ui.fonts.icons || !icon) return;
    draw->AddText(ui.fonts.icons, px, ImVec2(std::floor(center.x - px / 2), std::floor(center.y - px / 2)), color,
                  icon);
}

float button_width(const Ui& ui, std::string_view label, const ButtonOptions& options) {
    if (options.width > 0) return options.width;
    const bool bare = options.icon_only || label.empty();
    const float text = bare ? 0 : text_width(options.style == ButtonStyle::Primary ? body_bold(ui) : body(ui), label);
    return std::ceil(text + 2 * button_padding + (options.icon ? icon_px + (bare ? 0 : icon_gap) : 0));
}

bool button(Ui& ui, std::string_view id, std::string_view label, const ButtonOptions& options) {
    const bool enabled = options.enabled == Enabled::Yes;
    const ImVec2 extent(button_width(ui, label, options), ui.control_height());
    const std::uint32_t flags =
        app::kTabStop | (enabled ? 0u : app::kDisabled) | (options.opens_menu ? app::kHasPopup : 0u);
    const Item it = item(ui, id, extent, Role::Button, label, flags);
    if (!options.hint.empty()) ui.output.mirror.nodes.back().description = options.hint;
    if (!it.visible) return it.clicked;
    ImDrawList* draw = ImGui::GetWindowDrawList();
    ButtonColors colors = button_colors(ui.theme, options.style);
    if (!enabled)
        colors = {options.style == ButtonStyle::Ghost ? 0 : ui.theme.surface_2, faded(ui.theme.text), ui.theme.border};
    if (colors.fill) draw->AddRectFilled(it.min, it.max, colors.fill, size::control_radius);
    if (it.hovered) draw->AddRectFilled(it.min, it.max, ui.theme.hover, size::control_radius);
    if (colors.border && options.style != ButtonStyle::Primary)
        draw->AddRect(it.min, it.max, colors.border, size::control_radius);
    TextStyle style = options.style == ButtonStyle::Primary ? body_bold(ui) : body(ui);
    style.color = colors.text;
    const std::string_view name = label;
    if (options.icon_only) label = {};
    const float content =
        (label.empty() ? 0 : text_width(style, label)) + (options.icon ? icon_px + (label.empty() ? 0 : icon_gap) : 0);
    float x = it.min.x + (extent.x - content) / 2;
    if (options.icon) {
        draw_icon(draw, ui, options.icon, ImVec2(x + icon_px / 2, it.min.y + extent.y / 2), icon_px, colors.text);
        x += icon_px + icon_gap;
    }
    draw_text(draw, style, ImVec2(std::floor(x), it.min.y + (extent.y - style.line) / 2), label);
    focus_ring(ui, it);
    const std::string_view hint = options.hint.empty() && options.icon_only ? name : options.hint;
    if (it.hovered && !hint.empty()) tooltip(ui, hint);
    return it.clicked;
}

namespace {
bool square(Ui& ui, std::string_view id, std::string_view label, const char* icon, Role role, std::uint32_t flags,
            bool on) {
    const float side = ui.control_height();
    const Item it = item(ui, id, ImVec2(side, side), role, label, flags);
    if (!it.visible) return it.clicked;
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const bool enabled = (flags & app::kDisabled) == 0;
    if (on) draw->AddRectFilled(it.min, it.max, ui.theme.accent_soft, size::control_radius);
    if (it.hovered) draw->AddRectFilled(it.min, it.max, ui.theme.hover, size::control_radius);
    const ImU32 color = !enabled ? faded(ui.theme.secondary) : on ? ui.theme.accent : ui.theme.secondary;
    draw_icon(draw, ui, icon, ImVec2((it.min.x + it.max.x) / 2, (it.min.y + it.max.y) / 2), 18, color);
    focus_ring(ui, it);
    if (it.hovered) tooltip(ui, label);
    return it.clicked;
}
}  // namespace

bool icon_button(Ui& ui, std::string_view id, std::string_view label, const char* icon, Enabled enabled) {
    return square(ui, id, label, icon, Role::Button, app::kTabStop | (enabled == Enabled::Yes ? 0u : app::kDisabled),
                  false);
}

bool toggle_icon(Ui& ui, std::string_view id, std::string_view label, const char* icon, bool on) {
    return square(ui, id, label, icon, Role::ToggleButton, app::kTabStop | (on ? app::kSelected : app::kUnselected),
                  on);
}

bool checkbox(Ui& ui, std::string_view id, std::string_view label, bool on) {
    const TextStyle style = body(ui);
    const float box = 18;
    const ImVec2 extent(box + (label.empty() ? 0 : 8 + text_width(style, label)),
                        std::max(ui.control_height(), style.line));
    const Item it =
        item(ui, id, extent, Role::Checkbox, label, app::kTabStop | (on ? app::kSelected : app::kUnselected));
    if (!it.visible) return it.clicked;
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 low(it.min.x, it.min.y + (extent.y - box) / 2), high(low.x + box, low.y + box);
    draw->AddRectFilled(low, high, on ? ui.theme.accent : ui.theme.surface, 4);
    draw->AddRect(low, high, on ? ui.theme.accent : ui.theme.faint, 4);
    if (on) {
        const ImVec2 points[] = {{low.x + 4, low.y + 9}, {low.x + 8, low.y + 13}, {low.x + 14, low.y + 5}};
        draw->AddPolyline(points, 3, ui.theme.on_accent, 0, 2);
    }
    draw_text(draw, style, ImVec2(high.x + 8, it.min.y + (extent.y - style.line) / 2), label);
    focus_ring(ui, it);
    return it.clicked;
}

bool link(Ui& ui, std::string_view id, std::string_view label) {
    const TextStyle style = colored(secondary(ui), ui.theme.accent);
    const Item it = item(ui, id, ImVec2(text_width(style, label), style.line), Role::Button, label);
    if (!it.visible) return it.clicked;
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw_text(draw, style, it.min, label);
    if (it.hovered) draw->AddLine(ImVec2(it.min.x, it.max.y - 2), ImVec2(it.max.x, it.max.y - 2), style.color);
    focus_ring(ui, it, 3);
    return it.clicked;
}

float segmented_width(const Ui& ui, std::span<const std::string> labels) {
    float width = 0;
    for (const std::string& text : labels) width += std::ceil(text_width(body_bold(ui), text) + 24);
    return width;
}

std::size_t segmented(Ui& ui, std::string_view id, std::string_view name, std::span<const std::string> labels,
                      std::size_t on) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ui.control_height(), width = segmented_width(ui, labels);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(at, ImVec2(at.x + width, at.y + height), ui.theme.surface, size::control_radius);
    std::size_t chosen = on;
    Region region(ui, id, Role::TabList, name, {at.x, at.y, width, height});
    ImGui::PushID(id.data(), id.data() + id.size());
    float x = at.x;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const TextStyle style = i == on ? colored(body_bold(ui), ui.theme.accent) : body(ui);
        const float part = std::ceil(text_width(body_bold(ui), labels[i]) + 24);
        const std::uint32_t state = i == on ? app::kSelected | app::kTabStop : app::kUnselected | app::kFocusable;
        const Item it = item_at(ui, labels[i], ImVec2(x, at.y), ImVec2(part, height), Role::Tab, labels[i], state);
        if (it.clicked) chosen = i;
        if (ui.take_key(it.key, "ArrowRight") && i + 1 < labels.size()) chosen = i + 1;
        if (ui.take_key(it.key, "ArrowLeft") && i > 0) chosen = i - 1;
        if (chosen != on && chosen != i && it.focused) {
            const NodeKey next = key_of(labels[chosen]);
            ui.request(app::FocusNode{next});
        }
        if (i == on) draw->AddRectFilled(it.min, it.max, ui.theme.accent_soft, size::control_radius);
        if (it.hovered && i != on) draw->AddRectFilled(it.min, it.max, ui.theme.hover, size::control_radius);
        draw_text(draw, style, ImVec2(x + (part - text_width(style, labels[i])) / 2, at.y + (height - style.line) / 2),
                  labels[i]);
        focus_ring(ui, it);
        x += part;
    }
    draw->AddRect(at, ImVec2(at.x + width, at.y + height), ui.theme.border, size::control_radius);
    ImGui::PopID();
    ImGui::Dummy(ImVec2(width, height));
    return chosen;
}

ImU32 ink(const Theme& theme, Tone tone) {
    switch (tone) {
        case Tone::Neutral:
            return theme.secondary;
        case Tone::Accent:
            return theme.accent;
        case Tone::Red:
            return theme.red;
        case Tone::Amber:
            return theme.amber;
        case Tone::Green:
            return theme.green;
        case Tone::Blue:
            return theme.blue;
    }
    return 0;
}

ImU32 soft(const Theme& theme, Tone tone) {
    switch (tone) {
        case Tone::Neutral:
            return theme.background;
        case Tone::Accent:
            return theme.accent_soft;
        case Tone::Red:
            return theme.red_soft;
        case Tone::Amber:
            return theme.amber_soft;
        case Tone::Green:
            return theme.green_soft;
        case Tone::Blue:
            return theme.blue_soft;
    }
    return 0;
}

float chip_width(const Ui& ui, std::string_view text) {
    return std::ceil(text_width(secondary(ui), text) + 18);
}

void chip_at(Ui& ui, std::string_view text, Tone tone, ImVec2 at, float height, bool with_node) {
    const TextStyle style = colored(secondary(ui), ink(ui.theme, tone));
    const float chip_height = 22, width = chip_width(ui, text), y = std::floor(at.y + (height - chip_height) / 2);
    const ImVec2 max(at.x + width, y + chip_height);
    ImGui::GetWindowDrawList()->AddRectFilled(ImVec2(at.x, y), max, soft(ui.theme, tone), chip_height / 2);
    draw_text(ImGui::GetWindowDrawList(), style, ImVec2(at.x + 9, y + 1), text);
    if (with_node) text_node(ui, text, ImVec2(at.x, y), max);
}

void chip(Ui& ui, std::string_view text, Tone tone) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::Dummy(ImVec2(chip_width(ui, text), 22));
    chip_at(ui, text, tone, at, 22);
}

void card_background(const Ui& ui, ImVec2 min, ImVec2 max) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(min, max, ui.theme.surface, size::card_radius);
    draw->AddRect(min, max, ui.theme.border, size::card_radius);
}

void separator_line(const Ui& ui, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled(at, ImVec2(at.x + width, at.y + 1), ui.theme.border);
    ImGui::Dummy(ImVec2(width, 1));
}

void gap(float height) {
    ImGui::Dummy(ImVec2(1, height));
}
void same_line(float spacing) {
    ImGui::SameLine(0, spacing);
}

void side_note(Ui& ui, Tone tone, std::string_view title, std::string_view detail, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float inner = width - 14;
    const float height = paragraph_height(body(ui), title, inner) +
                         (detail.empty() ? 0 : paragraph_height(secondary(ui), detail, inner));
    ImGui::GetWindowDrawList()->AddRectFilled(at, ImVec2(at.x + 3, at.y + height + 8), ink(ui.theme, tone));
    ImGui::SetCursorScreenPos(ImVec2(at.x + 14, at.y + 4));
    ImGui::BeginGroup();
    paragraph(ui, body(ui), title, inner);
    if (!detail.empty()) paragraph(ui, secondary(ui), detail, inner);
    ImGui::EndGroup();
    gap(4);
}

}  // namespace ui
