#include "app/reports.hpp"

#include "app/file_name.hpp"
#include "report/html.hpp"
#include "report/inspection_document.hpp"
#include "report/markdown.hpp"
#include "report/plan_document.hpp"

namespace app {
namespace {
report::Document document(const Workspace& work, ReportKind kind) {
    const base::Date today = work.today().day;
    if (kind == ReportKind::Plan) return report::plan_document(work.plan(), work.words(), today);
    const Id shown = work.view().inspection && work.plan().rows<model::Inspection>().find(work.view().inspection)
                         ? work.view().inspection
                         : report::latest_inspection(work.plan());
    base::Result<report::Document> made = report::inspection_document(work.plan(), shown, work.words(), today);
    return made ? std::move(made).value() : report::Document{};
}
}  // namespace

std::string report_html(const Workspace& work, ReportKind kind) {
    return report::to_html(document(work, kind));
}
std::string report_markdown(const Workspace& work, ReportKind kind) {
    return report::to_markdown(document(work, kind));
}

std::string report_name(const Workspace& work, ReportKind kind, std::string_view ending) {
    const std::string_view what = work.words()(kind == ReportKind::Plan ? "report.plan" : "report.inspection");
    return file_name(work.plan().cover().title, work.words()("app.name"),
                     "-" + std::string(what) + std::string(ending));
}

}  // namespace app
