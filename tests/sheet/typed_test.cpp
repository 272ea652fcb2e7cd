// What people type as days, times, numbers and words of choices.
#include "sheet/typed.hpp"

#include <doctest/doctest.h>

#include "model/plan.hpp"

namespace {
const base::Date that_day = *base::Date::parse("2026-06-30");
base::Date weekends_off(base::Date from, int days) {
    const int step = days < 0 ? -1 : 1;
    for (; days != 0; from = from.plus(step))
        if (from.plus(step).weekday() <= 5) days -= step;
    return from;
}
const sheet::Typing typing_in_june{
    base::Words::simplified_chinese(),
    {that_day, weekends_off, *base::Date::parse("2026-01-01"), *base::Date::parse("2026-12-31")}};

std::string day(std::string_view text) {
    const auto parsed = base::read_date(text, typing_in_june.days).date;
    return !parsed ? "?" : parsed->empty() ? "" : parsed->iso();
}
template <auto Member> std::optional<model::Value> value(std::string_view text) {
    return sheet::parse_value(model::field_of<Member>(), text, typing_in_june);
}
}  // namespace

TEST_CASE("typed: days in every usual form") {
    for (const char* text : {"2026-3-5", "2026-03-05", "2026/3/5", "2026.3.5", "20260305", "2026年3月5日",
                             "2026年3月5号", "3/5", "3-5", "3月5日", " 2026-3-5 ", "２０２６年３月５日"})
        CHECK_MESSAGE(day(text) == "2026-03-05", text);
    CHECK(day("") == "");
    CHECK(day("今天") == "2026-06-30");
    CHECK(day("明天") == "2026-07-01");
    CHECK(day("昨天") == "2026-06-29");
    CHECK(day("后天") == "2026-07-02");
    CHECK(day("+5") == "2026-07-05");
    CHECK(day("-30") == "2026-05-31");
    CHECK(day("+2周") == "2026-07-14");
    // 30 June 2026 is a Tuesday.
    for (const char* text : {"+5工作日", "+5 工作日", "+5个工作日", "+ 5 工作日"})
        CHECK_MESSAGE(day(text) == "2026-07-07", text);
    CHECK(day("-2工作日") == "2026-06-26");
}

TEST_CASE("typed: what is no day is refused") {
    for (const char* text : {"2026-2-30", "2026-13-1", "13/5", "3月", "2026", "下周", "3/5/7/9", "+99999", "+5年", "-",
                             "+", "abc", "2026-3-5 上午", "99999999999", "2026-0-1"})
        CHECK_MESSAGE(day(text) == "?", text);
}

TEST_CASE("typed: times") {
    const auto moment = [](std::string_view text) -> std::string {
        const auto parsed = value<&model::Publication::published_at>(text);
        return parsed ? std::get<base::Moment>(*parsed).iso() : "?";
    };
    for (const char* text :
         {"2026-03-05 14:30", "2026-03-05T14:30", "2026/3/5 14:30", "2026/3/5 14:30:00", "3月5日 14：30"})
        CHECK_MESSAGE(moment(text) == "2026-03-05T14:30", text);
    CHECK(moment("今天 9:05") == "2026-06-30T09:05");
    for (const char* text :
         {"14:30", "2026-03-05", "2026-03-05 24:00", "2026-03-05 14:60", "2026-03-05 14:3x", "2026-03-05 :30"})
        CHECK_MESSAGE(moment(text) == "?", text);
}

TEST_CASE("typed: numbers, money and percent") {
    using model::Value;
    CHECK(value<&model::Task::progress>("85%") == Value(std::int64_t{85}));
    CHECK(value<&model::Task::progress>("８５％") == Value(std::int64_t{85}));
    CHECK(value<&model::Task::progress>("85.0") == Value(std::int64_t{85}));
    CHECK(!value<&model::Task::progress>("85.5"));
    CHECK(value<&model::Equipment::quantity>("1,234") == Value(std::int64_t{1234}));
    CHECK(value<&model::Equipment::quantity>("1,234,567") == Value(std::int64_t{1234567}));
    CHECK(!value<&model::Equipment::quantity>("1,23"));
    CHECK(!value<&model::Equipment::quantity>(",123"));
    CHECK(!value<&model::Equipment::quantity>("三台"));
    CHECK(value<&model::Dependency::lag_days>("-3 工作日") == Value(std::int64_t{-3}));
    CHECK(value<&model::Dependency::lag_days>("－3") == Value(std::int64_t{-3}));
    for (const char* text : {"8000", "8,000", "8,000.00", "¥8,000.00", "￥8000", "8000元", "8000 元"})
        CHECK_MESSAGE(value<&model::BudgetLine::amount>(text) == Value(base::Money{800000}), text);
    CHECK(!value<&model::BudgetLine::amount>("8.001"));
    CHECK(value<&model::Indicator::target>("1.4") == Value(base::Decimal{14000}));
    CHECK(!value<&model::Indicator::target>("1.2.3"));
    CHECK(value<&model::Indicator::target>("  ") == Value());
}

