#include "intake/repair.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "base/text.hpp"
#include "intake/run_together.hpp"
#include "intake/vocabulary.hpp"

namespace intake {
namespace {
std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    for (const std::string_view line : base::split(text, '\n')) lines.emplace_back(line);
    return lines;
}

char32_t last_of(std::string_view text) {
    char32_t last = U'\0';
    for (std::size_t at = 0; at < text.size();) last = base::next_code_point(text, at);
    return last;
}

void note(Repaired& repaired, Noise noise, std::size_t count = 1) {
    repaired.counts[static_cast<std::size_t>(noise)] += count;
}

// ---- pinyin behind characters, and what it did to the bytes between them

constexpr std::u32string_view toned = U"āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ";

// The end of a syllable in brackets that begins at text[at] = '('; at if there is none.
std::size_t syllable_end(std::string_view text, std::size_t at, bool& tone) {
    std::size_t here = at + 1, letters = 0;
    tone = false;
    while (here < text.size() && letters <= 6) {
        const std::size_t start = here;
        const char32_t c = base::next_code_point(text, here);
        if (c == U')') return letters > 0 ? here : at;
        const bool marked = toned.find(c) != std::u32string_view::npos;
        if (!marked && !(c >= U'a' && c <= U'z') && c != U'ü') return at;
        tone = tone || marked;
        ++letters;
        (void)start;
    }
    return at;
}

void repair_pinyin(Repaired& repaired) {
    std::string& text = repaired.text;
    const auto strip = [](const std::string& from, std::size_t& found) {
        std::string result;
        bool after_han = false;
        for (std::size_t at = 0; at < from.size();) {
            bool tone = false;
            const std::size_t end = after_han && from[at] == '(' ? syllable_end(from, at, tone) : at;
            if (end > at && tone) {
                at = end;
                ++found;
                continue;
            }
            const std::size_t start = at;
            after_han = base::is_han(base::next_code_point(from, at));
            result.append(from, start, at - start);
        }
        return result;
    };
    std::size_t found = 0;
    (void)strip(text, found);
    if (found < 3) return;
    for (std::size_t i = 1;; ++i) {
        const auto& rows = words_of("bytes." + std::to_string(i));
        if (rows.empty()) break;
        const std::size_t arrow = rows[0].find(" > ");
        const std::string from = rows[0].substr(0, arrow), to = rows[0].substr(arrow + 3);
        for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
            text.replace(at, from.size(), to);
            note(repaired, Noise::Bytes);
        }
    }
    found = 0;
    text = strip(text, found);
    note(repaired, Noise::Pinyin, found);
}

// ---- glyphs

void repair_glyphs(Repaired& repaired) {
    const auto& tokens = words_of("glyph.signs");
    const auto& pairs = words_of("glyph.pairs");
    if (tokens.empty() || pairs.empty()) return;
    std::size_t distinct = 0;
    for (std::size_t at = 0; at < tokens[0].size();) {
        const std::size_t start = at;
        base::next_code_point(tokens[0], at);
        if (base::contains(repaired.text, std::string_view(tokens[0]).substr(start, at - start))) ++distinct;
    }
    if (distinct < 3) return;
    std::unordered_map<char32_t, char32_t> table;
    for (std::size_t at = 0; at < pairs[0].size();) {
        const char32_t from = base::next_code_point(pairs[0], at);
        if (at < pairs[0].size()) table.emplace(from, base::next_code_point(pairs[0], at));
    }
    std::string result;
    for (std::size_t at = 0; at < repaired.text.size();) {
        const char32_t c = base::next_code_point(repaired.text, at);
        const auto right = table.find(c);
        if (right != table.end()) note(repaired, Noise::Glyphs);
        base::append_code_point(result, right == table.end() ? c : right->second);
    }
    repaired.text = std::move(result);
}

// ---- the page around

bool has_page_number(std::string_view folded_line) {  // …_第3页
    const std::size_t at = folded_line.rfind("_第");
    return at != std::string_view::npos && folded_line.ends_with("页") && folded_line.size() - at < 14;
}

