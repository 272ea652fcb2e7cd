// cli/command.hpp: what every command of `planner` is: a row of a table and a function.
#pragma once

#include "analysis/check.hpp"
#include "base/id.hpp"
#include "base/words.hpp"
#include "cli/arguments.hpp"
#include "exchange/convert.hpp"
#include "model/plan.hpp"

namespace cli {

enum class Exit : int { Clean = 0, Findings = 1, BadInput = 2, BadUsage = 3 };

// What a command gets besides its arguments.
struct Context {
    const base::Words& words;
    analysis::Today today;  // of the machine's clock
    base::IdSource& ids;
};

struct Command {
    std::string_view name;  // words: "cli.NAME" says what it does
    std::span<const std::string_view> operands;
    std::span<const Option> options;
    Exit (*run)(const Context&, const Arguments&);
};

// Of the commands that write words: zh-Hans, zh-Hant, en.
inline constexpr Option language_option{"--language", "CODE"};

extern const Command new_command, check_command, inspect_command, report_command, diff_command, merge_command,
    git_setup_command, schedule_command, status_command, load_command, calendar_command, portfolio_command,
    baseline_command, sign_command, verify_command, record_command, history_command, protect_command, unprotect_command,
    key_command, canonical_command, schema_command, export_command, import_command, formats_command;

// ---- what commands share

// Tells the error on standard error, in words and with its code.
Exit fail(const Context& context, const base::Error& error);
// Writes to "-o", standard output without it; done, or BadInput after having told why not.
Exit write(const Context& context, const Arguments& arguments, std::string_view bytes, Exit done = Exit::Clean);
// What a command must be given unless it only lists. Errors: "usage-missing-option", "usage-missing-operand".
base::Status needs(const Arguments& arguments, std::initializer_list<std::string_view> names);
// What the options --of, --profile, --inspection, --unit and --table say of what is written, as of that day. Errors:
// "usage-unknown-kind", "usage-unknown-profile".
base::Result<exchange::WriteOptions> write_options(const Context& context, const Arguments& arguments,
                                                   std::string_view subject_option, base::Date day);
// The format of "--format". Error "usage-unknown-format" (detail: those that there are).
enum class Direction : std::uint8_t { Reads, Writes };  // what intake understands counts as read
base::Result<const exchange::Format*> format_of(const Arguments& arguments, Direction direction);
base::Result<model::Plan> read_plan(const std::string& path);
// The day of "--on", as it is at its end; without the option, now. Error "usage-date".
base::Result<analysis::Today> today_of(const Context& context, const Arguments& arguments);
// The days of "--from" and "--to"; empty without the option. Errors "usage-date", "usage-range" (from after to).
struct DateRange {
    base::Date from, to;
};
base::Result<DateRange> range_of(const Arguments& arguments);

}  // namespace cli
