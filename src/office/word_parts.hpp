// office/word_parts.hpp: the parts of a Word file besides its text: styles, fonts, settings, footers, properties.
#pragma once

#include <pugixml.hpp>

#include "office/style.hpp"
#include "report/document.hpp"

namespace office {

int twips_of_mm(double mm);
int twips_of_points(double points);

// Names of the paragraph styles; those of headings and of contents are followed by their level.
inline constexpr const char *style_title = "Title", *style_subtitle = "Subtitle", *style_heading = "Heading",
                            *style_contents = "TOC", *style_note = "Note", *style_cell = "TableText",
                            *style_cell_head = "TableHead", *style_plain = "Plain", *style_mark = "AttachmentMark";

void write_styles(pugi::xml_document& xml, const Style& style, std::string_view language);
void write_fonts(pugi::xml_document& xml, const Style& style);
void write_settings(pugi::xml_document& xml, std::string_view language);
enum class Side : bool { Odd, Even };
// — 1 — outside: right on odd pages, left on even ones, one character in.
void write_footer(pugi::xml_document& xml, Side side);
void write_core_properties(pugi::xml_document& xml, const report::Document& document, base::Moment time);
void write_custom_properties(pugi::xml_document& xml, const report::Document& document);

// <w:rFonts> with the same font for every script, because a reader would else take another for digits.
void write_face(pugi::xml_node run_properties, const Face& face);

}  // namespace office
