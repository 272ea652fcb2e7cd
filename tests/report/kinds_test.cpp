// Every kind of document for every reader: its figures counted anew, what stays in the house.
#include "report/kinds.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.hpp"
#include "office/docx.hpp"
#include "office/xlsx.hpp"
#include "report/flat.hpp"
#include "report/full_plan.hpp"
#include "report/html.hpp"
#include "report/markdown.hpp"
#include "support/build.hpp"
#include "support/content.hpp"
#include "support/languages.hpp"
#include "support/random_plan.hpp"

using namespace report;

namespace {
const base::Date kinds_day = *base::Date::parse("2026-07-15");
const base::Words& kinds_words() {
    return base::Words::simplified_chinese();
}

base::Result<Document> made(const model::Plan& plan, DocumentKind kind, Profile profile = Profile::Working,
                            std::string unit = {}) {
    return make_document({plan, kinds_words(), kinds_day, kind, {}, std::move(unit), profile});
}
// A notice goes to the first department that has something to put right.
base::Result<Document> any_made(const model::Plan& plan, DocumentKind kind, Profile profile = Profile::Working) {
    auto document = made(plan, kind, profile);
    if (document || document.error().code != "unit-missing") return document;
    const std::string units = document.error().detail;
    return made(plan, kind, profile, units.substr(0, units.find("、")));
}
DocumentKind kind_at(std::size_t i) {
    return static_cast<DocumentKind>(i);
}
std::string figure(const Document& document, const char* label) {
    for (const KeyFigures* figures : flat::blocks_of<KeyFigures>(document))
        for (const KeyFigure& one : figures->figures)
            if (one.label == label) return one.value;
    return "none";
}
}  // namespace

TEST_CASE("kinds: found by their ids, none twice, each with its words") {
    for (std::size_t i = 0; i < document_kinds().size(); ++i) {
        DocumentKind kind{};
        const KindInfo& info = document_kinds()[i];
        REQUIRE(find_kind(info.id, kind) == &info);
        CHECK(kind == kind_at(i));
        CHECK(&info_of(kind) == &info);
        CHECK(kinds_words().has("report.kind." + std::string(info.id)));
    }
    DocumentKind kind{};
    CHECK(find_kind("memo", kind) == nullptr);
    for (const std::string_view name : profile_names) {
        CHECK(name_of(*find_profile(name)) == name);
        CHECK(kinds_words().has("report.profile." + std::string(name)));
    }
    CHECK(!find_profile("secret"));
}

TEST_CASE("kinds: what the figures say is what the plan holds") {
    using namespace model;
    for (const std::string& id : support::template_ids()) {
        CAPTURE(id);
        const Plan plan = support::example(id);
        // Counted from the rows alone.
        int leaves = 0, late = 0, done = 0;
        for (const Task& task : plan.rows<Task>()) {
            const bool has_parts = std::ranges::any_of(
                in_order<Task>(plan), [&](const Task* other) { return other->parent.id() == task.id; });
            if (has_parts || task.status == TaskStatus::Cancelled) continue;
            ++leaves;
            done += task.status == TaskStatus::Done ? 1 : 0;
            late += task.finish && task.finish < kinds_day && task.status != TaskStatus::Done ? 1 : 0;
        }
        const auto progress = made(plan, DocumentKind::Progress);
        REQUIRE(progress);
        CHECK(figure(*progress, "末级任务") == std::to_string(leaves));
        CHECK(figure(*progress, "已完成") == std::to_string(done));
        CHECK(figure(*progress, "逾期") == std::to_string(late));
        const auto summary = made(plan, DocumentKind::Summary);
        REQUIRE(summary);
        CHECK(figure(*summary, "已完成任务") == std::to_string(done) + " / " + std::to_string(leaves));

        const auto risks = made(plan, DocumentKind::Risks);
        REQUIRE(risks);
        int high = 0;
        for (const Risk& risk : plan.rows<Risk>()) high += risk.probability.value_or(0) * risk.impact.value_or(0) >= 15;
        if (!plan.rows<Risk>().empty()) CHECK(figure(*risks, "高风险") == std::to_string(high));

        if (plan.rows<Inspection>().empty()) continue;
        const auto ledger = made(plan, DocumentKind::Ledger);
        REQUIRE(ledger);
        const report::Table& table = *flat::blocks_of<report::Table>(*ledger).front();
        CHECK(table.columns.size() == 20);
        const auto circular = made(plan, DocumentKind::Circular);
        REQUIRE(circular);
        CHECK(figure(*circular, "问题总数") == std::to_string(table.rows.size()));
    }
}

