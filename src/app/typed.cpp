#include "app/typed.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace app {
namespace {
using base::Date;
using model::FieldInfo;
using model::Kind;
using model::Value;

// The numbers of a text and what stands between them.
struct DateParts {
    std::vector<int> numbers;
    std::vector<std::size_t> digits;  // how many digits each had
    bool only_date_signs = true;      // between them nothing but - / . 年 月 日 号 and blanks
};

DateParts parts_of(std::string_view text) {
    DateParts parts;
    bool in_number = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        const bool full_width = c >= U'０' && c <= U'９';
        if ((c >= '0' && c <= '9') || full_width) {
            const int digit = static_cast<int>(full_width ? c - U'０' : c - '0');
            if (!in_number) {
                parts.numbers.push_back(0);
                parts.digits.push_back(0);
            }
            if (parts.numbers.back() > 99999999)
                parts.only_date_signs = false;
            else
                parts.numbers.back() = parts.numbers.back() * 10 + digit;
            ++parts.digits.back();
            in_number = true;
            continue;
        }
        in_number = false;
        if (std::u32string_view(U"-/.年月日号號 　").find(c) == std::u32string_view::npos)
            parts.only_date_signs = false;
    }
    return parts;
}

std::optional<Date> relative(std::string_view text, Date today, const WorkdayCount& add_workdays) {
    const bool back = text[0] == '-';
    const DateParts parts = parts_of(text.substr(1));
    if (parts.numbers.size() != 1 || parts.numbers[0] > 10000) return std::nullopt;
    const int count = back ? -parts.numbers[0] : parts.numbers[0];
    std::string_view unit = text.substr(1);
    while (!unit.empty() && ((unit[0] >= '0' && unit[0] <= '9') || unit[0] == ' ')) unit.remove_prefix(1);
    if (unit.empty() || unit == "天" || unit == "日" || unit == "d") return today.plus(count);
    if (unit == "周" || unit == "星期" || unit == "w") return today.plus(count * 7);
    if (unit == "工作日" || unit == "个工作日" || unit == "個工作日" || unit == "wd") return add_workdays(today, count);
    return std::nullopt;
}

// Digits, point, comma and minus in their full-width forms become plain; ¥ before and 元, % or the unit behind go.
std::string plain_number(std::string_view text, std::string_view unit) {
    static constexpr std::u32string_view wide = U"０１２３４５６７８９．，－−％￥　", plain = U"0123456789.,--%¥ ";
    std::string number;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        const std::size_t found = wide.find(c);
        base::append_code_point(number, found == std::u32string_view::npos ? c : plain[found]);
    }
    std::string_view left = base::trim(number);
    static constexpr std::string_view yuan_sign = "¥";
    if (left.starts_with(yuan_sign)) left = base::trim(left.substr(yuan_sign.size()));
    for (const std::string_view behind : {unit, std::string_view("元"), std::string_view("%")})
        if (!behind.empty() && left.size() > behind.size() && left.ends_with(behind)) {
            left = base::trim(left.substr(0, left.size() - behind.size()));
            break;
        }
    return std::string(left);
}

// Without thousands commas; a comma elsewhere is no number ("1,5" is not fifteen).
std::optional<std::string> without_commas(const std::string& number) {
    const std::size_t point = std::min(number.find('.'), number.size());
    std::string plain;
    for (std::size_t at = 0; at < number.size(); ++at) {
        if (number[at] != ',') {
            plain += number[at];
            continue;
        }
        const std::size_t behind = point > at ? point - at : 0;
        if (at == 0 || behind == 0 || behind % 4 != 0) return std::nullopt;
    }
    return plain;
}

std::optional<Value> parse_number(const FieldInfo& field, std::string_view text, const base::Words& words) {
    const std::string_view unit = field.unit.empty() ? std::string_view() : words("unit." + std::string(field.unit));
    const std::optional<std::string> number = without_commas(plain_number(text, unit));
    if (!number) return std::nullopt;
    if (field.kind == Kind::Money) {
        const auto money = base::Money::parse_yuan(*number);
        return money ? std::optional<Value>(*money) : std::nullopt;
    }
    const auto decimal = base::Decimal::parse(*number);
    if (!decimal) return std::nullopt;
    if (field.kind == Kind::Decimal) return *decimal;
    if (decimal->units % base::Decimal::scale != 0) return std::nullopt;
    return decimal->units / base::Decimal::scale;
}

// A day as above, then the time as 9:05 or 14:30, with or without seconds.
std::optional<base::Moment> parse_moment(std::string_view text, const Typing& typing) {
    const std::string plain = base::replace_all(base::replace_all(std::string(text), "：", ":"), "T", " ");
    const std::size_t gap = plain.rfind(' ');
    if (gap == std::string::npos) return std::nullopt;
    const auto day = parse_date(std::string_view(plain).substr(0, gap), typing.today, typing.add_workdays);
    if (!day || day->empty()) return std::nullopt;
    const auto parts = base::split(std::string_view(plain).substr(gap + 1), ':');
    if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
    std::array<int, 3> clock{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].empty() || parts[i].size() > 2) return std::nullopt;
        for (const char c : parts[i]) {
            if (c < '0' || c > '9') return std::nullopt;
            clock[i] = clock[i] * 10 + (c - '0');
        }
    }
    if (clock[0] > 23 || clock[1] > 59 || clock[2] > 59) return std::nullopt;
    return base::Moment::at(*day, clock[0], clock[1]);
}

