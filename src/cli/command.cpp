#include "cli/command.hpp"

#include <cstdio>

#include "cli/files.hpp"
#include "codec/plan_json.hpp"
#include "exchange/format.hpp"

namespace cli {

Exit fail(const Context& context, const base::Error& error) {
    const bool is_usage = error.code.starts_with("usage-");
    const std::string text = "planner: " + exchange::error_text(context.words, error) + " [" + error.code +
                             (error.subject.empty() ? "" : " " + error.subject) + "]\n";
    std::fputs(text.c_str(), stderr);
    if (is_usage) std::fputs((std::string(context.words("cli.see-help")) + "\n").c_str(), stderr);
    return is_usage ? Exit::BadUsage : Exit::BadInput;
}

Exit write(const Context& context, const Arguments& arguments, std::string_view bytes, Exit done) {
    const base::Status written = write_output(arguments.get("-o", "-"), bytes);
    return written ? done : fail(context, written.error());
}

base::Result<model::Plan> read_plan(const std::string& path) {
    base::Result<std::string> bytes = read_input(path, codec::byte_limit);
    if (!bytes) return bytes.error();
    return codec::decode_plan(*bytes);
}

base::Result<analysis::Today> today_of(const Context& context, const Arguments& arguments) {
    if (!arguments.has("--on")) return context.today;
    const std::string text = arguments.get("--on");
    const std::optional<base::Date> day = base::Date::parse(text);
    if (!day) return base::Error{"usage-date", "--on", text};
    return analysis::Today{*day, base::Moment::at(*day, 23, 59)};
}

base::Result<DateRange> range_of(const Arguments& arguments) {
    DateRange range;
    for (const auto& [option, day] : {std::pair{"--from", &range.from}, std::pair{"--to", &range.to}}) {
        if (!arguments.has(option)) continue;
        const std::string text = arguments.get(option);
        const std::optional<base::Date> read = base::Date::parse(text);
        if (!read) return base::Error{"usage-date", option, text};
        *day = *read;
    }
    if (range.from && range.to && range.to < range.from)
        return base::Error{"usage-range", range.from.iso(), range.to.iso()};
    return range;
}

}  // namespace cli
