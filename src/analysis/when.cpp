#include "analysis/when.hpp"

namespace analysis {

using base::Date;
using base::DateSpan;
using base::SpanKind;

std::optional<DateSpan> span_in_period(std::string_view words, Date from, Date to) {
    if (words.empty()) return std::nullopt;
    // Read on two days that have neither year, month nor half of it in common.
    const auto read = [&](Date today) { return base::read_span(words, {today, {}, from, to}); };
    const auto once = read(*Date::from_ymd(2001, 2, 5)), again = read(*Date::from_ymd(2010, 9, 23));
    return once == again ? once : std::nullopt;
}

Date first_day_of(std::string_view words, Date from, Date to) {
    const auto span = span_in_period(words, from, to);
    return span && (span->kind == SpanKind::Days || span->kind == SpanKind::From) ? span->first : Date();
}

Date last_day_of(std::string_view words, Date from, Date to) {
    const auto span = span_in_period(words, from, to);
    return span && (span->kind == SpanKind::Days || span->kind == SpanKind::Until) ? span->last : Date();
}

}  // namespace analysis
