// The status of indicators and risks, and the limits of platforms.
#include <doctest/doctest.h>

#include "analysis/indicators.hpp"
#include "analysis/limits.hpp"
#include "analysis/risks.hpp"
#include "analysis/rule_case.hpp"

using analysis::IndicatorStatus;
using analysis::PlatformLimits;
using analysis::RiskStatus;
using analysis_test::Build;
using analysis_test::day;
using analysis_test::number;
using model::RuleKind;

namespace {
model::Indicator& indicator(Build& b) {
    auto& row = b.add<model::Indicator>();
    row.baseline = number("10");
    row.baseline_on = day("2026-01-01");
    row.target = number("20");
    row.target_on = day("2026-12-31");
    return row;
}

void read(Build& b, const model::Indicator& of, std::string_view date, std::string_view value) {
    auto& row = b.add<model::Reading>();
    row.indicator = model::Ref(of);
    row.date = day(date);
    row.value = number(value);
}

analysis::IndicatorState state(const Build& b, std::string_view on) {
    const auto states = analysis::indicator_states(b.plan, day(on));
    REQUIRE(states.size() == 1);
    return states[0];
}

void rule(Build& b, std::string_view platform, RuleKind kind, std::string_view limit, std::string_view unit = "") {
    auto& row = b.add<model::PublishingRule>();
    row.platform = platform;
    row.kind = kind;
    if (!limit.empty()) row.limit = number(limit);
    row.unit = unit;
}
}  // namespace

TEST_CASE("indicators: the latest reading decides, of two on a day the later row, none from the future") {
    Build b;
    auto& row = indicator(b);
    CHECK(state(b, "2026-03-20").status == IndicatorStatus::NoReading);
    read(b, row, "2026-03-01", "11");
    read(b, row, "2026-03-10", "12");
    read(b, row, "2026-03-10", "13");
    read(b, row, "2026-02-01", "19");
    read(b, row, "2026-03-21", "20");
    CHECK(state(b, "2026-03-20").latest->value == number("13"));
    CHECK(state(b, "2026-03-20").way_percent == 30);
    CHECK(state(b, "2026-03-05").latest->value == number("11"));
    CHECK(state(b, "2026-03-21").status == IndicatorStatus::Met);
}

TEST_CASE("indicators: met, missed, behind and running, in both directions") {
    Build b;
    auto& row = indicator(b);
    row.target_on = day("2026-04-11");  // 100 days after the baseline
    read(b, row, "2026-02-20", "15");   // half of the way after half of the time
    CHECK(state(b, "2026-03-20").status == IndicatorStatus::Running);
    read(b, row, "2026-02-21", "15");
    CHECK(state(b, "2026-03-20").status == IndicatorStatus::Behind);
    CHECK(state(b, "2026-04-11").status == IndicatorStatus::Behind);
    CHECK(state(b, "2026-04-12").status == IndicatorStatus::Missed);
    row.direction = model::Direction::LowerIsBetter;
    CHECK(state(b, "2026-04-12").status == IndicatorStatus::Met);
    row.target.reset();
    CHECK(state(b, "2026-04-12").status == IndicatorStatus::NoTarget);
}

TEST_CASE("indicators: falling figures go their way too, and beyond it") {
    Build b;
    auto& row = indicator(b);
    row.direction = model::Direction::LowerIsBetter;
    row.baseline = number("100");
    row.target = number("40");  // 政策咨询量 -60%
    read(b, row, "2026-03-01", "85");
    CHECK(state(b, "2026-03-20").way_percent == 25);
    read(b, row, "2026-03-02", "130");
    CHECK(state(b, "2026-03-20").way_percent == -50);
    read(b, row, "2026-03-03", "10");
    CHECK(state(b, "2026-03-20").way_percent == 150);
    row.target = row.baseline;
    CHECK_FALSE(state(b, "2026-03-20").way_percent);
}

TEST_CASE("indicators: a goal's target is met as its comparison says") {
    model::GoalTarget target;
    CHECK_FALSE(analysis::meets(target, number("5")));
    target.value = number("100");
    const auto meets = [&](model::Comparison comparison, std::string_view value) {
        target.comparison = comparison;
        return analysis::meets(target, number(value));
    };
    CHECK(meets(model::Comparison::AtLeast, "100"));
    CHECK_FALSE(meets(model::Comparison::AtLeast, "99.9999"));
    CHECK(meets(model::Comparison::AtMost, "100"));
    CHECK_FALSE(meets(model::Comparison::AtMost, "100.0001"));
    CHECK(meets(model::Comparison::Equal, "100"));
    CHECK_FALSE(meets(model::Comparison::Equal, "101"));
    CHECK(meets(model::Comparison::MoreThan, "100.0001"));
    CHECK_FALSE(meets(model::Comparison::MoreThan, "100"));
    CHECK(meets(model::Comparison::LessThan, "99.9999"));
    CHECK_FALSE(meets(model::Comparison::LessThan, "100"));
    CHECK(meets(model::Comparison::Between, "100"));
    CHECK_FALSE(meets(model::Comparison::Between, "99"));
    CHECK(meets(model::Comparison::About, "90"));
    CHECK(meets(model::Comparison::About, "110"));
    CHECK_FALSE(meets(model::Comparison::About, "89.9"));
}

