// The reports of a shipped example as files. FANGLUE_RENEW_GOLDEN=1 writes them anew; then read the difference.
#include <doctest/doctest.h>

#include "report/html.hpp"
#include "report/inspection_document.hpp"
#include "report/markdown.hpp"
#include "report/plan_document.hpp"
#include "support/content.hpp"
#include "support/golden.hpp"

namespace {
const base::Date today = *base::Date::parse("2026-07-15");

void check_golden(const std::string& name, const std::string& text) {
    support::check_golden("tests/report/golden/" + name, text);
}
}  // namespace

TEST_CASE("golden: reports of an example") {
    const base::Words& words = base::Words::simplified_chinese();
    const model::Plan plan = support::example("emergency-social-media");
    check_golden("plan.md", report::to_markdown(report::plan_document(plan, words, today)));
    const auto inspection = report::inspection_document(plan, report::latest_inspection(plan), words, today);
    REQUIRE(inspection);
    check_golden("inspection.md", report::to_markdown(*inspection));
    check_golden("inspection.html", report::to_html(*inspection));
}
