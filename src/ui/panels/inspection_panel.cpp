// Self-inspection and rectification: key figures, the ledger, and the steps of the selected finding.
#include "ui/icons.hpp"
#include "ui/layout.hpp"
#include "ui/panels/panels.hpp"

namespace ui {

void finding_steps(Screen& screen, const model::Finding& finding, float width) {
    Ui& ui = screen.ui;
    const view::FindingSteps steps = view::finding_steps(screen.work, finding);
    label(ui, body_bold(ui), ui.words("inspection.course"), Role::Heading, 3);
    gap(6);
    chip(ui, steps.state.text, *steps.state.chip);
    gap(6);
    for (const view::CourseStep& step : steps.course) {
        side_note(ui, step.tone, step.text, step.note, width);
        gap(6);
    }
    Flow flow(ui, width);
    for (const view::NextStep& next : steps.next) {
        const ButtonOptions options{.style = &next == &steps.next.front() ? ButtonStyle::Primary : ButtonStyle::Plain};
        flow.place(button_width(ui, ui.words(next.key), options));
        if (button(ui, next.key, ui.words(next.key), options)) screen.wish(next.command);
    }
    if (!steps.next.empty()) gap(14);
}

namespace {
void no_round_yet(Screen& screen) {
    Ui& ui = screen.ui;
    if (empty_card(ui, "first", icon::clipboard_check, ui.words("record.inspection.empty"),
                   screen.read_only() ? std::string_view() : ui.words("action.inspect"), room_width()))
        screen.want(view::new_round(screen.work));
}
}  // namespace

void inspection_panel(Screen& screen, PanelStates& states) {
    const app::Workspace& work = screen.work;
    if (screen.view().tab_of(app::Page::Inspection) == 1) return records_panel(screen, states.records);
    const model::Inspection* round = view::shown_round(work);
    shown_head(screen);
    gap(8);
    page_tabs(screen, app::Page::Inspection);
    gap(12);
    if (!round) return no_round_yet(screen);
    key_figures(screen.ui, view::ledger_figures(work, round->id), room_width());
    gap(14);
    page_table(screen, view::ledger_table(work, states.inspection.ledger, *round), states.inspection.table);
}

}  // namespace ui