TEST_CASE("risks: levels follow the matrix") {
    using enum analysis::RiskLevel;
    CHECK(analysis::risk_level(0) == Unrated);
    CHECK(analysis::risk_level(6) == Low);
    CHECK(analysis::risk_level(8) == Middle);
    CHECK(analysis::risk_level(12) == Middle);
    CHECK(analysis::risk_level(15) == High);
    CHECK(analysis::risk_level(25) == High);
}

TEST_CASE("risks: scores, status and matrix") {
    Build b;
    auto& risk = b.add<model::Risk>();
    const auto state = [&] { return analysis::risk_states(b.plan, b.today.day).at(0); };
    CHECK(state().inherent == 0);
    CHECK(state().status == RiskStatus::NoResponse);
    risk.strategy = model::RiskStrategy::Accept;
    CHECK(state().status == RiskStatus::Accepted);
    risk.probability = 3;
    risk.impact = 5;
    CHECK(state().inherent == 15);
    CHECK(state().residual == 15);
    risk.residual_probability = 2;
    CHECK(state().residual == 10);
    CHECK(analysis::risk_matrix(b.plan, analysis::RiskView::Inherent)[2][4] == 1);
    CHECK(analysis::risk_matrix(b.plan, analysis::RiskView::Residual)[1][4] == 1);
    CHECK(analysis::risk_matrix(b.plan, analysis::RiskView::Residual)[2][4] == 0);

    auto& first = b.add<model::RiskResponse>();
    first.risk = model::Ref(risk);
    first.state = model::ResponseState::Dropped;
    CHECK(state().responses == 0);
    auto& second = b.add<model::RiskResponse>();
    second.risk = model::Ref(risk);
    second.task = model::Ref(b.task());
    CHECK(state().status == RiskStatus::Running);
    CHECK(state().linked == 1);
    first.state = model::ResponseState::Effective;
    CHECK(state().status == RiskStatus::Controlled);
    second.due = day("2026-03-19");
    CHECK(state().status == RiskStatus::Overdue);
    CHECK(state().overdue == 1);
}

TEST_CASE("limits: the platform's own rule, then the general one, defaults only where the plan has no rule") {
    Build b;
    CHECK(PlatformLimits(b.plan).limit("新浪微博", RuleKind::PostLength) == 140);
    CHECK(PlatformLimits(b.plan).limit("微信公众号", RuleKind::TitleLength) == 20);
    CHECK(PlatformLimits(b.plan).limit("微信公众号", RuleKind::SubmenuItems) == 5);
    CHECK(PlatformLimits(b.plan).limit("Weibo", RuleKind::PictureSize) == 5120);
    CHECK(PlatformLimits(b.plan).limit("抖音", RuleKind::HardReply) == 10);
    CHECK_FALSE(PlatformLimits(b.plan).limit("抖音", RuleKind::PostLength));
    CHECK_FALSE(PlatformLimits(b.plan).limit("微信公众号", RuleKind::PostLength));

    rule(b, "微博", RuleKind::PostLength, "2000");
    CHECK(PlatformLimits(b.plan).limit(" 微博 ", RuleKind::PostLength) == 2000);
    CHECK_FALSE(PlatformLimits(b.plan).limit("微博", RuleKind::FocusPictures));  // the plan rules this platform itself
    CHECK(PlatformLimits(b.plan).limit("微信公众号", RuleKind::TitleLength) == 20);

    rule(b, "", RuleKind::TitleLength, "30");
    rule(b, "微博", RuleKind::TitleLength, "");  // without a number
    CHECK(PlatformLimits(b.plan).limit("微博", RuleKind::TitleLength) == 30);
    CHECK(PlatformLimits(b.plan).limit("微信公众号", RuleKind::TitleLength) == 30);
    CHECK_FALSE(PlatformLimits(b.plan).limit("微信公众号", RuleKind::MenuItems));

    rule(b, "视频号", RuleKind::PictureSize, "1.5", "M");
    rule(b, "快手", RuleKind::PictureSize, "800", "KB");
    CHECK(PlatformLimits(b.plan).limit("视频号", RuleKind::PictureSize) == 1536);
    CHECK(PlatformLimits(b.plan).limit("快手", RuleKind::PictureSize) == 800);
}
