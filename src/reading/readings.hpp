// reading/readings.hpp: what people write beside the program's own words, assets/reading.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reading {

// The words of a key, as base::name_key makes them, in lower case; none if there is no such key.
std::vector<std::string> readings_of(std::string_view key);

}  // namespace reading
