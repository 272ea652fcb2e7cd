#include "base/date_reading.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace base {
namespace {
constexpr int days_back = 90;  // that still count as "next"

struct Part {
    int number = 0;
    std::size_t digits = 0;
    std::string sign;  // what follows, without blanks
};

// Numbers and what stands behind them; nothing if the text begins otherwise or a number is too long for a date.
std::optional<std::vector<Part>> parts_of_date(std::string_view text) {
    std::vector<Part> parts;
    bool in_number = false;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c >= '0' && c <= '9') {
            if (!in_number) parts.emplace_back();
            in_number = true;
            parts.back().number = parts.back().number * 10 + (c - '0');
            if (++parts.back().digits > 8) return std::nullopt;
            ++at;
            continue;
        }
        if (parts.empty()) return std::nullopt;
        in_number = false;
        const std::size_t start = at;
        next_code_point(text, at);
        const std::string_view sign = text.substr(start, at - start);
        if (!is_blank(sign)) parts.back().sign += sign;
    }
    return parts;
}

bool is_one_of(std::string_view sign, std::initializer_list<std::string_view> all) {
    return std::ranges::find(all, sign) != all.end();
}
bool is_separator(std::string_view sign) {
    return is_one_of(sign, {"", "-", "/", "."});
}
bool ends_day(std::string_view sign) {
    return is_one_of(sign, {"", "日", "号", "號"});
}

DateReading refused(DateFault fault) {
    return {std::nullopt, false, fault};
}

DateReading relative_date(std::string_view text, const DateContext& context) {
    const auto parts = parts_of_date(trim(text.substr(1)));
    if (!parts || parts->size() != 1 || parts->front().number > 10000) return refused(DateFault::Unknown);
    const int count = text[0] == '-' ? -parts->front().number : parts->front().number;
    const std::string& unit = parts->front().sign;
    if (is_one_of(unit, {"", "天", "日", "d"})) return {context.today.plus(count)};
    if (is_one_of(unit, {"周", "星期", "w"})) return {context.today.plus(count * 7)};
    if (is_one_of(unit, {"工作日", "个工作日", "個工作日", "wd"}) && context.add_workdays)
        return {context.add_workdays(context.today, count)};
    return refused(DateFault::Unknown);
}

// Cuts a weekday off the end; 0: there is none.
int take_weekday(std::string& text) {
    static constexpr std::string_view days[] = {"一", "二", "三", "四", "五", "六", "日", "天"};
    for (const std::string_view prefix : {"星期", "礼拜", "禮拜", "周", "週"})
        for (std::size_t i = 0; i < std::size(days); ++i)
            for (const auto& [open, close] : {std::pair("(", ")"), std::pair("", "")}) {
                const std::string word = open + std::string(prefix) + std::string(days[i]) + close;
                if (!text.ends_with(word)) continue;
                text = trim(std::string_view(text).substr(0, text.size() - word.size()));
                return static_cast<int>(std::min<std::size_t>(i, 6)) + 1;
            }
    return 0;
}

// Cuts the time of midnight off the end, which spreadsheets add to days.
void drop_midnight(std::string& text) {
    const std::size_t gap = text.find_last_of(" T");
    if (gap == std::string::npos) return;
    const std::string_view time = std::string_view(text).substr(gap + 1);
    if (time.find(':') != std::string_view::npos && time.find_first_not_of("0:.") == std::string_view::npos)
        text = trim(std::string_view(text).substr(0, gap));
}

DateReading exact(std::optional<Date> date) {
    return {date, false, date ? DateFault::None : DateFault::Unknown};
}

DateReading read_parts(const std::vector<Part>& n, const DateContext& context) {
    const DateReading unknown = refused(DateFault::Unknown);
    if (n.size() == 1 && n[0].sign.empty()) {
        if (n[0].digits == 6) return refused(DateFault::ShortYear);
        if (n[0].digits != 8) return unknown;
        return exact(Date::from_ymd(n[0].number / 10000, n[0].number / 100 % 100, n[0].number % 100));
    }
    if (n.size() == 2) {
        const bool shaped = (is_separator(n[0].sign) || n[0].sign == "月") && ends_day(n[1].sign);
        if (!shaped || n[0].digits > 2 || n[1].digits > 2) return unknown;
        const auto date = in_fitting_year(n[0].number, n[1].number, context);
        return {date, date.has_value(), date ? DateFault::None : DateFault::Unknown};
    }
    if (n.size() != 3) return unknown;
    const bool shaped = (is_separator(n[0].sign) || n[0].sign == "年") &&
                        (is_separator(n[1].sign) || n[1].sign == "月") && ends_day(n[2].sign);
    if (shaped && n[0].digits == 4) return exact(Date::from_ymd(n[0].number, n[1].number, n[2].number));
    if (n[2].digits == 4) return refused(DateFault::YearLast);
    return refused(shaped ? DateFault::ShortYear : DateFault::Unknown);
}
}  // namespace

std::optional<Date> in_fitting_year(int month, int day, const DateContext& context) {
    const Date earliest = context.today.plus(-days_back);
    std::optional<Date> last;
    if (context.from || context.to) {
        const Date from = context.from ? context.from : context.to.plus(-365),
                   to = context.to ? context.to : from.plus(365);
        for (int year = from.year(); year <= to.year(); ++year) {
            const auto date = Date::from_ymd(year, month, day);
            if (!date || *date < from || *date > to) continue;
            last = date;
            if (*date >= earliest) return date;
        }
        if (last) return last;
    }
    const auto this_year = Date::from_ymd(earliest.year(), month, day);
    if (this_year && *this_year >= earliest) return this_year;
    return Date::from_ymd(earliest.year() + 1, month, day);
}

DateReading read_date(std::string_view text, const DateContext& context) {
    std::string plain = half_width(trim(text));
    for (const std::string_view dash : {"－", "–", "—", "−"}) plain = replace_all(std::move(plain), dash, "-");
    plain = trim(plain);
    if (plain.empty()) return {Date{}};
    if (is_one_of(plain, {"今天", "today"})) return {context.today};
    if (is_one_of(plain, {"明天", "tomorrow"})) return {context.today.plus(1)};
    if (is_one_of(plain, {"昨天", "yesterday"})) return {context.today.plus(-1)};
    if (is_one_of(plain, {"后天", "後天"})) return {context.today.plus(2)};
    if (plain[0] == '+' || plain[0] == '-') return relative_date(plain, context);
    drop_midnight(plain);
    const int weekday = take_weekday(plain);
    drop_midnight(plain);
    const auto parts = parts_of_date(plain);
    DateReading reading = parts ? read_parts(*parts, context) : refused(DateFault::Unknown);
    if (weekday != 0 && reading.date && reading.date->weekday() != weekday) reading = refused(DateFault::Weekday);
    return reading;
}

}  // namespace base
