// ui/text.hpp: measuring, breaking and drawing of text. Dear ImGui breaks only at blanks; Chinese breaks between any
// two characters except before closing and after opening punctuation, and long Latin words break where they must.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

#include "ui/context.hpp"

namespace ui {

struct TextStyle {
    ImFont* font;
    float px;
    ImU32 color;
    float line;  // line height
};
TextStyle body(const Ui& ui);
TextStyle body_bold(const Ui& ui);
TextStyle secondary(const Ui& ui);
TextStyle section_title(const Ui& ui);
TextStyle figure(const Ui& ui);
TextStyle colored(TextStyle style, ImU32 color);

float text_width(const TextStyle& style, std::string_view text);

// As in ui/text_break.hpp.
std::vector<std::string_view> break_lines(const TextStyle& style, std::string_view text, float width);

// The text cut to width with "…", or the text itself.
std::string elide(const TextStyle& style, std::string_view text, float width);

void draw_text(ImDrawList* draw, const TextStyle& style, ImVec2 at,
               std::string_view text);  // one line; at: top left of the line box

// At the layout cursor, with a mirror node.
void label(Ui& ui, const TextStyle& style, std::string_view text, Role role = Role::Text, int level = 0);
void paragraph(Ui& ui, const TextStyle& style, std::string_view text, float width);
float paragraph_height(const TextStyle& style, std::string_view text, float width);
// One line in a box: elided, vertically centred; the whole text in the node, and in a tooltip when cut.
void text_in(Ui& ui, const TextStyle& style, std::string_view text, ImVec2 min, ImVec2 max, float align = 0,
             bool with_node = true);
void tooltip(Ui& ui, std::string_view text);

}  // namespace ui
