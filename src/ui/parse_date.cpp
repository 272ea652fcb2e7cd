#include "base/text.hpp"
#include "ui/fields.hpp"

namespace ui {
namespace {
using base::Date;

// The numbers of a text and what stands between them.
struct Parts {
    std::vector<int> numbers;
    std::vector<std::size_t> digits;  // how many digits each had
    bool only_date_signs = true;      // between them nothing but - / . 年 月 日 号 and blanks
};

Parts parts_of(std::string_view text) {
    Parts parts;
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

std::optional<Date> relative(std::string_view text, Date today, const std::function<Date(Date, int)>& add_workdays) {
    const bool back = text[0] == '-';
    const Parts parts = parts_of(text.substr(1));
    if (parts.numbers.size() != 1 || parts.numbers[0] > 10000) return std::nullopt;
    const int count = back ? -parts.numbers[0] : parts.numbers[0];
    std::string_view unit = text.substr(1);
    while (!unit.empty() && ((unit[0] >= '0' && unit[0] <= '9') || unit[0] == ' ')) unit.remove_prefix(1);
    if (unit.empty() || unit == "天" || unit == "日" || unit == "d") return today.plus(count);
    if (unit == "周" || unit == "星期" || unit == "w") return today.plus(count * 7);
    if (unit == "工作日" || unit == "个工作日" || unit == "個工作日" || unit == "wd") return add_workdays(today, count);
    return std::nullopt;
}
}  // namespace

std::optional<Date> parse_date(std::string_view text, Date today, const std::function<Date(Date, int)>& add_workdays) {
    text = base::trim(text);
    if (text.empty()) return Date{};
    if (text == "今天" || text == "today") return today;
    if (text == "明天" || text == "tomorrow") return today.plus(1);
    if (text == "昨天" || text == "yesterday") return today.plus(-1);
    if (text == "后天" || text == "後天") return today.plus(2);
    if (text[0] == '+' || (text[0] == '-' && text.size() > 1)) return relative(text, today, add_workdays);
    const Parts parts = parts_of(text);
    if (!parts.only_date_signs) return std::nullopt;
    const auto& n = parts.numbers;
    if (n.size() == 1 && parts.digits[0] == 8) return Date::from_ymd(n[0] / 10000, n[0] / 100 % 100, n[0] % 100);
    if (n.size() == 2 && parts.digits[0] <= 2) return Date::from_ymd(today.year(), n[0], n[1]);
    if (n.size() == 3 && parts.digits[0] == 4) return Date::from_ymd(n[0], n[1], n[2]);
    if (n.size() == 3 && parts.digits[0] == 2) return Date::from_ymd(2000 + n[0], n[1], n[2]);
    return std::nullopt;
}

}  // namespace ui
