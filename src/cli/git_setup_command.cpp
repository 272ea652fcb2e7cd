// planner git-setup: lets git merge plans with `planner merge` and show their changes with `planner diff`.
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <vector>

#include "cli/command.hpp"
#include "cli/files.hpp"

namespace cli {
namespace {
using base::Error;

// Runs git without a shell, so that no character of a path means anything to one.
base::Status git(const std::string& folder, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"git", "-C", folder});
    std::vector<char*> values;
    for (std::string& argument : arguments) values.push_back(argument.data());
    values.push_back(nullptr);
    const pid_t child = ::fork();
    if (child == 0) {
        ::execvp("git", values.data());
        ::_exit(127);
    }
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return Error{"git-failed", folder, arguments[3] + " " + arguments[4]};
    return base::Done{};
}

// In single quotes for the shell that git runs drivers with.
std::string shell_quoted(const std::string& text) {
    std::string quoted = "'";
    for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

// Where this program lies; its name if that cannot be told, so that git looks for it as the shell does.
std::string own_path() {
    std::error_code failed;
    const auto path = std::filesystem::read_symlink("/proc/self/exe", failed);
    return failed ? "planner" : path.string();
}

// Adds the line to .gitattributes unless it has it already; everything else in it stays.
base::Status add_attribute(const std::string& path, const std::string& line) {
    std::string text;
    if (exists(path)) {
        const auto bytes = read_input(path, std::size_t{1} << 20);
        if (!bytes) return bytes.error();
        text = *bytes;
    }
    if (("\n" + text + "\n").find("\n" + line + "\n") != std::string::npos) return base::Done{};
    if (!text.empty() && text.back() != '\n') text += '\n';
    return write_output(path, text + line + "\n");
}

Exit run(const Context& context, const Arguments& arguments) {
    const std::string& folder = arguments.operands[0];
    const std::string pattern = arguments.get("--pattern", "*.plan.json");
    if (pattern.empty() || pattern.find_first_of(" \t\r\n\"'") != std::string::npos || pattern[0] == '#' ||
        pattern[0] == '!')
        return fail(context, {"git-pattern", pattern, {}});
    const std::string program = shell_quoted(own_path());
    const std::string name = "fanglue";
    const std::pair<std::string, std::string> settings[] = {
        {"merge." + name + ".name", "Fanglue plans"},
        {"merge." + name + ".driver", program + " merge %O %A %B -o %A"},
        {"diff." + name + ".textconv", program + " diff"},
        {"diff." + name + ".cachetextconv", "true"},
    };
    for (const auto& [key, value] : settings)
        if (const base::Status set = git(folder, {"config", key, value}); !set) return fail(context, set.error());
    const base::Status added = add_attribute(folder + "/.gitattributes", pattern + " merge=" + name + " diff=" + name);
    if (!added) return fail(context, added.error());
    return write(context, {}, context.words("git-setup.done", {folder, pattern}) + "\n");
}

constexpr std::string_view operands[] = {"DIR"};
constexpr Option options[] = {{"--pattern", "GLOB"}, language_option};
}  // namespace

const Command git_setup_command{"git-setup", operands, options, run};

}  // namespace cli
