// ui/charts.hpp: pictures of numbers inside a card: the risk matrix, bars of levels.
#pragma once

#include "ui/layout.hpp"
#include "view/risks.hpp"

namespace ui {

// Fills the box. cells as view::risk_matrix makes them. Returns the one that was pressed; null: none.
const view::MatrixCell* matrix(Ui& ui, std::string_view title, std::span<const view::MatrixCell> cells, const Box& box);

// A bar a level, and the summary below.
void level_bars(Ui& ui, std::string_view title, const view::RiskLevels& levels, const Box& box);

}  // namespace ui
