// planner protect and unprotect: a plan under a passphrase, and out of it again.
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/passphrase.hpp"
#include "codec/plan_json.hpp"
#include "sharing/protect.hpp"

namespace cli {
namespace {
// Only what is a plan: a mistaken file is told now, not by who receives it.
Exit run_protect(const Context& context, const Arguments& arguments) {
    const auto passphrase = passphrase_of(arguments);
    if (!passphrase) return fail(context, passphrase.error());
    const auto plan = read_plan(arguments.operands[0]);
    if (!plan) return fail(context, plan.error());
    const auto bytes = sharing::protect(codec::encode_plan(*plan), *passphrase,
                                        {random_bytes(sharing::salt_size), random_bytes(sharing::nonce_size)});
    return bytes ? write(context, arguments, *bytes) : fail(context, bytes.error());
}

Exit run_unprotect(const Context& context, const Arguments& arguments) {
    const auto passphrase = passphrase_of(arguments);
    if (!passphrase) return fail(context, passphrase.error());
    const auto bytes = read_input(arguments.operands[0], codec::byte_limit + 4096);
    if (!bytes) return fail(context, bytes.error());
    const auto content = sharing::unprotect(*bytes, *passphrase);
    if (!content) return fail(context, content.error());
    const auto plan = codec::decode_plan(*content);
    return plan ? write(context, arguments, codec::encode_plan(*plan)) : fail(context, plan.error());
}

constexpr std::string_view operands[] = {"FILE"};
constexpr Option options[] = {{"--passphrase-file", "FILE", Need::Required}, language_option, {"-o", "FILE"}};
}  // namespace

const Command protect_command{"protect", operands, options, run_protect};
const Command unprotect_command{"unprotect", operands, options, run_unprotect};

}  // namespace cli
