// planner report: the plan, or one round of self-inspection, as a document; the part of `planner export` that came
// first.
#include "cli/command.hpp"
#include "cli/files.hpp"

namespace cli {
namespace {
constexpr std::size_t style_limit = 100000;

// Kinds, then profiles, then formats: id and name, one a line.
std::string listed_kinds(const Context& context) {
    std::string text;
    const auto add = [&](std::string_view what, std::string_view id, const std::string& word) {
        text += std::string(what) + "\t" + std::string(id) + "\t" + std::string(context.words(word)) + "\n";
    };
    for (const report::KindInfo& kind : report::document_kinds())
        add("kind", kind.id, "report.kind." + std::string(kind.id));
    for (const std::string_view profile : report::profile_names)
        add("profile", profile, "report.profile." + std::string(profile));
    for (const exchange::Format& format : exchange::formats())
        if (format.writes &&
            (format.content == exchange::Content::Report || format.content == exchange::Content::Table))
            add("format", format.id, "format." + std::string(format.id));
    return text;
}

Exit run(const Context& context, const Arguments& arguments) {
    if (arguments.has("--list")) return write(context, arguments, listed_kinds(context));
    if (const base::Status given = needs(arguments, {"--kind", "--format"}); !given)
        return fail(context, given.error());
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

constexpr std::string_view operands[] = {"[FILE]"};
constexpr Option options[] = {{"--kind", "KIND"},
                              {"--format", "docx|html|md|xlsx|csv|tsv"},
                              {"--profile", "approval|working|progress|public"},
                              {"--unit", "NAME"},
                              {"--list", ""},
                              {"--style", "FILE"},
                              {"--on", "DATE"},
                              {"--inspection", "ID"},
                              language_option,
                              {"-o", "FILE"}};
}  // namespace

const Command report_command{"report", operands, options, run};

}  // namespace cli
