// tests/support/languages.hpp: the words of every language that the page can show, read from the checkout.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/words.hpp"
#include "support/files.hpp"

namespace support {

// By the names of their files: "zh-Hans", "zh-Hant", "en". None has another under it: what one lacks is missing.
inline const std::vector<std::pair<std::string, base::Words>>& languages() {
    static const auto all = [] {
        std::vector<std::pair<std::string, base::Words>> read;
        for (const char* name : {"zh-Hans", "zh-Hant", "en"})
            read.emplace_back(name, base::Words::parse(read_file("assets/lang/" + std::string(name) + ".lang")));
        return read;
    }();
    return all;
}

}  // namespace support
