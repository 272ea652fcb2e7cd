#include "report/inspection_document.hpp"

#include <algorithm>
#include <array>

#include "analysis/inspection.hpp"
#include "report/chapters.hpp"
#include "report/ledger.hpp"

namespace report {
namespace {
using analysis::LedgerCounts;
using analysis::LedgerNumbers;
using model::Effect;
using model::Evidence;
using model::Finding;
using model::Horizon;
using model::Inspection;
using model::LookBack;
using model::Measure;
using model::RecordType;
using model::Row;
using Findings = std::vector<const Finding*>;

struct Report {
    Builder& b;
    const Inspection& round;
    Findings findings;
    LedgerNumbers numbers;
    base::Date today;
};

std::string count(int number) {
    return std::to_string(number);
}

// 信息传播效率, or what stands for no category.
std::string category_name(const Report& r, const std::string& name) {
    return name.empty() ? r.b.word("report.uncategorised") : plain_text(name);
}

// Rows of T that belong to the findings, in their order.
template <class T> RowList belonging(const Report& r, model::Ref<Finding> T::*finding) {
    RowList rows;
    for (const Finding* one : r.findings)
        for (const T* row : model::in_order(r.b.plan(), finding, one->id)) rows.push_back(row);
    return rows;
}

void front(const Report& r) {
    Builder& b = r.b;
    const model::Cover& cover = b.plan().cover();
    b.block(Title{b.words()("report.inspection.title", {b.take<&model::Cover::department>(cover)}),
                  b.take<&Inspection::title>(r.round)});
    KeyValues facts;
    add_fact(facts, b.word("report.inspection.plan"), b.take<&model::Cover::title>(cover));
    add_fact(facts, b.label<&Inspection::date>(), b.take<&Inspection::date>(r.round));
    add_fact(facts, b.label<&Inspection::inspectors>(), b.take<&Inspection::inspectors>(r.round));
    add_fact(facts, b.word("report.inspection.counted-on"), r.today.chinese());
    b.block(std::move(facts));
}

void purpose(const Report& r) {
    Builder& b = r.b;
    b.heading(1, b.word("report.inspection.purpose"));
    const bool is_empty =
        r.round.purpose.empty() && r.round.scope.empty() && r.round.methods.empty() && r.round.organisation.empty();
    if (is_empty) b.missing();
    b.heading(2, b.label<&Inspection::purpose>());
    b.paragraphs<&Inspection::purpose>(r.round);
    b.heading(2, b.label<&Inspection::scope>());
    b.paragraphs<&Inspection::scope>(r.round);
    b.heading(2, b.label<&Inspection::methods>());
    b.paragraphs<&Inspection::methods>(r.round);
    b.heading(2, b.label<&Inspection::organisation>());
    b.paragraphs<&Inspection::organisation>(r.round);
}

// The difference after − before, with its sign.
std::string change_text(Builder& b, const Row& row) {
    const auto& effect = static_cast<const Effect&>(row);
    if (!effect.before || !effect.after) return {};
    const base::Decimal difference{effect.after->units - effect.before->units};
    return measured((difference.units > 0 ? "+" : "") + difference.text(), b.take<&Effect::unit>(effect));
}

template <auto Value> std::string effect_value(Builder& b, const Row& row) {
    const auto& effect = static_cast<const Effect&>(row);
    const std::string value = b.take<Value>(effect);
    return value.empty() ? value : measured(value, b.take<&Effect::unit>(effect));
}

void work(const Report& r) {
    Builder& b = r.b;
    b.heading(1, b.word("report.inspection.work"));
    const auto effects = model::in_order(b.plan(), &Effect::inspection, r.round.id);
    if (r.round.functions.empty() && r.round.recent_work.empty() && effects.empty()) b.missing();
    b.heading(2, b.label<&Inspection::functions>());
    b.paragraphs<&Inspection::functions>(r.round);
    b.heading(2, b.label<&Inspection::recent_work>());
    b.paragraphs<&Inspection::recent_work>(r.round);
    b.heading(2, b.word("record.effect"));
    for (const Effect* effect : effects) b.skip<&Effect::inspection>(*effect);
    b.table(RecordType::Effect, rows_of(effects),
            {column<&Effect::metric>(30),
             computed(b.label<&Effect::before>(), 15, Align::Right, effect_value<&Effect::before>),
             computed(b.label<&Effect::after>(), 15, Align::Right, effect_value<&Effect::after>),
             computed(b.word("report.change"), 16, Align::Right, change_text), column<&Effect::note>(28)});
    b.rest(RecordType::Effect, rows_of(effects));
}

void problems(const Report& r) {
    Builder& b = r.b;
    b.heading(1, b.word("report.inspection.problems"));
    b.paragraphs<&Inspection::problem_overview>(r.round);
    if (r.findings.empty()) {
        b.paragraphs(b.word("report.inspection.no-problems"));
        return;
    }
    std::string shares;
    for (const auto& group : r.numbers.by_category)
        shares += (shares.empty() ? "" : b.word("report.enumeration")) +
                  b.words()("report.inspection.share", {category_name(r, group.name), count(group.counts.total)});
    b.paragraphs(b.words()("report.inspection.found", {count(r.numbers.total), shares}));
    for (const auto& group : r.numbers.by_category) {
        b.heading(2,
                  b.words()("report.inspection.category", {category_name(r, group.name), count(group.counts.total)}));
        for (const Finding* finding : r.findings) {
            if (finding->category != group.name) continue;
            b.skip<&Finding::category>(*finding);
            b.heading(3, b.take<&Finding::description>(*finding));
            b.keep_headings();
            b.labelled<&Finding::example>(*finding);
            b.labelled<&Finding::effect>(*finding);
            b.labelled<&Finding::cause>(*finding);
            b.labelled<&Finding::aim>(*finding);
        }
    }
}

// What is kept up for good has a frequency instead of a day.
std::string measure_deadline(Builder& b, const Row& row) {
    const auto& measure = static_cast<const Measure&>(row);
    const std::string day = b.take<&Measure::deadline>(measure, DateForm::Short),
                      frequency = b.take<&Measure::review_frequency>(measure);
    return day.empty() || frequency.empty() ? day + frequency : day + b.words()("report.brackets", {frequency});
}

void measures(const Report& r) {
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
                 column<&Measure::owner>(11), column<&Measure::timing>(9),
                 computed(b.label<&Measure::deadline>(), 16, Align::Left, measure_deadline),
                 column<&Measure::done_on>(16)});
        b.rest(RecordType::Measure, rows);
    }
}

