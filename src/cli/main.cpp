// planner: the command-line front end. Exit status: 0 clean, 1 findings, 2 bad input, 3 bad usage.
#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <random>

#include "base/embedded.hpp"
#include "cli/command.hpp"
#include "codec/plan_json.hpp"

namespace cli {
namespace {
constexpr std::array commands{
    &new_command,     &check_command,    &inspect_command,   &schedule_command, &status_command,
    &load_command,    &calendar_command, &portfolio_command, &baseline_command, &report_command,
    &diff_command,    &merge_command,    &sign_command,      &verify_command,   &record_command,
    &history_command, &protect_command,  &unprotect_command, &key_command,      &export_command,
    &import_command,  &formats_command,  &canonical_command, &schema_command,   &git_setup_command};

analysis::Today now() {
    const std::time_t seconds = std::time(nullptr);
    const std::tm& local = *std::localtime(&seconds);
    const base::Date day =
        base::Date::from_ymd(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday).value_or(base::Date{});
    return {day, base::Moment::at(day, local.tm_hour, local.tm_min)};
}

std::uint64_t random_bits() {
    std::random_device device;
    return std::uint64_t{device()} << 32 | device();
}

std::string usage(const Command& command) {
    std::string text = "planner " + std::string(command.name);
    for (const std::string_view operand : command.operands) text += " " + std::string(operand);
    for (const Option& option : command.options) {
        const std::string one =
            std::string(option.name) + (option.value.empty() ? "" : " " + std::string(option.value));
        text += option.need == Need::Required ? " " + one : " [" + one + "]";
    }
    return text;
}

std::string help(const base::Words& words) {
    std::string text = std::string(words("cli.about")) + "\n\n";
    for (const Command* command : commands)
        text += usage(*command) + "\n    " + std::string(words("cli." + std::string(command->name))) + "\n";
    return text + "planner --help\nplanner --version\n\n" + std::string(words("cli.conventions")) + "\n";
}

std::string version(const base::Words& words) {
    return "planner (" + std::string(words("app.name")) + ") " + std::string(codec::format_name) + " " +
           std::to_string(codec::version_major) + "." + std::to_string(codec::version_minor) + "\n";
}

// What a language lacks is said in simplified Chinese.
base::Result<base::Words> words_of(const std::string& language) {
    for (const base::EmbeddedFile& file : base::embedded_languages())
        if (file.name == language + ".lang") return base::Words::parse(file.bytes, &base::Words::simplified_chinese());
    return base::Error{"usage-unknown-language", language, "zh-Hans, zh-Hant, en"};
}

Exit run(std::span<const std::string_view> arguments) {
    const base::Words& words = base::Words::simplified_chinese();
    base::IdSource ids(random_bits(), random_bits());
    const Context context{words, now(), ids};
    if (arguments.empty()) return fail(context, {"usage-missing-command", {}, {}});
    const auto asks = [&](std::string_view option) { return std::ranges::find(arguments, option) != arguments.end(); };
    if (asks("--help")) return write(context, {}, help(words));
    if (arguments[0] == "--version") return write(context, {}, version(words));
    const auto command = std::ranges::find(commands, arguments[0], &Command::name);
    if (command == commands.end()) return fail(context, {"usage-unknown-command", std::string(arguments[0]), {}});
    const auto parsed = parse_arguments((*command)->options, (*command)->operands, arguments.subspan(1));
    if (!parsed) return fail(context, parsed.error());
    if (!parsed->has("--language")) return (*command)->run(context, *parsed);
    const auto translated = words_of(parsed->get("--language"));
    if (!translated) return fail(context, translated.error());
    return (*command)->run(Context{*translated, context.today, ids}, *parsed);
}
}  // namespace
}  // namespace cli

int main(int count, char** values) {
    const std::vector<std::string_view> arguments(values + std::min(count, 1), values + count);
    return static_cast<int>(cli::run(arguments));
}
