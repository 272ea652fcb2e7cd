#include "report/inspection_document.hpp"

#include "report/chapters.hpp"
#include "report/inspection_chapters.hpp"
#include "report/ledger.hpp"
#include "report/plan_document.hpp"

namespace report {
namespace {
using model::Effect;
using model::Finding;
using model::Inspection;
using model::RecordType;
using model::Row;

void round_front(const InspectionReport& r) {
    Builder& b = r.b;
    const model::Cover& cover = b.plan().cover();
    b.block(Title{b.words()("report.inspection.title", {b.take<&model::Cover::department>(cover)}),
                  b.take<&Inspection::title>(r.round)});
    KeyValues facts;
    add_fact(facts, b.word("report.inspection.plan"), b.take<&model::Cover::title>(cover));
    add_fact(facts, b.label<&Inspection::date>(), b.take<&Inspection::date>(r.round));
    add_fact(facts, b.label<&Inspection::inspectors>(), b.take<&Inspection::inspectors>(r.round));
    add_fact(facts, b.word("report.inspection.counted-on"), date_text(b.words(), r.today));
    b.block(std::move(facts));
}

void purpose(const InspectionReport& r) {
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
Cell change(Builder& b, const Row& row) {
    const auto& effect = static_cast<const Effect&>(row);
    if (!effect.before || !effect.after) return {};
    const base::Decimal difference{effect.after->units - effect.before->units};
    return Number{(difference.units > 0 ? "+" : "") + difference.text(), b.take<&Effect::unit>(effect)};
}

template <auto Value> Cell effect_value(Builder& b, const Row& row) {
    const auto& effect = static_cast<const Effect&>(row);
    Cell cell = b.take_cell<Value>(effect);
    if (auto* number = std::get_if<Number>(&cell)) number->unit = b.take<&Effect::unit>(effect);
    return cell;
}

void work(const InspectionReport& r) {
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
             computed(b.word("report.change"), 16, Align::Right, change), column<&Effect::note>(28)});
    b.rest(RecordType::Effect, rows_of(effects));
}

void problems(const InspectionReport& r) {
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

void next_steps(const InspectionReport& r) {
    Builder& b = r.b;
    b.heading(1, b.word("report.inspection.next"));
    if (r.round.conclusion.empty() && r.round.next_steps.empty()) b.missing();
    b.paragraphs<&Inspection::conclusion>(r.round);
    b.paragraphs<&Inspection::next_steps>(r.round);
}

void round_signatures(const InspectionReport& r) {
    Builder& b = r.b;
    Signature signature;
    signature.lines.push_back({b.label<&Inspection::inspectors>(), b.take<&Inspection::inspectors>(r.round), {}, {}});
    signature.lines.push_back({b.word("report.inspection.head"), {}, {}, {}});
    b.block(std::move(signature));
    if (b.release().internal)
        b.block(Paragraph{{}, b.words()("report.made", {date_text(b.words(), r.today)}), Tone::Note});
}
}  // namespace

std::string count(int number) {
    return std::to_string(number);
}

std::string category_name(const InspectionReport& r, const std::string& name) {
    return name.empty() ? r.b.word("report.uncategorised") : plain_text(name);
}

model::Id latest_inspection(const model::Plan& plan) {
    const Inspection* latest = nullptr;
    for (const Inspection* one : model::in_order<Inspection>(plan))
        if (!latest || one->date >= latest->date) latest = one;
    return latest ? latest->id : model::Id{};
}

base::Result<Document> inspection_document(const model::Plan& plan, const model::Id& inspection,
                                           const base::Words& words, base::Date today, const Release& release) {
    const Inspection* round = plan.rows<Inspection>().find(inspection);
    if (!round) return base::Error{"row-missing", "inspections/" + inspection.str(), {}};
    Builder b(plan, words, release);
    const InspectionReport r{b, *round, ledger_findings(plan, inspection),
                             analysis::ledger_numbers(plan, inspection, today), today};
    round_front(r);
    purpose(r);
    work(r);
    problems(r);
    measures_chapter(r);
    ledger_chapter(r);
    figures_chapter(r);
    progress_chapter(r);
    look_back_chapter(r);
    next_steps(r);
    b.end_headings();
    round_signatures(r);
    Document document = b.finish();
    document.subject = b.word("report.inspection");
    document.author = cover_author(plan);
    document.title = words("report.inspection.title", {plain_text(plan.cover().department)});
    return document;
}

}  // namespace report
