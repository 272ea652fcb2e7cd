#include "cli/arguments.hpp"

#include <algorithm>

namespace cli {
namespace {
using base::Error;

base::Status read_option(std::span<const Option> options, std::span<const std::string_view> given, std::size_t& at,
                         Arguments& result) {
    const std::string_view argument = given[at];
    const std::size_t equals = argument.starts_with("--") ? argument.find('=') : std::string_view::npos;
    const std::string name(argument.substr(0, equals));
    const auto option = std::ranges::find(options, name, &Option::name);
    if (option == options.end()) return Error{"usage-unknown-option", name, {}};
    if (result.has(name)) return Error{"usage-repeated-option", name, {}};
    if (option->takes() == Takes::Nothing) {
        if (equals != std::string_view::npos) return Error{"usage-unexpected-value", name, {}};
        result.options.emplace(name, "");
    } else if (equals != std::string_view::npos) {
        result.options.emplace(name, argument.substr(equals + 1));
    } else {
        if (at + 1 == given.size()) return Error{"usage-missing-value", name, std::string(option->value)};
        result.options.emplace(name, given[++at]);
    }
    return base::Done{};
}
}  // namespace

std::string Arguments::get(std::string_view name, std::string_view fallback) const {
    const auto found = options.find(name);
    return found == options.end() ? std::string(fallback) : found->second;
}

base::Result<Arguments> parse_arguments(std::span<const Option> options, std::span<const std::string_view> operands,
                                        std::span<const std::string_view> given) {
    Arguments result;
    bool ended = false;
    for (std::size_t at = 0; at < given.size(); ++at) {
        const std::string_view argument = given[at];
        if (!ended && argument == "--") {
            ended = true;
        } else if (!ended && argument.size() > 1 && argument[0] == '-') {
            if (base::Status read = read_option(options, given, at, result); !read) return read.error();
        } else {
            if (result.operands.size() == operands.size())
                return Error{"usage-extra-operand", std::string(argument), {}};
            result.operands.emplace_back(argument);
        }
    }
    if (result.operands.size() < operands.size() && !operands[result.operands.size()].starts_with('['))
        return Error{"usage-missing-operand", std::string(operands[result.operands.size()]), {}};
    for (const Option& option : options)
        if (option.need == Need::Required && !result.has(option.name))
            return Error{"usage-missing-option", std::string(option.name), std::string(option.value)};
    return result;
}

}  // namespace cli
