// office/docx.hpp: a document as a Word file (WordprocessingML, ISO/IEC 29500 transitional).
#pragma once

#include "base/result.hpp"
#include "office/style.hpp"
#include "report/document.hpp"

namespace office {

// Real styles for headings, a table of contents if the document names one, page numbers outside, tables whose heads
// repeat and whose rows are not split, landscape sections. A text with a mark stands in a content control with the tag
// "fl:ROW:FIELD", and the first of each field in a bookmark of bookmark_name. Time: when it was made; may be empty.
// Errors: those of base::write_zip.
base::Result<std::string> to_docx(const report::Document& document, const Style& style, base::Moment time);

std::string control_tag(const report::Mark& mark);  // "fl:k3j9:title", with ":2" for the second part
// "fl_k3j9_title" or "fl_k3j9_title_2": at most 40 letters, digits and "_", as Word allows. A "-" of the row's id is
// written "Z", which ids do not hold. Empty if it would be longer.
std::string bookmark_name(const report::Mark& mark);

}  // namespace office