std::optional<Value> parse_flag(std::string_view text, const base::Words& words) {
    const std::string plain = base::to_lower_ascii(text);
    for (const std::string_view yes :
         {words("flag.yes"), std::string_view("yes"), std::string_view("true"), std::string_view("y"),
          std::string_view("1"), std::string_view("√"), std::string_view("✓"), std::string_view("✔")})
        if (plain == base::to_lower_ascii(yes)) return true;
    for (const std::string_view no :
         {words("flag.no"), std::string_view("no"), std::string_view("false"), std::string_view("n"),
          std::string_view("0"), std::string_view("×"), std::string_view("✗")})
        if (plain == base::to_lower_ascii(no)) return false;
    return std::nullopt;
}

std::optional<Value> parse_choice(const model::Choices& choices, std::string_view text, const base::Words& words) {
    const std::string plain = base::to_lower_ascii(text);
    for (std::size_t i = 0; i < choices.values.size(); ++i) {
        const std::string key = "choice." + std::string(choices.name) + "." + std::string(choices.values[i]);
        if (plain == base::to_lower_ascii(words(key)) || plain == base::to_lower_ascii(choices.values[i]))
            return static_cast<std::uint8_t>(i);
    }
    return std::nullopt;
}

std::string text_lines(std::string_view text) {
    return base::replace_all(base::replace_all(std::string(text), "\r\n", "\n"), "\r", "\n");
}
}  // namespace

std::optional<Date> parse_date(std::string_view text, Date today, const WorkdayCount& add_workdays) {
    text = base::trim(text);
    if (text.empty()) return Date{};
    if (text == "今天" || text == "today") return today;
    if (text == "明天" || text == "tomorrow") return today.plus(1);
    if (text == "昨天" || text == "yesterday") return today.plus(-1);
    if (text == "后天" || text == "後天") return today.plus(2);
    if (text[0] == '+' || (text[0] == '-' && text.size() > 1)) return relative(text, today, add_workdays);
    const DateParts parts = parts_of(text);
    if (!parts.only_date_signs) return std::nullopt;
    const auto& n = parts.numbers;
    if (n.size() == 1 && parts.digits[0] == 8) return Date::from_ymd(n[0] / 10000, n[0] / 100 % 100, n[0] % 100);
    if (n.size() == 2 && parts.digits[0] <= 2) return Date::from_ymd(today.year(), n[0], n[1]);
    if (n.size() == 3 && parts.digits[0] == 4) return Date::from_ymd(n[0], n[1], n[2]);
    if (n.size() == 3 && parts.digits[0] == 2) return Date::from_ymd(2000 + n[0], n[1], n[2]);
    return std::nullopt;
}

std::optional<Value> parse_value(const FieldInfo& field, std::string_view text, const Typing& typing) {
    const std::string_view trimmed = base::trim(text);
    if (trimmed.empty()) return Value();
    switch (field.kind) {
        case Kind::Text: {
            const std::string lines = text_lines(text);
            return field.has(model::kLong) ? lines : std::string(base::trim(base::replace_all(lines, "\n", " ")));
        }
        case Kind::Texts: {
            const std::string lines = text_lines(text);
            std::vector<std::string> entries;
            for (const std::string_view line : base::split(lines, '\n'))
                if (!base::is_blank(line)) entries.emplace_back(base::trim(line));
            return entries;
        }
        case Kind::Date: {
            const auto day = parse_date(trimmed, typing.today, typing.add_workdays);
            return day ? std::optional<Value>(*day) : std::nullopt;
        }
        case Kind::Moment: {
            const auto moment = parse_moment(trimmed, typing);
            return moment ? std::optional<Value>(*moment) : std::nullopt;
        }
        case Kind::Integer:
        case Kind::Decimal:
        case Kind::Money:
            return parse_number(field, trimmed, typing.words);
        case Kind::Flag:
            return parse_flag(trimmed, typing.words);
        case Kind::Choice:
            return parse_choice(*field.choices, trimmed, typing.words);
        case Kind::Ref:
        case Kind::Refs:
            break;
    }
    return std::nullopt;
}

std::string_view invalid_words(Kind kind) {
    switch (kind) {
        case Kind::Date:
            return "field.date.invalid";
        case Kind::Moment:
            return "field.moment.invalid";
        case Kind::Money:
            return "field.money.invalid";
        case Kind::Integer:
        case Kind::Decimal:
            return "field.number.invalid";
        case Kind::Flag:
            return "field.flag.invalid";
        case Kind::Choice:
            return "field.choice.invalid";
        case Kind::Ref:
        case Kind::Refs:
            return "field.name.invalid";
        case Kind::Text:
        case Kind::Texts:
            break;
    }
    return "field.text.invalid";
}

}  // namespace app
