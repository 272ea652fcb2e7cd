#include "intake/run_together.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "intake/marks.hpp"
#include "intake/vocabulary.hpp"

namespace intake {
namespace {
using Texts = std::vector<std::string>;

void count(Repaired& repaired, Noise noise, std::size_t times = 1) {
    repaired.counts[static_cast<std::size_t>(noise)] += times;
}

std::vector<std::size_t> places_of(std::string_view text) {  // where characters begin, and the end
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at < text.size(); base::next_code_point(text, at)) places.push_back(at);
    places.push_back(text.size());
    return places;
}
char32_t at_place(std::string_view text, std::size_t at) {
    return at < text.size() ? base::next_code_point(text, at) : U'\n';
}
bool is_pause(char32_t c) {
    return std::u32string_view(U"，。；！？,;!?、").find(c) != std::u32string_view::npos;
}

// ---- between points in one long line

Texts parted(const std::string& line) {
    const std::string plain = folded(line);
    const auto places = places_of(line);
    std::vector<std::size_t> breaks;
    int chapter = 1, dot = 1, paren = 1;
    for (std::size_t i = 0; i + 1 < places.size(); ++i) {
        const std::size_t at = places[i];
        const char32_t before = i == 0 ? U'\n' : at_place(line, places[i - 1]);
        const bool after_sentence =
            i == 0 || std::u32string_view(U" 。；：！？”）\n").find(before) != std::u32string_view::npos;
        const Marked marked = line[at] == ' ' ? Marked{} : mark_of(std::string_view(line).substr(at));
        const bool after_digit = (before >= U'0' && before <= U'9') || before == U'.' || before == U'%';
        if (marked.mark == Mark::Chapter && line.compare(at, 3, "第") != 0) {
            const bool inside =
                std::u32string_view(U"之其第件为為一二三四五六七八九十").find(before) != std::u32string_view::npos;
            if (!inside && (marked.number[0] == chapter || marked.number[0] == 1)) {
                breaks.push_back(at);
                chapter = marked.number[0] + 1;
                dot = paren = 1;
            }
        } else if (marked.mark == Mark::Dot && !after_digit) {
            const char32_t next = at_place(line, at + marked.size);
            const bool word =
                base::is_han(next) || next == U'“' || next == U'"' || next == U'《' || (next >= U'A' && next <= U'z');
            if (word && (marked.number[0] == dot || (marked.number[0] == 1 && after_sentence) ||
                         (marked.number[0] == 1 && dot != 2))) {
                breaks.push_back(at);
                dot = marked.number[0] + 1;
                paren = 1;
            }
        } else if (marked.mark == Mark::Paren && line[at] != ' ' && !(line[at] >= '0' && line[at] <= '9')) {
            if (marked.number[0] == paren || marked.number[0] == 1) {
                breaks.push_back(at);
                paren = marked.number[0] + 1;
            }
        } else if (after_sentence && begins_with(std::string_view(plain).substr(at), "word.breaks") > 0) {
            breaks.push_back(at);
        } else if (begins_with(std::string_view(plain).substr(at), "word.contents") > 0 && before == U' ') {
            breaks.push_back(at);
        } else if (before == U'。' && base::is_han(at_place(line, at))) {
            // 。临床科室：
            for (std::size_t j = i; j < i + 11 && j + 1 < places.size(); ++j) {
                const char32_t c = at_place(line, places[j]);
                if (c == U'：' && j >= i + 2) breaks.push_back(at);
                if (!base::is_han(c)) break;
            }
        } else if (line[at] == '-' && base::is_han(at_place(line, at + 1)) && !after_digit &&
                   at_place(line, at + 1) != U'\n') {
            // …内容。-基层机构：
            for (std::size_t j = i + 1; j < i + 13 && j + 1 < places.size(); ++j) {
                const char32_t c = at_place(line, places[j]);
                if (c == U'：' || c == U':' || before == U'。') {
                    breaks.push_back(at);
                    break;
                }
                if (!base::is_han(c) && !(c >= U'A' && c <= U'z')) break;
            }
        }
    }
    std::ranges::sort(breaks);
    breaks.erase(std::unique(breaks.begin(), breaks.end()), breaks.end());
    Texts parts;
    std::size_t from = 0;
    for (const std::size_t at : breaks) {
        if (at > from) parts.emplace_back(base::trim(std::string_view(line).substr(from, at - from)));
        from = at;
    }
    parts.emplace_back(base::trim(std::string_view(line).substr(from)));
    std::erase(parts, std::string());
    return parts;
}

// Of a text that begins with a heading, where that ends; 0: it is all heading, or none.
std::size_t head_end(std::string_view text, const Texts& heads) {
    const std::string plain = folded(text);
    std::size_t longest = 0;
    for (const std::string& head : heads)
        if (plain.starts_with(head)) longest = std::max(longest, head.size());
    if (!heads.empty()) return longest < plain.size() ? longest : 0;  // a table of contents names them all
    if (const std::size_t known = begins_with(plain, "word.heads"); known > 0) return known < plain.size() ? known : 0;
    // A sentence begins with certain words.
    const auto places = places_of(plain);
    for (std::size_t i = 0; i < places.size() && i <= 40; ++i) {
        const char32_t c = at_place(plain, places[i]);
        if (is_pause(c)) return 0;
        if (i < 4 || at_place(plain, places[i - 1]) == U'：') continue;
        if (c == U'-' || begins_with(std::string_view(plain).substr(places[i]), "word.body") > 0) return places[i];
    }
    return 0;
}

std::size_t page_number(std::string_view line) {  // where …….3 begins at the end of a line; 0: nowhere
    std::size_t end = line.size();
    while (end > 0 && line[end - 1] >= '0' && line[end - 1] <= '9') --end;
    if (end == line.size() || line.size() - end > 3) return 0;
    const std::size_t digits = end;
    for (bool more = true; more;) {
        more = false;
        for (const std::string_view dot : {".", "…", " ", "\t", "·"})
            if (line.substr(0, end).ends_with(dot)) {
                end -= dot.size();
                more = true;
            }
    }
    return end < digits ? end : 0;
}

// Lines behind 目录 that end in a page number.
void take_contents(Repaired& repaired, Texts& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string plain = folded(lines[i]);
        const std::size_t word = begins_with(plain, "word.contents");
        if (word == 0 || !base::trim(std::string_view(plain).substr(word)).empty()) continue;
        std::size_t end = i + 1;
        while (end < lines.size() && (base::is_blank(lines[end]) || page_number(base::trim(lines[end])) > 0)) ++end;
        if (end < i + 4) continue;
        for (std::size_t j = i + 1; j < end; ++j) {
            const std::string_view line = base::trim(lines[j]);
            const std::string_view text = line.substr(0, page_number(line));
            const std::string head = folded(base::trim(text.substr(mark_of(text).size)));
            if (!head.empty()) repaired.heads.push_back(head);
            if (!line.empty()) repaired.dropped.emplace_back(line);
        }
        repaired.dropped.push_back(lines[i]);
        count(repaired, Noise::Contents, end - i);
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i), lines.begin() + static_cast<std::ptrdiff_t>(end));
        return;
    }
}

