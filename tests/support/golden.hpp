// tests/support/golden.hpp: a text held against the one that is kept. FANGLUE_RENEW_GOLDEN=1 writes it anew; then read
// the difference.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

#include "support/files.hpp"

namespace support {

// path: in the checkout.
inline void check_golden(const std::string& path, const std::string& text) {
    if (std::getenv("FANGLUE_RENEW_GOLDEN")) std::ofstream(path, std::ios::binary) << text;
    const std::string golden = read_file(path);
    std::size_t at = 0, line = 1, begin = 0;
    while (at < golden.size() && at < text.size() && golden[at] == text[at])
        if (golden[at++] == '\n') {
            ++line;
            begin = at;
        }
    const auto line_at = [&](const std::string& of) { return of.substr(begin, of.find('\n', begin) - begin); };
    INFO(path << " differs first in line " << line << ":\n  kept: " << line_at(golden)
              << "\n  now:  " << line_at(text));
    const bool same = golden == text;
    CHECK(same);
}

}  // namespace support
