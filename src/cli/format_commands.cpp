// planner canonical and planner schema: what other programs need to read, check and sign plans.
#include "cli/command.hpp"
#include "codec/plan_json.hpp"

namespace cli {
namespace {
Exit canonical(const Context& context, const Arguments& arguments) {
    const auto plan = read_plan(arguments.operands[0]);
    if (!plan) return fail(context, plan.error());
    return write(context, arguments, codec::canonical_plan(*plan));
}

Exit schema(const Context& context, const Arguments& arguments) {
    return write(context, arguments, codec::schema());
}

constexpr std::string_view operands[] = {"FILE"};
constexpr Option options[] = {{"-o", "FILE"}};
}  // namespace

const Command canonical_command{"canonical", operands, options, canonical};
const Command schema_command{"schema", {}, options, schema};

}  // namespace cli
