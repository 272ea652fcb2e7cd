// codec/migrate.hpp: older versions of the format, turned into the present one step by step.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "codec/version.hpp"

namespace codec {

// Whether there is a way from this version to the present one.
bool can_migrate(Version from);

// The same plan as JSON of the present version, if can_migrate(from). What a step does not expect it leaves as it is:
// the reader judges. Errors: "json-syntax", "json-encoding", "json-depth", "json-duplicate-key".
base::Result<std::string> migrate(std::string_view json, Version from);

}  // namespace codec
