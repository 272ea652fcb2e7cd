#include "report/inspection_document.hpp"

#include <doctest/doctest.h>

#include <map>

#include "base/text.hpp"
#include "report/field_text.hpp"
#include "report/flat.hpp"
#include "support/build.hpp"
#include "support/content.hpp"
#include "support/random_plan.hpp"

using namespace report;

namespace {
const base::Date today = *base::Date::parse("2026-07-15");
const base::Words& words() {
    return base::Words::simplified_chinese();
}
std::string word(const char* key) {
    return std::string(words()(key));
}

Document document_of(const model::Plan& plan, const model::Id& inspection) {
    const auto document = inspection_document(plan, inspection, words(), today);
    REQUIRE(document);
    return *document;
}

// Counted anew from the rows, by the rules of the ledger: the oracle for every figure in the report.
struct Count {
    int total = 0, open = 0, rectifying = 0, awaiting = 0, returned = 0, closed = 0, overdue = 0;

    void add(const model::Finding& finding) {
        using model::FindingState;
        ++total;
        const bool done = finding.state == FindingState::AwaitingAcceptance || finding.state == FindingState::Closed;
        open += finding.state == FindingState::Open;
        rectifying += finding.state == FindingState::Rectifying;
        awaiting += finding.state == FindingState::AwaitingAcceptance;
        returned += finding.state == FindingState::Returned;
        closed += finding.state == FindingState::Closed;
        overdue +=
            !done && finding.timing != model::Timing::Ongoing && !finding.deadline.empty() && finding.deadline < today;
    }
    // One decimal, rounded half up.
    [[nodiscard]] static std::string percent(int part, int whole) {
        if (whole == 0) return "—";
        const int tenths = (part * 2000 + whole) / (whole * 2);
        return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%";
    }
    [[nodiscard]] std::vector<std::string> row(const std::string& name) const {
        const auto text = [](int number) { return std::to_string(number); };
        return {name,
                text(total),
                text(open),
                text(rectifying),
                text(awaiting),
                text(returned),
                text(closed),
                text(overdue),
                percent(awaiting + closed, total),
                percent(closed, total)};
    }
};

std::string figure(const Document& document, const std::string& label) {
    for (const KeyFigures* figures : flat::blocks_of<KeyFigures>(document))
        for (const KeyFigure& one : figures->figures)
            if (one.label == label) return one.value;
    return "none";
}

void check_counts(const model::Plan& plan, const model::Id& inspection) {
    Count all;
    std::map<std::string, Count> by_category;
    for (const model::Finding& finding : plan.rows<model::Finding>()) {
        if (finding.inspection.id() != inspection) continue;
        all.add(finding);
        by_category[finding.category.empty() ? word("report.uncategorised") : plain_text(finding.category)].add(
            finding);
    }
    if (all.total == 0) return;
    const Document document = document_of(plan, inspection);

    const Table* ledger = flat::table_with(document, word("report.ordinal"));
    REQUIRE(ledger);
    CHECK(ledger->rows.size() == static_cast<std::size_t>(all.total));
    CHECK(flat::texts(ledger->rows.back()).front() == std::to_string(all.total));
    CHECK(ledger->columns.size() == 11);

    const Table* counts = flat::table_with(document, word("field.finding.category"));
    REQUIRE(counts);
    REQUIRE(counts->rows.size() == by_category.size() + 1);
    for (std::size_t i = 0; i + 1 < counts->rows.size(); ++i) {
        const auto row = flat::texts(counts->rows[i]);
        CHECK(row == by_category[row.front()].row(row.front()));
    }
    CHECK(flat::texts(counts->rows.back()) == all.row(word("report.total")));

    CHECK(figure(document, word("report.figures.total")) == std::to_string(all.total));
    CHECK(figure(document, word("choice.findingState.closed")) == std::to_string(all.closed));
    CHECK(figure(document, word("choice.findingState.rectifying")) == std::to_string(all.rectifying));
    CHECK(figure(document, word("report.figures.overdue")) == std::to_string(all.overdue));
    CHECK(figure(document, word("report.figures.completion")) == Count::percent(all.awaiting + all.closed, all.total));
    CHECK(figure(document, word("report.figures.closing")) == Count::percent(all.closed, all.total));

    // The sentence and the headings of the chapter on problems say the same.
    const std::string text = flat::text_of(document);
    CHECK(base::contains(text, words()("report.inspection.found", {std::to_string(all.total), ""}).substr(0, 30)));
    for (const auto& [name, count] : by_category)
        CHECK(base::contains(text, words()("report.inspection.category", {name, std::to_string(count.total)})));
}
}  // namespace

