#include "base/frequency_reading.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "base/text.hpp"

namespace base {
namespace {
struct PeriodWord {
    std::string_view word;
    Period period;
    int every;
};
// Of words that begin alike the longer stands first.
constexpr std::array chinese_periods{
    PeriodWord{"个工作日", Period::Workday, 1}, PeriodWord{"個工作日", Period::Workday, 1},
    PeriodWord{"工作日", Period::Workday, 1},   PeriodWord{"个季度", Period::Month, 3},
    PeriodWord{"個季度", Period::Month, 3},     PeriodWord{"季度", Period::Month, 3},
    PeriodWord{"季", Period::Month, 3},         PeriodWord{"半年", Period::Month, 6},
    PeriodWord{"个月", Period::Month, 1},       PeriodWord{"個月", Period::Month, 1},
    PeriodWord{"月", Period::Month, 1},         PeriodWord{"星期", Period::Week, 1},
    PeriodWord{"个星期", Period::Week, 1},      PeriodWord{"個星期", Period::Week, 1},
    PeriodWord{"礼拜", Period::Week, 1},        PeriodWord{"禮拜", Period::Week, 1},
    PeriodWord{"周", Period::Week, 1},          PeriodWord{"週", Period::Week, 1},
    PeriodWord{"年度", Period::Year, 1},        PeriodWord{"年", Period::Year, 1},
    PeriodWord{"日", Period::Day, 1},           PeriodWord{"天", Period::Day, 1}};
constexpr std::array english_periods{PeriodWord{"working day", Period::Workday, 1},
                                     PeriodWord{"workday", Period::Workday, 1},
                                     PeriodWord{"day", Period::Day, 1},
                                     PeriodWord{"week", Period::Week, 1},
                                     PeriodWord{"month", Period::Month, 1},
                                     PeriodWord{"quarter", Period::Month, 3},
                                     PeriodWord{"half-year", Period::Month, 6},
                                     PeriodWord{"half year", Period::Month, 6},
                                     PeriodWord{"six months", Period::Month, 6},
                                     PeriodWord{"two weeks", Period::Week, 2},
                                     PeriodWord{"year", Period::Year, 1}};
constexpr std::array english_adverbs{
    PeriodWord{"daily", Period::Day, 1},        PeriodWord{"weekly", Period::Week, 1},
    PeriodWord{"fortnightly", Period::Week, 2}, PeriodWord{"monthly", Period::Month, 1},
    PeriodWord{"quarterly", Period::Month, 3},  PeriodWord{"half-yearly", Period::Month, 6},
    PeriodWord{"yearly", Period::Year, 1},      PeriodWord{"annually", Period::Year, 1}};
constexpr std::array<std::string_view, 7> weekday_names{"monday", "tuesday",  "wednesday", "thursday",
                                                        "friday", "saturday", "sunday"};

// What is left of a text that is read from its beginning.
class FrequencyText {
  public:
    explicit FrequencyText(std::string_view text) : rest_(text) {}
    bool take(std::string_view word) {
        if (!rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }
    bool take_one_of(std::initializer_list<std::string_view> words) {
        return std::ranges::any_of(words, [&](std::string_view word) { return take(word); });
    }
    const PeriodWord* take_period(std::span<const PeriodWord> words) {
        const auto found = std::ranges::find_if(words, [&](const PeriodWord& one) { return take(one.word); });
        return found == words.end() ? nullptr : &*found;
    }
    // 2, 两, 十五; 0: no number here. At most 99.
    int take_number() {
        int number = 0;
        std::size_t digits = 0;
        while (digits < rest_.size() && digits < 2 && rest_[digits] >= '0' && rest_[digits] <= '9')
            number = number * 10 + (rest_[digits++] - '0');
        rest_.remove_prefix(digits);
        return digits > 0 ? number : take_chinese_number();
    }
    void skip_blanks() { rest_ = trim(rest_); }
    // Nothing follows that could say something else about how often.
    [[nodiscard]] bool is_at_end() const {
        if (rest_.empty()) return true;
        static constexpr std::string_view ends[] = {",",    ";",    "(",    ".",  "、", "。",
                                                    " at ", "上午", "下午", "早", "晚", "中午"};
        return std::ranges::any_of(ends, [&](std::string_view end) { return rest_.starts_with(end); });
    }

  private:
    int take_digit() {
        static constexpr std::array<std::string_view, 10> digit_signs{"〇", "一", "二", "三", "四",
                                                                      "五", "六", "七", "八", "九"};
        for (int digit = 1; digit < 10; ++digit)
            if (take(digit_signs[static_cast<std::size_t>(digit)])) return digit;
        return take_one_of({"两", "兩"}) ? 2 : 0;
    }
    int take_chinese_number() {
        const int first = take_digit();
        if (!take("十")) return first;
        return (first == 0 ? 1 : first) * 10 + take_digit();
    }
    std::string_view rest_;
};

// 一、三, 一和周四, 1/3; 日 is Sunday. None where the number is one of times (一次): then nothing is taken.
std::vector<int> take_weekdays(FrequencyText& text) {
    FrequencyText ahead = text;
    std::vector<int> days;
    do {
        if (!days.empty()) (void)ahead.take_one_of({"周", "週", "星期"});
        const int day = ahead.take_one_of({"日", "天"}) ? 7 : ahead.take_number();
        if (day < 1 || day > 7) return {};
        days.push_back(day);
    } while (ahead.take_one_of({"、", "和", "及", "/"}));
    if (FrequencyText next = ahead; next.take_one_of({"次", "期", "篇", "条", "條", "回", "至", "到", "-"})) return {};
    text = ahead;
    std::ranges::sort(days);
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

// 一次, 1次, 各一次; false: another number of times, so that nobody knows the days.
bool take_once(FrequencyText& text) {
    (void)text.take_one_of(
        {"开展", "開展", "召开", "召開", "至少", "各", "集中", "汇报", "彙報", "推送", "发布", "發布"});
    const int times = text.take_number();
    return times == 0 || (times == 1 && text.take_one_of({"次", "期", "篇", "条", "條", "回"}));
}

std::optional<Frequency> chinese_frequency(FrequencyText text) {
    (void)text.take_one_of({"例会", "例會"});
    if (!text.take_one_of({"每", "逢"})) {
        if (text.take_one_of({"双周", "雙週", "隔周", "隔週"}))
            return take_once(text) && text.is_at_end() ? std::optional(Frequency{Period::Week, 2}) : std::nullopt;
        return std::nullopt;
    }
    const int count = text.take_number();
    const PeriodWord* period = text.take_period(chinese_periods);
    if (!period) return std::nullopt;
    Frequency frequency{period->period, std::max(count, 1) * period->every};
    if (frequency.period == Period::Week && count == 0) frequency.weekdays = take_weekdays(text);
    if (frequency.period == Period::Month) {
        if (text.take_one_of({"最后一天", "最後一天", "末", "底"}))
            frequency.month_day = -1;
        else if (text.take("初"))
            frequency.month_day = 1;
        else if (FrequencyText ahead = text; period->every == 1) {
            const int day = ahead.take_number();
            if (day >= 1 && day <= 31 && ahead.take_one_of({"日", "号", "號"})) {
                frequency.month_day = day;
                text = ahead;
            }
        }
    }
    if (!frequency.weekdays.empty() || frequency.month_day != 0) (void)text.take_one_of({"前"});
    if (!take_once(text)) return std::nullopt;
    (void)text.take_one_of({"例会", "例會"});
    return text.is_at_end() ? std::optional(frequency) : std::nullopt;
}

std::optional<Frequency> english_frequency(FrequencyText text) {
    if (const PeriodWord* adverb = text.take_period(english_adverbs))
        return text.is_at_end() ? std::optional(Frequency{adverb->period, adverb->every}) : std::nullopt;
    (void)text.take_one_of({"posts ", "meeting ", "briefing "});
    const bool is_once = text.take("once ");
    if (!text.take_one_of({"every ", "each ", "a ", "per ", "in "})) return std::nullopt;
    if (!is_once) {
        for (std::size_t day = 0; day < weekday_names.size(); ++day)
            if (text.take(weekday_names[day]))
                return text.is_at_end() ? std::optional(Frequency{Period::Week, 1, {static_cast<int>(day) + 1}})
                                        : std::nullopt;
    }
    const int count = text.take_number();
    text.skip_blanks();
    const PeriodWord* period = text.take_period(english_periods);
    if (!period) return std::nullopt;
    (void)text.take("s");
    if (!text.is_at_end()) return std::nullopt;
    return Frequency{period->period, std::max(count, 1) * period->every};
}
}  // namespace

std::optional<Frequency> read_frequency(std::string_view text) {
    const std::string plain = to_lower_ascii(half_width(trim(text)));
    FrequencyText start{trim(plain)};
    if (auto frequency = chinese_frequency(start)) return frequency;
    return english_frequency(start);
}

}  // namespace base
