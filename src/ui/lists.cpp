#include "ui/lists.hpp"

#include <algorithm>

namespace ui {
namespace {
constexpr float line_edge = 12, section_width = 126, section_from = 560;  // px

struct LinePlaces {
    float width, row, chips;
    bool section;  // else the sentence takes its room, on two lines
};

bool draw_line(Ui& ui, const view::IssueLine& line, const LinePlaces& places, ImVec2 at, bool last) {
    const ImVec2 max(at.x + places.width, at.y + places.row);
    Region entry(ui, "entry", Role::ListItem, {}, rect_of(at, max));
    const Item it =
        item_at(ui, "go", ImVec2(at.x + 1, at.y), ImVec2(places.width - 2, places.row), Role::Button, line.sentence);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    if (it.hovered) draw->AddRectFilled(it.min, it.max, ui.theme.hover);
    chip_at(ui, line.severity, line.tone, ImVec2(at.x + line_edge, at.y), places.row, false);
    const float text_end = places.section ? max.x - section_width - 2 * line_edge : max.x - line_edge;
    text_cell(ui, body(ui), line.sentence, ImVec2(at.x + 2 * line_edge + places.chips, at.y), ImVec2(text_end, max.y),
              false);
    if (places.section)
        text_in(ui, secondary(ui), line.section, ImVec2(max.x - section_width - line_edge, at.y),
                ImVec2(max.x - line_edge, max.y), 1, false);
    if (!last) draw->AddRectFilled(ImVec2(at.x + 1, max.y - 1), ImVec2(max.x - 1, max.y), ui.theme.border);
    focus_ring(ui, it, 3);
    return it.clicked;
}
}  // namespace

std::optional<std::size_t> long_list(Ui& ui, const LongList& list, float width,
                                     const base::Callback<view::IssueLine(std::size_t place)>& line) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    LinePlaces places{width, 0, 0, width >= section_from};
    places.row = row_height_of(ui, places.section ? 1 : 2);
    for (const std::string& each : list.chips) places.chips = std::max(places.chips, chip_width(ui, each));
    const ImVec2 end(at.x + width, at.y + places.row * static_cast<float>(list.count));
    card_background(ui, at, end);
    Region region(ui, "issues", Role::List, list.name, rect_of(at, end));
    const float top = ImGui::GetWindowPos().y, bottom = top + ImGui::GetWindowHeight();
    std::optional<std::size_t> chosen;
    for (auto i = static_cast<std::size_t>(std::max(0.f, top - at.y) / places.row); i < list.count; ++i) {
        const float y = at.y + places.row * static_cast<float>(i);
        if (y > bottom) break;
        ImGui::PushID(static_cast<int>(i));
        if (draw_line(ui, line(i), places, ImVec2(at.x, y), i + 1 == list.count)) chosen = i;
        ImGui::PopID();
    }
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy(ImVec2(width, end.y - at.y));
    return chosen;
}

}  // namespace ui
