// base/date_span.hpp: dates in words (6月底, 第一季度, 年底, 长期) as the span of days that they mean.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/date_reading.hpp"

namespace base {

enum class SpanKind : std::uint8_t {
    Days,      // from first to last, both known
    Until,     // by last: 12月29日前, 6月底前; no first day
    From,      // since first: 7月起; no last day
    Open,      // 长期: without end, within the plan's period as far as that has one
    Repeated,  // 每月, 每季度末: again and again in the plan's period
    Unknown,   // a date is meant, but not said: 年份未定, 待定
};

struct DateSpan {
    SpanKind kind = SpanKind::Days;
    Date first, last;  // what is not known is empty
    bool year_added = false;
    bool operator==(const DateSpan&) const = default;
    // What it sorts by, among exact days too: the last day, or the first where there is none; those without any come
    // last.
    [[nodiscard]] Date sort_key() const { return last ? last : first ? first : Date::from_days(INT32_MAX); }
};

// A day as read_date has it is a span of one day. Else: months (6月, 6月底, 6月上旬, 2027年6月, 本月, 下月), quarters
// (第一季度, 2027年二季度, Q3), years and halves (2027年, 年初, 年中, 年底, 上半年, 明年6月), ranges of all these
// (5月至7月, 5-7月), with 前, 以前, 之前 or 起, 开始 behind; 长期, 常年, 持续; 每日 … 每年. Without a year as
// in_fitting_year: the next that fits the plan's period. Nothing: no date is said.
std::optional<DateSpan> read_span(std::string_view text, const DateContext& context);

}  // namespace base
