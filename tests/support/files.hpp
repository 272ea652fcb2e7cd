// tests/support/files.hpp: files of the checkout, which is the tests' working directory.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

namespace support {

// The file's bytes; "" if it cannot be read.
inline std::string read_file(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace support
