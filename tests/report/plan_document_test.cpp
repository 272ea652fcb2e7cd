#include "report/plan_document.hpp"

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "full_plan.hpp"
#include "report/builder.hpp"
#include "report/flat.hpp"
#include "report/html.hpp"
#include "report/markdown.hpp"
#include "support/build.hpp"
#include "support/content.hpp"
#include "support/random_plan.hpp"

using namespace report;

namespace {
const base::Date today = *base::Date::parse("2026-07-15");
const base::Words& words() {
    return base::Words::simplified_chinese();
}

// Fields that the arrangement says instead of a text: a child stands below its parent, a section in its place.
bool is_said_by_layout(const model::FieldInfo& field) {
    return field.has(model::kTree) || &field == &model::field_of<&model::Section::place>();
}

// What of a field a reader must find: each line, each item of a list; of a flag its word or its label.
std::vector<std::vector<std::string>> readings_of(const model::Plan& plan, const model::RecordInfo& info,
                                                  const model::Row& row, const model::FieldInfo& field) {
    const auto lines_of = [](const std::string& text) {
        std::vector<std::string> lines;
        for (std::string_view line : base::split(text, '\n')) {
            line = base::trim(line);
            if (line.ends_with("。")) line.remove_suffix(std::string_view("。").size());
            lines.emplace_back(base::trim(line));
        }
        return lines;
    };
    std::vector<std::vector<std::string>> readings;
    readings.push_back(lines_of(field_text(plan, words(), info, row, field)));
    if (field.kind == model::Kind::Flag) readings.push_back({field_label(words(), info, field)});
    if (&field == &model::field_of<&model::TeamRole::headcount_open>())
        readings.push_back({std::string(words()("report.several"))});
    if (field.kind == model::Kind::Texts) {
        std::vector<std::string> items;
        for (const std::string& item : model::get<std::vector<std::string>>(row, field))
            for (std::string& line : lines_of(plain_text(item))) items.push_back(std::move(line));
        readings.push_back(std::move(items));
    }
    return readings;
}

// Names of the fields that hold something which the text does not show.
std::string left_out(const model::Plan& plan, const std::string& text) {
    const auto holds = [&](const std::vector<std::string>& lines) {
        return std::ranges::all_of(lines, [&](const std::string& line) { return base::contains(text, line); });
    };
    std::string missing;
    for (const model::RecordInfo& info : model::records())
        for (const model::RowPtr& row : plan.table(info.type))
            for (const model::FieldInfo& field : info.fields) {
                if (field.has(model::kSystem) || model::is_empty(*row, field) || is_said_by_layout(field)) continue;
                if (std::ranges::none_of(readings_of(plan, info, *row, field), holds))
                    missing += std::string(info.name) + "." + std::string(field.name) + " ";
            }
    return missing;
}

int count_fields(const model::Plan& plan) {
    int count = 0;
    for (const model::RecordInfo& info : model::records())
        for (const model::RowPtr& row : plan.table(info.type))
            for (const model::FieldInfo& field : info.fields)
                count +=
                    !field.has(model::kSystem) && !model::is_empty(*row, field) && !is_said_by_layout(field) ? 1 : 0;
    return count;
}
}  // namespace

TEST_CASE("plan document: every field of a full plan appears, in every format") {
    const model::Plan plan = full_plan::make();
    // Every field of every description counts, but for those of the system and of the arrangement.
    int described = 0;
    for (const model::RecordInfo& info : model::records())
        for (const model::FieldInfo& field : info.fields)
            described += !field.has(model::kSystem) && !is_said_by_layout(field) ? 1 : 0;
    REQUIRE(count_fields(plan) == described);

    const Document document = plan_document(plan, words(), today);
    CHECK(left_out(plan, flat::text_of(document)) == "");
    const std::string html = to_html(document), markdown = base::replace_all(to_markdown(document), "\\", "");
    for (const model::RecordInfo& info : model::records())
        for (const model::FieldInfo& field : info.fields) {
            const bool marked =
                (field.kind == model::Kind::Text && !field.has(model::kPersonal)) || field.kind == model::Kind::Texts;
            if (field.has(model::kSystem) || !marked) continue;
            CAPTURE(full_plan::mark(info, field));
            CHECK(base::contains(html, full_plan::mark(info, field)));
            CHECK(base::contains(markdown, full_plan::mark(info, field)));
        }
}

