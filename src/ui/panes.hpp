// ui/panes.hpp: the large parts of a page: what stands beside or below what, what scrolls by itself, what stands in the
// middle.
#pragma once

#include "ui/layout.hpp"

namespace ui {

// Two cards beside each other, or one under the other where the page is narrow. draw gets the place of its card.
struct Panes {
    float beside_from;                          // px of the page
    float share, least, most;                   // of the first, beside the second
    float height, first_height, second_height;  // beside each other, and one under the other
};
using DrawPane = base::Callback<void(const Box& box)>;
void panes(Ui& ui, const Panes& what, float width, const DrawPane& first, const DrawPane& second);

// A list, and the form of what is chosen in it: beside it with a scroll of its own, or below it where the page is
// narrow.
struct ListAndForm {
    std::size_t rows;          // of the list
    float beside_from;         // px of the page
    float share, least, most;  // of the form, beside the list
};
void list_and_form(Ui& ui, const ListAndForm& what, float width,
                   const base::Callback<void(float width, float height)>& list,
                   const base::Callback<void(float width, float height)>& form);  // height 0: as high as its fields

// What is drawn stands in the middle of the page, at most so wide.
void centred(Ui& ui, float most, const base::Callback<void(float width)>& draw);

// A title with icon buttons at its right, drawn one after the other.
void side_head(Ui& ui, std::string_view title, float width, std::size_t icons, const base::Callback<void()>& draw);
// What is drawn scrolls by itself where it is higher than the box from `top` (px on screen); height 0: it does not.
void scrolled(std::string_view id, float width, float top, float height, const base::Callback<void()>& draw);
float cursor_top();  // px on screen
// What the inspector shows begins at its top when it is another row than in the last frame.
void begin_at_top(Ui& ui, std::string_view row);

// A card over all the room that is left, on which the page shows a document of its own while `shown`.
void document_card(Ui& ui, std::string_view id, std::string_view name, const std::string& html, bool shown);

// The border between two panes, which is dragged or moved by arrow keys. at: its upper end; a double click asks for the
// widths that suit what is there.
struct Divided {
    float value, least, most;  // px of the left pane
};
std::optional<float> divider(Ui& ui, std::string_view id, std::string_view name, ImVec2 at, float height,
                             const Divided& now);

}  // namespace ui
