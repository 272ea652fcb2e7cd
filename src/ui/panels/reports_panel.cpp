// The reports: shown as they will be printed, printed, downloaded.
#include "exchange/format.hpp"
#include "ui/icons.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panes.hpp"

namespace ui {
namespace {

std::vector<Tool> report_tools(const Ui& ui, Enabled printing, Enabled downloading) {
    std::vector<Tool> tools{{"print",
                             std::string(ui.words("action.print")),
                             {.style = ButtonStyle::Primary, .icon = icon::print, .enabled = printing}}};
    for (const exchange::Format& format : exchange::formats()) {
        const bool is_whole = format.content == exchange::Content::Plan || format.content == exchange::Content::Store;
        if (!format.writes || is_whole) continue;
        tools.push_back({format.id,
                         std::string(ui.words("action.download." + std::string(format.id))),
                         {.enabled = downloading, .hint = ui.words("format." + std::string(format.id) + ".lacks")}});
    }
    return tools;
}

void report_kinds(Screen& screen) {
    const Ui& ui = screen.ui;
    const std::string kinds[] = {std::string(ui.words("report.plan")), std::string(ui.words("report.inspection"))};
    const auto shown = static_cast<std::size_t>(screen.view().report);
    const std::size_t kind = tabs(screen.ui, "kinds", ui.words("report.kind"), kinds, shown, room_width());
    if (kind != shown) screen.want(app::ShowReport{static_cast<app::Subject>(kind)});
}

// In place of the report: why there is none.
void no_report(Screen& screen, const base::Error& why) {
    Ui& ui = screen.ui;
    const std::string text =
        why.code == "cancelled" ? std::string(ui.words("errand.cancelled")) : exchange::error_text(ui.words, why);
    if (empty_card(ui, "again", icon::refresh, text, ui.words("action.make-again"), room_width()))
        screen.want(app::MakeReportAgain{});
}

}  // namespace

void reports_panel(Screen& screen) {
    Ui& ui = screen.ui;
    const app::Reports& reports = screen.work.reports();
    const bool of_plan = screen.view().report == app::Subject::Plan;
    const bool no_round = !of_plan && screen.plan().table(app::RecordType::Inspection).empty();
    const std::string& html = reports.html();
    const auto tools =
        report_tools(ui, html.empty() || no_round ? Enabled::No : Enabled::Yes, no_round ? Enabled::No : Enabled::Yes);
    const std::string_view chosen = page_head(ui, ui.words("page.reports"), {}, tools);
    if (chosen == "print")
        screen.want(app::PrintReport{});
    else if (!chosen.empty())
        screen.want(app::DownloadReport{exchange::find_format(chosen)});
    gap(8);
    report_kinds(screen);
    gap(12);
    if (no_round) {
        if (empty_card(ui, "no-round", icon::clipboard_check, ui.words("record.inspection.empty"),
                       ui.words("page.inspection"), room_width()))
            screen.want(app::Show{app::Page::Inspection});
        return;
    }
    if (const base::Error* why = reports.failure()) return no_report(screen, *why);
    const bool covered =
        !ui.overlays.empty() || screen.dialog().kind != app::DialogKind::None || screen.view().search_open;
    document_card(ui, "report", ui.words(of_plan ? "report.plan" : "report.inspection"), html,
                  !covered && !html.empty());
}

}  // namespace ui
