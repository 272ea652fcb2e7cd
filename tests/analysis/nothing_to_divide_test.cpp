// Plans that divide by nothing, or nothing by something: once the released page's program stopped at them, because an
// optimisation moved divisions before the conditions that guard them.
#include <doctest/doctest.h>

#include "analysis/check.hpp"
#include "analysis/inspection.hpp"
#include "analysis/outline.hpp"
#include "analysis/rule_case.hpp"

using analysis_test::Build;
using analysis_test::number;
using analysis_test::yuan;

TEST_CASE("numbers: a plan without tasks has an empty outline and a check that ends") {
    Build build;
    build.cover().title = "只有封面的计划";
    CHECK(analysis::outline(build.plan).empty());
    CHECK(!analysis::check(build.plan, build.today).empty());
}

TEST_CASE("numbers: the share of an empty ledger is a dash") {
    const Build build;
    const analysis::LedgerNumbers ledger = analysis::ledger_numbers(build.plan, {}, build.today.day);
    CHECK(ledger.completion().percent() == "—");
    CHECK(ledger.closing().percent() == "—");
}

TEST_CASE("numbers: half a unit costs half its price, and nothing is found") {
    Build build;
    auto& line = build.add<model::BudgetLine>();
    line.item = "会议室";
    line.quantity = number("0.5");
    line.unit = "天";
    line.unit_price = yuan("2000");
    line.amount = yuan("1000");
    const auto found = [&] {
        int count = 0;
        for (const analysis::Issue& issue : analysis::check(build.plan, build.today))
            count += issue.record == model::RecordType::BudgetLine;
        return count;
    };
    CHECK(found() == 0);
    line.amount = yuan("999.99");
    CHECK(found() == 1);
}
