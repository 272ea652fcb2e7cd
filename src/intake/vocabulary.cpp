#include "intake/vocabulary.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/embedded.hpp"
#include "base/text.hpp"

namespace intake {
namespace {
using Vocabulary = std::map<std::string, std::vector<std::string>, std::less<>>;

const std::unordered_map<char32_t, char32_t>& fold_table() {
    static const std::unordered_map<char32_t, char32_t> table = [] {
        std::unordered_map<char32_t, char32_t> pairs;
        for (const base::EmbeddedFile& file : base::embedded_intake()) {
            if (file.name != "fold.words") continue;
            for (std::string_view line : base::split(file.bytes, '\n')) {
                line = base::trim(line);
                if (!line.starts_with("fold = ")) continue;
                line.remove_prefix(7);
                for (std::size_t at = 0; at < line.size();) {
                    const char32_t from = base::next_code_point(line, at);
                    if (at < line.size()) pairs.emplace(from, base::next_code_point(line, at));
                }
            }
        }
        return pairs;
    }();
    return table;
}

const Vocabulary& vocabulary() {
    static const Vocabulary words = [] {
        Vocabulary all;
        for (const base::EmbeddedFile& file : base::embedded_intake()) {
            if (file.name == "fold.words") continue;
            for (std::string_view line : base::split(file.bytes, '\n')) {
                line = base::trim(line);
                const std::size_t equals = line.find(" = ");
                if (line.empty() || line[0] == '#' || equals == std::string_view::npos) continue;
                auto& list = all[std::string(line.substr(0, equals))];
                const std::string_view rest = line.substr(equals + 3);
                if (line.starts_with("bytes.") || line.starts_with("glyph.")) {
                    list.emplace_back(rest);  // what they are about must not be folded
                } else {
                    for (const std::string_view word : base::split(rest, '|')) list.push_back(folded(base::trim(word)));
                }
            }
        }
        return all;
    }();
    return words;
}
}  // namespace

std::string folded(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = base::next_code_point(text, at);
        const auto found = fold_table().find(c);
        const std::size_t before = result.size();
        if (found != fold_table().end()) base::append_code_point(result, found->second);
        if (result.size() - before != at - start) {  // not in the table, or of another length
            result.resize(before);
            result.append(text.substr(start, at - start));
        }
        if (at - start == 1 && result.back() >= 'A' && result.back() <= 'Z')
            result.back() = static_cast<char>(result.back() - 'A' + 'a');
    }
    return result;
}

const std::vector<std::string>& words_of(std::string_view key) {
    static const std::vector<std::string> none;
    const auto found = vocabulary().find(key);
    return found == vocabulary().end() ? none : found->second;
}

std::vector<std::string_view> keys_below(std::string_view start) {
    std::vector<std::string_view> keys;
    for (auto at = vocabulary().lower_bound(start); at != vocabulary().end() && at->first.starts_with(start); ++at)
        keys.emplace_back(at->first);
    return keys;
}

std::string_view key_of(std::string_view start, std::string_view folded_text, Match match) {
    std::string_view best;
    std::size_t longest = 0;
    for (auto at = vocabulary().lower_bound(start); at != vocabulary().end() && at->first.starts_with(start); ++at)
        for (const std::string& word : at->second) {
            if (word.size() <= longest) continue;
            const bool whole = match == Match::Is || word.starts_with('=');
            const std::string_view wanted =
                word.starts_with('=') ? std::string_view(word).substr(1) : std::string_view(word);
            if (whole ? folded_text != wanted : folded_text.find(wanted) == std::string_view::npos) continue;
            longest = word.size();
            best = at->first;
        }
    return best;
}

std::size_t begins_with(std::string_view folded_text, std::string_view key) {
    std::size_t longest = 0;
    for (const std::string& word : words_of(key))
        if (folded_text.starts_with(word)) longest = std::max(longest, word.size());
    return longest;
}

bool holds_any(std::string_view folded_text, std::string_view key) {
    return std::ranges::any_of(
        words_of(key), [&](const std::string& word) { return folded_text.find(word) != std::string_view::npos; });
}

}  // namespace intake
