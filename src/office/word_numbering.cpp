#include "office/word_numbering.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "office/opened.hpp"

namespace office {
namespace {

// 十一, 二十, 一百零五: as Chinese numbering counts, to 9999.
std::string chinese_number(int number, bool capital) {
    static constexpr std::array plain{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    static constexpr std::array legal{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
    static constexpr std::array plain_units{"", "十", "百", "千"}, legal_units{"", "拾", "佰", "仟"};
    if (number <= 0 || number > 9999) return std::to_string(number);
    const auto& digits = capital ? legal : plain;
    const auto& units = capital ? legal_units : plain_units;
    std::string text;
    bool gap = false;
    const std::string written = std::to_string(number);
    for (std::size_t i = 0; i < written.size(); ++i) {
        const auto digit = static_cast<std::size_t>(written[i] - '0');
        const std::size_t unit = written.size() - 1 - i;
        if (digit == 0) {
            gap = !text.empty();
            continue;
        }
        if (gap) text += "零";
        gap = false;
        if (!(digit == 1 && unit == 1 && text.empty() && !capital)) text += digits[digit];
        text += units[unit];
    }
    return text;
}

std::string roman(int number) {
    if (number <= 0 || number > 3999) return std::to_string(number);
    static constexpr std::array<std::pair<int, const char*>, 13> parts{{{1000, "M"},
                                                                        {900, "CM"},
                                                                        {500, "D"},
                                                                        {400, "CD"},
                                                                        {100, "C"},
                                                                        {90, "XC"},
                                                                        {50, "L"},
                                                                        {40, "XL"},
                                                                        {10, "X"},
                                                                        {9, "IX"},
                                                                        {5, "V"},
                                                                        {4, "IV"},
                                                                        {1, "I"}}};
    std::string text;
    for (const auto& [value, letters] : parts)
        for (; number >= value; number -= value) text += letters;
    return text;
}

}  // namespace

std::string formatted_number(int number, std::string_view format) {
    constexpr std::string_view stems = "甲乙丙丁戊己庚辛壬癸";
    if (format.starts_with("chineseLegal") || format.starts_with("ideographLegal")) return chinese_number(number, true);
    if (format.starts_with("chinese") || format == "taiwaneseCounting" || format == "taiwaneseCountingThousand" ||
        format == "japaneseCounting" || format == "ideographDigital")
        return chinese_number(number, false);
    if (format == "ideographTraditional" && number >= 1 && number <= 10)
        return std::string(stems.substr(static_cast<std::size_t>(number - 1) * 3, 3));
    if ((format == "decimalEnclosedCircle" || format == "decimalEnclosedCircleChinese") && number >= 1 &&
        number <= 20) {
        std::string text;
        base::append_code_point(text, U'①' + static_cast<char32_t>(number - 1));
        return text;
    }
    if (format == "decimalEnclosedParen") return "(" + std::to_string(number) + ")";
    if (format == "decimalEnclosedFullstop") return std::to_string(number) + ".";
    if (format == "decimalZero") return (number < 10 ? "0" : "") + std::to_string(number);
    if ((format == "lowerLetter" || format == "upperLetter") && number >= 1 && number <= 780)
        return std::string(static_cast<std::size_t>((number - 1) / 26 + 1),
                           static_cast<char>((format[0] == 'l' ? 'a' : 'A') + (number - 1) % 26));
    if (format == "upperRoman") return roman(number);
    if (format == "lowerRoman") return base::to_lower_ascii(roman(number));
    return std::to_string(number);
}

WordNumbering::Level WordNumbering::level_of(pugi::xml_node node) {
    Level level;
    if (const auto format = child_of(node, "numFmt")) level.format = value_of(format);
    level.text = clean_text(value_of(child_of(node, "lvlText")));
    if (level.text.size() > 100) level.text.clear();  // no number, and it would be written before each paragraph
    level.start = std::clamp(number_of(value_of(child_of(node, "start")), 1), 0, 99999);
    level.restart = number_of(value_of(child_of(node, "lvlRestart")), -1);
    level.as_digits = is_on(child_of(node, "isLgl"));
    return level;
}

void WordNumbering::read(pugi::xml_node numbering) {
    const auto level_number = [](pugi::xml_node node) { return number_of(attribute_of(node, "ilvl"), -1); };
    for (const pugi::xml_node node : numbering.children()) {
        if (is(node, "abstractNum")) {
            Levels& form = forms_[attribute_of(node, "abstractNumId")];
            for (const pugi::xml_node one : node.children())
                if (const int at = level_number(one); is(one, "lvl") && at >= 0 && at < levels)
                    form[static_cast<std::size_t>(at)] = level_of(one);
        } else if (is(node, "num")) {
            List& list = lists_[attribute_of(node, "numId")];
            list.form = value_of(child_of(node, "abstractNumId"));
            for (const pugi::xml_node one : node.children()) {
                const int at = level_number(one);
                if (!is(one, "lvlOverride") || at < 0 || at >= levels) continue;
                if (const auto start = child_of(one, "startOverride"))
                    list.starts[at] = std::clamp(number_of(value_of(start), 1), 0, 99999);
                if (const auto changed = child_of(one, "lvl")) list.changed[at] = level_of(changed);
            }
        }
    }
}

std::string WordNumbering::next(const std::string& name, int level) {
    const auto found = lists_.find(name);
    if (found == lists_.end() || name == "0") return {};
    List& list = found->second;
    const auto form = forms_.find(list.form);
    if (form == forms_.end() || level < 0 || level >= levels) return {};
    const auto of = [&](int at) -> const Level& {
        const auto changed = list.changed.find(at);
        return changed == list.changed.end() ? form->second[static_cast<std::size_t>(at)] : changed->second;
    };
    auto& counts = counts_[list.form];
    if (!list.is_begun) {
        list.is_begun = true;
        for (const auto& [at, start] : list.starts) counts[static_cast<std::size_t>(at)] = 0;
    }
    const auto place = static_cast<std::size_t>(level);
    const auto begin = [&](int at) {
        const auto start = list.starts.find(at);
        return start == list.starts.end() ? of(at).start : start->second;
    };
    counts[place] = counts[place] == 0 ? std::max(1, begin(level)) : counts[place] + 1;
    for (int at = level + 1; at < levels; ++at)
        if (const int after = of(at).restart; after != 0 && (after < 0 || level < after))
            counts[static_cast<std::size_t>(at)] = 0;
    const Level& own = of(level);
    if (own.format == "bullet") return "- ";
    if (own.format == "none") return {};
    std::string text;
    for (std::size_t i = 0; i < own.text.size(); ++i) {
        if (own.text[i] != '%' || i + 1 >= own.text.size() || own.text[i + 1] < '1' || own.text[i + 1] > '9') {
            text += own.text[i];
            continue;
        }
        const int at = own.text[++i] - '1';
        if (at > level) continue;
        const int number = counts[static_cast<std::size_t>(at)];
        text += formatted_number(number == 0 ? std::max(1, begin(at)) : number,
                                 own.as_digits ? std::string_view("decimal") : std::string_view(of(at).format));
    }
    return text;
}

}  // namespace office
