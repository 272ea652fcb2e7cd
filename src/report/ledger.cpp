#include "report/ledger.hpp"

#include <map>

#include "analysis/context.hpp"
#include "analysis/inspection.hpp"
#include "report/chapters.hpp"

namespace report {
namespace {
using model::Finding;
using model::Measure;
using model::RecordType;
using model::Row;

// What is to be kept up for good has no end: it is looked at again and again.
std::string deadline_text(Builder& b, const Row& row) {
    const auto& finding = static_cast<const Finding&>(row);
    const std::string deadline = deadline_and_frequency(b, finding);
    const bool is_endless = finding.timing == model::Timing::Ongoing && deadline.empty();
    return is_endless ? choice_text(b.words(), model::Timing::Ongoing) : deadline;
}

}  // namespace

std::string measures_text(Builder& b, const Measures& all, const model::Row& finding) {
    const auto measures = all.of(finding.id);
    std::string text;
    int number = 0;
    for (const auto& [id, measure] : measures) {
        if (!text.empty()) text += '\n';
        if (measures.size() > 1) text += std::to_string(++number) + ". ";
        text += b.take<&Measure::action>(*measure);
    }
    return text;
}

std::string deadline_and_frequency(Builder& b, const Finding& finding) {
    const std::string day = when_text<&Finding::deadline, &Finding::deadline_words>(b, finding);
    const std::string frequency = b.take<&Finding::review_frequency>(finding);
    if (!day.empty() && !frequency.empty()) return day + b.words()("report.brackets", {frequency});
    return day + frequency;
}

std::vector<const Finding*> ledger_findings(const model::Plan& plan, const model::Id& inspection) {
    std::vector<const Finding*> findings;
    for (const model::Inspection* round : model::in_order<model::Inspection>(plan)) {
        if (!inspection.empty() && round->id != inspection) continue;
        for (const Finding* finding : model::in_order(plan, &Finding::inspection, round->id))
            findings.push_back(finding);
    }
    return findings;
}

std::string state_text(const base::Words& words, const Finding& finding, base::Date today) {
    const std::string state = choice_text(words, finding.state);
    if (!analysis::is_overdue(finding, today)) return state;
    return state + words("report.overdue-days", {std::to_string(analysis::days_overdue(finding, today))});
}

void ledger_table(Builder& b, const std::vector<const Finding*>& findings, base::Date today) {
    if (findings.empty()) return;
    std::map<const Row*, int> numbers;
    for (const Finding* finding : findings) numbers.emplace(finding, static_cast<int>(numbers.size()) + 1);
    const Measures by_finding(b.plan(), &Measure::finding);
    const auto measures = [&](Builder& builder, const Row& row) { return measures_text(builder, by_finding, row); };
    const auto number = [&](Builder&, const Row& row) { return Number{std::to_string(numbers[&row])}; };
    const auto state = [&](Builder& builder, const Row& row) {
        const auto& finding = static_cast<const Finding&>(row);
        builder.skip<&Finding::state>(finding);
        if (builder.hides<&Finding::state>()) return State{};
        return State{state_text(builder.words(), finding, today), analysis::is_overdue(finding, today)};
    };
    std::vector<RecordColumn> columns{computed(b.word("report.ordinal"), 4, Align::Centre, number),
                                      column<&Finding::category>(8),
                                      column<&Finding::description>(17),
                                      column<&Finding::cause>(13),
                                      computed(b.word("record.measure"), 17, Align::Left, measures),
                                      column<&Finding::owner>(7),
                                      column<&Finding::timing>(8),
                                      computed(b.label<&Finding::deadline>(), 10, Align::Left, deadline_text),
                                      computed(b.label<&Finding::state>(), 8, Align::Left, state),
                                      column<&Finding::verifier>(7),
                                      column<&Finding::closed_on>(10)};
    for (RecordColumn& one : columns) one.is_fixed = true;
    b.table(RecordType::Finding, rows_of(findings), columns);
}

}  // namespace report
