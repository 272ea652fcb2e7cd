#include "analysis/inspection.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/text.hpp"
#include "model/order_key.hpp"

namespace analysis {
namespace {
using model::Finding;
using model::FindingState;
using model::RecordType;

void count(LedgerCounts& counts, const Finding& finding, Date today) {
    ++counts.total;
    switch (finding.state) {
        case FindingState::Open:
            ++counts.open;
            break;
        case FindingState::Rectifying:
            ++counts.rectifying;
            break;
        case FindingState::AwaitingAcceptance:
            ++counts.awaiting;
            break;
        case FindingState::Closed:
            ++counts.closed;
            break;
        case FindingState::Returned:
            ++counts.returned;
            break;
    }
    if (is_overdue(finding, today)) ++counts.overdue;
    if (finding.timing == model::Timing::Ongoing) ++counts.ongoing;
}

// A finding is known by what it was found against and by which rule.
using Subject = std::tuple<std::string_view, RecordType, Id>;

std::set<Subject> unclosed_subjects(const model::Plan& plan) {
    std::set<Subject> subjects;
    for (const Finding& finding : plan.rows<Finding>()) {
        const model::RecordInfo* record = model::find_record(finding.subject_type);
        if (record && !finding.rule.empty() && finding.state != FindingState::Closed)
            subjects.emplace(finding.rule, record->type, finding.subject.id());
    }
    return subjects;
}

// Who answers for the row, unless the person has left.
Id owner_of(const model::Plan& plan, const model::RecordInfo& info, const Id& id) {
    const model::Row* row = plan.table(info.type).find(id);
    const model::FieldInfo* field = info.find("owner");
    if (!row || !field || field->kind != model::Kind::Ref || field->target != RecordType::Person) return {};
    const model::Person* person = plan.rows<model::Person>().find(model::get_ref(*row, *field));
    return person && !person->left ? person->id : Id{};
}

std::string last_order(const model::Plan& plan, const Id& inspection) {
    std::string last;
    for (const Finding& finding : plan.rows<Finding>())
        if (finding.inspection.id() == inspection && finding.order > last) last = finding.order;
    return last;
}

Finding finding_of(const model::Plan& plan, const Issue& issue, const base::Words& words) {
    const model::RecordInfo& info = model::record(issue.record);
    Finding finding;
    finding.source = model::FindingSource::SystemCheck;
    finding.category = words("finding-category." + std::string(section_of(issue)));
    finding.description = sentence(words, plan, issue);
    finding.severity =
        issue.severity == Severity::Error ? model::FindingSeverity::Serious : model::FindingSeverity::Ordinary;
    finding.rule = issue.rule;
    finding.subject_type = info.name;
    finding.subject = model::Ref<model::Row>(issue.id);
    finding.owner = model::Ref<model::Person>(owner_of(plan, info, issue.id));
    return finding;
}

// Issues of the same rule and row (say, in two of its fields) share one finding as far as its text has room.
void append(Finding& finding, const std::string& more, const base::Words& words) {
    const std::string joined = finding.description + std::string(words("report.clause-end")) + more;
    if (base::count_code_points(joined) <= static_cast<std::size_t>(model::long_text_limit))
        finding.description = joined;
}

bool about_ledger(const Issue& issue) {
    const std::string_view section = section_of(issue);
    return section == "inspection" || section == "review";
}
}  // namespace

std::string Share::percent() const {
    if (whole <= 0) return "—";
    const std::int64_t tenths = (std::int64_t{part} * 2000 + whole) / (2 * std::int64_t{whole});
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%";
}

LedgerNumbers ledger_numbers(const model::Plan& plan, const Id& inspection, Date today) {
    LedgerNumbers numbers;
    std::map<std::string_view, std::size_t> categories;
    std::map<Id, LedgerCounts> units;
    for (const Finding* finding : model::in_order<Finding>(plan)) {
        if (!inspection.empty() && finding->inspection.id() != inspection) continue;
        count(numbers, *finding, today);
        const auto [category, added] = categories.try_emplace(finding->category, numbers.by_category.size());
        if (added) numbers.by_category.push_back({finding->category, {}, {}});
        count(numbers.by_category[category->second].counts, *finding, today);
        count(units[finding->unit], *finding, today);
    }
    for (const model::Unit* unit : model::in_order<model::Unit>(plan))
        if (const auto found = units.find(unit->id); found != units.end())
            numbers.by_unit.push_back({unit->name, unit->id, found->second});
    if (const auto without = units.find(Id{}); without != units.end())
        numbers.by_unit.push_back({{}, {}, without->second});
    return numbers;
}

bool is_overdue(const Finding& finding, Date today) {
    const bool done = finding.state == FindingState::AwaitingAcceptance || finding.state == FindingState::Closed;
    return !done && finding.timing != model::Timing::Ongoing && !finding.deadline.empty() && finding.deadline < today;
}

int days_overdue(const Finding& finding, Date today) {
    return is_overdue(finding, today) ? today.days() - finding.deadline.days() : 0;
}

std::vector<Finding> propose_findings(const model::Plan& plan, const std::vector<Issue>& issues, const Id& inspection,
                                      Date today, base::IdSource& ids, const base::Words& words) {
    const std::set<Subject> known = unclosed_subjects(plan);
    std::map<Subject, std::size_t> proposed;
    std::vector<Finding> findings;
    for (const Issue& issue : issues) {
        const Subject subject{issue.rule, issue.record, issue.id};
        if (about_ledger(issue) || known.contains(subject)) continue;
        const auto [at, added] = proposed.try_emplace(subject, findings.size());
        if (added)
            findings.push_back(finding_of(plan, issue, words));
        else
            append(findings[at->second], sentence(words, plan, issue), words);
    }
    const std::vector<std::string> orders = model::orders_between(last_order(plan, inspection), {}, findings.size());
    for (std::size_t i = 0; i < findings.size(); ++i) {
        findings[i].id = ids.next();
        findings[i].order = orders[i];
        findings[i].inspection = model::Ref<model::Inspection>(inspection);
        findings[i].found_on = today;
    }
    return findings;
}

}  // namespace analysis
