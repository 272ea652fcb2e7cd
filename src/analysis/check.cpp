#include "analysis/check.hpp"

#include <array>

#include "analysis/context.hpp"
#include "analysis/rules/rules.hpp"
#include "base/text.hpp"

namespace analysis {
namespace {
using model::RecordType;

std::vector<Rule> collect_rules() {
    std::vector<Rule> all;
    for (const auto& table : rule_tables()) all.insert(all.end(), table.begin(), table.end());
    return all;
}

// {0} … from the arguments. A row without a name is called by its kind; an argument "@KEY" stands for a word.
std::string fill_arguments(const base::Words& words, std::string_view pattern, const Issue& issue) {
    std::array<std::string_view, 6> texts{};
    for (std::size_t i = 0; i < std::min(texts.size(), issue.arguments.size()); ++i) {
        const std::string_view text = issue.arguments[i];
        const bool is_word = i > 0 && text.starts_with('@') && words.has(text.substr(1));
        texts[i] = is_word ? words(text.substr(1)) : text;
    }
    if (texts[0].empty()) texts[0] = words("record." + std::string(model::record(issue.record).name));
    return base::fill(pattern, {texts[0], texts[1], texts[2], texts[3], texts[4], texts[5]});
}
}  // namespace

std::string_view name_of(Severity severity) {
    switch (severity) {
        case Severity::Info:
            return "info";
        case Severity::Warning:
            return "warning";
        case Severity::Error:
            return "error";
    }
    return {};
}

std::span<const Rule> rules() {
    static const std::vector<Rule> all = collect_rules();
    return all;
}

const Rule* find_rule(std::string_view code) {
    for (const Rule& rule : rules())
        if (rule.code == code) return &rule;
    return nullptr;
}

std::optional<Fix> fix_of(const CheckContext& context, const Issue& issue) {
    const Rule* rule = find_rule(issue.rule);
    std::optional<Fix> fix = rule && rule->fix ? rule->fix(context, issue) : std::nullopt;
    const model::Row* row = fix ? context.plan.table(fix->record).find(fix->id) : nullptr;
    if (!row) return {};
    // What a rule computes may lie outside what the field allows, say a limit beyond all bounds.
    const std::shared_ptr<model::Row> mended = model::record(fix->record).copy(*row);
    return model::set_value(*mended, *fix->field, fix->value) ? fix : std::nullopt;
}

std::optional<Fix> fix_of(const model::Plan& plan, const Today& today, const Issue& issue) {
    return fix_of(CheckContext(plan, today), issue);
}

std::string sentence(const base::Words& words, const model::Plan&, const Issue& issue) {
    const model::RecordInfo& info = model::record(issue.record);
    std::string pattern(words("rule." + std::string(issue.rule)));
    const std::string record_key = "record." + std::string(info.name);
    if (base::contains(pattern, "{record}"))
        pattern = base::replace_all(std::move(pattern), "{record}", words(record_key));
    if (issue.field && base::contains(pattern, "{field}")) {
        const std::string key = "field." + std::string(info.name) + "." + std::string(issue.field->name);
        pattern = base::replace_all(std::move(pattern), "{field}", words(key));
    }
    return fill_arguments(words, pattern, issue);
}

std::string help(const base::Words& words, const Issue& issue) {
    return fill_arguments(words, words("rule." + std::string(issue.rule) + ".help"), issue);
}

std::span<const std::string_view> sections() {
    static constexpr std::array<std::string_view, 11> all{"cover",      "goals",      "tasks",         "resources",
                                                          "risks",      "monitoring", "communication", "accounts",
                                                          "consortium", "inspection", "review"};
    return all;
}

std::string_view section_of(RecordType record) {
    using enum RecordType;
    switch (record) {
        case Cover:
        case Section:
        case Chapter:
        case Attachment:
        case Clause:
            return "cover";
        case Goal:
        case GoalTarget:
        case Indicator:
        case Reading:
            return "goals";
        case Task:
        case Dependency:
        case Milestone:
        case Baseline:
        case BaselineTask:
        case CalendarDay:
            return "tasks";
        case Person:
        case Unit:
        case TeamRole:
        case Assignment:
        case Equipment:
        case Budget:
        case BudgetLine:
        case RecurringDuty:
            return "resources";
        case Risk:
        case RiskResponse:
        case RiskAssurance:
            return "risks";
        case Monitoring:
        case Criterion:
        case Assessment:
            return "monitoring";
        case Communication:
        case Collaboration:
        case CollaborationDuty:
            return "communication";
        case Account:
        case Picture:
        case LinkBlock:
        case MenuItem:
        case PublishingRule:
        case ContentCategory:
        case Publication:
        case ReviewStep:
        case Inquiry:
        case Incident:
        case Custodian:
        case ProcedureStep:
        case ReviewDuty:
            return "accounts";
        case Consortium:
        case Member:
        case SharedAsset:
        case RotaTurn:
        case Activity:
        case TierStrategy:
        case Channel:
        case CaseEvidence:
            return "consortium";
        case Inspection:
        case Effect:
        case Finding:
        case Measure:
        case Evidence:
        case StateChange:
        case LookBack:
        case Inspector:
        case ChecklistItem:
        case Extension:
        case DraftedPart:
            return "inspection";
        case Comment:
        case ApprovalStep:
        case Revision:
        case SetAside:
            return "review";
    }
    return {};
}

std::string_view section_of(const Issue& issue) {
    const Rule* rule = find_rule(issue.rule);
    return rule && !rule->section.empty() ? rule->section : section_of(issue.record);
}

}  // namespace analysis
