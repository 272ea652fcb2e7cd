// ui/grid.hpp: a table of any length that draws only the rows on screen, with keyboard, selection and table semantics.
#pragma once

#include <optional>

#include "base/callback.hpp"
#include "model/plan.hpp"
#include "ui/controls.hpp"
#include "view/table_keys.hpp"

namespace ui {

inline constexpr float cell_padding = 10;  // px at both sides of a cell's content

struct Column {
    std::string title;
    float width = 0;  // px; 0: an equal part of what is left, at least min_width
    float min_width = 80;
    bool align_right = false;
    bool zooms = false;            // Ctrl+wheel and pinching over it are the panel's
    bool pane = false;             // the last one: a pane beside the rows' columns, the border between them moves
    std::string description = {};  // for assistive technology
};

// Where rows stand on screen, for what is painted over all of them: the part of a pane that is seen, and each row in
// it.
struct GridRows {
    ImVec2 min, max;
    base::Callback<float(std::size_t row)> top;
    [[nodiscard]] float bottom(std::size_t row) const { return top(row + 1); }
};

struct GridSpec {
    const view::Table& table;
    const view::Chosen& chosen;
    std::span<const Column> columns;
    base::Callback<float(std::size_t row, std::span<const float> widths)> row_height = {};  // absent: all of one height
    // Draws one cell into the box, with text_in and the like; may set things of the node.
    base::Callback<void(const view::Row& row, std::size_t place, std::size_t column, ImVec2 min, ImVec2 max)> cell = {};
    base::Callback<bool(ImVec2 min, ImVec2 max, std::size_t column)> header = {};  // true: drew this header itself
    base::Callback<void(const GridRows& rows)> layer = {};  // paints the pane above all rows: what goes across them
    std::string_view divider = {};                          // what the border of the pane is called

    [[nodiscard]] std::size_t rows() const { return table.rows.size(); }
};

struct GridEvent : view::TableEvent {
    ImVec2 context_at;
    std::optional<float> divided;  // the columns beside the pane shall be so wide together; 0: as wide as suits them
};

// Heights of rows, kept between frames: to know them, every row's text is broken into lines.
class RowHeights {
  public:
    // Before the grid: forgets what it knows unless plan, subject (what is shown, in which language) and rows are those
    // of the last frame.
    void keep(const model::Plan& plan, std::string subject, std::span<const base::Id> rows);
    float get(std::size_t row, std::span<const float> widths, const base::Callback<float()>& compute);

  private:
    model::Plan plan_;
    std::string subject_;
    std::vector<base::Id> rows_;
    std::vector<float> widths_, heights_;  // negative: not known
};

// Fills extent at the layout cursor with a card that holds header and rows and scrolls by itself.
GridEvent grid(Ui& ui, const GridSpec& spec, ImVec2 extent);

// Heights of all rows as running sums (first: 0), for grids of uneven rows and for painters beside them (Gantt bars).
std::vector<float> row_tops(std::size_t rows, const base::Callback<float(std::size_t)>& height);

// Widths that fill total, none less than its title needs; wide content scrolls when the minimum widths do not fit.
std::vector<float> column_widths(const Ui& ui, std::span<const Column> columns, float total);

// For a cell that holds an editor: whether its text was committed or given up in this frame. The row then gets the
// focus, unless something else was given it.
bool cell_edit_is_over(Ui& ui);

}  // namespace ui