TEST_CASE("typed: words of choices, flags and lists") {
    using model::Value;
    const auto& words = base::Words::simplified_chinese();
    const auto& choices = *model::field_of<&model::Task::status>().choices;
    for (std::size_t i = 0; i < choices.values.size(); ++i) {
        const auto want = Value(static_cast<std::uint8_t>(i));
        CHECK(value<&model::Task::status>(
                  words("choice." + std::string(choices.name) + "." + std::string(choices.values[i]))) == want);
        CHECK(value<&model::Task::status>(choices.values[i]) == want);
    }
    CHECK(!value<&model::Task::status>("大概完成"));
    CHECK(value<&model::Account::verified>("是") == Value(true));
    CHECK(value<&model::Account::verified>("√") == Value(true));
    CHECK(value<&model::Account::verified>("否") == Value(false));
    CHECK(!value<&model::Account::verified>("也许"));
    CHECK(value<&model::Task::title>("一\r\n二") == Value(std::string("一 二")));
    CHECK(value<&model::Goal::text>("一\r\n二") == Value(std::string("一\n二")));
}

TEST_CASE("typed: amounts, counts, times and ratings as people write them") {
    using model::Value;
    for (const char* text : {"3万元", "3万", "30,000元", "３万元", "人民币3万元"})
        CHECK_MESSAGE(value<&model::BudgetLine::amount>(text) == Value(base::Money{3000000}), text);
    CHECK(value<&model::BudgetLine::amount>("6.32亿") == Value(base::Money{63200000000}));
    CHECK(value<&model::BudgetLine::amount>("0.00005万元") == Value(base::Money{50}));
    CHECK(value<&model::Equipment::quantity>("2台") == Value(std::int64_t{2}));
    CHECK(value<&model::TeamRole::minutes_per_day>("1小时") == Value(std::int64_t{60}));
    CHECK(value<&model::TeamRole::minutes_per_day>("1.5 个小时") == Value(std::int64_t{90}));
    CHECK(value<&model::TeamRole::minutes_per_day>("30分钟") == Value(std::int64_t{30}));
    CHECK(value<&model::Indicator::target>("5%") == Value(base::Decimal{50000}));
    for (const auto& rated : {std::pair("低", 2), std::pair("中", 3), std::pair("高", 4), std::pair("很 高", 5)})
        CHECK_MESSAGE(value<&model::Risk::probability>(rated.first) == Value(std::int64_t{rated.second}), rated.first);
    // What says more than a number is none: it stays in the field, marked.
    for (const char* text : {"≥1000", "约3万", "1-2", "若干名", "1000以上"}) {
        CHECK_MESSAGE(!value<&model::Indicator::target>(text), text);
        CHECK_MESSAGE(!value<&model::Equipment::quantity>(text), text);
    }
}

TEST_CASE("typed: entries of a list between 、 in one line, else one a line") {
    using Entries = std::vector<std::string>;
    CHECK(sheet::list_entries("市场调研数据、决策会议") == Entries{"市场调研数据", "决策会议"});
    CHECK(sheet::list_entries("A、B；C") == Entries{"A", "B", "C"});
    CHECK(sheet::list_entries("电脑（含鼠标、键盘）、投影仪") == Entries{"电脑（含鼠标、键盘）", "投影仪"});
    CHECK(sheet::list_entries("电脑、鼠标\n投影仪\n") == Entries{"电脑、鼠标", "投影仪"});
    CHECK(sheet::list_entries("、 、").empty());
}

TEST_CASE("typed: each fault of a day has its own words") {
    const auto& field = model::field_of<&model::Task::start>();
    CHECK(sheet::invalid_words(field, "26-3-5", typing_in_june) == "field.date.short-year");
    CHECK(sheet::invalid_words(field, "3/5/2026", typing_in_june) == "field.date.year-last");
    CHECK(sheet::invalid_words(field, "2026年3月5日星期一", typing_in_june) == "field.date.weekday");
    CHECK(sheet::invalid_words(field, "某天", typing_in_june) == "field.date.invalid");
}
