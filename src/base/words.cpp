#include "base/words.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "base/text.hpp"

namespace base {

Words Words::parse(std::string_view file, const Words* under) {
    Words words;
    words.under_ = under;
    for (std::string_view line : split(file, '\n')) {
        line = trim(line);
        const std::size_t equals = line.find('=');
        if (line.empty() || line[0] == '#' || equals == std::string_view::npos) continue;
        std::string text = replace_all(std::string(trim(line.substr(equals + 1))), "\\n", "\n");
        text = replace_all(std::move(text), "\\s", " ");
        words.entries_.emplace_back(trim(line.substr(0, equals)), std::move(text));
    }
    std::ranges::stable_sort(words.entries_, [](auto& a, auto& b) { return a.first < b.first; });
    return words;
}

const std::string* Words::find(std::string_view key) const {
    const auto after = std::upper_bound(entries_.begin(), entries_.end(), key,
                                        [](std::string_view k, const auto& entry) { return k < entry.first; });
    if (after != entries_.begin() && std::prev(after)->first == key) return &std::prev(after)->second;
    return under_ ? under_->find(key) : nullptr;
}

bool Words::has(std::string_view key) const {
    return find(key) != nullptr;
}

std::string_view Words::operator()(std::string_view key) const {
    if (const std::string* text = find(key)) return *text;
    const std::string marked = "«" + std::string(key) + "»";
    const auto known = std::find(missing_.begin(), missing_.end(), marked);
    if (known != missing_.end()) return *known;
    if (missing_.capacity() == 0) missing_.reserve(256);  // views must stay valid
    if (missing_.size() == missing_.capacity()) return "«»";
    return missing_.emplace_back(marked);
}

std::string Words::operator()(std::string_view key, std::initializer_list<std::string_view> arguments) const {
    return fill((*this)(key), arguments);
}

const Words& Words::simplified_chinese() {
    static const Words words = [] {
        for (const EmbeddedFile& file : embedded_words())
            if (file.name == "zh-Hans.lang") return parse(file.bytes);
        return Words{};
    }();
    return words;
}

std::string fill(std::string_view pattern, std::initializer_list<std::string_view> arguments) {
    std::string result;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const bool slot = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 1] >= '0' &&
                          pattern[at + 1] <= '9' && pattern[at + 2] == '}';
        const std::size_t index = slot ? static_cast<std::size_t>(pattern[at + 1] - '0') : 0;
        if (slot && index < arguments.size()) {
            result += arguments.begin()[index];
            at += 2;
        } else {
            result += pattern[at];
        }
    }
    return result;
}

}  // namespace base
