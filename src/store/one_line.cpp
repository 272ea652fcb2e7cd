#include "store/one_line.hpp"

#include "base/text.hpp"

namespace store {

std::string to_line(std::string_view text) {
    return base::replace_all(base::replace_all(std::string(text), "\\", "\\\\"), "\n", "\\n");
}

std::string to_word(std::string_view text) {
    return base::replace_all(to_line(text), " ", "\\s");
}

std::string from_line(std::string_view line) {
    std::string text;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] != '\\' || at + 1 == line.size()) {
            text += line[at];
            continue;
        }
        const char c = line[++at];
        text += c == 'n' ? '\n' : c == 's' ? ' ' : c;
    }
    return text;
}

}  // namespace store
