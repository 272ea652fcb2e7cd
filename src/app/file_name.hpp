// app/file_name.hpp: names of files that every system accepts.
#pragma once

#include <string>
#include <string_view>

namespace app {

// The title without characters that some file system refuses, cut to about 40 Chinese characters; fallback if nothing
// is left.
std::string file_name(std::string_view title, std::string_view fallback, std::string_view ending);

}  // namespace app
