// ui/text_break.hpp: where a line of text may end: anywhere between Chinese characters but for punctuation, between
// words elsewhere. Knows no font.
#pragma once

#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace ui {

bool may_break_between(char32_t before, char32_t after);

// Byte ranges of the lines, without the blanks at which they broke. width ≤ 0: only at '\n'. measure gives a code
// point's advance.
template <class Measure>
std::vector<std::string_view> break_lines(std::string_view text, float width, Measure&& measure) {
    std::vector<std::string_view> lines;
    std::size_t start = 0, at = 0, last_break = 0;  // last_break: where the next line may begin; == start: nowhere yet
    float used = 0, used_at_break = 0;
    char32_t before = 0;
    const auto emit = [&](std::size_t end) {
        std::string_view line = text.substr(start, end - start);
        while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
        lines.push_back(line);
    };
    while (at < text.size()) {
        const std::size_t here = at;
        const char32_t c = base::next_code_point(text, at);
        if (c == '\n') {
            emit(here);
            start = last_break = at;
            used = used_at_break = 0;
            before = 0;
            continue;
        }
        const float advance = measure(c);
        if (here > start && may_break_between(before, c)) {
            last_break = here;
            used_at_break = used;
        }
        if (width > 0 && used + advance > width && here > start && c != ' ') {
            if (last_break == start) {  // a word wider than the line
                last_break = here;
                used_at_break = used;
            }
            emit(last_break);
            start = last_break;
            used -= used_at_break;
            while (start < here && text[start] == ' ') {
                used -= measure(' ');
                ++start;
            }
            last_break = start;
            used_at_break = 0;
        }
        used += advance;
        before = c;
    }
    emit(text.size());
    return lines;
}

}  // namespace ui
