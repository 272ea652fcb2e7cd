// ui/lists.hpp: a list of sentences that each lead somewhere; only those on screen are made and drawn.
#pragma once

#include "ui/layout.hpp"
#include "view/overview.hpp"

namespace ui {

struct LongList {
    std::string_view name;
    std::size_t count = 0;
    std::span<const std::string> chips;  // all that may stand before a line: the widest of them says where texts begin
};
// At the layout cursor, as high as all its lines. Returns the chosen one.
std::optional<std::size_t> long_list(Ui& ui, const LongList& list, float width,
                                     const base::Callback<view::IssueLine(std::size_t place)>& line);

}  // namespace ui
