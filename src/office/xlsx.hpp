// office/xlsx.hpp: the tables of a document as a workbook (SpreadsheetML, ISO/IEC 29500 transitional).
#pragma once

#include "base/result.hpp"
#include "report/document.hpp"

namespace office {

// A sheet for each table, called by the heading above it. Numbers, percentages and days are values, so that they can be
// computed with; the head stays in sight, repeats in print and filters; days are asked for where there are only days.
// A last, hidden column has the id of each row's record, so that it goes along when people sort. `only`: of the tables,
// those of these records ("task"); empty: all. Time: when it was made; may be empty.
// Errors: "table-missing" (subject: `only`) if there is none, those of base::write_zip.
base::Result<std::string> to_xlsx(const report::Document& document, std::string_view only, base::Moment time);

}  // namespace office
