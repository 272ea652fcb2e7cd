// intake/pieces.hpp: parts of sentences: lists, ranges, amounts, labels.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace intake {

// Between 、 ； and full stops' worth of line ends, outside of brackets and quotes.
std::vector<std::string> list_of(std::string_view text);

// Cut at any of the marks, outside of brackets and quotes; parts trimmed, empty ones left out.
std::vector<std::string> split_at(std::string_view text, std::u32string_view marks);
std::vector<std::string> sentences_of(std::string_view text);  // each with its full stop

// The one number in a text, plain: 1千 is "1000"; of 1-2 the lower. Nothing if there is none.
std::optional<std::string> number_in(std::string_view text);

struct Count {
    std::string before;  // what stands before it
    std::string number;
    std::string high;  // of a range
    std::string unit;  // the word behind it: 人, %, 张
    std::string after;
};
std::optional<Count> first_count(std::string_view text);

// 甲：乙; nothing if the text has no colon near its beginning, or a pause before it.
std::optional<std::pair<std::string, std::string>> label_of(std::string_view text);

// The two ends of a range: 2026年3月1日-2026年4月30日, [开始]-[结束], 3月至5月.
std::optional<std::pair<std::string, std::string>> range_of(std::string_view text);

// The text between the two words, searched in folded form; "" if there is none.
std::string between(std::string_view text, std::string_view from, std::string_view to);

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words);
bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> words);

// Without a pause at its end.
std::string_view without_end(std::string_view text);

}  // namespace intake