TEST_CASE("inspection document: every figure equals the ledger") {
    int checked = 0;
    for (const std::string& id : support::template_ids()) {
        const model::Plan plan = support::example(id);
        for (const model::Inspection& inspection : plan.rows<model::Inspection>()) {
            CAPTURE(id);
            check_counts(plan, inspection.id);
            ++checked;
        }
    }
    CHECK(checked >= 5);
    for (std::uint64_t seed = 1; seed <= support::seeds(200, 20); ++seed) {
        const model::Plan plan =
            support::random_plan(seed, {.rows = 12, .unknown_members = false, .long_texts = false});
        CAPTURE(seed);
        for (const model::Inspection& inspection : plan.rows<model::Inspection>()) check_counts(plan, inspection.id);
    }
}

TEST_CASE("inspection document: chapters in their order, the ledger on landscape pages of its own") {
    const model::Plan plan = support::example("emergency-social-media");
    const Document document = document_of(plan, latest_inspection(plan));
    std::string chapters;
    for (const Heading* heading : flat::blocks_of<Heading>(document))
        if (heading->level == 1) chapters += heading->number + heading->text + " ";
    CHECK(chapters ==
          "一、目的与范围 二、工作概述与成效 三、存在问题 四、整改措施 五、整改台账 六、整改情况统计 "
          "七、整改进展与佐证 八、下一步工作 ");
    REQUIRE(document.sections.size() == 3);
    CHECK(document.sections[1].orientation == Orientation::Landscape);
    CHECK(std::get<Heading>(document.sections[1].blocks.front()).text == word("report.inspection.ledger"));
}

TEST_CASE("inspection document: an ongoing finding has no deadline, a late one says by how many days") {
    model::Plan plan = model::empty_plan(*base::Id::parse("p"));
    model::Inspection round;
    round.id = *base::Id::parse("round");
    round.date = today;
    plan.put(round);
    model::Finding finding;
    finding.inspection = model::Ref<model::Inspection>(round);
    finding.id = *base::Id::parse("a");
    finding.description = "一";
    finding.timing = model::Timing::Ongoing;
    plan.put(finding);
    finding.id = *base::Id::parse("b");
    finding.description = "二";
    finding.timing = model::Timing::Dated;
    finding.deadline = today.plus(-3);
    plan.put(finding);
    const Document document = document_of(plan, round.id);
    const Table* ledger = flat::table_with(document, word("report.ordinal"));
    REQUIRE(ledger);
    CHECK(flat::texts(ledger->rows[0])[7] == "长期坚持");
    CHECK(flat::texts(ledger->rows[0])[8] == "未整改");
    CHECK(flat::texts(ledger->rows[1])[7] == "2026年7月12日");
    CHECK(flat::texts(ledger->rows[1])[8] == "未整改（逾期 3 天）");
    CHECK(!std::get<State>(ledger->rows[0][8]).is_late);
    CHECK(std::get<State>(ledger->rows[1][8]).is_late);
}

TEST_CASE("inspection document: measures stand under their horizon and in the ledger") {
    const model::Plan plan = support::example("emergency-social-media");
    const model::Id id = latest_inspection(plan);
    const Document document = document_of(plan, id);
    const std::string text = flat::text_of(document);
    int measures = 0;
    for (const model::Measure& measure : plan.rows<model::Measure>()) {
        const model::Finding* finding = plan.find(measure.finding);
        if (finding->inspection.id() != id) continue;
        ++measures;
        const std::size_t first = text.find(plain_text(measure.action));
        REQUIRE(first != std::string::npos);
        CHECK(text.find(plain_text(measure.action), first + 1) != std::string::npos);
    }
    CHECK(measures >= 5);
}

TEST_CASE("inspection document: without findings it says so and shows no figures") {
    model::Plan plan = model::empty_plan(*base::Id::parse("p"));
    model::Inspection round;
    round.id = *base::Id::parse("round");
    plan.put(round);
    const Document document = document_of(plan, round.id);
    CHECK(base::contains(flat::text_of(document), word("report.inspection.no-problems")));
    CHECK(flat::blocks_of<KeyFigures>(document).empty());
    CHECK(document.sections.size() == 1);
}

TEST_CASE("inspection document: the round must exist, the latest is the default") {
    model::Plan plan = model::empty_plan(*base::Id::parse("p"));
    CHECK(latest_inspection(plan).empty());
    const auto none = inspection_document(plan, *base::Id::parse("round"), words(), today);
    REQUIRE(!none);
    CHECK(none.error().code == "row-missing");
    for (const char* id : {"a", "b", "c"}) {
        model::Inspection round;
        round.id = *base::Id::parse(id);
        round.date = today.plus(*id == 'b' ? 1 : 0);
        plan.put(round);
    }
    CHECK(latest_inspection(plan).text() == "b");
}
