// tests/support/sentences.hpp: what messages for people may not contain: names that only the program knows.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "support/files.hpp"

namespace support {
using Names = std::set<std::string>;

inline bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Runs of ASCII letters: all that an identifier could be made of.
inline Names ascii_words(std::string_view text) {
    Names words;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_ascii_letter(text[end])) ++end;
        if (end - at > 1) words.emplace(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

// What can be nothing but an identifier, in whatever language it stands: budgetLine, date_order.
inline Names identifiers(std::string_view text) {
    const auto is_part = [](char c) { return is_ascii_letter(c) || c == '_' || (c >= '0' && c <= '9'); };
    Names found;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_part(text[end])) ++end;
        const std::string_view word = text.substr(at, end - at);
        for (std::size_t i = 0; i + 1 < word.size(); ++i) {
            const bool hump = word[i] >= 'a' && word[i] <= 'z' && word[i + 1] >= 'A' && word[i + 1] <= 'Z';
            const bool snake = is_ascii_letter(word[i]) && word[i + 1] == '_';
            if (hump || snake) found.emplace(word);
        }
        at = end + 1;
    }
    return found;
}

// Codes of all errors that have a sentence.
inline std::vector<std::string> error_codes() {
    std::vector<std::string> all;
    const std::string file = read_file("assets/lang/zh-Hans.lang");
    for (const std::string_view line : base::split(file, '\n'))
        if (line.starts_with("error.")) all.emplace_back(line.substr(6, line.find(' ') - 6));
    return all;
}

}  // namespace support
