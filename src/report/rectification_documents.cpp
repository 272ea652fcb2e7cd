// The ledger alone, the notice to one department, and the circular about what has been put right.
#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "report/chapters.hpp"
#include "report/inspection_chapters.hpp"
#include "report/kind_documents.hpp"
#include "report/ledger.hpp"
#include "report/plan_document.hpp"

namespace report {
namespace {
using model::Finding;
using model::FindingState;
using model::Inspection;
using model::Measure;
using model::RecordType;
using model::Row;
using Findings = std::vector<const Finding*>;

const Inspection& round_of(const DocumentRequest& request) {
    return *request.plan.rows<Inspection>().find(request.inspection);
}

// "急诊科", or what stands for none.
std::string unit_name(const Builder& b, const model::Ref<model::Unit>& ref) {
    const model::Unit* unit = b.plan().find(ref);
    return unit ? plain_text(unit->name) : std::string();
}

bool concerns(const Finding& finding, const model::Id& unit) {
    return finding.unit.id() == unit || std::ranges::find(finding.joint_units, unit) != finding.joint_units.end();
}

// What has become of a finding, as a clause: 已于2026年3月5日销号.
std::string outcome(Builder& b, const Finding& finding, base::Date today) {
    if (finding.state == FindingState::Closed && !finding.closed_on.empty())
        return b.words()("report.circular.closed", {date_text(b.words(), finding.closed_on)});
    return b.words()("report.circular.state", {state_text(b.words(), finding, today)});
}

// 一是…（已于…完成）；二是…。目前整改中。
std::string carried_out(Builder& b, const Measures& all, const Finding& finding, base::Date today) {
    std::vector<std::string> done;
    for (const auto& [id, measure] : all.of(finding.id)) {
        std::string text = base::replace_all(b.take<&Measure::action>(*measure), "\n", " ");
        const std::string day = b.take<&Measure::done_on>(*measure);
        static constexpr std::string_view stop = "。";
        if (text.ends_with(stop)) text.resize(text.size() - stop.size());
        done.push_back(day.empty() ? text : text + b.words()("report.circular.done", {day}));
    }
    std::string text = in_a_row(b.words(), done);
    if (text.empty()) text = b.word("report.circular.no-measures");
    return text + outcome(b, finding, today);
}

// Every column of the ledger as hospitals keep it.
void whole_ledger(Builder& b, const Findings& findings, base::Date today) {
    using model::Evidence;
    std::map<const Row*, int> numbers;
    for (const Finding* finding : findings) numbers.emplace(finding, static_cast<int>(numbers.size()) + 1);
    const Measures measures(b.plan(), &Measure::finding);
    const analysis::Grouped<Evidence> evidence(b.plan(), &Evidence::finding);
    const auto number = [&](Builder&, const Row& row) { return Number{std::to_string(numbers[&row])}; };
    const auto actions = [&](Builder& builder, const Row& row) { return measures_text(builder, measures, row); };
    const auto deadline = [](Builder& builder, const Row& row) {
        return deadline_and_frequency(builder, static_cast<const Finding&>(row));
    };
    const auto units = [](Builder& builder, const Row& row) {
        const auto& finding = static_cast<const Finding&>(row);
        return joined_texts({builder.take<&Finding::unit>(finding), builder.take<&Finding::joint_units>(finding)},
                            builder.word("report.enumeration"));
    };
    const auto state = [&](Builder& builder, const Row& row) {
        const auto& finding = static_cast<const Finding&>(row);
        builder.skip<&Finding::state>(finding);
        if (builder.hides<&Finding::state>()) return State{};
        return State{state_text(builder.words(), finding, today), analysis::is_overdue(finding, today)};
    };
    const auto proofs = [&](Builder& builder, const Row& row) {
        std::vector<std::string> texts;
        for (const auto& [id, one] : evidence.of(row.id)) texts.push_back(builder.take<&Evidence::description>(*one));
        return joined_texts(texts, "\n");
    };
    std::vector<RecordColumn> columns{computed(b.word("report.ordinal"), 4, Align::Centre, number),
                                      column<&Finding::source>(6),
                                      column<&Finding::category>(8),
                                      column<&Finding::description>(16),
                                      column<&Finding::found_on>(8),
                                      column<&Finding::cause>(12),
                                      computed(b.word("record.measure"), 16, Align::Left, actions),
                                      column<&Finding::aim>(10),
                                      column<&Finding::leader>(6),
                                      computed(b.label<&Finding::unit>(), 8, Align::Left, units),
                                      column<&Finding::owner>(6),
                                      column<&Finding::timing>(6),
                                      computed(b.label<&Finding::deadline>(), 8, Align::Left, deadline),
                                      column<&Finding::progress_note>(10),
                                      computed(b.label<&Finding::state>(), 6, Align::Left, state),
                                      computed(b.word("record.evidenceItem"), 10, Align::Left, proofs),
                                      column<&Finding::verifier>(6),
                                      column<&Finding::completed_on>(8),
                                      column<&Finding::closed_on>(8),
                                      column<&Finding::note>(8)};
    for (RecordColumn& one : columns) one.is_fixed = true;
    b.table(RecordType::Finding, rows_of(findings), columns);
}

std::string sums(const Builder& b, const analysis::LedgerNumbers& n) {
    return b.words()("report.circular.sums",
                     {count(n.total), count(n.closed), count(n.awaiting), count(n.rectifying + n.returned),
                      count(n.open), count(n.overdue), n.completion().percent(), n.closing().percent()});
}
}  // namespace

Made ledger_document(const DocumentRequest& request) {
    Builder b(request.plan, request.words, request.release);
    const Findings findings = ledger_findings(request.plan, request.inspection);
    const auto numbers = analysis::ledger_numbers(request.plan, request.inspection, request.today);
    const std::string title = kind_title(request);
    b.orientation(Orientation::Landscape);
    kind_front(b, request, title, b.take<&Inspection::title>(round_of(request)));
    if (!b.hides<&Finding::state>()) b.paragraphs(sums(b, numbers));
    if (findings.empty())
        b.paragraphs(b.word("report.inspection.no-problems"));
    else
        whole_ledger(b, findings, request.today);
    return kind_finished(b, request, title);
}

Made notice_document(const DocumentRequest& request) {
    Builder b(request.plan, request.words, request.release);
    // Which departments have something to put right, in the order of the ledger.
    Findings open;
    std::vector<const model::Unit*> units;
    for (const Finding* finding : ledger_findings(request.plan, request.inspection)) {
        if (finding->state != FindingState::Closed) open.push_back(finding);
        std::vector<model::Id> theirs(finding->joint_units);
        theirs.insert(theirs.begin(), finding->unit.id());
        for (const model::Id& id : theirs)
            if (const model::Unit* unit = request.plan.rows<model::Unit>().find(id);
                unit && std::ranges::find(units, unit) == units.end())
                units.push_back(unit);
    }
    const model::Unit* unit = request.unit.empty() && units.size() == 1 ? units.front() : nullptr;
    std::vector<std::string> names;
    for (const model::Unit* one : units) {
        if (base::name_key(one->name) == base::name_key(request.unit) || one->id.text() == request.unit) unit = one;
        names.push_back(plain_text(one->name));
    }
    if (!unit) return base::Error{"unit-missing", request.unit, base::join(names, request.words("report.enumeration"))};
    std::erase_if(open, [&](const Finding* finding) { return !concerns(*finding, unit->id); });

    const Inspection& round = round_of(request);
    const std::string title = b.word("report.notice.title");
    b.block(Title{title, {}});
    const auto overdue = std::ranges::count_if(
        open, [&](const Finding* finding) { return analysis::is_overdue(*finding, request.today); });
    const std::string round_title = b.take<&Inspection::title>(round);
    if (open.empty()) {
        b.paragraphs(b.words()("report.notice.none", {round_title}));
    } else {
        b.paragraphs(
            b.words()("report.notice.intro", {round_title, std::to_string(open.size()), std::to_string(overdue)}));
        b.heading(1, b.word("report.notice.list"));
        const Measures measures(request.plan, &Measure::finding);
        int at = 0;
        b.table(RecordType::Finding, rows_of(open),
                {computed(b.word("report.ordinal"), 4, Align::Centre,
                          [&](Builder&, const Row&) { return Number{std::to_string(++at)}; }),
                 column<&Finding::description>(22),
                 computed(b.word("record.measure"), 24, Align::Left,
                          [&](Builder& builder, const Row& row) { return measures_text(builder, measures, row); }),
                 column<&Finding::aim>(14), column<&Finding::owner>(9), column<&Finding::timing>(9),
                 computed(b.label<&Finding::deadline>(), 12, Align::Left,
                          [](Builder& builder, const Row& row) {
                              return deadline_and_frequency(builder, static_cast<const Finding&>(row));
                          }),
                 computed(b.word("report.notice.part"), 8, Align::Left, [&](Builder& builder, const Row& row) {
                     const bool leads = static_cast<const Finding&>(row).unit.id() == unit->id;
                     return builder.word(leads ? "report.notice.leads" : "report.notice.joins");
                 })});
        b.heading(1, b.word("report.notice.duties"));
        base::Date last;
        for (const Finding* finding : open) last = std::max(last, finding->deadline);
        List duties;
        duties.items.push_back(b.word("report.notice.duty-owner"));
        if (!last.empty())
            duties.items.push_back(b.words()("report.notice.duty-deadline", {date_text(b.words(), last)}));
        duties.items.push_back(b.word("report.notice.duty-evidence"));
        duties.items.push_back(b.word("report.notice.duty-acceptance"));
        b.block(std::move(duties));
        b.labelled(b.label<&Inspection::contact>(), b.take<&Inspection::contact>(round));
    }
    kind_closing(b, request);
    Document document = kind_finished(b, request, title);
    document.dispatch.addressee = plain_text(unit->name);
    return document;
}

Made circular_document(const DocumentRequest& request) {
    Builder b(request.plan, request.words, request.release);
    const Inspection& round = round_of(request);
    const InspectionReport r{b, round, ledger_findings(request.plan, request.inspection),
                             analysis::ledger_numbers(request.plan, request.inspection, request.today), request.today};
    const std::string round_title = b.take<&Inspection::title>(round);
    const std::string title = b.words()("report.circular.title", {round_title});
    b.block(Title{title, {}});
    b.heading(1, b.word("report.circular.overview"));
    b.paragraphs(b.words()("report.circular.intro", {date_text(b.words(), request.today), round_title}) +
                 sums(b, r.numbers));
    b.paragraphs<&Inspection::organisation>(round);
    figures_chapter(r);
    b.heading(1, b.word("report.circular.carried-out"));
    const Measures measures(request.plan, &Measure::finding);
    std::map<std::string, Findings> by_category;
    for (const Finding* finding : r.findings) by_category[finding->category].push_back(finding);
    for (const auto& group : r.numbers.by_category) {
        b.heading(2,
                  b.words()("report.inspection.category", {category_name(r, group.name), count(group.counts.total)}));
        for (const Finding* finding : by_category[group.name]) {
            b.heading(3, b.take<&Finding::description>(*finding));
            b.labelled(b.word("report.circular.done-label"), carried_out(b, measures, *finding, request.today));
        }
    }
    b.heading(1, b.word("report.circular.unfinished"));
    std::vector<std::string> late;
    for (const Finding* finding : r.findings)
        if (analysis::is_overdue(*finding, request.today))
            late.push_back(
                b.words()("report.circular.late",
                          {base::replace_all(b.take<&Finding::description>(*finding), "\n", " "),
                           unit_name(b, finding->unit), count(analysis::days_overdue(*finding, request.today))}));
    b.paragraphs(late.empty() ? b.word("report.circular.none-late") : in_a_row(b.words(), late));
    b.heading(1, b.word("report.inspection.next"));
    if (round.next_steps.empty()) b.missing();
    b.paragraphs<&Inspection::next_steps>(round);
    b.end_headings();
    b.labelled(b.label<&Inspection::contact>(), b.take<&Inspection::contact>(round));
    kind_closing(b, request);
    if (!r.findings.empty()) {
        b.orientation(Orientation::Landscape);
        b.heading(1, b.word("report.inspection.ledger"));
        whole_ledger(b, r.findings, request.today);
    }
    return kind_finished(b, request, title);
}

}  // namespace report
