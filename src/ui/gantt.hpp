// ui/gantt.hpp: paints the bars, milestones and today line of the task table.
#pragma once

#include <imgui.h>

#include "ui/context.hpp"
#include "view/gantt.hpp"

namespace ui {

void paint_header(const Ui& ui, std::span<const view::Tick> ticks, ImVec2 min, ImVec2 max);
void paint_bar(const Ui& ui, const view::Bar& bar, ImVec2 min, ImVec2 max);
void paint_background(const Ui& ui, const view::TimeScale& scale, std::span<const view::Tick> ticks, base::Date today,
                      ImVec2 min,
                      ImVec2 max);  // month lines and today

}  // namespace ui
