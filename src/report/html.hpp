// report/html.hpp: a document as one HTML page that needs nothing else: readable on a screen, printable on A4 after
// GB/T 9704-2012.
#pragma once

#include <string>

#include "report/document.hpp"

namespace report {

// A whole page. It runs no script and loads nothing, which its own policy enforces, so it may stand in a sandboxed
// frame or be mailed as a file. Every text of the document is escaped.
std::string to_html(const Document& document);

// The text as HTML: printable and escaped for elements and quoted attributes; line breaks become <br>.
std::string html_text(std::string_view text);

}  // namespace report
