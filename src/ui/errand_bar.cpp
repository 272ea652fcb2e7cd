// The bar below the top bar while something is waited for that the second program does.
#include <algorithm>

#include "ui/bars.hpp"
#include "ui/icons.hpp"

namespace ui {
namespace {
constexpr float bar_margin = 16, bar_padding = 6, bar_icon_room = 32, bar_line = 3;

std::string errand_text(const Ui& ui, const app::Underway& errand) {
    using enum exchange::Operation;
    const bool makes = errand.operation == Export || errand.operation == Pack;
    return ui.words(makes ? "errand.export" : "errand.import", {errand.name});
}

float errand_text_width(const Ui& ui) {
    return ui.input.width - 2 * bar_margin - bar_icon_room - button_width(ui, ui.words("action.cancel")) - 16;
}
}  // namespace

float errand_bar_height(Screen& screen, const app::Underway& errand) {
    const Ui& ui = screen.ui;
    return std::max(ui.control_height(), paragraph_height(body(ui), errand_text(ui, errand), errand_text_width(ui))) +
           2 * bar_padding;
}

void errand_bar(Screen& screen, const app::Underway& errand) {
    Ui& ui = screen.ui;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = errand_bar_height(screen, errand), content = height - 2 * bar_padding;
    const std::string text = errand_text(ui, errand);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw_icon(draw, ui, icon::refresh, ImVec2(at.x + 9, at.y + content / 2), 18, ui.theme.accent);
    const float text_height = paragraph_height(body(ui), text, errand_text_width(ui));
    ImGui::SetCursorScreenPos(ImVec2(at.x + bar_icon_room, at.y + (content - text_height) / 2));
    paragraph(ui, body(ui), text, errand_text_width(ui));
    const float button_left = ui.input.width - bar_margin - button_width(ui, ui.words("action.cancel"));
    ImGui::SetCursorScreenPos(ImVec2(button_left, at.y + (content - ui.control_height()) / 2));
    if (button(ui, "cancel-errand", ui.words("action.cancel"))) screen.want(app::StopErrand{errand.request});

    const float top = at.y - bar_padding + height - bar_line, done = static_cast<float>(errand.percent) / 100;
    draw->AddRectFilled(ImVec2(0, top), ImVec2(ui.input.width, top + bar_line), ui.theme.border);
    draw->AddRectFilled(ImVec2(0, top), ImVec2(ui.input.width * done, top + bar_line), ui.theme.accent);
    app::MirrorNode& node = add_node(ui, key_of("errand-progress"), Role::ProgressBar, text, ImVec2(0, top),
                                     ImVec2(ui.input.width, top + bar_line));
    node.value_now = static_cast<float>(errand.percent);
    node.value_max = 100;
}

}  // namespace ui
