// planner sign, planner record: what puts a signature or a version into a plan.
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/passphrase.hpp"
#include "codec/plan_json.hpp"
#include "model/integrity.hpp"
#include "sharing/chain.hpp"
#include "sharing/protect.hpp"
#include "sharing/trail.hpp"

namespace cli {
namespace {
using base::Error;

// The place of a choice among its names; error of that code with all that there are.
base::Result<std::uint8_t> choice_of(const model::Choices& choices, const std::string& name, const char* code) {
    std::string all;
    for (std::size_t i = 0; i < choices.values.size(); ++i) {
        if (choices.values[i] == name) return static_cast<std::uint8_t>(i);
        all += (all.empty() ? "" : ", ") + std::string(choices.values[i]);
    }
    return Error{code, name, all};
}

base::Result<base::Moment> moment_of(const Context& context, const Arguments& arguments) {
    if (!arguments.has("--at")) return context.today.now;
    const auto moment = base::Moment::parse(arguments.get("--at"));
    if (!moment) return Error{"usage-moment", "--at", arguments.get("--at")};
    return *moment;
}

base::Result<sharing::KeyFile> key_of(const Arguments& arguments) {
    const auto passphrase = passphrase_of(arguments);
    if (!passphrase) return passphrase.error();
    const auto bytes = read_input(arguments.get("--key"), std::size_t{1} << 16);
    if (!bytes) return bytes.error();
    const auto text = sharing::unprotect(*bytes, *passphrase);
    if (!text) return text.error();
    return sharing::read_key(*text);
}

Exit run_sign(const Context& context, const Arguments& arguments) {
    const auto at = moment_of(context, arguments);
    if (!at) return fail(context, at.error());
    const auto role = choice_of(model::ChoicesOf<model::ApprovalRole>::choices, arguments.get("--role"), "usage-role");
    if (!role) return fail(context, role.error());
    const auto decision =
        choice_of(model::ChoicesOf<model::Decision>::choices, arguments.get("--decision", "passed"), "usage-decision");
    if (!decision) return fail(context, decision.error());
    if (*decision == 0) return fail(context, {"usage-decision", "pending", "passed, returned"});
    const auto plan = read_plan(arguments.operands[0]);
    if (!plan) return fail(context, plan.error());
    sharing::SignRequest request;
    request.id = context.ids.next();
    request.version = context.ids.next();
    request.role = static_cast<model::ApprovalRole>(*role);
    request.name = arguments.get("--name");
    request.decision = static_cast<model::Decision>(*decision);
    request.opinion = arguments.get("--opinion");
    request.at = *at;
    if (arguments.has("--key")) {
        const auto file = key_of(arguments);
        if (!file) return fail(context, file.error());
        if (file->name != request.name) return fail(context, {"key-name", file->name, request.name});
        request.key = file->key;
    }
    const auto signed_plan = sharing::sign(*plan, request);
    if (!signed_plan) return fail(context, signed_plan.error());
    return write(context, arguments, codec::encode_plan(*signed_plan));
}

// With --from, what leads back to the versions of that file is brought along, so that an edited copy still merges.
Exit run_record(const Context& context, const Arguments& arguments) {
    const auto at = moment_of(context, arguments);
    if (!at) return fail(context, at.error());
    const auto read = read_plan(arguments.operands[0]);
    if (!read) return fail(context, read.error());
    model::Plan plan = *read;
    if (arguments.has("--from")) {
        const auto before = read_plan(arguments.get("--from"));
        if (!before) return fail(context, before.error());
        if (before->id != plan.id) return fail(context, {"merge-other-plan", before->id.str(), plan.id.str()});
        plan = sharing::carry(*before, plan);
    }
    plan = sharing::record_version(plan, {context.ids.next(), arguments.get("--name"), arguments.get("--note"), *at});
    if (const base::Status checked = model::check_plan(plan); !checked) return fail(context, checked.error());
    return write(context, arguments, codec::encode_plan(plan));
}

constexpr std::string_view operands[] = {"FILE"};
constexpr Option sign_options[] = {{"--role", "prepare|review|approve", Need::Required},
                                   {"--name", "NAME", Need::Required},
                                   {"--decision", "passed|returned"},
                                   {"--opinion", "TEXT"},
                                   {"--at", "MOMENT"},
                                   {"--key", "FILE"},
                                   passphrase_option,
                                   language_option,
                                   {"-o", "FILE"}};
constexpr Option record_options[] = {{"--name", "NAME"}, {"--note", "TEXT"}, {"--from", "FILE"},
                                     {"--at", "MOMENT"}, language_option,    {"-o", "FILE"}};
}  // namespace

const Command sign_command{"sign", operands, sign_options, run_sign};
const Command record_command{"record", operands, record_options, run_record};

}  // namespace cli
