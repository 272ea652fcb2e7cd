// intake/marks.hpp: the numbers and signs that lines begin with: 一、 第一章 （一） 1. 1.1 (1) ① a. - and Markdown's #.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace intake {

enum class Mark : std::uint8_t {
    None,
    Title,       // # of Markdown; its level counts
    Chapter,     // 一、 第一章
    SubChapter,  // （一）
    Dot,         // 1. 1、 1．
    Decimal,     // 1.1, 1.1.2
    Paren,       // (1) （1） 1)
    Circle,      // ①
    Letter,      // a. A、
    Bullet,      // - • ·
};

struct Marked {
    Mark mark = Mark::None;
    std::vector<int> number;
    int level = 0;         // of Title: 1 …
    std::size_t size = 0;  // bytes of the mark
};

// The mark that the text begins with; blanks before it count as part of it.
Marked mark_of(std::string_view text);

// 一 … 九十九, or digits, at text[at]; moves at behind it.
std::optional<int> read_ordinal(std::string_view text, std::size_t& at);

}  // namespace intake
