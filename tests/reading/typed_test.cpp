// What a text says of a row where the record has more than one place for it.
#include "reading/typed.hpp"

#include <doctest/doctest.h>

#include "model/plan.hpp"

namespace {
const reading::Typing typing_in_autumn{
    base::Words::simplified_chinese(),
    {*base::Date::parse("2026-11-28"), {}, *base::Date::parse("2026-12-01"), *base::Date::parse("2027-11-30")}};

template <class Record> bool type_into(Record& row, const model::FieldInfo& field, std::string_view text) {
    const auto entry = reading::read_entry(model::record(Record::type), field, text, typing_in_autumn);
    return entry && reading::set_entry(row, *entry).ok();
}
}  // namespace

TEST_CASE("reading: a date in words stands beside the empty day, and a day takes its place again") {
    using model::Task;
    const auto& finish = model::field_of<&Task::finish>();
    Task task;
    task.finish = *base::Date::parse("2027-01-31");
    REQUIRE(type_into(task, finish, "6月底"));
    CHECK(task.finish.empty());
    CHECK(task.finish_words == "6月底");
    REQUIRE(type_into(task, finish, "1月5日"));
    CHECK(task.finish.iso() == "2027-01-05");
    CHECK(task.finish_words == "");
    for (const char* words : {"2027年6月", "第一季度", "年底", "长期", "每月", "12月29日前", "待定"}) {
        CHECK_MESSAGE(type_into(task, finish, words), words);
        CHECK(task.finish_words == words);
    }
    REQUIRE(type_into(task, finish, " "));
    CHECK(task.finish.empty());
    CHECK_FALSE(type_into(task, finish, "尽快"));
    CHECK_FALSE(type_into(task, finish, "26-3-5"));  // which year is asked, not guessed
}

TEST_CASE("reading: every date that people plan by has a place for words") {
    const auto beside = [](model::RecordType type, const model::FieldInfo& field) {
        const model::FieldInfo* words = reading::words_beside(model::record(type), field);
        return words ? std::string(words->name) : std::string();
    };
    using model::RecordType;
    CHECK(beside(RecordType::Task, model::field_of<&model::Task::start>()) == "startWords");
    CHECK(beside(RecordType::Milestone, model::field_of<&model::Milestone::date>()) == "dateWords");
    CHECK(beside(RecordType::Goal, model::field_of<&model::Goal::due>()) == "dueWords");
    CHECK(beside(RecordType::Finding, model::field_of<&model::Finding::deadline>()) == "deadlineWords");
    CHECK(beside(RecordType::Measure, model::field_of<&model::Measure::deadline>()) == "deadlineWords");
    CHECK(beside(RecordType::RiskResponse, model::field_of<&model::RiskResponse::due>()) == "timing");
    CHECK(beside(RecordType::Cover, model::field_of<&model::Cover::prepared_on>()) == "preparedWords");
    CHECK(beside(RecordType::Cover, model::field_of<&model::Cover::start>()) == "");
}

TEST_CASE("reading: a target takes its comparison, range and unit from what is typed") {
    using model::Comparison;
    using model::GoalTarget;
    const auto& value = model::field_of<&GoalTarget::value>();
    GoalTarget target;
    REQUIRE(type_into(target, value, "大于100"));
    CHECK(target.comparison == Comparison::MoreThan);
    CHECK(target.value->text() == "100");
    REQUIRE(type_into(target, value, "1–2款"));
    CHECK(target.comparison == Comparison::Between);
    CHECK(target.value->text() == "1");
    CHECK(target.value_to->text() == "2");
    CHECK(target.unit == "款");
    REQUIRE(type_into(target, value, "约2%"));
    CHECK(target.comparison == Comparison::About);
    CHECK_FALSE(target.value_to);
    CHECK(target.unit == "%");
    REQUIRE(type_into(target, value, "3万"));  // a bare number leaves the comparison that was chosen
    CHECK(target.comparison == Comparison::About);
    CHECK(target.value->text() == "30000");
    CHECK_FALSE(type_into(target, value, "若干"));
}

TEST_CASE("reading: sizes, and headcounts with their bounds") {
    model::PublishingRule rule;
    REQUIRE(type_into(rule, model::field_of<&model::PublishingRule::limit>(), "560×260px"));
    CHECK(rule.limit->text() == "560");
    CHECK(rule.limit_high->text() == "260");
    CHECK(rule.unit == "px");

    model::TeamRole role;
    const auto& headcount = model::field_of<&model::TeamRole::headcount_min>();
    REQUIRE(type_into(role, headcount, "若干名"));
    CHECK(role.headcount_open);
    CHECK_FALSE(role.headcount_min);
    REQUIRE(type_into(role, headcount, "1-2名"));
    CHECK(*role.headcount_min == 1);
    CHECK(*role.headcount_max == 2);
    CHECK_FALSE(role.headcount_open);
    REQUIRE(type_into(role, headcount, "2名"));
    CHECK(*role.headcount_max == 2);
    CHECK_FALSE(type_into(role, headcount, "约2名"));
}

TEST_CASE("reading: an entry that does not fit leaves the row as it was") {
    model::PublishingRule rule;
    rule.limit = base::Decimal::from_integer(5);
    CHECK_FALSE(type_into(rule, model::field_of<&model::PublishingRule::limit>(), "560×9999999"));
    CHECK(rule.limit->text() == "5");
    CHECK_FALSE(rule.limit_high);
}
