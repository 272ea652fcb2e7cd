// ui/table.hpp: draws a table of view: its cells, its editor in place, the menu of its rows, and what is shown where it
// has none. What was done to it is handed to view, which says what is wanted.
#pragma once

#include "ui/grid.hpp"
#include "ui/screen.hpp"
#include "view/table_events.hpp"

namespace ui {

struct TableState {
    std::optional<view::EditPlace> editing;  // the cell that is edited in place
    RowHeights heights;
};

// The pane that stands in the last column, beside the rows' own.
struct TablePane {
    base::Callback<void(std::size_t row, ImVec2 min, ImVec2 max)> cell;
    base::Callback<void(ImVec2 min, ImVec2 max)> header;
    base::Callback<void(const GridRows& rows)> layer;
    base::Callback<void(ImVec2 at, float width, float height, Column& column)> begin;  // before the rows
    std::string_view divider;
};

// Fills width and height, or less. The event has been taken already.
GridEvent table(Screen& screen, const view::Table& what, TableState& state, float width, float height,
                const TablePane* pane = nullptr);
// The same with the room that is left of the page, at least so high.
GridEvent page_table(Screen& screen, const view::Table& what, TableState& state, float least = 220,
                     const TablePane* pane = nullptr);
// Of a table that shows at most so many rows at once.
float table_height(const Ui& ui, const view::Table& what, std::size_t most);

ImU32 color_of(const Theme& theme, view::Ink ink);

}  // namespace ui
