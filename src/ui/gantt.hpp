// ui/gantt.hpp: paints the bars, milestones and today line of the task table.
#pragma once

#include <imgui.h>

#include "ui/context.hpp"
#include "ui/gantt_model.hpp"

namespace ui {

void paint_header(const Ui& ui, std::span<const Tick> ticks, ImVec2 min, ImVec2 max);
void paint_bar(const Ui& ui, const Bar& bar, ImVec2 min, ImVec2 max);
void paint_background(const Ui& ui, const TimeScale& scale, std::span<const Tick> ticks, base::Date today, ImVec2 min,
                      ImVec2 max);  // month lines and today

}  // namespace ui
