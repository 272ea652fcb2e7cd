// The figures of an inspection report, all from one count of the ledger.
#include <algorithm>

#include "report/inspection_chapters.hpp"

namespace report {
namespace {
using analysis::LedgerCounts;
using analysis::LedgerNumbers;
using model::Finding;

Cell share(const analysis::Share& share) {
    std::string text = share.percent();
    if (!text.ends_with('%')) return text;  // of nothing
    text.pop_back();
    return Percent{std::move(text)};
}

std::vector<Cell> counts_row(const std::string& name, const LedgerCounts& counts) {
    std::vector<Cell> row{name};
    for (const int number : {counts.total, counts.open, counts.rectifying, counts.awaiting, counts.returned,
                             counts.closed, counts.overdue})
        row.emplace_back(Number{count(number)});
    row.push_back(share(counts.completion()));
    row.push_back(share(counts.closing()));
    return row;
}

// One row per group and a total, which must be the sum: both come from the same count.
void counts_table(const InspectionReport& r, const std::string& label, const std::vector<analysis::LedgerGroup>& groups,
                  const std::string& no_name) {
    Builder& b = r.b;
    using model::FindingState;
    const auto state = [&](FindingState value) { return choice_text(b.words(), value); };
    Table table;
    table.columns.push_back({label, 16, Align::Left});
    for (const std::string& header :
         {b.word("report.figures.total"), state(FindingState::Open), state(FindingState::Rectifying),
          state(FindingState::AwaitingAcceptance), state(FindingState::Returned), state(FindingState::Closed),
          b.word("report.figures.overdue")})
        table.columns.push_back({header, 8, Align::Right});
    for (const char* header : {"report.figures.completion", "report.figures.closing"})
        table.columns.push_back({b.word(header), 11, Align::Right});
    for (const auto& group : groups)
        table.rows.push_back(counts_row(group.name.empty() ? no_name : plain_text(group.name), group.counts));
    table.rows.push_back(counts_row(b.word("report.total"), r.numbers));
    table.has_total = true;
    b.block(std::move(table));
}
}  // namespace

void figures_chapter(const InspectionReport& r) {
    Builder& b = r.b;
    if (r.findings.empty()) return;
    b.heading(1, b.word("report.inspection.figures"));
    const LedgerNumbers& n = r.numbers;
    const auto of = [&](int part) { return b.words()("report.figures.of", {count(part), count(n.total)}); };
    KeyFigures figures;
    figures.figures = {
        {b.word("report.figures.total"), count(n.total), b.words()("report.figures.ongoing", {count(n.ongoing)})},
        {choice_text(b.words(), model::FindingState::Closed), count(n.closed), {}},
        {choice_text(b.words(), model::FindingState::AwaitingAcceptance), count(n.awaiting), {}},
        {choice_text(b.words(), model::FindingState::Rectifying), count(n.rectifying), {}},
        {choice_text(b.words(), model::FindingState::Returned), count(n.returned), {}},
        {choice_text(b.words(), model::FindingState::Open), count(n.open), {}},
        {b.word("report.figures.overdue"), count(n.overdue), {}},
        {b.word("report.figures.completion"), n.completion().percent(), of(n.completion().part)},
        {b.word("report.figures.closing"), n.closing().percent(), of(n.closing().part)}};
    b.block(std::move(figures));
    b.block(Paragraph{{}, b.word("report.figures.how"), Tone::Note});
    b.heading(2, b.word("report.figures.by-category"));
    counts_table(r, b.label<&Finding::category>(), n.by_category, b.word("report.uncategorised"));
    const bool has_units = std::ranges::any_of(n.by_unit, [](const auto& group) { return !group.name.empty(); });
    if (!has_units) return;
    b.heading(2, b.word("report.figures.by-unit"));
    counts_table(r, b.label<&Finding::unit>(), n.by_unit, b.word("report.no-unit"));
}

}  // namespace report
