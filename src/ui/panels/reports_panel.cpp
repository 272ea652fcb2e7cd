// The reports: shown as they will be printed, printed, downloaded.
#include "app/reports.hpp"
#include "ui/icons.hpp"
#include "ui/panels/panels.hpp"

namespace ui {

void reports_panel(Screen& screen, ReportsState& state) {
    Ui& ui = screen.ui;
    const std::string print(ui.words("action.print")), html(ui.words("action.download-html")),
        markdown(ui.words("action.download-md"));
    const float actions = button_width(ui, print, {.style = ButtonStyle::Primary, .icon = icon::print}) +
                          button_width(ui, html) + button_width(ui, markdown) + 16;
    page_head(screen, ui.words("page.reports"), {}, actions);
    const auto kind = static_cast<app::ReportKind>(state.kind);
    const bool plan_changed =
        !state.made_of.same(screen.plan()) || state.made_for != state.kind || state.made_on != screen.work.today().day;
    if (plan_changed || state.html.empty()) {
        state.made_of = screen.plan();
        state.made_for = state.kind;
        state.made_on = screen.work.today().day;
        state.html = app::report_html(screen.work, kind);
    }
    if (button(ui, "print", print, {.style = ButtonStyle::Primary, .icon = icon::print}))
        ui.request(app::PrintHtml{app::report_name(screen.work, kind, ""), state.html});
    same_line(8);
    if (button(ui, "html", html))
        ui.request(
            app::DownloadFile{app::report_name(screen.work, kind, ".html"), "text/html;charset=utf-8", state.html});
    same_line(8);
    if (button(ui, "markdown", markdown))
        ui.request(app::DownloadFile{app::report_name(screen.work, kind, ".md"), "text/markdown;charset=utf-8",
                                     app::report_markdown(screen.work, kind)});
    gap(8);
    const std::string kinds[] = {std::string(ui.words("report.plan")), std::string(ui.words("report.inspection"))};
    state.kind = segmented(ui, "kinds", ui.words("report.kind"), kinds, state.kind);
    gap(12);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImVec2 extent = ImGui::GetContentRegionAvail();
    extent.y = std::max(extent.y, 200.f);
    card_background(ui, at, ImVec2(at.x + extent.x, at.y + extent.y));
    if (ui.overlays.empty() && screen.work.dialog.kind == app::DialogKind::None && !screen.work.view.search_open) {
        const NodeKey key = key_of("report");
        add_node(ui, key, Role::Document, ui.words(state.kind == 0 ? "report.plan" : "report.inspection"), at,
                 ImVec2(at.x + extent.x, at.y + extent.y));
        ui.request(app::ShowHtml{key, {at.x + 1, at.y + 1, extent.x - 2, extent.y - 2}, state.html});
    }
    ImGui::Dummy(extent);
}

}  // namespace ui
