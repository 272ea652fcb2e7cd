// report/svg.hpp: charts as pictures of their own (SVG 1.1), with a title and a description for who does not see them.
#pragma once

#include <string>

#include "report/charts.hpp"

namespace report {

// Linear in the bars. No script, no style sheet, no address but the namespace's; colours have their meaning also in
// shape and words.
std::string to_svg(const GanttChart& chart);
std::string to_svg(const MatrixChart& chart);

}  // namespace report
