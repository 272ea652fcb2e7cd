#include "base/date_span.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/placeholder.hpp"
#include "base/text.hpp"

namespace base {
namespace {
using Text = std::string_view;

bool cut_start(Text& text, Text word) {
    if (!text.starts_with(word)) return false;
    text = trim(text.substr(word.size()));
    return true;
}
bool cut_end(Text& text, std::initializer_list<Text> words) {
    for (const Text word : words)
        if (text.size() > word.size() && text.ends_with(word)) {
            text = trim(text.substr(0, text.size() - word.size()));
            return true;
        }
    return false;
}
bool is_any(Text text, std::initializer_list<Text> words) {
    return std::ranges::find(words, text) != words.end();
}

std::optional<int> take_digits(Text& text, std::size_t most) {
    int number = 0;
    std::size_t count = 0;
    while (count < text.size() && text[count] >= '0' && text[count] <= '9') {
        if (++count > most) return std::nullopt;
        number = number * 10 + (text[count - 1] - '0');
    }
    if (count == 0) return std::nullopt;
    text = trim(text.substr(count));
    return number;
}

// 1..12 as 3, 三, 十一.
std::optional<int> take_small(Text& text) {
    if (const auto digits = take_digits(text, 2)) return digits;
    static constexpr std::array<Text, 12> numerals{"一", "二", "三", "四", "五",   "六",
                                                   "七", "八", "九", "十", "十一", "十二"};
    for (std::size_t i = numerals.size(); i-- > 0;)
        if (cut_start(text, numerals[i])) return static_cast<int>(i) + 1;
    return std::nullopt;
}

Date first_of(int year, int month) {
    return Date::from_ymd(year, month, 1).value_or(Date{});
}
Date last_of(int year, int month) {
    return (month == 12 ? first_of(year + 1, 1) : first_of(year, month + 1)).plus(-1);
}
DateSpan months(int year, int from, int to) {
    return {SpanKind::Days, first_of(year, from), last_of(year, to)};
}

struct Year {
    int number = 0;  // 0: not said
};
// 2027年, 2027, 今年, 明年, 本年度, cut off the front.
Year take_year(Text& text, const DateContext& context) {
    const int now = context.today.year();
    for (const auto& [word, year] :
         {std::pair(Text("今年"), now), std::pair(Text("本年度"), now), std::pair(Text("本年"), now),
          std::pair(Text("当年"), now), std::pair(Text("當年"), now), std::pair(Text("明年"), now + 1),
          std::pair(Text("次年"), now + 1), std::pair(Text("后年"), now + 2), std::pair(Text("後年"), now + 2),
          std::pair(Text("去年"), now - 1)})
        if (cut_start(text, word)) return {year};
    Text rest = text;
    const auto digits = take_digits(rest, 4);
    const bool is_year = digits && *digits >= 1900 && *digits <= 2999;
    if (!is_year) return {};
    const bool marked = cut_start(rest, "年度") || cut_start(rest, "年") || cut_start(rest, "-") ||
                        cut_start(rest, "/") || cut_start(rest, ".");
    if (!marked && (rest.empty() || rest[0] != 'Q')) return {};
    text = rest;
    return {*digits};
}

// Quarters, halves and parts of a year; nothing is left of the text.
struct Months {
    int from, to;
};
std::optional<Months> part_of_year(Text text) {
    if (is_any(text, {"上半年"})) return Months{1, 6};
    if (is_any(text, {"下半年"})) return Months{7, 12};
    if (is_any(text, {"年初", "初"})) return Months{1, 1};
    if (is_any(text, {"年中", "中"})) return Months{6, 6};
    if (is_any(text, {"年底", "年末", "年终", "年終", "底", "末"})) return Months{12, 12};
    Text rest = text;
    cut_start(rest, "第");
    const bool letter = cut_start(rest, "Q") || cut_start(rest, "q");
    const auto quarter = take_small(rest);
    if (!quarter || *quarter < 1 || *quarter > 4) return std::nullopt;
    if (letter ? !rest.empty() : !is_any(rest, {"季度", "季", "季度末", "季度底"})) return std::nullopt;
    const int last = *quarter * 3;
    return rest.ends_with("末") || rest.ends_with("底") ? Months{last, last} : Months{last - 2, last};
}

// A month, perhaps a third of it.
struct Month {
    int number = 0;
    int from = 1, to = 0;  // days; 0: the month's last
};
std::optional<Month> part_of_month(Text text) {
    const auto number = take_small(text);
    if (!number || *number < 1 || *number > 12) return std::nullopt;
    if (!cut_start(text, "月")) return std::nullopt;
    cut_start(text, "份");
    if (text.empty()) return Month{*number};
    if (is_any(text, {"初", "上旬"})) return Month{*number, 1, 10};
    if (is_any(text, {"中", "中旬"})) return Month{*number, 11, 20};
    if (is_any(text, {"下旬"})) return Month{*number, 21, 0};
    if (is_any(text, {"底", "末"})) return Month{*number, 25, 0};
    return std::nullopt;
}
DateSpan span_of(const Month& month, int year) {
    const Date last = month.to == 0 ? last_of(year, month.number) : first_of(year, month.number).plus(month.to - 1);
    return {SpanKind::Days, first_of(year, month.number).plus(month.from - 1), last};
}

// The year in which a span that ends with this month's last day is next.
std::optional<int> fitting_year(int month, const DateContext& context) {
    const int day = month == 2 ? 28 : last_of(2001, month).day();
    const auto fitting = in_fitting_year(month, day, context);
    return fitting ? std::optional<int>(fitting->year()) : std::nullopt;
}

std::optional<DateSpan> in_words(Text text, const DateContext& context) {
    const Date today = context.today;
    if (is_any(text, {"本月", "当月", "當月", "本月底", "月底"}))
        return months(today.year(), today.month(), today.month());
    if (is_any(text, {"下月", "下个月", "下個月", "次月"})) {
        const Date next = last_of(today.year(), today.month()).plus(1);
        return months(next.year(), next.month(), next.month());
    }
    Text rest = text;
    const Year year = take_year(rest, context);
    if (year.number != 0 && rest.empty()) return months(year.number, 1, 12);
    const auto dated = [&](int last_month, auto span) -> std::optional<DateSpan> {
        const auto in = year.number != 0 ? std::optional<int>(year.number) : fitting_year(last_month, context);
        if (!in) return std::nullopt;
        DateSpan result = span(*in);
        result.year_added = year.number == 0;
        return result;
    };
    if (const auto part = part_of_year(rest); part && (year.number != 0 || !is_any(rest, {"初", "中", "底", "末"})))
        return dated(part->to, [&](int in) { return months(in, part->from, part->to); });
    if (const auto month = part_of_month(rest))
        return dated(month->number, [&](int in) { return span_of(*month, in); });
    // 2027-06, with or without 月: a month only if the year is said.
    if (year.number != 0) {
        Text number = rest;
        const auto month = take_digits(number, 2);
        if (month && number.empty() && *month >= 1 && *month <= 12) return months(year.number, *month, *month);
    }
    return std::nullopt;
}

std::optional<DateSpan> one_span(Text text, const DateContext& context) {
    const DateReading day = read_date(text, context);
    if (day.date && !day.date->empty()) return DateSpan{SpanKind::Days, *day.date, *day.date, day.year_added};
    return in_words(text, context);
}

// 5月至7月, 5-7月, 2026年5月-2027年3月; where the second is earlier in the year, it is of the next.
std::optional<DateSpan> range(Text text, const DateContext& context) {
    for (const Text sign : {"至", "到", "~", "～", "-"}) {
        const std::size_t at = text.find(sign);
        if (at == Text::npos || at == 0 || text.find(sign, at + sign.size()) != Text::npos) continue;
        std::string from(trim(text.substr(0, at)));
        const Text to = trim(text.substr(at + sign.size()));
        if (!from.empty() && from.back() >= '0' && from.back() <= '9' && contains(to, "月")) from += "月";
        const auto first = one_span(from, context);
        if (!first) continue;
        DateContext after = context;  // what has no year is the next after the first
        if (first->first > after.today) after.today = first->first;
        if (contains(from, "年") && !after.from) after.from = first->first;
        auto last = one_span(to, after);
        if (last && last->last < first->first && last->year_added)
            if (const auto later = Date::from_ymd(last->last.year() + 1, last->last.month(), last->last.day()))
                last->last = *later;
        if (last && first->first <= last->last)
            return DateSpan{SpanKind::Days, first->first, last->last, first->year_added || last->year_added};
    }
    return std::nullopt;
}

bool is_open(Text text) {
    return is_any(text, {"长期", "長期", "常年", "持续", "持續", "长期坚持", "長期堅持", "持续进行", "持續進行", "全年",
                         "贯穿全年", "貫穿全年", "全程", "计划期内", "計劃期內"});
}
bool is_repeated(Text text) {
    if (!cut_start(text, "每")) return false;
    cut_start(text, "个");
    cut_start(text, "個");
    for (const Text unit : {"日", "天", "周", "週", "星期", "月", "季度", "季", "半年", "年", "学期", "學期"})
        if (text.starts_with(unit) && count_code_points(text) <= count_code_points(unit) + 6) return true;
    return false;
}
bool is_unknown(Text text) {
    return is_placeholder(text) || contains(text, "年份未定") ||
           is_any(text, {"未定", "时间未定", "時間未定", "另行通知"});
}
}  // namespace

std::optional<DateSpan> read_span(std::string_view text, const DateContext& context) {
    std::string plain = half_width(trim(text));
    for (const Text dash : {"－", "–", "—", "−"}) plain = replace_all(std::move(plain), dash, "-");
    Text left = trim(plain);
    if (left.empty()) return std::nullopt;
    if (is_unknown(left)) return DateSpan{SpanKind::Unknown, {}, {}};
    if (is_open(left)) return DateSpan{SpanKind::Open, context.from, context.to};
    if (is_repeated(left)) return DateSpan{SpanKind::Repeated, context.from, context.to};
    cut_start(left, "约");
    cut_start(left, "約");
    cut_start(left, "于");
    cut_start(left, "於");
    const bool until = cut_end(left, {"以前", "之前", "前完成", "前"});
    const bool from = !until && cut_end(left, {"起", "开始", "開始", "以后", "以後", "之后", "之後"});
    std::optional<DateSpan> span = one_span(left, context);
    if (!span && !until && !from) span = range(left, context);
    if (!span) return std::nullopt;
    if (until) return DateSpan{SpanKind::Until, {}, span->last, span->year_added};
    if (from) return DateSpan{SpanKind::From, span->first, {}, span->year_added};
    return span;
}

}  // namespace base
