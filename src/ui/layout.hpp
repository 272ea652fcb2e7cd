// ui/layout.hpp: where things stand on a page: rows that wrap or fold, tabs, cards, key figures, text in cells. Panels
// say what there is; the arithmetic of pixels is here.
#pragma once

#include <optional>

#include "base/callback.hpp"
#include "ui/controls.hpp"
#include "view/figures.hpp"

namespace ui {

// A place on screen.
struct Box {
    ImVec2 min, max;
    [[nodiscard]] float width() const { return max.x - min.x; }
    [[nodiscard]] float height() const { return max.y - min.y; }
};

// For the kit itself.
inline constexpr float card_space = 14, card_padding = 18;  // px between cards, and inside one
void put_cursor(ImVec2 at);
// The room of what was drawn by places of its own counts for the window, and the cursor goes below it.
void take_room(ImVec2 at, ImVec2 extent);

// What is left of the page, from the layout cursor.
float room_width();
float room_below(float least, float margin = 4);  // px that are kept free under it

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
// the inner place.
void cards(Ui& ui, const Cards& what, float width, const base::Callback<float(std::size_t card, float width)>& height,
           const base::Callback<void(std::size_t card, const Box& inner)>& draw);
// The next control stands at the lower edge of the box.
void stand_at_bottom(const Ui& ui, const Box& box);

void key_figures(Ui& ui, const view::KeyFigures& figures, float width);

// In a table cell: up to three lines, the whole in a tooltip where there are more.
inline constexpr std::size_t cell_lines = 3;
void text_cell(Ui& ui, const TextStyle& style, std::string_view text, ImVec2 min, ImVec2 max, bool with_node = true);
// How many lines it takes there.
std::size_t text_cell_lines(const TextStyle& style, std::string_view text, float width);
// Of a row whose highest cell has so many.
float row_height_of(const Ui& ui, std::size_t lines);

}  // namespace ui