std::size_t conditions_in(std::string_view folded_line) {
    std::size_t count = 0;
    for (const std::string& word : words_of("chrome.inside"))
        if (base::contains(folded_line, word)) ++count;
    return count;
}

std::string_view without_mark(std::string_view line) {
    line = base::trim(line);
    for (const std::string_view mark : {"-", "•", "·", "*"})
        if (line.starts_with(mark)) return base::trim(line.substr(mark.size()));
    return line;
}
bool is_listed(std::string_view line) {
    const std::string_view trimmed = base::trim(line);
    return without_mark(trimmed).size() != trimmed.size();
}

bool is_chrome(std::string_view line, bool listed_only = false) {
    const std::string plain = folded(base::trim(line));
    if (plain.empty()) return false;
    if (has_page_number(plain)) return true;
    if (std::ranges::find(words_of("chrome.is"), plain) != words_of("chrome.is").end()) return true;
    if (begins_with(plain, "chrome.starts") > 0 && base::count_code_points(plain) < 90) return true;
    return (is_listed(line) || !listed_only) && is_listed(line) && conditions_in(plain) >= 1 &&
           (conditions_in(plain) >= 2 || base::contains(plain, "本站"));
}

// Of a document without any line that only a mirror has, nothing is dropped.
void drop_chrome(Repaired& repaired) {
    std::vector<std::string> lines = lines_of(repaired.text);
    const auto sure = [](const std::string& line) {
        const std::string plain = folded(base::trim(line));
        return has_page_number(plain) || (is_listed(line) && conditions_in(plain) >= 2) ||
               (begins_with(plain, "chrome.starts") > 0 && base::count_code_points(plain) < 90);
    };
    if (!std::ranges::any_of(lines, sure)) return;
    std::vector<std::string> kept;
    bool tail = false;
    for (std::string& line : lines) {
        const std::string plain = folded(base::trim(line));
        if (std::ranges::find(words_of("chrome.tail"), plain) != words_of("chrome.tail").end()) tail = true;
        // A tail goes on while its lines are listed; the text may begin again behind it.
        if (tail && !plain.empty() && !is_listed(line) && !is_chrome(line)) tail = false;
        if (!plain.empty() && (tail || is_chrome(line))) {
            note(repaired, Noise::Chrome);
            repaired.dropped.push_back(std::move(line));
        } else {
            kept.push_back(std::move(line));
        }
    }
    repaired.text = base::join(kept, "\n");
}

// ---- pieces numbered in the middle of words

std::optional<std::size_t> piece_number(std::string_view line, std::size_t& end) {
    std::size_t number = 0;
    end = 0;
    while (end < line.size() && end < 3 && line[end] >= '0' && line[end] <= '9')
        number = number * 10 + static_cast<std::size_t>(line[end++] - '0');
    if (end == 0 || !line.substr(end).starts_with("、")) return std::nullopt;
    end += std::string_view("、").size();
    return number;
}

void join_chunks(Repaired& repaired) {
    std::vector<std::string> lines = lines_of(repaired.text);
    std::erase_if(lines, [](const std::string& line) { return base::is_blank(line); });
    if (lines.size() < 3) return;
    std::string joined;
    std::size_t broken = 0, length = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::size_t end = 0;
        const std::string_view line = base::trim(lines[i]);
        if (piece_number(line, end) != i + 1) return;
        if (!joined.empty() &&
            std::u32string_view(U"。；：！？”）.;:!?").find(last_of(joined)) == std::u32string_view::npos)
            ++broken;
        length += line.size();
        joined += line.substr(end);
    }
    if (broken * 2 < lines.size() || length / lines.size() < 300) return;
    note(repaired, Noise::Chunks, lines.size());
    repaired.text = std::move(joined);
}

// ---- doubled parts of a title, in the first line

