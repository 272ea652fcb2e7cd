// tests/gallery/fonts.hpp: a font loader for Dear ImGui that reads font files, as the page's lets the browser draw.
#pragma once

#include <string>

#include "ui/theme.hpp"

namespace gallery {

// Icons are drawn from a font file and a list of its code points, one a line in the order of ui/icons.hpp. Without
// them an icon takes its room and nothing is drawn. Before add_fonts.
void use_icons(const std::string& font_file, const std::string& list_file);
// Adds the three fonts to the current context's atlas.
ui::Fonts add_fonts();

}  // namespace gallery
