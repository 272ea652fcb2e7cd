// What can be wrong with the rectification ledger itself.
#include "analysis/inspection.hpp"
#include "analysis/rules/rules.hpp"

namespace analysis {
namespace {
using model::Evidence;
using model::Finding;
using model::FindingState;
using model::LookBack;
using model::Measure;
using model::Timing;

bool is_unclosed(const Finding& finding) {
    return finding.state != FindingState::Closed;
}

void measure_without_deadline(const CheckContext& context, Issues& issues) {
    for (const Measure& measure : context.plan.rows<Measure>())
        if (measure.deadline.empty() && measure.timing != Timing::Ongoing && measure.done_on.empty())
            issues.add<&Measure::deadline>(measure);
}

std::optional<Fix> deadline_of_finding(const CheckContext& context, const Issue& issue) {
    const Measure* measure = context.plan.rows<Measure>().find(issue.id);
    const Finding* finding = measure ? context.plan.find(measure->finding) : nullptr;
    if (!finding || finding->deadline.empty()) return {};
    return fix<&Measure::deadline>(issue.id, finding->deadline);
}

void verifier_is_owner(const CheckContext& context, Issues& issues) {
    for (const Finding& finding : context.plan.rows<Finding>())
        if (!finding.verifier.empty() && finding.verifier == finding.owner)
            issues.add<&Finding::verifier>(finding, {context.person(finding.verifier)});
}

void overdue(const CheckContext& context, Issues& issues) {
    for (const Finding& finding : context.plan.rows<Finding>())
        if (is_overdue(finding, context.today.day))
            issues.add<&Finding::deadline>(
                finding, {finding.deadline.iso(), std::to_string(days_overdue(finding, context.today.day))});
}

void no_owner(const CheckContext& context, Issues& issues) {
    for (const Finding& finding : context.plan.rows<Finding>())
        if (finding.owner.empty() && is_unclosed(finding)) issues.add<&Finding::owner>(finding);
}

void no_deadline(const CheckContext& context, Issues& issues) {
    for (const Finding& finding : context.plan.rows<Finding>())
        if (finding.deadline.empty() && finding.timing != Timing::Ongoing && is_unclosed(finding))
            issues.add<&Finding::deadline>(finding);
}

void no_measure(const CheckContext& context, Issues& issues) {
    const Grouped<Measure> measures(context.plan, &Measure::finding);
    for (const Finding& finding : context.plan.rows<Finding>())
        if (measures.of(finding.id).empty()) issues.add(finding);
}

void closed_without_evidence(const CheckContext& context, Issues& issues) {
    const Grouped<Evidence> evidence(context.plan, &Evidence::finding);
    for (const Finding& finding : context.plan.rows<Finding>())
        if (!is_unclosed(finding) && evidence.of(finding.id).empty()) issues.add(finding);
}

void ongoing_without_review(const CheckContext& context, Issues& issues) {
    for (const Finding& finding : context.plan.rows<Finding>())
        if (finding.timing == Timing::Ongoing && finding.review_frequency.empty())
            issues.add<&Finding::review_frequency>(finding);
}

// A later look found the problem again, and since then nobody has taken it up.
void recurred_but_closed(const CheckContext& context, Issues& issues) {
    for (const LookBack& look : context.plan.rows<LookBack>()) {
        const Finding* finding = look.recurred ? context.plan.find(look.finding) : nullptr;
        if (finding && !is_unclosed(*finding) && !before(look.date, finding->closed_on))
            issues.add<&LookBack::recurred>(look, {finding->description, look.date.iso()});
    }
}

void no_verifier(const CheckContext& context, Issues& issues) {
    for (const Finding& finding : context.plan.rows<Finding>())
        if (finding.verifier.empty() && finding.state == FindingState::AwaitingAcceptance)
            issues.add<&Finding::verifier>(finding);
}

void measure_without_owner(const CheckContext& context, Issues& issues) {
    for (const Measure& measure : context.plan.rows<Measure>())
        if (measure.owner.empty()) issues.add<&Measure::owner>(measure);
}

std::optional<Fix> owner_of_finding(const CheckContext& context, const Issue& issue) {
    const Measure* measure = context.plan.rows<Measure>().find(issue.id);
    const Finding* finding = measure ? context.plan.find(measure->finding) : nullptr;
    const model::Person* owner = finding ? context.plan.find(finding->owner) : nullptr;
    if (!owner || owner->left) return {};
    return fix<&Measure::owner>(issue.id, owner->id);
}

void dates_out_of_order(const CheckContext& context, Issues& issues) {
    for (const Finding& finding : context.plan.rows<Finding>()) {
        if (before(finding.completed_on, finding.found_on))
            issues.add<&Finding::completed_on>(finding, {finding.completed_on.iso(), finding.found_on.iso()});
        else if (before(finding.closed_on, finding.completed_on))
            issues.add<&Finding::closed_on>(finding, {finding.closed_on.iso(), finding.completed_on.iso()});
    }
}

constexpr Rule table[] = {
    {"INSP-001", Severity::Warning, "inspection", measure_without_deadline, deadline_of_finding},
    {"INSP-002", Severity::Error, "inspection", verifier_is_owner},
    {"INSP-003", Severity::Error, "inspection", overdue},
    {"INSP-004", Severity::Warning, "inspection", no_owner},
    {"INSP-005", Severity::Warning, "inspection", no_deadline},
    {"INSP-006", Severity::Warning, "inspection", no_measure},
    {"INSP-007", Severity::Warning, "inspection", closed_without_evidence},
    {"INSP-008", Severity::Info, "inspection", ongoing_without_review},
    {"INSP-009", Severity::Error, "inspection", recurred_but_closed},
    {"INSP-010", Severity::Warning, "inspection", no_verifier},
    {"INSP-011", Severity::Warning, "inspection", measure_without_owner, owner_of_finding},
    {"INSP-012", Severity::Error, "inspection", dates_out_of_order},
};
}  // namespace

std::span<const Rule> inspection_rules() {
    return table;
}

}  // namespace analysis