void repair_doubled(Repaired& repaired) {
    const std::size_t line_end = std::min(repaired.text.find('\n'), std::min<std::size_t>(repaired.text.size(), 600));
    const std::string_view line = std::string_view(repaired.text).substr(0, line_end);
    std::string result;
    std::size_t doubled = 0, at = 0, used = 0;
    while (at < line.size()) {
        const std::size_t start = at;
        std::size_t here = at;
        char32_t c = base::next_code_point(line, here);
        if (!base::is_han(c)) {
            // Blanks between doubled parts came with the doubling.
            if (c != U' ' || doubled == 0) result.append(line.substr(start, here - start));
            at = here;
            continue;
        }
        std::vector<std::size_t> places{start};
        while (base::is_han(c)) {
            at = here;
            places.push_back(at);
            if (here >= line.size()) break;
            c = base::next_code_point(line, here);
        }
        const std::size_t count = places.size() - 1, half = places[count / 2];
        const std::string_view run = line.substr(start, at - start);
        if (count % 2 != 0 || run.substr(0, half - start) != run.substr(half - start)) {
            at = start;
            break;
        }
        ++doubled;
        result.append(run.substr(0, half - start));
        used = at;
    }
    if (doubled < 3) return;
    note(repaired, Noise::Doubled, doubled);
    repaired.text = result + repaired.text.substr(std::max(used, at));
}

// ---- half-width marks

void repair_punctuation(Repaired& repaired) {
    const std::string& text = repaired.text;
    std::size_t half = 0, full = 0;
    char32_t before = U'\0';
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        if ((c == U',' || c == U':' || c == U';') && base::is_han(before)) ++half;
        if (c == U'，' || c == U'：' || c == U'；') ++full;
        before = c;
    }
    if (half < 5 || half < full * 5) return;
    std::string result;
    std::vector<std::size_t> open;  // places in result of brackets that were left as they are
    before = U'\0';
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = base::next_code_point(text, at);
        std::size_t peek = at;
        const char32_t next = peek < text.size() ? base::next_code_point(text, peek) : U'\n';
        const auto wide = [](char32_t d) {
            return base::is_han(d) || std::u32string_view(U"”》）〕]%").find(d) != std::u32string_view::npos;
        };
        constexpr std::u32string_view narrow = U",:;?!", broad = U"，：；？！";
        const std::size_t which = narrow.find(c);
        const bool digit = before >= U'0' && before <= U'9';
        if (which != std::u32string_view::npos &&
            (wide(before) ||
             ((digit || before == U')' || (before >= U'A' && before <= U'z')) &&
              (base::is_han(next) || next == U'“')) ||
             (c == U',' && (before == U'：' || before == U':')) || (c == U';' && digit && next == U'\n') ||
             (c == U';' && digit && next == U'('))) {
            c = broad[which];
            note(repaired, Noise::Punctuation);
        }
        if (c == U'(') open.push_back(result.size());
        if (c == U'\n') open.clear();
        if (c == U')' && !open.empty()) {
            const std::size_t from = open.back();
            open.pop_back();
            const std::string_view inside = std::string_view(result).substr(from + 1);
            bool han = false;
            for (std::size_t i = 0; i < inside.size() && !han;) han = base::is_han(base::next_code_point(inside, i));
            if (han) {
                result.replace(from, 1, "（");
                c = U'）';
                note(repaired, Noise::Punctuation, 2);
            }
        }
        base::append_code_point(result, c);
        before = c;
    }
    repaired.text = std::move(result);
}

}  // namespace

std::string_view name_of(Noise noise) {
    constexpr std::array<std::string_view, noise_count> names{
        {"chrome", "contents", "pinyin", "bytes", "glyphs", "chunks", "doubled", "punctuation", "slides", "lines"}};
    return names[static_cast<std::size_t>(noise)];
}

Repaired repair(std::string text) {
    Repaired repaired;
    repaired.text = std::move(text);
    repair_pinyin(repaired);
    drop_chrome(repaired);
    join_chunks(repaired);
    repair_glyphs(repaired);
    repair_doubled(repaired);
    repair_punctuation(repaired);
    part_lines(repaired);
    return repaired;
}

}  // namespace intake
