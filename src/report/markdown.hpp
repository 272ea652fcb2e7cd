// report/markdown.hpp: a document as Markdown (CommonMark with the tables of GFM), for mail and text editors.
#pragma once

#include <string>

#include "report/document.hpp"

namespace report {

// Every text of the document is escaped, so that it renders as itself.
std::string to_markdown(const Document& document);

// The text on one line: printable, with a backslash before what Markdown would take as a sign; line breaks become <br>.
std::string markdown_text(std::string_view text);

}  // namespace report
