// The bar below the top bar while what is typed is not stored, or not in the plan.
#include <algorithm>

#include "ui/bars.hpp"
#include "ui/icons.hpp"

namespace ui {
namespace {

constexpr float margin = 16, alert_space = 10, icon_room = 32;

struct AlertLayout {
    float text_width, buttons_width, text_height;
    bool below;  // the buttons stand below the text
};

AlertLayout lay_out(const Screen& screen, const app::SaveTrouble& trouble) {
    const Ui& ui = screen.ui;
    AlertLayout layout{};
    if (trouble.at)
        layout.buttons_width = button_width(ui, ui.words("action.go-to-left"), {.icon = icon::arrow_right});
    else if (screen.work.has_plan())
        layout.buttons_width += button_width(ui, ui.words("action.export-now"), {.icon = icon::download});
    if (trouble.retry)
        layout.buttons_width += 8 + button_width(ui, ui.words("action.save-again"), {.icon = icon::refresh});
    const float room = ui.input.width - 2 * margin - icon_room;
    layout.below = layout.buttons_width > 0 && ui.phone();
    layout.text_width = layout.below || layout.buttons_width == 0 ? room : room - layout.buttons_width - 24;
    layout.text_height = paragraph_height(body_bold(ui), trouble.title, layout.text_width) +
                         paragraph_height(body(ui), trouble.advice, layout.text_width);
    return layout;
}

}  // namespace

float save_alert_height(Screen& screen, const app::SaveTrouble& trouble) {
    const AlertLayout layout = lay_out(screen, trouble);
    const float control = screen.ui.control_height();
    const float content = layout.below ? layout.text_height + 8 + control
                                       : std::max(layout.text_height, layout.buttons_width > 0 ? control : 0);
    return content + 2 * alert_space;
}

void save_alert(Screen& screen, const app::SaveTrouble& trouble) {
    Ui& ui = screen.ui;
    const AlertLayout layout = lay_out(screen, trouble);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = save_alert_height(screen, trouble) - 2 * alert_space;
    draw_icon(ImGui::GetWindowDrawList(), ui, trouble.error ? icon::save_failed : icon::info,
              ImVec2(at.x + 9, at.y + size::line / 2), 18, trouble.error ? ui.theme.red : ui.theme.accent);
    ImGui::SetCursorScreenPos(ImVec2(at.x + icon_room, at.y));
    ImGui::BeginGroup();
    paragraph(ui, body_bold(ui), trouble.title, layout.text_width);
    paragraph(ui, body(ui), trouble.advice, layout.text_width);
    ImGui::EndGroup();
    if (layout.buttons_width == 0) return;
    const float x = layout.below ? at.x + icon_room : ui.input.width - margin - layout.buttons_width;
    const float y = layout.below ? at.y + layout.text_height + 8 : at.y + (height - ui.control_height()) / 2;
    ImGui::SetCursorScreenPos(ImVec2(x, y));
    if (trouble.at) {
        if (button(ui, "go-to-left", ui.words("action.go-to-left"),
                   {.style = ButtonStyle::Primary, .icon = icon::arrow_right}))
            screen.want(app::Reveal{trouble.at->record, trouble.at->id});
        return;
    }
    if (screen.work.has_plan() &&
        button(ui, "export-now", ui.words("action.export-now"),
               {.style = trouble.error ? ButtonStyle::Primary : ButtonStyle::Plain, .icon = icon::download}))
        screen.want(app::ExportPlan{});
    if (!trouble.retry) return;
    same_line(8);
    if (button(ui, "save-again", ui.words("action.save-again"), {.icon = icon::refresh})) screen.want(app::SaveAgain{});
}

}  // namespace ui
