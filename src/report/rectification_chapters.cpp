// What was done about the findings: measures, ledger, progress, looks back.
#include <algorithm>
#include <array>

#include "report/chapters.hpp"
#include "report/inspection_chapters.hpp"
#include "report/ledger.hpp"

namespace report {
namespace {
using model::Evidence;
using model::Finding;
using model::Horizon;
using model::LookBack;
using model::Measure;
using model::RecordType;
using model::Row;

// What is kept up for good has a frequency instead of a day.
std::string measure_deadline(Builder& b, const Row& row) {
    const auto& measure = static_cast<const Measure&>(row);
    const std::string day = when_text<&Measure::deadline, &Measure::deadline_words>(b, measure),
                      frequency = b.take<&Measure::review_frequency>(measure);
    return day.empty() || frequency.empty() ? day + frequency : day + b.words()("report.brackets", {frequency});
}
}  // namespace

void measures_chapter(const InspectionReport& r) {
    Builder& b = r.b;
    b.heading(1, b.word("report.inspection.measures"));
    const RowList all = belonging(r, &Measure::finding);
    if (all.empty()) b.missing();
    for (const Horizon horizon : std::array{Horizon::Short, Horizon::Middle, Horizon::Long, Horizon::None}) {
        RowList rows;
        for (const Row* row : all)
            if (static_cast<const Measure&>(*row).horizon == horizon) {
                b.skip<&Measure::horizon>(static_cast<const Measure&>(*row));
                rows.push_back(row);
            }
        const std::string name = choice_text(b.words(), horizon);
        b.heading(2, name.empty() ? b.word("report.inspection.measures.other")
                                  : b.words()("report.inspection.measures.horizon", {name}));
        b.table(RecordType::Measure, rows,
                {column<&Measure::finding>(22), column<&Measure::action>(30), column<&Measure::tool>(12),
                 column<&Measure::owner>(11), column<&Measure::timing>(11),
                 computed(b.label<&Measure::deadline>(), 16, Align::Left, measure_deadline),
                 column<&Measure::done_on>(16)});
        b.rest(RecordType::Measure, rows);
    }
}

void ledger_chapter(const InspectionReport& r) {
    Builder& b = r.b;
    if (r.findings.empty()) return;
    b.orientation(Orientation::Landscape);
    b.heading(1, b.word("report.inspection.ledger"));
    // Before the table: a note behind it would sometimes stand on a page alone.
    b.block(Paragraph{{}, b.words()("report.inspection.counted", {date_text(b.words(), r.today)}), Tone::Note});
    ledger_table(b, r.findings, r.today);
    b.orientation(Orientation::Portrait);
}

// What the ledger's columns have no room for: source, leader, progress …, evidence and the steps taken.
void progress_chapter(const InspectionReport& r) {
    Builder& b = r.b;
    b.heading(1, b.word("report.inspection.progress"));
    for (const Finding* finding : r.findings) b.skip<&Finding::inspection>(*finding);
    b.rest(RecordType::Finding, rows_of(r.findings), [&](const Row& row) {
        const auto at = std::ranges::find(r.findings, static_cast<const Finding*>(&row)) - r.findings.begin();
        return count(static_cast<int>(at) + 1) + ".";
    });
    b.heading(2, b.word("record.evidenceItem"));
    const RowList evidence = belonging(r, &Evidence::finding);
    b.table(RecordType::Evidence, evidence,
            {column<&Evidence::finding>(30), column<&Evidence::description>(26), column<&Evidence::kind>(12),
             column<&Evidence::place>(18), column<&Evidence::date>(14)});
    using model::StateChange;
    b.heading(2, b.word("record.stateChange"));
    const RowList changes = belonging(r, &StateChange::finding);
    b.table(RecordType::StateChange, changes,
            {column<&StateChange::finding>(30), column<&StateChange::from>(12), column<&StateChange::to>(12),
             column<&StateChange::by>(12), column<&StateChange::date>(14), column<&StateChange::note>(20)});
}

void look_back_chapter(const InspectionReport& r) {
    Builder& b = r.b;
    b.heading(1, b.word("report.inspection.look-back"));
    const RowList rows = belonging(r, &LookBack::finding);
    if (rows.empty()) return;
    int recurred = 0;
    for (const Row* row : rows) recurred += static_cast<const LookBack&>(*row).recurred ? 1 : 0;
    b.paragraphs(b.words()("report.inspection.looked-back", {count(static_cast<int>(rows.size())), count(recurred)}));
    const auto outcome = [](Builder& builder, const Row& row) {
        const auto& look = static_cast<const LookBack&>(row);
        builder.skip<&LookBack::recurred>(look);
        return builder.word(look.recurred ? "report.yes" : "report.no");
    };
    b.table(RecordType::LookBack, rows,
            {column<&LookBack::finding>(28), column<&LookBack::date>(14), column<&LookBack::checker>(11),
             computed(b.label<&LookBack::recurred>(), 9, Align::Left, outcome), column<&LookBack::result>(22),
             column<&LookBack::new_action>(22)});
}

}  // namespace report