std::size_t points_in(const std::string& line) {
    std::size_t points = 0;
    for (const std::string& part : parted(line)) {
        const Mark mark = mark_of(part).mark;
        if (mark == Mark::Chapter || mark == Mark::Dot) ++points;
    }
    return points;
}

// ---- slides

std::size_t slide_sign(std::string_view text, std::size_t from) {  // of 03ONE
    for (std::size_t at = text.find("ONE", from); at != std::string_view::npos; at = text.find("ONE", at + 1))
        if (at >= 2 && text[at - 1] >= '0' && text[at - 1] <= '9' && text[at - 2] >= '0' && text[at - 2] <= '9')
            return at - 2;
    return std::string_view::npos;
}

// 010203 at the end of a line, or 123: numbers of pictures.
std::size_t without_slide_numbers(std::string_view line) {
    std::size_t end = line.size();
    while (end > 0 && line[end - 1] >= '0' && line[end - 1] <= '9') --end;
    const std::string_view digits = line.substr(end);
    if (digits.size() < 3 || !line.substr(0, end).ends_with("。")) return line.size();
    const std::string plain = "123456789", padded = "010203040506070809";
    return plain.starts_with(digits) || padded.starts_with(digits) ? end : line.size();
}

std::size_t common_start(std::string_view a, std::string_view b) {
    std::size_t at = 0;
    while (at < a.size() && at < b.size()) {
        std::size_t next = at, other = at;
        if (base::next_code_point(a, next) != base::next_code_point(b, other)) break;
        at = next;
    }
    return at;
}

// The contents of slides stand in one line, 01…02…, and end in 目录.
void take_slide_contents(Repaired& repaired, std::string& line) {
    const std::string plain = folded(line);
    const std::size_t end = plain.find("目录");
    if (!plain.starts_with("01") || end == std::string::npos) return;
    repaired.dropped.push_back(line.substr(0, end + 6));
    line.erase(0, end + 6);
    count(repaired, Noise::Contents);
}

