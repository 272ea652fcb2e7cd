#include "analysis/inspection.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "analysis/rule_case.hpp"
#include "base/text.hpp"
#include "edit/command.hpp"
#include "model/integrity.hpp"
#include "support/random_plan.hpp"

using analysis::LedgerCounts;
using analysis::Share;
using analysis_test::Build;
using analysis_test::day;
using model::Finding;
using model::FindingState;

namespace {
const base::Words& words() {
    return base::Words::simplified_chinese();
}

template <class Keep> LedgerCounts recount(const model::Plan& plan, model::Date today, Keep keep) {
    LedgerCounts counts;
    for (const Finding& f : plan.rows<Finding>()) {
        if (!keep(f)) continue;
        ++counts.total;
        counts.open += f.state == FindingState::Open;
        counts.rectifying += f.state == FindingState::Rectifying;
        counts.awaiting += f.state == FindingState::AwaitingAcceptance;
        counts.closed += f.state == FindingState::Closed;
        counts.returned += f.state == FindingState::Returned;
        counts.ongoing += f.timing == model::Timing::Ongoing;
        const bool unfinished =
            f.state == FindingState::Open || f.state == FindingState::Rectifying || f.state == FindingState::Returned;
        counts.overdue +=
            unfinished && f.timing != model::Timing::Ongoing && f.deadline && f.deadline.days() < today.days();
    }
    return counts;
}

void check_numbers(const model::Plan& plan, const model::Id& inspection, model::Date today) {
    const auto in_round = [&](const Finding& f) { return inspection.empty() || f.inspection.id() == inspection; };
    const analysis::LedgerNumbers numbers = analysis::ledger_numbers(plan, inspection, today);
    CHECK(static_cast<const LedgerCounts&>(numbers) == recount(plan, today, in_round));
    CHECK(numbers.open + numbers.rectifying + numbers.awaiting + numbers.closed + numbers.returned == numbers.total);
    int by_category = 0, by_unit = 0;
    for (const auto& group : numbers.by_category) {
        CHECK(group.counts ==
              recount(plan, today, [&](const Finding& f) { return in_round(f) && f.category == group.name; }));
        by_category += group.counts.total;
    }
    for (const auto& group : numbers.by_unit) {
        CHECK(group.counts ==
              recount(plan, today, [&](const Finding& f) { return in_round(f) && f.unit.id() == group.unit; }));
        by_unit += group.counts.total;
    }
    CHECK(by_category == numbers.total);
    CHECK(by_unit == numbers.total);
}

model::Plan random_ledger(std::uint64_t seed) {
    support::Random random(seed);
    model::Plan plan = support::random_plan(seed, {.rows = 4, .unknown_members = false, .long_texts = false});
    std::vector<model::Id> rounds, units{model::Id{}};
    for (const auto& round : plan.rows<model::Inspection>()) rounds.push_back(round.id);
    for (const auto& unit : plan.rows<model::Unit>()) units.push_back(unit.id);
    for (std::size_t i = random.below(30); i-- > 0 && !rounds.empty();) {
        Finding finding;
        finding.id = random.id();
        finding.inspection = model::Ref<model::Inspection>(rounds[random.below(rounds.size())]);
        finding.category = std::vector<std::string>{"", "信息传播效率", "内容创新"}[random.below(3)];
        finding.unit = model::Ref<model::Unit>(units[random.below(units.size())]);
        finding.state = static_cast<FindingState>(random.below(5));
        finding.timing = static_cast<model::Timing>(random.below(3));
        if (!random.one_in(4)) finding.deadline = day("2026-03-01").plus(static_cast<int>(random.below(40)));
        plan.put(finding);
    }
    return plan;
}

// Three issues on two rows: no owner and no dates; overdue.
model::Inspection& faulty(Build& b) {
    auto& late = b.task("分析受众");
    late.finish = day("2026-03-10");
    auto& bare = b.task("制作内容");
    bare.owner = {};
    bare.start = bare.finish = {};
    return b.add<model::Inspection>();
}

std::vector<analysis::Issue> task_issues(const Build& b) {
    std::vector<analysis::Issue> issues = analysis::check(b.plan, b.today);
    static const std::set<std::string_view> wanted{"TASK-001", "TASK-002", "TASK-005"};
    std::erase_if(issues, [](const analysis::Issue& issue) { return !wanted.contains(issue.rule); });
    return issues;
}
}  // namespace

TEST_CASE("ledger: numbers agree with a plain recount on random plans, as a whole and by round") {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        const model::Plan plan = random_ledger(seed);
        check_numbers(plan, {}, day("2026-03-20"));
        for (const auto& round : plan.rows<model::Inspection>()) check_numbers(plan, round.id, day("2026-03-20"));
    }
}

TEST_CASE("ledger: shares are exact, with one decimal, rounded half up") {
    CHECK(Share{7, 12}.percent() == "58.3%");
    CHECK(Share{1, 3}.percent() == "33.3%");
    CHECK(Share{2, 3}.percent() == "66.7%");
    CHECK(Share{1, 2000}.percent() == "0.1%");
    CHECK(Share{1, 2001}.percent() == "0.0%");
    CHECK(Share{1999, 2000}.percent() == "100.0%");
    CHECK(Share{12, 12}.percent() == "100.0%");
    CHECK(Share{0, 0}.percent() == "—");
    LedgerCounts counts;
    counts.total = 12, counts.awaiting = 2, counts.closed = 5;
    CHECK(counts.completion().percent() == "58.3%");
    CHECK(counts.closing().percent() == "41.7%");
}

