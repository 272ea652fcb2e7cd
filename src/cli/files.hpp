// cli/files.hpp: reads and writes whole files; "-" stands for standard input and output.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

namespace cli {

// At most limit bytes. Errors (subject: path): "file-missing", "file-unreadable", "file-too-large" (detail: the limit
// in MiB).
base::Result<std::string> read_input(const std::string& path, std::size_t limit);

// A file is written beside its place and then renamed, so that a failure leaves the old one whole. Error
// "file-unwritable" (subject: path, detail: the system's reason).
base::Status write_output(const std::string& path, std::string_view bytes);

// The names of the plain files in a folder that end so, sorted. Errors as read_input.
base::Result<std::vector<std::string>> list_folder(const std::string& path, std::string_view ending);

bool exists(const std::string& path);  // "-" never does

}  // namespace cli
