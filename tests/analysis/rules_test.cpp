#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <vector>

#include "analysis/check.hpp"
#include "analysis/rule_case.hpp"
#include "base/text.hpp"
#include "edit/command.hpp"
#include "support/build.hpp"
#include "support/random_plan.hpp"

using analysis::Issue;
using analysis_test::Build;
using analysis_test::RuleCase;

namespace {
std::vector<RuleCase> all_cases() {
    std::vector<RuleCase> all;
    for (const auto cases :
         {analysis_test::plan_cases(), analysis_test::task_cases(), analysis_test::management_cases(),
          analysis_test::account_cases(), analysis_test::ledger_cases(), analysis_test::text_cases()})
        all.insert(all.end(), cases.begin(), cases.end());
    return all;
}

std::vector<Issue> found(const Build& build, std::string_view code) {
    std::vector<Issue> issues = analysis::check(build.plan, build.today);
    std::erase_if(issues, [&](const Issue& issue) { return issue.rule != code; });
    return issues;
}

const base::Words& words() {
    return base::Words::simplified_chinese();
}
}  // namespace

TEST_CASE("rules: codes are unique, sections and words exist") {
    std::set<std::string_view> codes;
    CHECK(analysis::rules().size() >= 40);
    for (const analysis::Rule& rule : analysis::rules()) {
        CAPTURE(std::string(rule.code));
        CHECK(codes.insert(rule.code).second);
        CHECK(analysis::find_rule(rule.code) == &rule);
        CHECK(words().has("rule." + std::string(rule.code)));
        CHECK(words().has("rule." + std::string(rule.code) + ".help"));
        const auto sections = analysis::sections();
        CHECK((rule.section.empty() || std::ranges::find(sections, rule.section) != sections.end()));
    }
    CHECK(analysis::find_rule("TASK-999") == nullptr);
}

TEST_CASE("rules: every rule has one fixture, and every fixture a rule") {
    std::multiset<std::string_view> codes, cases;
    for (const analysis::Rule& rule : analysis::rules()) codes.insert(rule.code);
    for (const RuleCase& one : all_cases()) cases.insert(one.code);
    CHECK(std::vector(codes.begin(), codes.end()) == std::vector(cases.begin(), cases.end()));
}

TEST_CASE("rules: each finds its fault and passes over the near miss") {
    for (const RuleCase& one : all_cases()) {
        CAPTURE(std::string(one.code));
        Build hit, miss;
        one.make(hit, true);
        one.make(miss, false);
        CHECK(found(hit, one.code).size() >= 1);
        CHECK(found(miss, one.code).empty());
    }
}

TEST_CASE("rules: an issue names an existing row, a field of its record, and reads as a sentence") {
    for (const RuleCase& one : all_cases()) {
        CAPTURE(std::string(one.code));
        Build hit;
        one.make(hit, true);
        for (const Issue& issue : found(hit, one.code)) {
            const model::RecordInfo& info = model::record(issue.record);
            CHECK(hit.plan.table(issue.record).find(issue.id) != nullptr);
            if (issue.field) CHECK(info.find(issue.field->name) == issue.field);
            CHECK(issue.severity == analysis::find_rule(one.code)->severity);
            const auto sections = analysis::sections();
            CHECK(std::ranges::find(sections, analysis::section_of(issue)) != sections.end());
            for (const std::string& text :
                 {analysis::sentence(words(), hit.plan, issue), analysis::help(words(), issue)}) {
                CAPTURE(text);
                CHECK(base::count_code_points(text) >= 6);
                CHECK(text.find_first_of("{}@") == std::string::npos);
                CHECK_FALSE(base::contains(text, "«"));
                CHECK_FALSE(base::contains(text, "“”"));
            }
        }
    }
}