TEST_CASE("ledger: overdue from the day after the deadline, not once done, never for what has no end") {
    Finding finding;
    finding.deadline = day("2026-03-10");
    CHECK_FALSE(analysis::is_overdue(finding, day("2026-03-10")));
    CHECK(analysis::is_overdue(finding, day("2026-03-11")));
    CHECK(analysis::days_overdue(finding, day("2026-03-16")) == 6);
    finding.state = FindingState::AwaitingAcceptance;
    CHECK_FALSE(analysis::is_overdue(finding, day("2026-03-11")));
    finding.state = FindingState::Returned;
    CHECK(analysis::is_overdue(finding, day("2026-03-11")));
    finding.timing = model::Timing::Ongoing;
    CHECK_FALSE(analysis::is_overdue(finding, day("2026-03-11")));
    CHECK(analysis::days_overdue(finding, day("2026-03-11")) == 0);
}

TEST_CASE("ledger: categories in the order of the ledger, units in their own order, the rest last") {
    Build b;
    auto& round = b.add<model::Inspection>();
    auto &first = b.add<model::Unit>(), &second = b.add<model::Unit>();
    const auto add = [&](const char* category, model::Id unit) {
        auto& finding = b.add<Finding>();
        finding.inspection = model::Ref(round);
        finding.category = category;
        finding.unit = model::Ref<model::Unit>(unit);
    };
    add("内容创新", {}), add("公众互动", second.id), add("内容创新", first.id);
    const auto numbers = analysis::ledger_numbers(b.plan, round.id, b.today.day);
    REQUIRE(numbers.by_category.size() == 2);
    CHECK(numbers.by_category[0].name == "内容创新");
    CHECK(numbers.by_category[0].counts.total == 2);
    REQUIRE(numbers.by_unit.size() == 3);
    CHECK(numbers.by_unit[0].unit == first.id);
    CHECK(numbers.by_unit[1].unit == second.id);
    CHECK(numbers.by_unit[2].unit.empty());
}

TEST_CASE("findings: proposed from issues, whole, in order, and accepted by commands") {
    Build b;
    const auto& round = faulty(b);
    base::IdSource ids(1);
    const auto findings = analysis::propose_findings(b.plan, task_issues(b), round.id, b.today.day, ids, words());
    REQUIRE(findings.size() == 3);
    CHECK(findings[0].rule == "TASK-001");
    CHECK(findings[0].description == "任务“2 制作内容”没有责任人");
    CHECK(findings[0].category == "任务执行");
    CHECK(findings[0].subject_type == "task");
    CHECK(findings[0].owner.empty());
    CHECK(findings[2].rule == "TASK-005");
    CHECK(findings[2].severity == model::FindingSeverity::Serious);
    CHECK(findings[2].owner.id() == b.plan.rows<model::Task>().find(findings[2].subject)->owner.id());
    edit::Batch batch;
    for (const Finding& finding : findings) {
        CHECK(finding.source == model::FindingSource::SystemCheck);
        CHECK(finding.state == FindingState::Open);
        CHECK(finding.found_on == b.today.day);
        batch.emplace_back(edit::put_row(finding));
    }
    const auto plan = edit::apply_batch(b.plan, batch);
    REQUIRE(plan.ok());
    CHECK(model::check_plan(plan.value()).ok());
    const auto in_ledger = model::in_order(plan.value(), &Finding::inspection, round.id);
    for (std::size_t i = 0; i < findings.size(); ++i) CHECK(in_ledger[i]->id == findings[i].id);
}

TEST_CASE("findings: what is in the ledger and not closed is not proposed again; what was closed is") {
    Build b;
    const auto& round = faulty(b);
    base::IdSource ids(1);
    const auto propose = [&] {
        return analysis::propose_findings(b.plan, task_issues(b), round.id, b.today.day, ids, words());
    };
    auto findings = propose();
    REQUIRE(findings.size() == 3);
    for (const Finding& finding : findings) b.plan.put(finding);
    CHECK(propose().empty());
    findings[1].state = FindingState::Closed;
    b.plan.put(findings[1]);
    const auto again = propose();
    REQUIRE(again.size() == 1);
    CHECK(again[0].rule == findings[1].rule);
    CHECK(again[0].order > findings[2].order);
}

TEST_CASE("findings: several issues of one rule on one row are one finding, issues about the ledger none") {
    Build b;
    auto& task = b.task("第[几]步");
    task.note = "XXX";
    auto& finding = b.add<Finding>();  // without owner, deadline and measure
    finding.inspection = model::Ref(b.add<model::Inspection>());
    base::IdSource ids(1);
    const auto issues = analysis::check(b.plan, b.today);
    const auto findings =
        analysis::propose_findings(b.plan, issues, finding.inspection.id(), b.today.day, ids, words());
    int texts = 0;
    for (const Finding& proposed : findings) {
        CHECK_FALSE(proposed.rule.starts_with("INSP"));
        if (proposed.rule != "TEXT-001") continue;
        ++texts;
        CHECK(base::contains(proposed.description, "“[几]”；任务"));
        CHECK(base::contains(proposed.description, "“XXX”"));
    }
    CHECK(texts == 1);
}

TEST_CASE("findings: taking in what a check proposes settles: the next check proposes nothing") {
    Build b;
    auto& task = b.task("[任务名称]");
    task.note = "患者王建国，电话 13812345678";
    const auto& round = faulty(b);
    base::IdSource ids(1);
    const auto propose = [&] {
        return analysis::propose_findings(b.plan, analysis::check(b.plan, b.today), round.id, b.today.day, ids,
                                          words());
    };
    const auto findings = propose();
    CHECK(findings.size() > 5);
    for (const Finding& finding : findings) b.plan.put(finding);
    for (const Finding& finding : propose()) CHECK(finding.rule.starts_with("DATA"));
    CHECK(propose().empty());
}
