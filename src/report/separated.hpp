// report/separated.hpp: a table as values separated by commas or tabs, for spreadsheets: UTF-8 with the mark by which
// they know it.
#pragma once

#include <string>

#include "report/document.hpp"

namespace report {

// RFC 4180. Numbers go without grouping; a unit that all numbers of a column share stands in its head, as in "金额/元".
// A text that a spreadsheet would take for a formula gets an apostrophe.
std::string to_csv(const Table& table);

// The same with tabs and without quotes: line breaks in cells become blanks.
std::string to_tsv(const Table& table);

}  // namespace report
