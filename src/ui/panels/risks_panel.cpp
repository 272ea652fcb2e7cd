// Risks: matrix, levels, register.
#include <algorithm>

#include "ui/charts.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panes.hpp"

namespace ui {

void risks_panel(Screen& screen, PanelStates& states) {
    Ui& ui = screen.ui;
    const app::Workspace& work = screen.work;
    if (screen.view().tab_of(app::Page::Risks) > 0) return records_panel(screen, states.records);
    RisksState& state = states.risks;
    shown_head(screen);
    gap(8);
    const float available = room_width();
    const std::string views[] = {std::string(ui.words("risks.inherent")), std::string(ui.words("risks.residual"))};
    Flow flow(ui, available);
    flow.place(std::min(available, segmented_width(ui, view::tab_names(ui.words, app::Page::Risks))));
    page_tabs(screen, app::Page::Risks);
    flow.place(segmented_width(ui, views));
    bool& residual = state.risks.residual;
    residual = segmented(ui, "view", ui.words("risks.view"), views, residual ? 1 : 0) == 1;
    gap(12);
    const view::Table risks = view::risk_register(work, state.risks);
    if (!risks.empty) {
        panes(
            ui,
            {.beside_from = 640,
             .share = 0.41f,
             .least = 300,
             .most = 420,
             .height = 290,
             .first_height = 290,
             .second_height = 220},
            available,
            [&](const Box& box) {
                const std::vector<view::MatrixCell> cells = view::risk_matrix(work, state.risks);
                if (const auto* pressed = matrix(ui, ui.words("risks.matrix"), cells, box))
                    view::press(state.risks, *pressed);
            },
            [&](const Box& box) {
                const view::RiskLevels levels = view::risk_levels(work, state.risks);
                level_bars(ui, ui.words("risks.levels"), levels, box);
            });
        gap(14);
    }
    page_table(screen, risks, state.table);
}

}  // namespace ui
