// planner report: the plan, or one round of self-inspection, as a document; the part of `planner export` that came
// first.
#include "cli/command.hpp"
#include "cli/files.hpp"

namespace cli {
namespace {
constexpr std::size_t style_limit = 100000;

Exit run(const Context& context, const Arguments& arguments) {
    const auto today = today_of(context, arguments);
    if (!today) return fail(context, today.error());
    const auto format = format_of(arguments, Direction::Writes);
    if (!format) return fail(context, format.error());
    const auto options = write_options(context, arguments, "--kind", today->day);
    const auto plan = read_plan(arguments.operands[0]);
    if (!plan) return fail(context, plan.error());
    if (!options) return fail(context, options.error());
    exchange::WriteOptions chosen = *options;
    if (arguments.has("--style")) {
        const auto style = read_input(arguments.get("--style"), style_limit);
        if (!style) return fail(context, style.error());
        chosen.style = *style;
    }
    const auto bytes = exchange::write(**format, *plan, chosen);
    return bytes ? write(context, arguments, *bytes) : fail(context, bytes.error());
}

constexpr std::string_view operands[] = {"FILE"};
constexpr Option options[] = {{"--kind", "plan|inspection", Need::Required},
                              {"--format", "docx|html|md", Need::Required},
                              {"--style", "FILE"},
                              {"--on", "DATE"},
                              {"--inspection", "ID"},
                              language_option,
                              {"-o", "FILE"}};
}  // namespace

const Command report_command{"report", operands, options, run};

}  // namespace cli
