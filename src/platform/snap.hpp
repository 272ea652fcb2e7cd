// platform/snap.hpp: puts glyphs and straight edges on whole device pixels where a CSS pixel is not a whole number of
// them.
#pragma once

struct ImDrawData;

namespace platform {

// Dear ImGui places text and rectangles on CSS pixels. At 125 % that is between device pixels: glyphs would be blurred
// by interpolation and lines of one width drawn one pixel wide here and two there. Does nothing at whole densities.
void snap_to_pixels(ImDrawData& data);

}  // namespace platform