TEST_CASE("rules: what a fix sets mends the issue") {
    for (const RuleCase& one : all_cases()) {
        CAPTURE(std::string(one.code));
        Build hit;
        one.make(hit, true);
        const std::vector<Issue> issues = found(hit, one.code);
        REQUIRE(!issues.empty());
        const auto fix = analysis::fix_of(hit.plan, hit.today, issues.front());
        CHECK(fix.has_value() == (analysis::find_rule(one.code)->fix != nullptr));
        if (!fix) continue;
        const auto mended = edit::apply_command(hit.plan, edit::SetField{fix->record, fix->id, fix->field, fix->value});
        REQUIRE(mended.ok());
        hit.plan = mended.value();
        CHECK(found(hit, one.code).size() == issues.size() - 1);
    }
}

TEST_CASE("rules: on plans of any content every issue has its row and its sentence, and every fix is a valid command") {
    for (std::uint64_t seed = 0; seed < support::seeds(300, 40); ++seed) {
        CAPTURE(seed);
        const model::Plan plan = support::random_plan(seed);
        const analysis::Today today{analysis_test::day("2026-03-20"), analysis_test::moment("2026-03-20T10:00")};
        for (const Issue& issue : analysis::check(plan, today)) {
            CAPTURE(std::string(issue.rule));
            REQUIRE(plan.table(issue.record).find(issue.id) != nullptr);
            if (issue.field) REQUIRE(model::record(issue.record).find(issue.field->name) == issue.field);
            const std::string text = analysis::sentence(words(), plan, issue);
            REQUIRE(base::find_invalid_utf8(text) == std::string_view::npos);
            REQUIRE(base::count_code_points(text) < 400);
            const auto fix = analysis::fix_of(plan, today, issue);
            if (!fix) continue;
            const auto mended = edit::apply_command(plan, edit::SetField{fix->record, fix->id, fix->field, fix->value});
            REQUIRE(mended.ok());
        }
    }
}

TEST_CASE("rules: the order of issues does not depend on ids") {
    const auto titles = [](std::initializer_list<const char*> ids) {
        Build build;
        std::string order;
        int number = 0;
        for (const char* id : ids) {
            model::Task task;
            task.id = *model::Id::parse(id);
            task.order = order = model::order_between(order, {});
            task.title = std::to_string(++number);
            build.plan.put(task);
        }
        std::vector<std::string> result;
        for (const Issue& issue : found(build, "TASK-001")) result.push_back(issue.arguments[0]);
        return result;
    };
    CHECK(titles({"a", "b", "c"}) == std::vector<std::string>{"1 1", "2 2", "3 3"});
    CHECK(titles({"c", "a", "b"}) == titles({"a", "b", "c"}));
}

TEST_CASE("rules: an issue about personal data does not spread it") {
    Build build;
    build.task("回访 13812345678").note = "患者王建国，11010519491231002X，住院号 0012345";
    const std::vector<Issue> issues = analysis::check(build.plan, build.today);
    CHECK(issues.size() >= 4);
    for (const Issue& issue : issues) {
        const std::string text = analysis::sentence(words(), build.plan, issue);
        CAPTURE(text);
        for (const char* secret : {"13812345678", "建国", "11010519491231", "0012345"})
            CHECK_FALSE(base::contains(text, secret));
    }
}

TEST_CASE("rules: a sentence names task by number, field and record in words") {
    Build build;
    auto& parent = build.task("优化账号");
    build.part_of(parent, "完善资料").start = parent.start.plus(-3);
    const std::vector<Issue> issues = found(build, "TASK-004");
    REQUIRE(issues.size() == 1);
    CHECK(analysis::sentence(words(), build.plan, issues[0]) ==
          "任务“1.1 完善资料”的开始时间超出上级任务“优化账号” 3 天");
}

TEST_CASE("rules: a long cycle is told once, and a chain of thousands costs no stack") {
    Build build;
    std::vector<model::Task*> tasks;
    for (int i = 0; i < 20000; ++i) {
        auto& task = build.add<model::Task>();
        task.title = std::to_string(i);
        tasks.push_back(&task);
    }
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        auto& link = build.add<model::Dependency>();
        link.predecessor = model::Ref(*tasks[i]);
        link.successor = model::Ref(*tasks[(i + 1) % tasks.size()]);
    }
    const std::vector<Issue> issues = found(build, "DEP-001");
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].arguments[1] == "0 → 1 → 2 → 3 → 4 → 5 → … → 0");
}
