// Charts as pictures: what they say without being seen, and that texts stay texts.
#include "report/svg.hpp"

#include <doctest/doctest.h>

#include <pugixml.hpp>

#include "base/text.hpp"
#include "support/content.hpp"
#include "support/random_plan.hpp"

using namespace report;

namespace {
const base::Date svg_day = *base::Date::parse("2026-07-15");

pugi::xml_document parsed_svg(const std::string& svg) {
    pugi::xml_document document;
    const bool is_xml = document.load_buffer(svg.data(), svg.size());
    CHECK(is_xml);
    CHECK(std::string_view(document.child("svg").attribute("role").value()) == "img");
    CHECK(!std::string_view(document.child("svg").child("title").text().get()).empty());
    CHECK(!std::string_view(document.child("svg").child("desc").text().get()).empty());
    return document;
}
std::size_t groups_of(const pugi::xml_document& svg) {
    std::size_t count = 0;
    for (pugi::xml_node group : svg.child("svg").children("g"))
        count += std::string_view(group.child("title").text().get()).empty() ? 0 : 1;
    return count;
}
}  // namespace

TEST_CASE("charts: every task and milestone has its bar, said in words") {
    std::vector<model::Plan> plans{model::empty_plan(*base::Id::parse("p"))};
    for (const std::string& id : support::template_ids()) plans.push_back(support::example(id));
    for (std::uint64_t seed = 1; seed <= 10; ++seed) plans.push_back(support::random_plan(seed));
    for (const model::Plan& plan : plans) {
        const auto svg = parsed_svg(to_svg(gantt_chart(plan, base::Words::simplified_chinese(), svg_day)));
        CHECK(groups_of(svg) == plan.rows<model::Task>().size() + plan.rows<model::Milestone>().size());
        (void)parsed_svg(to_svg(matrix_chart(plan, base::Words::simplified_chinese())));
    }
}

TEST_CASE("charts: texts stay texts, the calendar's ends are days like others") {
    GanttChart chart{"<script>]]>&\"'\x01\xE2\x80\xAE", "=cmd()", "zh-Hans", svg_day, {}};
    chart.bars.push_back({"1", std::string(10000, 'x') + "<b>", 40, *base::Date::from_ymd(1900, 1, 1),
                          *base::Date::from_ymd(9999, 12, 31), 250});
    const std::string svg = to_svg(chart);
    (void)parsed_svg(svg);
    CHECK(!base::contains(svg, "<script"));
    CHECK(!base::contains(svg, "\x01"));
    CHECK(!base::contains(svg, "\xE2\x80\xAE"));
}

TEST_CASE("charts: the matrix holds as many risks as are rated") {
    const model::Plan plan = support::example("emergency-social-media");
    int rated = 0, drawn = 0;
    for (const model::Risk& risk : plan.rows<model::Risk>()) rated += risk.probability && risk.impact ? 1 : 0;
    const MatrixChart chart = matrix_chart(plan, base::Words::simplified_chinese());
    for (const auto& row : chart.counts)
        for (const int count : row) drawn += count;
    CHECK(drawn == rated);
    CHECK(rated > 0);
}