TEST_CASE("kinds: a notice names what one department has still to put right, and to whom it goes") {
    const model::Plan plan = support::example("emergency-social-media");
    const auto none = made(plan, DocumentKind::Notice, Profile::Working, "没有这个科室");
    CHECK(none.error().code == "unit-missing");
    CHECK(none.error().subject == "没有这个科室");
    const auto document = any_made(plan, DocumentKind::Notice);
    REQUIRE(document);
    const std::string unit = document->dispatch.addressee;
    CHECK(!unit.empty());
    CHECK(base::contains(to_html(*document), "<p class=\"addressee\">" + unit + "：</p>"));
    CHECK(base::contains(to_markdown(*document), "\n" + unit + "：\n"));
    std::size_t open = 0;
    for (const model::Finding& finding : plan.rows<model::Finding>()) {
        if (finding.inspection.id() != model::in_order<model::Inspection>(plan).back()->id) continue;
        std::vector<model::Id> units(finding.joint_units);
        units.push_back(finding.unit.id());
        open += finding.state != model::FindingState::Closed && std::ranges::any_of(units, [&](const model::Id& id) {
                    const auto* one = plan.rows<model::Unit>().find(id);
                    return one && one->name == unit;
                });
    }
    const auto tables = flat::blocks_of<Table>(*document);
    CHECK((tables.empty() ? 0 : tables.front()->rows.size()) == open);
    for (const DocumentKind kind : {DocumentKind::Ledger, DocumentKind::Notice, DocumentKind::Circular})
        CHECK(made(model::empty_plan(*base::Id::parse("p")), kind).error().code == "inspection-missing");
}

TEST_CASE("profiles: what is approved or published says nothing of progress, comments, lists of people, the program") {
    const model::Plan plan = full_plan::make();
    const auto text = [&](Profile profile) { return flat::text_of(*made(plan, DocumentKind::Plan, profile)); };
    const std::string working = text(Profile::Working);
    for (const char* internal : {"【comment.text】", "【task.note】", "【setAside.reason】", "方略"}) {
        CAPTURE(internal);
        CHECK(base::contains(working, internal));
        for (const Profile profile : {Profile::Approval, Profile::Progress, Profile::Public})
            CHECK(!base::contains(text(profile), internal));
    }
    for (const char* progress : {"【finding.progressNote】", "【reading.source】"}) {
        CAPTURE(progress);
        CHECK(base::contains(working, progress));
        CHECK(base::contains(text(Profile::Progress), progress));
        CHECK(!base::contains(text(Profile::Approval), progress));
        CHECK(!base::contains(text(Profile::Public), progress));
    }
    const std::string status(kinds_words()("field.task.status"));
    const model::Plan example = support::example("emergency-social-media");
    const auto approval = made(example, DocumentKind::Plan, Profile::Approval);
    REQUIRE(approval);
    for (const Table* table : flat::blocks_of<Table>(*approval))
        for (const Column& column : table->columns)
            if (table->name == "task") CHECK(column.header != status);
    // What a document is there to say it says to everybody.
    const auto circular = made(example, DocumentKind::Circular, Profile::Public);
    REQUIRE(circular);
    CHECK(figure(*circular, "问题总数") == figure(*made(example, DocumentKind::Circular), "问题总数"));
    CHECK(figure(*circular, "已销号") == figure(*made(example, DocumentKind::Circular), "已销号"));
}

TEST_CASE("profiles: in a public copy nobody is named, whatever the document, and nothing can be read back") {
    for (const std::string& id : support::template_ids()) {
        const model::Plan plan = support::example(id);
        std::vector<std::string> names;
        for (const model::Person& person : plan.rows<model::Person>())
            if (base::count_code_points(person.name) <= 3 && base::count_code_points(person.name) >= 2 &&
                !person.name.ends_with("长") && !person.name.ends_with("任") && !person.name.ends_with("员") &&
                !person.name.ends_with("师") && !person.name.ends_with("组") && !person.name.ends_with("人") &&
                !person.name.ends_with("科") && !person.name.ends_with("室") && !person.name.ends_with("部"))
                names.push_back(person.name);
        for (std::size_t i = 0; i < document_kinds().size(); ++i) {
            const auto document = any_made(plan, kind_at(i), Profile::Public);
            if (!document) continue;
            const std::string text = flat::text_of(*document);
            for (const std::string& name : names) {
                CAPTURE(name);
                CHECK(!base::contains(text, name));
            }
            for (const Table* table : flat::blocks_of<Table>(*document)) CHECK(table->marks.empty());
        }
    }
}

TEST_CASE("kinds: every writer takes every kind of random plans, in every language") {
    for (std::uint64_t seed = 1; seed <= support::seeds(9, 3); ++seed) {
        const model::Plan plan = support::random_plan(seed, {.rows = 3});
        const base::Words& words = support::languages()[seed % 3].words;
        for (std::size_t i = 0; i < document_kinds().size(); ++i)
            for (const Profile profile : {Profile::Working, Profile::Public}) {
                DocumentRequest request{plan, words, kinds_day, kind_at(i), {}, {}, profile};
                if (const model::Unit* unit = model::in_order<model::Unit>(plan).empty()
                                                  ? nullptr
                                                  : model::in_order<model::Unit>(plan).front())
                    request.unit = unit->id.str();
                const auto document = make_document(request);
                if (!document) {
                    CHECK(info_of(request.kind).of_round);
                    continue;
                }
                CHECK(!base::contains(to_markdown(*document), "«report."));
                CHECK(!to_html(*document).empty());
                CHECK(office::to_docx(*document, office::default_style(document->language), {}));
                const auto book = office::to_xlsx(*document, {}, {});
                const bool is_book = book || book.error().code == "table-missing";
                CHECK(is_book);
            }
    }
}

TEST_CASE("kinds: an empty plan has documents that say that there is nothing") {
    const model::Plan plan = model::empty_plan(*base::Id::parse("p"));
    for (std::size_t i = 0; i < document_kinds().size(); ++i) {
        if (document_kinds()[i].of_round) continue;
        const auto document = made(plan, kind_at(i));
        REQUIRE(document);
        CHECK(!document->sections.empty());
    }
}
