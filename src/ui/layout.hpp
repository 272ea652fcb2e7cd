// ui/layout.hpp: where things stand on a page: rows that wrap or fold, tabs, cards, key figures, text in cells. Panels
// say what there is; the arithmetic of pixels is here.
#pragma once

#include <optional>

#include "base/callback.hpp"
#include "ui/controls.hpp"

namespace ui {

// Controls one after the other, on as many lines as they need.
class Flow {
  public:
    Flow(const Ui& ui, float width);
    void place(float width);  // the layout cursor goes to where the next control of this width stands

  private:
    const Ui& ui_;
    ImVec2 at_;
    float width_, used_ = 0;
};

struct Tool {
    std::string_view id;
    std::string label;
    ButtonOptions options = {};
};
// The head of a page: its title, a note beside it, and what can be done here. Where that does not fit, the primary
// action stays in sight and the rest goes under "more", which unfolds as rows below. Returns the id of the chosen tool.
std::string_view page_head(Ui& ui, std::string_view title, std::string_view note = {},
                           std::span<const Tool> tools = {});

// Tabs in a row; where they do not fit, a list to choose from. Returns the one that is on.
std::size_t tabs(Ui& ui, std::string_view id, std::string_view name, std::span<const std::string> labels,
                 std::size_t on, float width);

// A card as high as what is drawn in it, with the layout cursor inside; draw gets the inner width.
void card(Ui& ui, float width, const base::Callback<void(float width)>& draw);
// A card that says why nothing is listed. True: its action was chosen.
bool empty_card(Ui& ui, std::string_view id, const char* icon, std::string_view text, std::string_view action,
                float width);

struct Cards {
    std::size_t count;
    float min_width;  // of one, unless the page is narrower
    std::size_t most_across = 6;
};
// Cards side by side, those of a row as high as the highest. height: of what is drawn into the inner width; draw gets
// the inner extent.
void cards(Ui& ui, const Cards& what, float width, const base::Callback<float(std::size_t card, float width)>& height,
           const base::Callback<void(std::size_t card, ImVec2 extent)>& draw);

struct KeyFigure {
    std::string_view label;
    std::string value;
    ImU32 color;
};
void key_figures(Ui& ui, std::span<const KeyFigure> figures, float width);

// Two cards beside each other, or one under the other where the page is narrow. draw gets the upper left corner and the
// extent of its card.
struct Panes {
    float beside_from;                          // px of the page
    float share, least, most;                   // of the first, beside the second
    float height, first_height, second_height;  // beside each other, and one under the other
};
using DrawPane = base::Callback<void(ImVec2 at, ImVec2 extent)>;
void panes(Ui& ui, const Panes& what, float width, const DrawPane& first, const DrawPane& second);

// The border between two panes, which is dragged or moved by arrow keys. at: its upper end; a double click asks for the
// widths that suit what is there.
struct Divided {
    float value, least, most;  // px of the left pane
};
std::optional<float> divider(Ui& ui, std::string_view id, std::string_view name, ImVec2 at, float height,
                             const Divided& now);

// In a table cell: up to three lines, the whole in a tooltip where there are more.
inline constexpr std::size_t cell_lines = 3;
void text_cell(Ui& ui, const TextStyle& style, std::string_view text, ImVec2 min, ImVec2 max, bool with_node = true);
// How many lines it takes there.
std::size_t text_cell_lines(const TextStyle& style, std::string_view text, float width);
// Of a row whose highest cell has so many.
float row_height_of(const Ui& ui, std::size_t lines);

}  // namespace ui
