#include "report/charts.hpp"

#include <algorithm>

#include "analysis/outline.hpp"
#include "analysis/risks.hpp"
#include "base/text.hpp"
#include "report/chapters.hpp"
#include "report/field_text.hpp"
#include "report/kind_documents.hpp"

namespace report {
namespace {
std::string chart_label(std::string_view text) {
    return base::replace_all(plain_text(text), "\n", " ");
}
// A row without a name is called what it is.
std::string bar_label(const base::Words& words, model::RecordType record, std::string_view title) {
    std::string label = chart_label(title);
    return label.empty() ? std::string(words("record." + std::string(model::record(record).name))) : label;
}
std::string chart_title(const model::Plan& plan, const base::Words& words, std::string_view kind) {
    const std::string name = chart_label(plan.cover().title);
    const std::string what(words(kind));
    return name.empty() ? what : words("report.kind-title", {name, what});
}
}  // namespace

GanttChart gantt_chart(const model::Plan& plan, const base::Words& words, base::Date today) {
    GanttChart chart;
    chart.title = chart_title(plan, words, "report.chart.gantt");
    chart.language = words("report.language");
    chart.today = today;
    std::size_t dated = 0, late = 0;
    for (const analysis::OutlineRow& row : analysis::outline(plan)) {
        GanttChart::Bar bar{row.code,   bar_label(words, model::RecordType::Task, row.task->title),
                            row.depth,  row.start,
                            row.finish, row.progress};
        if (bar.first.empty()) bar.first = bar.last;
        bar.last = std::max(bar.first, bar.last);
        bar.is_summary = row.has_children;
        bar.is_late = !row.has_children && is_late(*row.task, row.finish, today);
        bar.said = range_text(words, date_text(words, bar.first), date_text(words, bar.last));
        dated += bar.first.empty() ? 0 : 1;
        late += bar.is_late ? 1 : 0;
        chart.bars.push_back(std::move(bar));
    }
    for (const model::Milestone* one : model::in_order<model::Milestone>(plan)) {
        GanttChart::Bar bar{{}, bar_label(words, model::RecordType::Milestone, one->title), 0, one->date, one->date};
        bar.is_milestone = true;
        bar.progress = one->reached_on.empty() ? 0 : 100;
        bar.is_late = !one->date.empty() && one->date < today && one->reached_on.empty();
        bar.said = date_text(words, one->date);
        dated += bar.first.empty() ? 0 : 1;
        late += bar.is_late ? 1 : 0;
        chart.bars.push_back(std::move(bar));
    }
    chart.description = words("report.chart.gantt-said", {std::to_string(chart.bars.size()), std::to_string(dated),
                                                          std::to_string(late), date_text(words, today)});
    return chart;
}

MatrixChart matrix_chart(const model::Plan& plan, const base::Words& words) {
    MatrixChart chart;
    chart.title = chart_title(plan, words, "report.risks.matrix");
    chart.language = words("report.language");
    chart.across = field_label(words, model::record(model::RecordType::Risk), model::field_of<&model::Risk::impact>());
    chart.up = field_label(words, model::record(model::RecordType::Risk), model::field_of<&model::Risk::probability>());
    chart.counts = analysis::risk_matrix(plan, analysis::RiskView::Inherent);
    std::size_t levels[4] = {};
    for (const model::Risk& risk : plan.rows<model::Risk>())
        ++levels[static_cast<std::size_t>(analysis::risk_level(analysis::inherent_score(risk)))];
    chart.description = words("report.chart.matrix-said", {std::to_string(levels[3]), std::to_string(levels[2]),
                                                           std::to_string(levels[1]), std::to_string(levels[0])});
    return chart;
}

}  // namespace report
