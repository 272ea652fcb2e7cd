// planner verify: what the signatures of a plan still say of it. planner history: its versions and signatures.
#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "codec/plan_json.hpp"
#include "exchange/verify_text.hpp"
#include "model/integrity.hpp"
#include "report/diff_text.hpp"
#include "report/field_text.hpp"
#include "revision/diff.hpp"
#include "sharing/chain.hpp"
#include "sharing/content.hpp"
#include "sharing/trail.hpp"

namespace cli {
namespace {
using codec::json_string;
using model::ApprovalStep;
using model::Plan;
using sharing::CheckedChain;
using sharing::CheckedStep;

std::string_view choice_name(const model::Choices& choices, std::size_t value) {
    return choices.values[value];
}
template <class E> std::string_view choice_name(E value) {
    return choice_name(model::ChoicesOf<E>::choices, static_cast<std::size_t>(value));
}

// [{record, id, field}]: field null for rows that were added, removed or moved as a whole.
std::string changes_json(const revision::Diff& diff) {
    std::string text;
    const auto add = [&](const revision::RowChange& change, const std::string& field) {
        text += (text.empty() ? "" : ", ") + std::string("{\"record\": ") +
                json_string(model::record(change.record).name) + ", \"id\": " + json_string(change.id().text()) +
                ", \"field\": " + field + "}";
    };
    for (const revision::RowChange& change : diff.rows) {
        if (!change.edited() || change.moved || change.unknown) add(change, change.moved ? "\"order\"" : "null");
        for (const model::FieldInfo* field : change.fields) add(change, json_string(field->name));
    }
    return "[" + text + "]";
}

using KnownKeys = std::vector<sharing::KnownKey>;

// "--keys": a line "KEY NAME" for each, as `planner key` prints them.
base::Result<KnownKeys> known_keys(const Arguments& arguments) {
    KnownKeys keys;
    if (!arguments.has("--keys")) return keys;
    const auto bytes = read_input(arguments.get("--keys"), std::size_t{1} << 20);
    if (!bytes) return bytes.error();
    for (const std::string_view line : base::split(*bytes, '\n')) {
        const std::size_t blank = line.find(' ');
        if (blank != std::string_view::npos)
            keys.push_back({std::string(line.substr(0, blank)), std::string(line.substr(blank + 1))});
    }
    return keys;
}

std::string step_json(const Plan& plan, const CheckedStep& checked, const KnownKeys& keys) {
    const ApprovalStep& step = *checked.step;
    std::string flaws;
    for (const sharing::Flaw flaw : checked.flaws)
        flaws += (flaws.empty() ? "" : ", ") + json_string(sharing::name_of(flaw));
    std::string changes = "[]";
    if (!checked.same_content) {
        const auto diff = exchange::changes_since(plan, checked);
        changes = diff ? changes_json(*diff) : "null";
    }
    const auto member = [](std::string_view name, const std::string& json) {
        return ", " + json_string(name) + ": " + json;
    };
    return "{\"id\": " + json_string(step.id.text()) + member("role", json_string(choice_name(step.role))) +
           member("name", json_string(step.name)) + member("decision", json_string(choice_name(step.decision))) +
           member("opinion", json_string(step.opinion)) + member("signedAt", json_string(step.signed_at.iso())) +
           member("digest", json_string(step.digest)) + member("flaws", "[" + flaws + "]") +
           member("content", checked.same_content ? "\"same\"" : "\"changed\"") + member("changes", changes) +
           member("key", json_string(sharing::name_of(sharing::key_state(plan, step, keys)))) +
           member("inRound", checked.in_round ? "true" : "false") + "}";
}

std::string verify_json(const Plan& plan, const CheckedChain& chain, const KnownKeys& keys) {
    std::string text =
        "{\n  \"format\": \"fanglue-verify\",\n  \"plan\": " + json_string(plan.id.text()) +
        ",\n  \"digest\": " + json_string(chain.digest) + ",\n  \"whole\": " + (chain.whole() ? "true" : "false") +
        ",\n  \"status\": " + json_string(choice_name(plan.cover().status)) +
        ",\n  \"signedStatus\": " + json_string(choice_name(chain.status)) +
        ",\n  \"statusFits\": " + (chain.status_fits ? "true" : "false") +
        ",\n  \"next\": " + (chain.next ? json_string(choice_name(*chain.next)) : "null") + ",\n  \"steps\": [";
    for (const CheckedStep& checked : chain.steps)
        text += (&checked == &chain.steps.front() ? "\n    " : ",\n    ") + step_json(plan, checked, keys);
    return text + (chain.steps.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

Exit run_verify(const Context& context, const Arguments& arguments) {
    const auto plan = read_plan(arguments.operands[0]);
    if (!plan) return fail(context, plan.error());
    const auto keys = known_keys(arguments);
    if (!keys) return fail(context, keys.error());
    const CheckedChain chain = sharing::check_chain(*plan);
    const std::string text = arguments.has("--json") ? verify_json(*plan, chain, *keys)
                                                     : exchange::verify_text(context.words, *plan, chain, *keys);
    return write(context, arguments, text, chain.whole() ? Exit::Clean : Exit::Findings);
}

std::string history_json(const Plan& plan) {
    std::string text = "{\n  \"format\": \"fanglue-history\",\n  \"plan\": " + json_string(plan.id.text()) +
                       ",\n  \"digest\": " + json_string(sharing::content_digest(plan)) + ",\n  \"versions\": [";
    bool first = true;
    for (const model::Revision* version : model::in_order<model::Revision>(plan)) {
        std::size_t bytes = 0;
        for (const std::string& entry : version->back) bytes += entry.size();
        const auto content = sharing::version_content(plan, *version);
        text += (first ? "\n" : ",\n") + std::string("    {\"id\": ") + json_string(version->id.text()) +
                ", \"author\": " + json_string(version->author) + ", \"note\": " + json_string(version->note) +
                ", \"savedAt\": " + json_string(version->saved_at.iso()) +
                ", \"digest\": " + json_string(version->digest) + ", \"content\": " + (content ? "true" : "false") +
                ", \"bytes\": " + std::to_string(bytes) + "}";
        first = false;
    }
    return text + (first ? "]\n}\n" : "\n  ]\n}\n");
}

std::string history_text(const base::Words& words, const Plan& plan) {
    std::string text;
    const Plan now = sharing::content_of(plan);
    for (const model::Revision* version : model::in_order<model::Revision>(plan)) {
        const auto content = sharing::version_content(plan, *version);
        const std::string rows = content ? std::to_string(revision::diff(*content, now).rows.size()) : std::string();
        text += words("history.version", {report::date_text(words, version->saved_at.date()), version->author,
                                          version->note, version->digest.substr(0, 12)}) +
                "\n    " + (content ? words("history.content", {rows}) : std::string(words("history.no-content"))) +
                "\n";
    }
    return text.empty() ? std::string(words("history.none")) + "\n" : text;
}

// With --content the content of one version as a plan.
Exit run_history(const Context& context, const Arguments& arguments) {
    const auto plan = read_plan(arguments.operands[0]);
    if (!plan) return fail(context, plan.error());
    if (arguments.has("--drop")) return write(context, arguments, codec::encode_plan(sharing::without_contents(*plan)));
    if (!arguments.has("--content"))
        return write(context, arguments,
                     arguments.has("--json") ? history_json(*plan) : history_text(context.words, *plan));
    const auto id = base::Id::parse(arguments.get("--content"));
    const model::Revision* version = id ? plan->rows<model::Revision>().find(*id) : nullptr;
    const auto content = version ? sharing::version_content(*plan, *version) : std::optional<Plan>();
    if (!content) return fail(context, {"history-missing", arguments.get("--content"), {}});
    if (const base::Status checked = model::check_plan(*content); !checked) return fail(context, checked.error());
    return write(context, arguments, codec::encode_plan(*content));
}

constexpr std::string_view operands[] = {"FILE"};
constexpr Option verify_options[] = {{"--json", ""}, {"--keys", "FILE"}, language_option, {"-o", "FILE"}};
constexpr Option history_options[] = {
    {"--json", ""}, {"--content", "ID"}, {"--drop", ""}, language_option, {"-o", "FILE"}};
}  // namespace

const Command verify_command{"verify", operands, verify_options, run_verify};
const Command history_command{"history", operands, history_options, run_history};

}  // namespace cli
