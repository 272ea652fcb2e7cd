// planner inspect: adds a round of self-inspection with what the rules find as proposed findings.
#include "analysis/inspection.hpp"
#include "cli/command.hpp"
#include "codec/plan_json.hpp"
#include "edit/command.hpp"
#include "report/field_text.hpp"

namespace cli {
namespace {
Exit run(const Context& context, const Arguments& arguments) {
    const auto today = today_of(context, arguments);
    if (!today) return fail(context, today.error());
    const auto plan = read_plan(arguments.operands[0]);
    if (!plan) return fail(context, plan.error());

    const std::string day = report::date_text(context.words, today->day);
    const std::string title = context.words("cli.inspect.title", {day});
    model::Inspection round;
    round.id = context.ids.next();
    round.order = edit::order_at_end(*plan, model::RecordType::Inspection, {});
    round.title = arguments.get("--title", title);
    round.date = today->day;
    const model::Id id = round.id;
    edit::Batch batch{edit::put_row(std::move(round))};
    const auto findings =
        analysis::propose_findings(*plan, analysis::check(*plan, *today), id, today->day, context.ids, context.words);
    for (const model::Finding& finding : findings) batch.push_back(edit::put_row(finding));

    const auto inspected = edit::apply_batch(*plan, batch);
    if (!inspected) return fail(context, inspected.error());
    return write(context, arguments, codec::encode_plan(*inspected), findings.empty() ? Exit::Clean : Exit::Findings);
}

constexpr std::string_view operands[] = {"FILE"};
constexpr Option options[] = {
    {"--on", "DATE", Need::Required}, {"--title", "TEXT"}, language_option, {"-o", "FILE", Need::Required}};
}  // namespace

const Command inspect_command{"inspect", operands, options, run};

}  // namespace cli
