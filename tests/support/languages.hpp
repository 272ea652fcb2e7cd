// tests/support/languages.hpp: the words of every language that the page can show, read from the checkout.
#pragma once

#include <string>
#include <vector>

#include "base/words.hpp"
#include "support/files.hpp"

namespace support {

struct Language {
    std::string name;   // of its file: "zh-Hans", "zh-Hant", "en"
    base::Words words;  // with none under it: what it lacks is missing
};

inline const std::vector<Language>& languages() {
    static const auto all = [] {
        std::vector<Language> read;
        for (const char* name : {"zh-Hans", "zh-Hant", "en"})
            read.push_back({name, base::Words::parse(read_file("assets/lang/" + std::string(name) + ".lang"))});
        return read;
    }();
    return all;
}

}  // namespace support
