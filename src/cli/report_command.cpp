// planner report: the plan, or one round of self-inspection, as a document.
#include "cli/command.hpp"
#include "report/html.hpp"
#include "report/inspection_document.hpp"
#include "report/markdown.hpp"
#include "report/plan_document.hpp"

namespace cli {
namespace {
struct Format {
    std::string_view name;
    std::string (*write)(const report::Document&);
};
constexpr Format formats[] = {{"html", report::to_html}, {"md", report::to_markdown}};

base::Result<report::Document> document_of(const Context& context, const Arguments& arguments, const model::Plan& plan,
                                           base::Date today) {
    const std::string kind = arguments.get("--kind");
    if (kind == "plan") return report::plan_document(plan, context.words, today);
    if (kind != "inspection") return base::Error{"usage-unknown-kind", kind, "plan, inspection"};
    model::Id inspection = report::latest_inspection(plan);
    if (arguments.has("--inspection"))
        inspection = base::Id::parse(arguments.get("--inspection")).value_or(model::Id{});
    if (!plan.table(model::RecordType::Inspection).find(inspection))
        return base::Error{"inspection-missing", arguments.get("--inspection"), {}};
    return report::inspection_document(plan, inspection, context.words, today);
}

Exit run(const Context& context, const Arguments& arguments) {
    const auto today = today_of(context, arguments);
    if (!today) return fail(context, today.error());
    const Format* format = nullptr;
    for (const Format& one : formats)
        if (one.name == arguments.get("--format")) format = &one;
    if (!format) return fail(context, {"usage-unknown-format", arguments.get("--format"), "html, md"});
    const auto plan = read_plan(arguments.operands[0]);
    if (!plan) return fail(context, plan.error());
    const auto document = document_of(context, arguments, *plan, today->day);
    if (!document) return fail(context, document.error());
    return write(context, arguments, format->write(*document));
}

constexpr std::string_view operands[] = {"FILE"};
constexpr Option options[] = {{"--kind", "plan|inspection", Need::Required},
                              {"--format", "html|md", Need::Required},
                              {"--on", "DATE"},
                              {"--inspection", "ID"},
                              language_option,
                              {"-o", "FILE"}};
}  // namespace

const Command report_command{"report", operands, options, run};

}  // namespace cli
