// codec/version.hpp: which version a plan's JSON is of, told before the rest is read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "model/plan.hpp"

namespace codec {

struct Version {
    int major = 0, minor = 0;
    auto operator<=>(const Version&) const = default;
    static std::optional<Version> parse(
        std::string_view text);  // "1.0": two numbers of up to four digits without leading zeros
    [[nodiscard]] std::string text() const { return std::to_string(major) + "." + std::to_string(minor); }
};

// Reads no further than "format" and "version", which our own files begin with. Errors: "file-empty", "json-syntax",
// "json-encoding", "format-unknown", "version-unreadable", "version-newer".
base::Result<Version> read_version(std::string_view json);

// The version to write, as JSON text: a plan read from a newer minor version stays of that version.
std::string version_of(const model::Plan& plan);

// What nlohmann's position (bytes consumed) means to a person.
base::Error syntax_error(std::string_view json, std::size_t position);

}  // namespace codec
