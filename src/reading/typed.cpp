#include "reading/typed.hpp"

#include <algorithm>
#include <array>

#include "base/amount.hpp"
#include "base/date_span.hpp"
#include "base/number_reading.hpp"
#include "base/text.hpp"
#include "reading/readings.hpp"

namespace reading {
namespace {
using model::FieldInfo;
using model::Kind;
using model::Value;

// Cuts one of the words off the end.
bool take_end(std::string_view& text, std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words)
        if (!word.empty() && text.size() > word.size() && text.ends_with(word)) {
            text = base::trim(text.substr(0, text.size() - word.size()));
            return true;
        }
    return false;
}

// How many of the field's unit the unit behind the number is, which is cut off.
std::int64_t take_unit(const FieldInfo& field, std::string_view& text, const base::Words& words) {
    if (field.kind == Kind::Money) return take_end(text, {"元", "圆", "圓"}), 1;
    if (field.unit == "minute" && take_end(text, {"小时", "小時", "个小时", "個小時", "h"})) {
        take_end(text, {"个", "個"});
        return 60;
    }
    if (field.unit == "minute" && take_end(text, {"分钟", "分鐘", "分", "min"})) return 1;
    if (field.unit == "day" && take_end(text, {"周", "週", "星期"})) return 7;
    if (field.unit == "workingDay" && take_end(text, {"个工作日", "個工作日"})) return 1;
    if (!field.unit.empty() && take_end(text, {words("unit." + std::string(field.unit))})) return 1;
    if (field.unit.empty() && field.kind == Kind::Integer)  // what is counted
        take_end(text, {"名", "人", "位", "个", "個", "台", "套", "件", "次", "项", "項", "份", "张", "張", "篇", "场",
                        "場"});
    else
        take_end(text, {"%", "元"});
    return 1;
}

// 1..5 by the words that people rate with.
std::optional<std::int64_t> level_word(const FieldInfo& field, std::string_view text) {
    if (field.kind != Kind::Integer || field.min != 1 || field.max != 5) return std::nullopt;
    const std::string wanted = base::to_lower_ascii(base::name_key(text));
    for (std::int64_t level = 1; level <= 5; ++level)
        for (const std::string& word : readings_of("level." + std::to_string(level)))
            if (word == wanted) return level;
    return std::nullopt;
}

std::optional<Value> parse_number(const FieldInfo& field, std::string_view text, const base::Words& words) {
    if (const auto level = level_word(field, text)) return *level;
    const std::string plain = base::half_width(text);
    std::string_view left = base::trim(plain);
    for (const std::string_view sign : {"¥", "RMB", "人民币"})
        if (left.starts_with(sign)) left = base::trim(left.substr(sign.size()));
    const std::int64_t factor = take_unit(field, left, words);
    std::optional<std::string> number = base::read_number(left);
    if (number && factor != 1) number = base::times(*number, factor);
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
    const std::string plain = base::replace_all(base::half_width(text), "T", " ");
    const std::size_t gap = plain.rfind(' ');
    if (gap == std::string::npos) return std::nullopt;
    const auto day = base::read_date(std::string_view(plain).substr(0, gap), typing.days).date;
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

std::vector<std::string> list_entries(std::string_view text) {
    const std::string lines = text_lines(text);
    const bool one_line = base::trim(lines).find('\n') == std::string_view::npos;
    std::vector<std::string> entries{{}};
    int depth = 0;  // of brackets and quotes
    for (std::size_t at = 0; at < lines.size();) {
        const std::size_t start = at;
        const char32_t c = base::next_code_point(lines, at);
        if (std::u32string_view(U"（(《“「【[").find(c) != std::u32string_view::npos) ++depth;
        if (std::u32string_view(U"）)》”」】]").find(c) != std::u32string_view::npos) depth = std::max(0, depth - 1);
        const bool between = one_line && depth == 0 && (c == U'、' || c == U'；' || c == U';');
        if (c == '\n' || between)
            entries.emplace_back();
        else
            entries.back().append(lines, start, at - start);
    }
    for (std::string& entry : entries) entry = base::trim(entry);
    std::erase(entries, std::string());
    return entries;
}

std::optional<Value> parse_value(const FieldInfo& field, std::string_view text, const Typing& typing) {
    const std::string_view trimmed = base::trim(text);
    if (trimmed.empty()) return Value();
    switch (field.kind) {
        case Kind::Text: {
            const std::string lines = text_lines(text);
            return field.has(model::kLong) ? lines : std::string(base::trim(base::replace_all(lines, "\n", " ")));
        }
        case Kind::Texts:
            return list_entries(text);
        case Kind::Date: {
            const auto day = base::read_date(trimmed, typing.days).date;
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

const FieldInfo* words_beside(const model::RecordInfo& info, const FieldInfo& date) {
    for (std::size_t at = 0; at + 1 < info.fields.size(); ++at) {
        if (&info.fields[at] != &date || date.kind != Kind::Date) continue;
        const FieldInfo& next = info.fields[at + 1];
        const bool words = next.name.ends_with("Words") || next.name == "timing";
        return words && next.kind == Kind::Text ? &next : nullptr;
    }
    return nullptr;
}

namespace {
Entry one_value(const FieldInfo& field, Value value) {
    Entry entry;
    entry.values.push_back({&field, std::move(value)});
    return entry;
}

// A day, or in words where only these are known; the other of the two is emptied.
std::optional<Entry> read_when(const FieldInfo& field, const FieldInfo& words, std::string_view text,
                               const Typing& typing) {
    const base::DateReading day = base::read_date(text, typing.days);
    if (day.date) {
        Entry entry = one_value(field, day.date->empty() ? Value() : Value(*day.date));
        entry.values.push_back({&words, Value()});
        return entry;
    }
    const auto span = day.fault == base::DateFault::Unknown ? base::read_span(text, typing.days) : std::nullopt;
    if (!span) return std::nullopt;
    Entry entry = one_value(field, Value());
    entry.values.push_back({&words, std::string(base::trim(text))});
    return entry;
}

std::optional<model::Comparison> comparison_of(base::AmountSign sign) {
    using base::AmountSign;
    using model::Comparison;
    switch (sign) {
        case AmountSign::Exact:
        case AmountSign::AtLeast:
            return Comparison::AtLeast;
        case AmountSign::MoreThan:
            return Comparison::MoreThan;
        case AmountSign::AtMost:
            return Comparison::AtMost;
        case AmountSign::LessThan:
            return Comparison::LessThan;
        case AmountSign::About:
            return Comparison::About;
        case AmountSign::Between:
            return Comparison::Between;
        case AmountSign::Size:
        case AmountSign::Several:
            break;
    }
    return std::nullopt;
}

Value decimal(const std::string& number) {
    const auto value = base::Decimal::parse(number);
    return value ? Value(*value) : Value();
}

// 不低于 80%: how it compares, the number and its unit.
std::optional<Entry> read_target(std::string_view text) {
    using model::GoalTarget;
    const auto amount = base::read_amount(text);
    const auto comparison = amount ? comparison_of(amount->sign) : std::nullopt;
    if (!comparison || decimal(amount->low) == Value()) return std::nullopt;
    Entry entry = one_value(model::field_of<&GoalTarget::value>(), decimal(amount->low));
    entry.values.push_back({&model::field_of<&GoalTarget::value_to>(), decimal(amount->high)});
    if (amount->sign != base::AmountSign::Exact)
        entry.values.push_back({&model::field_of<&GoalTarget::comparison>(), static_cast<std::uint8_t>(*comparison)});
    if (!amount->unit.empty()) entry.values.push_back({&model::field_of<&GoalTarget::unit>(), amount->unit});
    return entry;
}

// 560×260, 4-10个.
std::optional<Entry> read_limit(std::string_view text) {
    using model::PublishingRule;
    const auto amount = base::read_amount(text);
    if (!amount || decimal(amount->low) == Value()) return std::nullopt;
    Entry entry = one_value(model::field_of<&PublishingRule::limit>(), decimal(amount->low));
    entry.values.push_back({&model::field_of<&PublishingRule::limit_high>(), decimal(amount->high)});
    if (!amount->unit.empty()) entry.values.push_back({&model::field_of<&PublishingRule::unit>(), amount->unit});
    return entry;
}

// 2名, 1-2名, 若干名, 2名以上.
std::optional<Entry> read_headcount(std::string_view text) {
    using model::TeamRole;
    const auto amount = base::read_amount(text);
    if (!amount || amount->sign == base::AmountSign::Size || amount->sign == base::AmountSign::About)
        return std::nullopt;
    const auto whole = [](const std::string& number) {
        const auto value = base::Decimal::parse(number);
        const bool fits = value && value->units % base::Decimal::scale == 0;
        return fits ? Value(value->units / base::Decimal::scale) : Value();
    };
    using base::AmountSign;
    const bool open = amount->sign == AmountSign::Several || amount->sign == AmountSign::AtLeast;
    const bool upper = amount->sign == AmountSign::AtMost;
    if (amount->sign != AmountSign::Several && whole(amount->low) == Value()) return std::nullopt;
    if (amount->sign == AmountSign::MoreThan || amount->sign == AmountSign::LessThan) return std::nullopt;
    Entry entry = one_value(model::field_of<&TeamRole::headcount_min>(), upper ? Value() : whole(amount->low));
    const bool between = amount->sign == AmountSign::Between;
    entry.values.push_back(
        {&model::field_of<&TeamRole::headcount_max>(), open ? Value() : whole(between ? amount->high : amount->low)});
    entry.values.push_back({&model::field_of<&TeamRole::headcount_open>(), open});
    return entry;
}
}  // namespace

std::optional<Entry> read_entry(const model::RecordInfo& info, const FieldInfo& field, std::string_view text,
                                const Typing& typing) {
    if (!base::is_blank(text)) {
        if (const FieldInfo* words = words_beside(info, field)) return read_when(field, *words, text, typing);
        if (&field == &model::field_of<&model::GoalTarget::value>()) return read_target(text);
        if (&field == &model::field_of<&model::PublishingRule::limit>()) return read_limit(text);
        if (&field == &model::field_of<&model::TeamRole::headcount_min>()) return read_headcount(text);
    }
    std::optional<Value> value = parse_value(field, text, typing);
    return value ? std::optional<Entry>(one_value(field, std::move(*value))) : std::nullopt;
}

base::Status set_entry(model::Row& row, const Entry& entry) {
    std::vector<FieldValue> before;
    for (const FieldValue& each : entry.values) {
        before.push_back({each.field, model::value_of(row, *each.field)});
        const base::Status done = model::set_value(row, *each.field, each.value);
        if (done) continue;
        for (const FieldValue& old : before) (void)model::set_value(row, *old.field, old.value);
        return done;
    }
    return base::Done{};
}

std::string_view invalid_words(base::DateFault fault) {
    switch (fault) {
        case base::DateFault::ShortYear:
            return "field.date.short-year";
        case base::DateFault::YearLast:
            return "field.date.year-last";
        case base::DateFault::Weekday:
            return "field.date.weekday";
        case base::DateFault::None:
        case base::DateFault::Unknown:
            break;
    }
    return "field.date.invalid";
}

std::string_view invalid_words(const FieldInfo& field, std::string_view text, const Typing& typing) {
    switch (field.kind) {
        case Kind::Date:
            return invalid_words(base::read_date(text, typing.days).fault);
        case Kind::Moment:
            return "field.moment.invalid";
        case Kind::Money:
            return base::read_amount(text) ? "field.number.more" : "field.money.invalid";
        case Kind::Integer:
        case Kind::Decimal:
            return base::read_amount(text) ? "field.number.more" : "field.number.invalid";
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

}  // namespace reading
