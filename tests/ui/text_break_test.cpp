// Where lines of mixed Chinese and Latin text may end (GB/T 15834, CLREQ).
#include "ui/text_break.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {
// With a width of 1 for Latin characters and 2 for all others; lines joined by '|'.
std::string broken(std::string_view text, float width) {
    std::string out;
    for (const std::string_view line :
         ui::break_lines(text, width, [](char32_t c) { return c < 0x2E80 && c != U'…' && c != U'—' ? 1.f : 2.f; }))
        out += (out.empty() ? "" : "|") + std::string(line);
    return out;
}
}  // namespace

TEST_CASE("line breaks: between any two Chinese characters, nowhere without a width") {
    CHECK(broken("急诊科社交媒体", 8) == "急诊科社|交媒体");
    CHECK(broken("急诊科社交媒体", 9) == "急诊科社|交媒体");
    CHECK(broken("急诊科\n社交媒体", 0) == "急诊科|社交媒体");
    CHECK(broken("急诊科\n", 20) == "急诊科|");
    CHECK(broken("", 20) == "");
}

TEST_CASE("line breaks: closing punctuation begins no line, opening punctuation ends none") {
    CHECK(broken("发布前审核，发布后复核。", 10) == "发布前审|核，发布后|复核。");
    CHECK(broken("责任人（科主任）签字", 8) == "责任人|（科主|任）签字");
    CHECK(broken("完成率达到百分之九十％", 20) == "完成率达到百分之九|十％");
    CHECK(broken("完成率百分之九十五%", 16) == "完成率百分之九十|五%");
    for (const char32_t closing : std::u32string_view(U"，。、；：？！）》〉】〗」』］｝”’…％‰℃"))
        CHECK_FALSE(ui::may_break_between(U'科', closing));
    for (const char32_t opening : std::u32string_view(U"（《〈【〖「『［｛“‘￥"))
        CHECK_FALSE(ui::may_break_between(opening, U'科'));
}

TEST_CASE("line breaks: Latin words, dates and numbers stay whole while they fit, long ones are cut") {
    CHECK(broken("按 GB/T 9704 排版", 8) == "按 GB/T|9704 排|版");
    CHECK(broken("截止2026-03-05前", 12) == "截止|2026-03-05前");
    CHECK(broken("每季度3/5完成", 8) == "每季度|3/5完成");
    CHECK(broken("follow-up report", 9) == "follow-up|report");
    CHECK(broken("follow-up report", 8) == "follow-|up|report");
    CHECK(broken("https://example.org", 8) == "https://|example.|org");
    CHECK(broken("aaaaaaaaaaaa", 5) == "aaaaa|aaaaa|aa");
}

TEST_CASE("line breaks: lines hold the whole text but for the blanks where it broke") {
    const std::string text = "急诊科 (ED) 与新媒体 2026-03-05：回复率≥95%，“不超时”；follow-up。";
    for (int width = 1; width <= 60; ++width) {
        std::string joined;
        for (const char c : broken(text, static_cast<float>(width)))
            if (c != '|' && c != ' ') joined += c;
        std::string whole;
        for (const char c : text)
            if (c != ' ') whole += c;
        CHECK(joined == whole);
    }
}
