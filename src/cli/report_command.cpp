// planner report: the plan, or one round of self-inspection, as a document; the part of `planner export` that came
// first.
#include "cli/command.hpp"

namespace cli {
namespace {
Exit run(const Context& context, const Arguments& arguments) {
    const auto today = today_of(context, arguments);
    if (!today) return fail(context, today.error());
    const auto format = format_of(arguments, Direction::Writes);
    if (!format) return fail(context, format.error());
    const auto options = write_options(context, arguments, "--kind", today->day);
    const auto plan = read_plan(arguments.operands[0]);
    if (!plan) return fail(context, plan.error());
    if (!options) return fail(context, options.error());
    const auto bytes = exchange::write(**format, *plan, *options);
    return bytes ? write(context, arguments, *bytes) : fail(context, bytes.error());
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