void ledger(const Report& r) {
    Builder& b = r.b;
    if (r.findings.empty()) return;
    b.orientation(Orientation::Landscape);
    b.heading(1, b.word("report.inspection.ledger"));
    ledger_table(b, r.findings, r.today);
    b.block(Paragraph{{}, b.words()("report.inspection.counted", {r.today.chinese()}), Tone::Note});
    b.orientation(Orientation::Portrait);
}

std::vector<std::string> counts_row(const std::string& name, const LedgerCounts& counts) {
    return {name,
            count(counts.total),
            count(counts.open),
            count(counts.rectifying),
            count(counts.awaiting),
            count(counts.returned),
            count(counts.closed),
            count(counts.overdue),
            counts.completion().percent(),
            counts.closing().percent()};
}

// One row per group and a total, which must be the sum: both come from the same count.
void counts_table(const Report& r, const std::string& label, const std::vector<analysis::LedgerGroup>& groups,
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

void figures(const Report& r) {
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

// What the ledger's columns have no room for: source, leader, progress …, evidence and the steps taken.
void progress(const Report& r) {
    Builder& b = r.b;
    b.heading(1, b.word("report.inspection.progress"));
    b.rest(RecordType::Finding, rows_of(r.findings), [&](const Row& row) {
        const auto at = std::ranges::find(r.findings, static_cast<const Finding*>(&row)) - r.findings.begin();
        return count(static_cast<int>(at) + 1);
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

void look_backs(const Report& r) {
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

void next_steps(const Report& r) {
    Builder& b = r.b;
    b.heading(1, b.word("report.inspection.next"));
    if (r.round.conclusion.empty() && r.round.next_steps.empty()) b.missing();
    b.paragraphs<&Inspection::conclusion>(r.round);
    b.paragraphs<&Inspection::next_steps>(r.round);
}

void signatures(const Report& r) {
    Builder& b = r.b;
    Signature signature;
    signature.lines.push_back({b.label<&Inspection::inspectors>(), b.take<&Inspection::inspectors>(r.round), {}, {}});
    signature.lines.push_back({b.word("report.inspection.head"), {}, {}, {}});
    b.block(std::move(signature));
    b.block(Paragraph{{}, b.words()("report.made", {r.today.chinese()}), Tone::Note});
}
}  // namespace

model::Id latest_inspection(const model::Plan& plan) {
    const Inspection* latest = nullptr;
    for (const Inspection* one : model::in_order<Inspection>(plan))
        if (!latest || one->date >= latest->date) latest = one;
    return latest ? latest->id : model::Id{};
}

base::Result<Document> inspection_document(const model::Plan& plan, const model::Id& inspection,
                                           const base::Words& words, base::Date today) {
    const Inspection* round = plan.rows<Inspection>().find(inspection);
    if (!round) return base::Error{"row-missing", "inspections/" + inspection.str(), {}};
    Builder b(plan, words);
    const Report r{b, *round, ledger_findings(plan, inspection), analysis::ledger_numbers(plan, inspection, today),
                   today};
    front(r);
    purpose(r);
    work(r);
    problems(r);
    measures(r);
    ledger(r);
    figures(r);
    progress(r);
    look_backs(r);
    next_steps(r);
    b.end_headings();
    signatures(r);
    Document document = b.finish();
    document.title = words("report.inspection.title", {plain_text(plan.cover().department)});
    return document;
}

}  // namespace report
