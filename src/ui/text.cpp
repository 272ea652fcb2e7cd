#include "ui/text.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/text_break.hpp"

namespace ui {

TextStyle body(const Ui& ui) {
    return {ui.fonts.regular, size::body, ui.theme.text, size::line};
}
TextStyle body_bold(const Ui& ui) {
    return {ui.fonts.bold, size::body, ui.theme.text, size::line};
}
TextStyle secondary(const Ui& ui) {
    return {ui.fonts.regular, size::secondary, ui.theme.secondary, size::line_secondary};
}
TextStyle section_title(const Ui& ui) {
    return {ui.fonts.bold, size::section, ui.theme.text, 28};
}
TextStyle figure(const Ui& ui) {
    return {ui.fonts.bold, size::figure, ui.theme.text, 32};
}
TextStyle colored(TextStyle style, ImU32 color) {
    style.color = color;
    return style;
}

namespace {
float advance(ImFontBaked* baked, char32_t c) {
    return c == '\t' ? 4 * baked->GetCharAdvance(' ') : baked->GetCharAdvance(c);
}
}  // namespace

float text_width(const TextStyle& style, std::string_view text) {
    ImFontBaked* baked = style.font->GetFontBaked(style.px);
    float width = 0;
    for (std::size_t at = 0; at < text.size();) width += advance(baked, base::next_code_point(text, at));
    return width;
}

std::vector<std::string_view> break_lines(const TextStyle& style, std::string_view text, float width) {
    ImFontBaked* baked = style.font->GetFontBaked(style.px);
    return break_lines(text, width, [&](char32_t c) { return advance(baked, c); });
}

std::string elide(const TextStyle& style, std::string_view text, float width) {
    const std::size_t newline = text.find('\n');
    const bool more = newline != std::string_view::npos;
    if (more) text = text.substr(0, newline);
    ImFontBaked* baked = style.font->GetFontBaked(style.px);
    const float dots = baked->GetCharAdvance(0x2026);
    float used = 0;
    std::size_t fits = 0;
    for (std::size_t at = 0; at < text.size();) {
        used += advance(baked, base::next_code_point(text, at));
        if (used > width) return std::string(text.substr(0, fits)) + "…";
        if (used + dots <= width) fits = at;
    }
    return more ? std::string(text.substr(0, fits)) + "…" : std::string(text);
}

void draw_text(ImDrawList* draw, const TextStyle& style, ImVec2 at, std::string_view text) {
    if (text.empty()) return;
    const float y = at.y + (style.line - style.px) / 2;  // ascent and descent of the platform's fonts make 1 em
    draw->AddText(style.font, style.px, ImVec2(at.x, std::floor(y)), style.color, text.data(),
                  text.data() + text.size());
}

void label(Ui& ui, const TextStyle& style, std::string_view text, Role role, int level) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 extent(text_width(style, text), style.line);
    ImGui::Dummy(extent);
    draw_text(ImGui::GetWindowDrawList(), style, at, text);
    text_node(ui, text, at, ImVec2(at.x + extent.x, at.y + extent.y), role, level);
}

void paragraph(Ui& ui, const TextStyle& style, std::string_view text, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const auto lines = break_lines(style, text, width);
    const ImVec2 extent(width, style.line * static_cast<float>(lines.size()));
    ImGui::Dummy(extent);
    ImVec2 pen = at;
    for (const std::string_view line : lines) {
        draw_text(ImGui::GetWindowDrawList(), style, pen, line);
        pen.y += style.line;
    }
    text_node(ui, text, at, ImVec2(at.x + extent.x, at.y + extent.y));
}

float paragraph_height(const TextStyle& style, std::string_view text, float width) {
    return style.line * static_cast<float>(break_lines(style, text, width).size());
}

void text_in(Ui& ui, const TextStyle& style, std::string_view text, ImVec2 min, ImVec2 max, float align,
             bool with_node) {
    if (text.empty()) return;
    const std::string shown = elide(style, text, max.x - min.x);
    const float spare = align > 0 ? std::max(0.f, max.x - min.x - text_width(style, shown)) * align : 0;
    draw_text(ImGui::GetWindowDrawList(), style, ImVec2(min.x + spare, min.y + (max.y - min.y - style.line) / 2),
              shown);
    if (with_node) text_node(ui, text, min, max);
    if (shown != text && ImGui::IsMouseHoveringRect(min, max)) tooltip(ui, text);
}

void tooltip(Ui& ui, std::string_view text) {
    if (!ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem)) return;
    if (ui.input.coarse_pointer && !ui.memory.finger_rests) return;
    const TextStyle style = secondary(ui);
    const float width = std::min(360.f, std::max(80.f, text_width(style, text) + 1));
    const auto lines = break_lines(style, text, width);
    const ImVec2 extent(width + 20, style.line * static_cast<float>(lines.size()) + 12);
    ImVec2 at(ImGui::GetMousePos().x + 12, ImGui::GetMousePos().y + 18);
    at.x = std::max(4.f, std::min(at.x, ui.input.width - extent.x - 4));
    if (ui.input.coarse_pointer || at.y + extent.y > ui.input.height - 4) at.y = ImGui::GetMousePos().y - extent.y - 8;
    ImDrawList* draw = ImGui::GetForegroundDrawList();
    draw->AddRectFilled(at, ImVec2(at.x + extent.x, at.y + extent.y), ui.theme.surface, size::control_radius);
    draw->AddRect(at, ImVec2(at.x + extent.x, at.y + extent.y), ui.theme.border, size::control_radius);
    ImVec2 pen(at.x + 10, at.y + 6);
    for (const std::string_view line : lines) {
        draw_text(draw, colored(style, ui.theme.text), pen, line);
        pen.y += style.line;
    }
}

}  // namespace ui
