// planner baseline: keeps the plan of work as it stands under a name, in the plan itself.
#include "analysis/progress.hpp"
#include "cli/command.hpp"
#include "codec/plan_json.hpp"
#include "edit/command.hpp"
#include "model/order_key.hpp"

namespace cli {
namespace {
Exit run(const Context& context, const Arguments& arguments) {
    const auto today = today_of(context, arguments);
    if (!today) return fail(context, today.error());
    const auto plan = read_plan(arguments.operands[0]);
    if (!plan) return fail(context, plan.error());
    model::Baseline baseline;
    baseline.id = context.ids.next();
    baseline.order = edit::order_at_end(*plan, model::RecordType::Baseline, {});
    baseline.name = arguments.get("--name");
    baseline.taken_on = today->day;
    const model::Ref<model::Baseline> owner(baseline);
    edit::Batch batch{edit::put_row(std::move(baseline))};
    const analysis::Calendar calendar = analysis::calendar_for(*plan);
    std::string order;
    for (model::BaselineTask& task : analysis::baseline_tasks(*plan, analysis::outline(*plan, calendar), calendar)) {
        task.id = context.ids.next();
        task.baseline = owner;
        task.order = order = model::order_between(order, {});
        batch.push_back(edit::put_row(std::move(task)));
    }
    const auto kept = edit::apply_batch(*plan, batch);
    if (!kept) return fail(context, kept.error());
    return write(context, arguments, codec::encode_plan(*kept));
}

constexpr std::string_view operands[] = {"FILE"};
constexpr Option options[] = {
    {"--name", "TEXT", Need::Required}, {"--on", "DATE"}, language_option, {"-o", "FILE", Need::Required}};
}  // namespace

const Command baseline_command{"baseline", operands, options, run};

}  // namespace cli
