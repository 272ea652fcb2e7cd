// ui/theme.hpp: colours, sizes and fonts of the interface. Every colour on screen is one of these tokens.
#pragma once

#include <imgui.h>

#include <cstdint>

namespace ui {

struct Fonts {
    ImFont* regular = nullptr;
    ImFont* bold = nullptr;
    ImFont* icons = nullptr;
};

struct Theme {
    bool dark = false;
    ImU32 background, surface, surface_2, border;
    ImU32 text, secondary, faint;  // faint: hints only
    ImU32 accent, accent_soft, on_accent;
    ImU32 red, red_soft, amber, amber_soft, green, green_soft, blue, blue_soft;
    ImU32 hover;                    // laid over a surface
    ImU32 shade;                    // behind a dialog
    ImU32 bar, bar_rest;            // a Gantt bar: done part, rest
    ImU32 bar_late, bar_late_rest;  // of an overdue task
    ImU32 bar_summary;
};

const Theme& light_theme();
const Theme& dark_theme();
// Where the system forces its colours; 0xRRGGBB. What other themes say by colour alone is said by words and shapes.
Theme forced_theme(std::uint32_t background, std::uint32_t text, std::uint32_t gray, std::uint32_t link);

// 0xRRGGBBAA, as the mirror and the page want it.
constexpr std::uint32_t rgba(ImU32 color) {
    return (color & 0xFFu) << 24 | (color >> 8 & 0xFFu) << 16 | (color >> 16 & 0xFFu) << 8 | (color >> 24 & 0xFFu);
}

namespace size {
inline constexpr float body = 15, secondary = 13, section = 20, figure = 24;  // px
inline constexpr float line = 22, line_secondary = 20;
inline constexpr float row = 36, control = 32, touch = 44;
inline constexpr float top_bar = 52, navigation = 216, inspector = 300, status_bar = 28;
inline constexpr float card_radius = 10, control_radius = 7;
inline constexpr float narrow = 1100, phone = 800;  // below: inspector overlays; navigation too
}  // namespace size

}  // namespace ui
