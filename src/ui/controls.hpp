// ui/controls.hpp: buttons, toggles, tabs, chips and other small controls, drawn in the house look and described to the
// mirror.
#pragma once

#include <span>

#include "ui/text.hpp"
#include "view/tone.hpp"

namespace ui {

enum class ButtonStyle : std::uint8_t { Plain, Primary, Ghost, Danger };
enum class Enabled : bool { No, Yes };

struct ButtonOptions {
    ButtonStyle style = ButtonStyle::Plain;
    const char* icon = nullptr;  // of ui/icons.hpp
    Enabled enabled = Enabled::Yes;
    float width = 0;             // 0: as wide as its text
    std::string_view hint = {};  // tooltip and description
    bool opens_menu = false;
    bool icon_only = false;  // the label is its name, but not drawn
};

// id must be unique in the current scope; label is the accessible name and the text.
bool button(Ui& ui, std::string_view id, std::string_view label, const ButtonOptions& options = {});
float button_width(const Ui& ui, std::string_view label, const ButtonOptions& options = {});
// Square, with an icon only; label is its name and tooltip.
bool icon_button(Ui& ui, std::string_view id, std::string_view label, const char* icon, Enabled enabled = Enabled::Yes);
bool toggle_icon(Ui& ui, std::string_view id, std::string_view label, const char* icon, bool on);
bool checkbox(Ui& ui, std::string_view id, std::string_view label, bool on);  // true: clicked
bool link(Ui& ui, std::string_view id, std::string_view label);

// A row of joined segments, one of them on. Returns the chosen index (the given one if nothing changed).
std::size_t segmented(Ui& ui, std::string_view id, std::string_view name, std::span<const std::string> labels,
                      std::size_t on);
float segmented_width(const Ui& ui, std::span<const std::string> labels);

using view::Tone;
ImU32 ink(const Theme& theme, Tone tone);
ImU32 soft(const Theme& theme, Tone tone);
float chip_width(const Ui& ui, std::string_view text);
void chip(Ui& ui, std::string_view text, Tone tone);  // at the layout cursor
void chip_at(Ui& ui, std::string_view text, Tone tone, ImVec2 at, float height, bool with_node = true);

void draw_icon(ImDrawList* draw, const Ui& ui, const char* icon, ImVec2 center, float px, ImU32 color);

// A card: a surface with a border. The content follows at the layout cursor inside it.
void card_background(const Ui& ui, ImVec2 min, ImVec2 max);
void separator_line(const Ui& ui, float width);
void gap(float height);
void same_line(float spacing = 8);

// A note with a coloured left edge, as the inspector shows issues; actions are drawn by the caller below it.
void side_note(Ui& ui, Tone tone, std::string_view title, std::string_view detail, float width);
}  // namespace ui
