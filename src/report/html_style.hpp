// report/html_style.hpp: the style sheet of HTML reports.
#pragma once

#include <string_view>

namespace report {
extern const std::string_view html_style;
}
