// intake/html.hpp: the text of a web page as the lines that text and Markdown have.
#pragma once

#include <string>
#include <string_view>

namespace intake {

// Headings with #, items with - or their numbers, rows of tables between |, a paragraph that is all bold between **.
// Only what a reader would see: no scripts, styles, comments or head; entities of one character. Nothing is fetched or
// run. Linear in the length of the page, however deep its tags are nested.
std::string html_lines(std::string_view html);

}  // namespace intake
