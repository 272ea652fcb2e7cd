// planner check: what the rules find in a plan, for people or machines.
#include "cli/command.hpp"
#include "codec/plan_json.hpp"
#include "report/field_text.hpp"

namespace cli {
namespace {
using analysis::Issue;
using analysis::Severity;

struct Checked {
    const Context& context;
    const model::Plan& plan;
    analysis::Today today;
    std::vector<Issue> issues;
};

std::string for_people(const Checked& checked) {
    const base::Words& words = checked.context.words;
    const std::string day = report::date_text(words, checked.today.day);
    std::string text;
    int counts[3] = {};
    for (const Issue& issue : checked.issues) {
        ++counts[static_cast<std::size_t>(issue.severity)];
        const std::string_view severity = words("severity." + std::string(name_of(issue.severity)));
        text += words("cli.check.issue", {severity, issue.rule, sentence(words, checked.plan, issue)}) + "\n";
    }
    const auto count = [&](Severity severity) { return std::to_string(counts[static_cast<std::size_t>(severity)]); };
    text += checked.issues.empty()
                ? words("cli.check.clean", {day})
                : words("cli.check.sum", {day, std::to_string(checked.issues.size()), count(Severity::Error),
                                          count(Severity::Warning), count(Severity::Info)});
    return text + "\n";
}

// {"format", "on", "issues": [{rule, severity, record, id, field or null, subject, sentence}]}: a stable form.
std::string for_machines(const Checked& checked) {
    using codec::json_string;
    std::string text =
        "{\n  \"format\": \"fanglue-check\",\n  \"on\": " + json_string(checked.today.day.iso()) + ",\n  \"issues\": [";
    for (const Issue& issue : checked.issues) {
        text += &issue == &checked.issues.front() ? "\n" : ",\n";
        text += "    {\"rule\": " + json_string(issue.rule) +
                ", \"severity\": " + json_string(name_of(issue.severity)) +
                ", \"record\": " + json_string(model::record(issue.record).name) +
                ", \"id\": " + json_string(issue.id.text()) +
                ", \"field\": " + (issue.field ? json_string(issue.field->name) : "null") +
                ", \"subject\": " + json_string(issue.arguments.empty() ? "" : issue.arguments[0]) +
                ", \"sentence\": " + json_string(sentence(checked.context.words, checked.plan, issue)) + "}";
    }
    return text + (checked.issues.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

Exit run(const Context& context, const Arguments& arguments) {
    const auto today = today_of(context, arguments);
    if (!today) return fail(context, today.error());
    const auto plan = read_plan(arguments.operands[0]);
    if (!plan) return fail(context, plan.error());
    const Checked checked{context, *plan, *today, analysis::check(*plan, *today)};
    const std::string text = arguments.has("--json") ? for_machines(checked) : for_people(checked);
    return write(context, arguments, text, checked.issues.empty() ? Exit::Clean : Exit::Findings);
}

constexpr std::string_view operands[] = {"FILE"};
constexpr Option options[] = {{"--on", "DATE"}, {"--json", ""}, language_option, {"-o", "FILE"}};
}  // namespace

const Command check_command{"check", operands, options, run};

}  // namespace cli