TEST_CASE("plan document: a field that no chapter shows is shown among the leftovers") {
    const model::Plan plan = full_plan::make();
    Builder builder(plan, words());
    builder.leftovers(1);
    const Document document = builder.finish();
    CHECK(left_out(plan, flat::text_of(document)) == "");
    const auto is_told = [](const model::RecordInfo& info) {
        return !std::ranges::all_of(info.fields, [](const auto& field) { return field.has(model::kSystem); });
    };
    CHECK(static_cast<std::ptrdiff_t>(flat::blocks_of<Heading>(document).size()) ==
          std::ranges::count_if(model::records(), is_told));
    // And what a chapter has shown is not said again.
    CHECK(
        !base::contains(flat::text_of(plan_document(plan, words(), today)), std::string(words()("report.leftovers"))));
}

TEST_CASE("plan document: personal data is masked") {
    const std::string text = flat::text_of(plan_document(full_plan::make(), words(), today));
    CHECK(base::contains(text, "138****5678"));
    CHECK(!base::contains(text, "13812345678"));
    CHECK(base::contains(text, "z***@example.org"));
    CHECK(!base::contains(text, "zhang@example.org"));
}

TEST_CASE("plan document: no field of any plan is left out") {
    for (const std::string& id : support::template_ids()) {
        const model::Plan plan = support::example(id);
        CAPTURE(id);
        REQUIRE(count_fields(plan) > 300);
        CHECK(left_out(plan, flat::text_of(plan_document(plan, words(), today))) == "");
    }
    for (std::uint64_t seed = 1; seed <= support::seeds(200, 8); ++seed) {
        const model::Plan plan = support::random_plan(seed, {.rows = 3, .unknown_members = false, .long_texts = false});
        CAPTURE(seed);
        CHECK(left_out(plan, flat::text_of(plan_document(plan, words(), today))) == "");
    }
}

TEST_CASE("plan document: an empty plan says what is missing and has no empty chapters") {
    const Document document = plan_document(model::empty_plan(*base::Id::parse("p")), words(), today);
    std::string headings;
    for (const Heading* heading : flat::blocks_of<Heading>(document)) headings += heading->number + heading->text + " ";
    CHECK(headings ==
          "一、引言 二、工作目标与任务概述 （一）主要目标 （二）关键任务 三、风险评估与应对措施 四、监控与评估 "
          "五、沟通与协作 六、总结与展望 "
          "（一）总结 ");
    int missing = 0;
    for (const Paragraph* paragraph : flat::blocks_of<Paragraph>(document))
        missing += paragraph->text == words()("report.missing") ? 1 : 0;
    CHECK(missing == 7);
    CHECK(document.title == words()("report.untitled"));
}

TEST_CASE("plan document: the budget's total is the sum of its lines") {
    model::Plan plan = model::empty_plan(*base::Id::parse("p"));
    for (const std::int64_t fen : {800000, 1250050}) {
        model::BudgetLine line;
        line.id = *base::Id::parse("line-" + std::to_string(fen));
        line.item = "印刷";
        line.amount = model::Money{fen};
        plan.put(line);
    }
    const Document document = plan_document(plan, words(), today);
    const Table* table = flat::table_with(document, "项目");
    REQUIRE(table);
    CHECK(table->has_total);
    CHECK(std::get<Number>(table->rows.back().back()) == Number{"20500.50", "元", true});
    CHECK(cell_text(table->rows.back().back()) == "20,500.50 元");
}

TEST_CASE("plan document: tasks are numbered as an outline and parts stand below their whole") {
    model::Plan plan = model::empty_plan(*base::Id::parse("p"));
    const auto put = [&](const char* id, const char* order, const char* parent, const char* title) {
        model::Task task;
        task.id = *base::Id::parse(id);
        task.order = order;
        if (*parent) task.parent = model::Ref<model::Task>(*base::Id::parse(parent));
        task.title = title;
        plan.put(task);
    };
    put("z", "A", "", "先");
    put("b", "B", "z", "先之二");
    put("c", "A", "z", "先之一");
    put("a", "B", "", "后");
    const Document document = plan_document(plan, words(), today);
    const Table* table = flat::table_with(document, std::string(words()("report.number")));
    REQUIRE(table);
    std::string rows;
    for (const auto& row : table->rows) rows += flat::texts(row)[0] + flat::texts(row)[1] + " ";
    CHECK(rows == "1先 1.1先之一 1.2先之二 2后 ");
}