Texts part_slides(Repaired& repaired, const Texts& lines) {
    Texts parts;
    for (std::string line : lines) {
        take_slide_contents(repaired, line);
        for (std::size_t at = slide_sign(line, 0); at != std::string::npos; at = slide_sign(line, 0)) {
            count(repaired, Noise::Slides);
            if (at > 0) parts.push_back(line.substr(0, at));
            line.erase(0, at + 5);
            const std::size_t end = std::min(slide_sign(line, 0), line.size());
            parts.push_back("# " + line.substr(0, end));
            line.erase(0, end);
        }
        if (!base::is_blank(line)) parts.push_back(line);
    }
    const std::string speaker = "演讲人";
    for (std::string& part : parts) {
        if (const std::size_t end = without_slide_numbers(part); end < part.size()) {
            repaired.dropped.push_back(part.substr(end));
            part.resize(end);
            count(repaired, Noise::Slides);
        }
        if (const std::size_t at = folded(part).find(speaker);
            at != std::string::npos && at > 0 && part.size() - at < 60) {
            repaired.dropped.push_back(part.substr(at));
            part.resize(at);
            count(repaired, Noise::Slides);
        }
    }
    // Titles that the next slide repeats, and of a chapter those that its first slide does.
    Texts result;
    std::string title;
    bool inside = false;  // behind the first sign
    for (std::size_t i = 0; i < parts.size(); ++i) {
        std::string part = parts[i];
        if (part.starts_with("# ")) {
            title = part.substr(2);
            inside = true;
            result.push_back(part);
            continue;
        }
        const std::string_view next = i + 1 < parts.size() ? std::string_view(parts[i + 1]) : std::string_view();
        if (!title.empty() && part.starts_with(title)) {
            part.erase(0, title.size());
            count(repaired, Noise::Slides);
        } else {
            const std::size_t same = next.starts_with("# ") ? 0 : common_start(part, next);
            title.clear();
            if (base::count_code_points(std::string_view(part).substr(0, same)) >= 8) title = part.substr(0, same);
            if (!title.empty()) {
                result.push_back("## " + title);
                part.erase(0, same);
            }
        }
        const std::string plain = folded(part);
        if (inside && begins_with(plain, "word.body") == 0 && mark_of(part).mark == Mark::None)
            if (const std::size_t end = head_end(part, {}); end > 0) {
                result.push_back((title.empty() ? "## " : "### ") + part.substr(0, end));
                part.erase(0, end);
            }
        if (!base::is_blank(part)) result.push_back(part);
    }
    return result;
}

}  // namespace

void part_lines(Repaired& repaired) {
    Texts lines;
    for (const std::string_view line : base::split(repaired.text, '\n')) lines.emplace_back(line);
    const std::size_t first_sign = slide_sign(repaired.text, 0);
    const bool slides =
        first_sign != std::string::npos && slide_sign(repaired.text, first_sign + 5) != std::string::npos;
    const bool together = slides || std::ranges::any_of(lines, [](const std::string& line) {
                              return line.size() > 600 && points_in(line) >= 6;
                          });
    if (slides) lines = part_slides(repaired, lines);
    if (together) {
        repaired.run_together = true;
        Texts result;
        for (std::string& line : lines) {
            for (const std::string_view artefact : {"PAGE"})
                if (line.starts_with(artefact)) line.erase(0, artefact.size());
            for (std::string& part : parted(line)) result.push_back(std::move(part));
        }
        count(repaired, Noise::Lines, result.size() - std::min(result.size(), lines.size()));
        lines = std::move(result);
    }
    take_contents(repaired, lines);
    if (together && !slides) {
        Texts result;
        for (const std::string& line : lines) {
            const Marked marked = mark_of(line);
            const bool point = marked.mark == Mark::Chapter || marked.mark == Mark::Dot;
            const std::size_t end = point ? head_end(std::string_view(line).substr(marked.size), repaired.heads) : 0;
            result.push_back(end > 0 ? line.substr(0, marked.size + end) : line);
            if (end > 0) result.emplace_back(base::trim(std::string_view(line).substr(marked.size + end)));
        }
        lines = std::move(result);
    }
    if (together || repaired.counts[static_cast<std::size_t>(Noise::Contents)] > 0)
        repaired.text = base::join(lines, "\n");
}

}  // namespace intake
