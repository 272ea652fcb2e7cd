// How long the checks of a 10,000-task plan take: as a whole and rule by rule; processor time, median of several runs.
#include <algorithm>
#include <cstdio>
#include <vector>

#include "analysis/context.hpp"
#include "bench/timing.hpp"
#include "support/large_plan.hpp"

int main() {
    const analysis::Today today{*base::Date::parse("2026-06-30"), *base::Moment::parse("2026-06-30T10:00")};
    double smaller = 0;
    for (const std::size_t tasks : {1000, 10000}) {
        const model::Plan plan = support::large_plan(tasks);
        std::size_t issues = 0;
        const double all = bench::median_ms([&] { issues = analysis::check(plan, today).size(); });
        const double outline = bench::median_ms([&] { (void)analysis::outline(plan); });
        std::printf("%zu tasks: check %.2f ms (%zu issues), outline alone %.2f ms\n", tasks, all, issues, outline);
        if (tasks == 1000)
            smaller = all;
        else
            std::printf("ten times the tasks took %.1f times as long\n", all / smaller);
        if (tasks == 1000) continue;
        std::vector<std::pair<double, std::string_view>> rules;
        const analysis::CheckContext context(plan, today);
        (void)context.outline_row({});
        (void)context.personal();
        for (const analysis::Rule& rule : analysis::rules())
            rules.emplace_back(
                bench::median_ms([&] { rule.find(context, *std::make_unique<analysis::Issues>(rule)); }, 5), rule.code);
        std::sort(rules.rbegin(), rules.rend());
        std::puts("slowest rules, with outline and personal data at hand:");
        for (std::size_t i = 0; i < 8; ++i)
            std::printf("  %.*s %.2f ms\n", static_cast<int>(rules[i].second.size()), rules[i].second.data(),
                        rules[i].first);
    }
}
