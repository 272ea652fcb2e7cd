// tests/gallery/drawing.hpp: what a frame shows, read back from its draw lists: each text as it stands on screen, with
// its colour, what of it is clipped away and the colour behind it.
#pragma once

#include <imgui.h>

#include <string>
#include <vector>

namespace gallery {

struct Box {
    float left = 0, top = 0, right = 0, bottom = 0;
    [[nodiscard]] float width() const { return right - left; }
    [[nodiscard]] float height() const { return bottom - top; }
    [[nodiscard]] ImVec2 middle() const { return {(left + right) / 2, (top + bottom) / 2}; }
};
Box common(const Box& a, const Box& b);  // may be empty: width or height not above 0

// Glyphs drawn one after the other on one line in one colour.
struct DrawnText {
    std::string text;
    Box box;             // of the ink
    Box clip;            // what lies outside is not seen
    std::string window;  // and its parents, the outermost first: "main/…"
    ImU32 color = 0;
    ImU32 behind = 0;  // most of what lies behind it
    bool icon = false;
};

// CSS pixels. Of the last frame of the current context, without what lies under other windows.
std::vector<DrawnText> drawn_texts();
// Fills in `behind`: draws the frame without its texts. clear_rgba: as FrameOutput has it.
void find_backgrounds(std::vector<DrawnText>& texts, int width, int height, std::uint32_t clear_rgba);
// WCAG 2's; colours as Dear ImGui packs them, the first laid over the second.
double contrast(ImU32 text, ImU32 background);

}  // namespace gallery
