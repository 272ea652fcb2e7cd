// The reports: shown as they will be printed, printed, downloaded.
#include "app/reports.hpp"
#include "ui/icons.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panes.hpp"

namespace ui {

void reports_panel(Screen& screen, ReportsState& state) {
    Ui& ui = screen.ui;
    const Tool tools[] = {
        {"print", std::string(ui.words("action.print")), {.style = ButtonStyle::Primary, .icon = icon::print}},
        {"html", std::string(ui.words("action.download-html"))},
        {"markdown", std::string(ui.words("action.download-md"))}};
    const std::string_view chosen = page_head(ui, ui.words("page.reports"), {}, tools);
    const auto kind = static_cast<app::ReportKind>(state.kind);
    const bool plan_changed =
        !state.made_of.same(screen.plan()) || state.made_for != state.kind || state.made_on != screen.today();
    if (plan_changed || state.html.empty()) {
        state.made_of = screen.plan();
        state.made_for = state.kind;
        state.made_on = screen.today();
        state.html = app::report_html(screen.work, kind);
    }
    if (chosen == "print") ui.request(app::PrintHtml{app::report_name(screen.work, kind, ""), state.html});
    if (chosen == "html")
        ui.request(
            app::DownloadFile{app::report_name(screen.work, kind, ".html"), "text/html;charset=utf-8", state.html});
    if (chosen == "markdown")
        ui.request(app::DownloadFile{app::report_name(screen.work, kind, ".md"), "text/markdown;charset=utf-8",
                                     app::report_markdown(screen.work, kind)});
    gap(8);
    const std::string kinds[] = {std::string(ui.words("report.plan")), std::string(ui.words("report.inspection"))};
    state.kind = tabs(ui, "kinds", ui.words("report.kind"), kinds, state.kind, room_width());
    gap(12);
    const bool covered =
        !ui.overlays.empty() || screen.dialog().kind != app::DialogKind::None || screen.view().search_open;
    document_card(ui, "report", ui.words(state.kind == 0 ? "report.plan" : "report.inspection"), state.html, !covered);
}

}  // namespace ui
