// cli/arguments.hpp: reads a command's options and operands from a table.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace cli {

enum class Takes : bool { Nothing, Value };
enum class Need : bool { Optional, Required };

struct Option {
    std::string_view name;   // "--on", or "-o"
    std::string_view value;  // what its value is called in the help: "DATE"; "" with Takes::Nothing
    Need need = Need::Optional;

    [[nodiscard]] Takes takes() const { return value.empty() ? Takes::Nothing : Takes::Value; }
};

struct Arguments {
    std::map<std::string, std::string, std::less<>> options;  // by name; "" for those without value
    std::vector<std::string> operands;

    [[nodiscard]] bool has(std::string_view name) const { return options.contains(name); }
    // The option's value, or fallback.
    [[nodiscard]] std::string get(std::string_view name, std::string_view fallback = {}) const;
};

// Operands from one in brackets on, "[B]", may be missing.
// "--name value", "--name=value", "-o value"; "--" ends the options, "-" alone is an operand. Errors (subject: the
// argument): "usage-unknown-option", "usage-repeated-option", "usage-missing-value", "usage-unexpected-value",
// "usage-missing-option", "usage-missing-operand", "usage-extra-operand".
base::Result<Arguments> parse_arguments(std::span<const Option> options, std::span<const std::string_view> operands,
                                        std::span<const std::string_view> given);

}  // namespace cli
