// ui/grid.hpp: a table of any length that draws only the rows on screen, with keyboard, selection and table semantics.
#pragma once

#include <optional>

#include "base/callback.hpp"
#include "model/plan.hpp"
#include "ui/controls.hpp"

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
    std::string_view id;
    std::string_view name;  // for assistive technology
    std::span<const Column> columns;
    std::size_t rows = 0;
    std::optional<std::size_t> selected = {};
    std::optional<std::size_t> range_end = {};  // the rows from the selected one to this are chosen together
    bool tree = false;                          // rows have levels and may be folded
    bool many = false;                          // several rows may be chosen, with Shift and Ctrl+A
    bool movable = false;                       // rows can be dragged to another place
    base::Callback<float(std::size_t row, std::span<const float> widths)> row_height =
        {};                                                 // all of one height when absent
    base::Callback<NodeKey(std::size_t row)> row_key = {};  // stable across sorting and edits: from the row's id
    // Draws one cell into the box, with text_in and the like; may set things of the node.
    base::Callback<void(std::size_t row, std::size_t column, ImVec2 min, ImVec2 max)> cell = {};
    base::Callback<void(std::size_t row, app::MirrorNode& node)> describe_row = {};  // name, level, expanded
    base::Callback<bool(ImVec2 min, ImVec2 max, std::size_t column)> header = {};    // true: drew this header itself
    base::Callback<void(const GridRows& rows)> layer = {};  // paints the pane above all rows: what goes across them
    std::string_view divider = {};                          // what the border of the pane is called
    std::vector<std::size_t> cut = {};  // rows that wait to be pasted elsewhere, ascending: dashes around them
};

struct GridEvent {
    std::optional<std::size_t> selected;  // a click or an arrow key chose this row
    std::optional<std::size_t> extended;  // … with Shift: the range goes to here
    bool all = false;                     // Ctrl+A
    std::optional<std::size_t> opened;    // Enter, F2 or a double click
    std::optional<std::size_t> opened_column;
    std::optional<std::size_t> fold, unfold;  // ArrowLeft, ArrowRight
    std::optional<std::size_t> remove;        // Delete
    std::optional<std::size_t> insert;        // Insert or Ctrl+Enter: a new row after this one
    std::optional<std::size_t> context;       // the context menu was asked for
    ImVec2 context_at;
    std::optional<std::size_t> moved;  // this row was dragged,
    std::size_t moved_to = 0;          // before the row that stands here now, or behind the last one
    std::optional<float> divided;  // the columns beside the pane shall be so wide together; 0: as wide as suits them
};

// Heights of rows, kept between frames: to know them, every row's text is broken into lines.
class RowHeights {
  public:
    // Before the grid: forgets what it knows unless plan, subject (what is shown, in which language) and number of rows
    // are those of the last frame.
    void keep(const model::Plan& plan, std::string subject, std::size_t rows);
    float get(std::size_t row, std::span<const float> widths, const base::Callback<float()>& compute);

  private:
    model::Plan plan_;
    std::string subject_;
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
