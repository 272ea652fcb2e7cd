// app/reports.hpp: the open plan's reports in each form.
#pragma once

#include "app/workspace.hpp"

namespace app {

enum class ReportKind : std::uint8_t { Plan, Inspection };

std::string report_html(const Workspace& work, ReportKind kind);
std::string report_markdown(const Workspace& work, ReportKind kind);
std::string report_name(const Workspace& work, ReportKind kind, std::string_view ending);  // a safe file name

}  // namespace app
