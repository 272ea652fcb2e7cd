// platform/glyphs.hpp: a font loader for Dear ImGui that lets the browser's text engine draw each glyph when first
// used.
#pragma once

#include "platform/program.hpp"

namespace platform {

// Adds the three fonts to the current context's atlas.
Fonts add_fonts();
// Forgets every glyph that was drawn, because the browser has got other fonts since.
void forget_glyphs();

struct GlyphStatistics {
    std::uint32_t drawn = 0;
    double milliseconds = 0;
};
[[nodiscard]] const GlyphStatistics& glyph_statistics();

}  // namespace platform
