// planner export, planner import and planner formats: every row of the table of formats from the command line.
#include <cstdio>

#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "codec/plan_json.hpp"
#include "intake/into.hpp"
#include "intake/take_in.hpp"

namespace cli {
namespace {
using base::Error;
using exchange::Format;

constexpr std::size_t import_limit = std::size_t{512} << 20;

bool has(const Format& format, Direction direction) {
    return direction == Direction::Writes ? format.writes : format.reads || format.understood;
}

// Formats that are written: id and name, one a line.
std::string listed_formats(const Context& context) {
    std::string text;
    for (const Format& format : exchange::formats())
        if (format.writes)
            text +=
                std::string(format.id) + "\t" + std::string(context.words("format." + std::string(format.id))) + "\n";
    return text;
}

Exit run_export(const Context& context, const Arguments& arguments) {
    if (arguments.has("--list")) return write(context, arguments, listed_formats(context));
    if (const base::Status given = needs(arguments, {"--format"}); !given) return fail(context, given.error());
    const auto today = today_of(context, arguments);
    if (!today) return fail(context, today.error());
    const auto format = format_of(arguments, Direction::Writes);
    if (!format) return fail(context, format.error());
    const auto options = write_options(context, arguments, "--of", today->day);
    if (!options) return fail(context, options.error());
    const auto plan = read_plan(arguments.operands[0]);
    if (!plan) return fail(context, plan.error());
    const auto bytes = exchange::write(**format, *plan, *options);
    return bytes ? write(context, arguments, *bytes) : fail(context, bytes.error());
}

// The plan of this id; without one the only plan.
base::Result<model::Plan> chosen(const std::vector<model::Plan>& plans, const Arguments& arguments) {
    std::vector<std::string> ids;
    for (const model::Plan& plan : plans) {
        if (arguments.has("--plan") ? plan.id.text() == arguments.get("--plan") : plans.size() == 1) return plan;
        ids.push_back(plan.id.str());
    }
    return Error{arguments.has("--plan") ? "import-missing" : "import-many", arguments.get("--plan"),
                 base::join(ids, ", ")};
}

// One line for whoever reads: what became of the document, and each doubt with its line.
std::string told(const Context& context, const intake::Taken& taken) {
    const auto number = [&](intake::Verdict verdict) { return std::to_string(taken.count(verdict)); };
    std::string text =
        context.words("cli.import.sum", {number(intake::Verdict::Understood), number(intake::Verdict::Doubtful),
                                         number(intake::Verdict::Left), std::to_string(taken.source.dropped.size())}) +
        "\n";
    for (const intake::Trace& trace : taken.traces) {
        if (trace.verdict != intake::Verdict::Doubtful) continue;
        text += context.words("cli.import.doubt",
                              {std::to_string(trace.line), context.words("intake.doubt." + trace.reason), trace.text}) +
                "\n";
    }
    return text;
}

// One line a step.
std::string told(const Context& context, const intake::Into& into) {
    using intake::Step;
    const auto number = [&](Step step) { return std::to_string(into.count(step)); };
    std::string text =
        context.words("cli.import.into", {number(Step::Added), number(Step::Changed), number(Step::Commented),
                                          std::to_string(into.count(Step::Unsure) + into.count(Step::Unread))}) +
        "\n";
    constexpr std::string_view keys[] = {"added", "changed", "commented", "unsure", "unread"};
    for (const intake::Taking& one : into.steps) {
        const std::string record(context.words("record." + one.record));
        const std::string field =
            one.field.empty() ? std::string() : std::string(context.words("field." + one.record + "." + one.field));
        const std::string hand = one.author.empty() ? std::string() : " (" + one.author + " " + one.time + ")";
        text += context.words("cli.import.step." + std::string(keys[static_cast<std::size_t>(one.step)]),
                              {record, field, one.step == Step::Added ? one.after : one.before, one.after, hand}) +
                "\n";
    }
    return text;
}

// What came in goes into the plan of --into; what is not taken is told.
Exit write_into(const Context& context, const Arguments& arguments, const base::Result<intake::Into>& into,
                bool all_understood) {
    if (!into) return fail(context, into.error());
    const bool all = all_understood && into->count(intake::Step::Unsure) == 0 && into->count(intake::Step::Unread) == 0;
    const Exit done = all ? Exit::Clean : Exit::Findings;
    if (!arguments.has("--json")) {
        std::fputs(told(context, *into).c_str(), stderr);
        return write(context, arguments, codec::encode_plan(into->plan), done);
    }
    if (arguments.has("-o"))
        if (const Exit written = write(context, arguments, codec::encode_plan(into->plan), done); written != done)
            return written;
    std::fputs(intake::into_json(*into).c_str(), stdout);
    return done;
}

// A document of others. Its plan goes to -o, what was understood to standard error, or with --json to standard output.
Exit run_intake(const Context& context, const Arguments& arguments, const Format& format,
                const exchange::Sample& sample) {
    const auto today = today_of(context, arguments);
    if (!today) return fail(context, today.error());
    base::Result<model::Plan> plan = model::Plan{};
    if (arguments.has("--into")) {
        plan = read_plan(arguments.get("--into"));
        if (!plan) return fail(context, plan.error());
        if (format.id == "docx") {
            const auto back = intake::take_back(*plan, sample.bytes, context.words, context.ids, today->day);
            if (!back) return fail(context, back.error());
            if (*back) return write_into(context, arguments, **back, true);
        }
    }
    const auto taken = intake::take_in({sample.name, sample.bytes, format.id}, context.ids, today->day);
    if (!taken) return fail(context, taken.error());
    const bool all = taken->count(intake::Verdict::Doubtful) == 0 && taken->count(intake::Verdict::Left) == 0;
    if (arguments.has("--into"))
        return write_into(context, arguments, intake::merge_into(*plan, taken->plan, context.ids), all);
    const Exit done = all ? Exit::Clean : Exit::Findings;
    if (!arguments.has("--json")) {
        std::fputs(told(context, *taken).c_str(), stderr);
        return write(context, arguments, codec::encode_plan(taken->plan), done);
    }
    const std::string report = intake::report_json(*taken);
    if (arguments.has("-o"))
        if (const Exit written = write(context, arguments, codec::encode_plan(taken->plan), done); written != done)
            return written;
    std::fputs(report.c_str(), stdout);
    return done;
}

Exit run_import(const Context& context, const Arguments& arguments) {
    const std::string path = arguments.operands[0];
    const auto named =
        arguments.has("--format") ? format_of(arguments, Direction::Reads) : base::Result<const Format*>(nullptr);
    if (!named) return fail(context, named.error());
    const auto bytes = read_input(path, import_limit);
    if (!bytes) return fail(context, bytes.error());
    const exchange::Sample sample{path, *bytes};
    auto format = *named ? named : exchange::recognise(sample);
    if (format && (*format)->understood) return run_intake(context, arguments, **format, sample);
    if (format && !*named) format = exchange::readable(sample);
    if (!format) return fail(context, format.error());
    const auto plans = exchange::read(**format, *bytes);
    if (!plans) return fail(context, plans.error());
    const auto plan = chosen(*plans, arguments);
    if (plan && arguments.has("--into")) {
        const auto into = read_plan(arguments.get("--into"));
        if (!into) return fail(context, into.error());
        return write_into(context, arguments, intake::merge_into(*into, *plan, context.ids), true);
    }
    return plan ? write(context, arguments, codec::encode_plan(*plan)) : fail(context, plan.error());
}

// id, ending, what is done, name and what it cannot carry, separated by tabs.
Exit run_formats(const Context& context, const Arguments& arguments) {
    std::string text;
    for (const Format& format : exchange::formats()) {
        const std::string id(format.id);
        text += id + "\t" + std::string(format.extension) + "\t" +
                (format.reads        ? "reads"
                 : format.understood ? "understands"
                                     : "-") +
                "\t" + (format.writes ? "writes" : "-") + "\t" + std::string(context.words("format." + id)) + "\t" +
                std::string(context.words("format." + id + ".lacks")) + "\n";
    }
    return write(context, arguments, text);
}

constexpr std::string_view operands[] = {"FILE"}, export_operands[] = {"[FILE]"};
constexpr Option export_options[] = {
    {"--format", "ID"}, {"--of", "KIND"},      {"--profile", "NAME"}, {"--inspection", "ID"}, {"--unit", "NAME"},
    {"--list", ""},     {"--table", "RECORD"}, {"--on", "DATE"},      language_option,        {"-o", "FILE"}};
constexpr Option import_options[] = {{"--format", "ID"}, {"--plan", "ID"}, {"--into", "PLAN"}, {"--on", "DATE"},
                                     {"--json", ""},     language_option,  {"-o", "FILE"}};
constexpr Option formats_options[] = {language_option, {"-o", "FILE"}};
}  // namespace

base::Result<exchange::WriteOptions> write_options(const Context& context, const Arguments& arguments,
                                                   std::string_view subject_option, base::Date day) {
    exchange::WriteOptions options{context.words, day};
    std::string subject = arguments.get(subject_option, "plan");
    if (subject == "gantt") subject = info_of(report::DocumentKind::Tasks).id;  // as pictures they are called
    if (subject == "matrix") subject = info_of(report::DocumentKind::Risks).id;
    if (!report::find_kind(subject, options.subject)) {
        std::vector<std::string> ids;
        for (const report::KindInfo& kind : report::document_kinds()) ids.emplace_back(kind.id);
        return Error{"usage-unknown-kind", subject, base::join(ids, ", ")};
    }
    const auto profile = report::find_profile(arguments.get("--profile", "working"));
    if (!profile)
        return Error{"usage-unknown-profile", arguments.get("--profile"), "working, approval, progress, public"};
    options.profile = *profile;
    options.unit = arguments.get("--unit");
    if (arguments.has("--inspection")) {
        const auto id = base::Id::parse(arguments.get("--inspection"));
        if (!id) return Error{"inspection-missing", arguments.get("--inspection"), {}};
        options.inspection = *id;
    }
    options.table = arguments.get("--table");
    return options;
}

base::Result<const Format*> format_of(const Arguments& arguments, Direction direction) {
    const Format* format = exchange::find_format(arguments.get("--format"));
    if (format && has(*format, direction)) return format;
    std::vector<std::string> ids;
    for (const Format& one : exchange::formats())
        if (has(one, direction)) ids.emplace_back(one.id);
    return Error{"usage-unknown-format", arguments.get("--format"), base::join(ids, ", ")};
}

base::Status needs(const Arguments& arguments, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names)
        if (!arguments.has(name)) return Error{"usage-missing-option", std::string(name), {}};
    if (arguments.operands.empty()) return Error{"usage-missing-operand", "FILE", {}};
    return base::Done{};
}

const Command export_command{"export", export_operands, export_options, run_export};
const Command import_command{"import", operands, import_options, run_import};
const Command formats_command{"formats", {}, formats_options, run_formats};

}  // namespace cli
