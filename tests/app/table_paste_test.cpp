// Rows as cells and back: copying and pasting gives the same rows, and what is not understood changes nothing.
#include "app/table_paste.hpp"

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "support/build.hpp"
#include "support/random_plan.hpp"

namespace {
using app::Cells;
using app::Paste;
using app::TableView;
using model::FieldInfo;
using model::Plan;
using model::RecordInfo;
using model::RecordType;
using model::Row;
using model::Task;

const app::Typing typing{base::Words::simplified_chinese(), *base::Date::parse("2026-06-30"),
                         [](base::Date from, int days) { return from.plus(days); }};

TableView view_of(const Plan& plan, RecordType record) {
    TableView view{.record = record, .columns = app::column_fields(model::record(record))};
    for (const Row* row : model::in_order(plan.table(record))) view.rows.push_back(row->id);
    return view;
}

TableView choose(TableView view, std::size_t first, std::size_t last) {
    view.chosen = true;
    view.first = first;
    view.last = last;
    return view;
}

Plan pasted(const Plan& plan, const Paste& paste) {
    base::Result<Plan> changed = edit::apply_batch(plan, paste.batch);
    REQUIRE_MESSAGE(changed, changed.error().code, " ", changed.error().subject);
    return std::move(changed).value();
}

Paste paste_text(const Plan& plan, const TableView& view, std::string_view text) {
    base::IdSource ids(7, 7);
    return app::plan_paste(plan, view, *app::pasted_cells(text, ""), typing, ids);
}

// Texts as they can be typed into the field, and names that tell the rows apart, with the signs that stand between
// names.
Plan typeable(const Plan& plan, std::uint64_t seed) {
    Plan out = plan;
    auto number = static_cast<std::size_t>(seed);
    for (const RecordInfo& info : model::records())
        for (const model::RowPtr& old : plan.table(info.type)) {
            auto row = info.copy(*old);
            for (const FieldInfo& field : info.fields) {
                if (field.kind == model::Kind::Refs) {  // each once
                    auto& ids = model::edit<std::vector<model::Id>>(*row, field);
                    std::ranges::sort(ids);
                    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
                }
                if (field.kind != model::Kind::Text && field.kind != model::Kind::Texts) continue;
                const auto value = model::value_of(*row, field);
                if (const auto* text = std::get_if<std::string>(&value))
                    REQUIRE(model::set_value(*row, field, *app::parse_value(field, *text, typing)));
                else if (const auto* texts = std::get_if<std::vector<std::string>>(&value)) {
                    model::Value lines = *app::parse_value(field, base::join(*texts, "\n"), typing);
                    if (auto* list = std::get_if<std::vector<std::string>>(&lines))
                        list->resize(std::min(list->size(), model::list_limit));
                    const base::Status set = model::set_value(*row, field, lines);
                    REQUIRE_MESSAGE(set, set.error().code, " ", field.name);
                }
            }
            ++number;
            if (const FieldInfo* title = info.title())
                model::edit<std::string>(*row, *title) =
                    "名" + std::to_string(number) + (number % 3 == 0 ? "、甲，乙" : "");
            out.table(info.type).put(std::move(row));
        }
    return out;
}

bool may_be_pasted(const RecordInfo& info, const std::vector<const FieldInfo*>& columns) {
    const FieldInfo* parent = info.parent();
    return !info.singleton && !columns.empty() && (!parent || parent->has(model::kTree)) &&
           std::ranges::none_of(columns, [](const FieldInfo* field) { return field->has(model::kSystem); });
}

Plan three_tasks() {
    Plan plan = model::empty_plan(*model::Id::parse("plan"));
    model::Person person;
    person.id = *model::Id::parse("p1");
    person.name = "张三";
    plan.put(person);
    person.id = *model::Id::parse("p2");
    person.name = "李四";
    plan.put(person);
    const char* names[] = {"一", "二", "三"};
    for (int i = 0; i < 3; ++i) {
        Task task;
        task.id = *model::Id::parse("t" + std::to_string(i));
        task.title = names[i];
        task.order = std::string(1, static_cast<char>('b' + 2 * i));
        plan.put(task);
    }
    return plan;
}

std::string titles(const Plan& plan) {
    std::string text;
    for (const Task* task : model::in_order<Task>(plan)) text += task->title + "|";
    return text;
}
}  // namespace

TEST_CASE("table paste: a whole table that was copied gives the same rows in an empty table") {
    std::size_t rows = 0;
    for (std::uint64_t seed = 1; seed <= support::seeds(60, 6); ++seed) {
        const Plan plan = typeable(support::random_plan(seed, {.rows = 5, .long_texts = false}), seed);
        for (const RecordInfo& info : model::records()) {
            const TableView view = view_of(plan, info.type);
            if (!may_be_pasted(info, view.columns) || view.rows.empty()) continue;
            CAPTURE(seed);
            CAPTURE(info.name);
            const app::CopiedRows copied = app::copied_rows(typing.words, plan, view);
            CHECK(copied.rows == view.rows.size());
            Plan without = plan;
            without.table(info.type) = {};
            base::IdSource ids(seed, 1);
            const auto cells =
                app::pasted_cells(app::text_of_cells(copied.cells), app::html_of_cells(copied.cells, copied.head));
            REQUIRE(cells.has_value());
            const TableView empty{.record = info.type, .columns = view.columns};
            const Paste paste = app::plan_paste(without, empty, *cells, typing, ids);
            for (const app::PasteProblem& problem : paste.problems)
                FAIL_CHECK(problem.column << ": " << problem.text << ": " << problem.reason);
            for (const edit::Command& command : paste.batch)
                without.table(info.type).put(std::get<edit::PutRow>(command).row);
            const auto again = model::in_order(without.table(info.type));
            const auto before = model::in_order(plan.table(info.type));
            std::size_t place = 0;
            for (const Row* row : before) {
                const bool blank = std::ranges::all_of(view.columns, [&](const FieldInfo* field) {
                    return field->kind != model::Kind::Choice && field->kind != model::Kind::Flag &&
                           model::is_empty(*row, *field);
                });
                if (blank && std::ranges::none_of(view.columns, [](const FieldInfo* field) {
                        return field->kind == model::Kind::Choice || field->kind == model::Kind::Flag;
                    }))
                    continue;
                REQUIRE(place < again.size());
                for (const FieldInfo* field : view.columns) {
                    CAPTURE(field->name);
                    CHECK(model::same_field(*row, *again[place], *field));
                }
                ++place;
                ++rows;
            }
            CHECK(place == again.size());
        }
    }
    CHECK(rows > support::seeds(1000, 100));
}

TEST_CASE("table paste: pasting rows where they were copied changes nothing") {
    for (std::uint64_t seed = 1; seed <= support::seeds(40, 4); ++seed) {
        const Plan plan = support::random_plan(seed);
        for (const RecordInfo& info : model::records()) {
            const TableView view = view_of(plan, info.type);
            if (info.singleton || view.columns.empty() || view.rows.empty()) continue;
            const TableView all = choose(view, 0, view.rows.size() - 1);
            base::IdSource ids(seed, 1);
            const app::CopiedRows copied = app::copied_rows(typing.words, plan, all);
            const Paste paste =
                app::plan_paste(plan, all, app::cells_of_text(app::text_of_cells(copied.cells)), typing, ids);
            CAPTURE(seed);
            CAPTURE(info.name);
            CHECK(paste.changed == 0);
            CHECK(paste.added == 0);
            CHECK(paste.problems.empty());
        }
    }
}

TEST_CASE("table paste: rows go over the chosen ones, further ones behind them") {
    const Plan plan = three_tasks();
    const TableView view = choose(view_of(plan, RecordType::Task), 1, 1);
    const Paste paste = paste_text(plan, view, "乙\t张三\t2026/3/5\t3月9日\t50%\r\n丙\t李四\r\n丁\r\n戊\r\n");
    CHECK(paste.problems.empty());
    CHECK(paste.changed == 2);
    CHECK(paste.added == 2);
    const Plan after = pasted(plan, paste);
    CHECK(titles(after) == "一|乙|丙|丁|戊|");
    const Task& second = *after.rows<Task>().find(*model::Id::parse("t1"));
    CHECK(second.owner.id() == *model::Id::parse("p1"));
    CHECK(second.start.iso() == "2026-03-05");
    CHECK(second.finish.iso() == "2026-03-09");
    CHECK(second.progress == 50);
    CHECK(paste.first == second.id);
}

TEST_CASE("table paste: without a chosen row all are added at the end; a blank row is none") {
    const Plan plan = three_tasks();
    const Paste paste = paste_text(plan, view_of(plan, RecordType::Task), "四\t\r\n\t\r\n五\t张三\r\n");
    CHECK(paste.added == 2);
    CHECK(titles(pasted(plan, paste)) == "一|二|三|四|五|");
}

TEST_CASE("table paste: names of columns in the first row decide where cells go") {
    const Plan plan = three_tasks();
    const auto& words = typing.words;
    const std::string head = std::string(words("field.task.owner")) + "\t" + std::string(words("field.task.title"));
    const Paste paste = paste_text(plan, view_of(plan, RecordType::Task), head + "\r\n李四\t四\r\n");
    CHECK(paste.problems.empty());
    CHECK(titles(pasted(plan, paste)) == "一|二|三|四|");
    const Paste extra = paste_text(plan, view_of(plan, RecordType::Task), head + "\t备注\r\n李四\t四\t急\r\n");
    REQUIRE(extra.problems.size() == 1);
    CHECK(extra.problems[0].column == "备注");
    CHECK(extra.added == 1);
}

TEST_CASE("table paste: what is not understood is told and leaves its field alone; nobody is made") {
    const Plan plan = three_tasks();
    const TableView view = choose(view_of(plan, RecordType::Task), 0, 0);
    const Paste paste = paste_text(plan, view, "甲\t王五\t某天\t\t150\r\n");
    REQUIRE(paste.problems.size() == 3);
    CHECK(paste.problems[0].text == "王五");
    CHECK(paste.problems[0].row == 1);
    CHECK(paste.problems[0].column == typing.words("field.task.owner"));
    CHECK(paste.problems[2].text == "150");
    const Plan after = pasted(plan, paste);
    CHECK(titles(after) == "甲|二|三|");
    CHECK(after.rows<model::Person>().size() == 2);
    CHECK(!after.rows<Task>().find(*model::Id::parse("t0"))->progress);
}

TEST_CASE("table paste: a name that two rows have is not guessed") {
    Plan plan = three_tasks();
    model::Person person = *plan.rows<model::Person>().find(*model::Id::parse("p2"));
    person.name = "张三";
    plan.put(person);
    const Paste paste = paste_text(plan, choose(view_of(plan, RecordType::Task), 0, 0), "甲\t张三\t某天\r\n");
    REQUIRE(paste.problems.size() == 2);
    CHECK(paste.problems[0].reason == typing.words("paste.ambiguous"));
    CHECK(paste.problems[1].reason == typing.words("field.date.invalid"));
}

TEST_CASE("table paste: rows that belong to another need a chosen one to know where") {
    const Plan plan = three_tasks();
    const Paste paste = paste_text(plan, view_of(plan, RecordType::RiskResponse), "加强值守\t张三\r\n");
    CHECK(paste.refused == "paste.choose-row");
    CHECK(paste.batch.empty());
}

TEST_CASE("table paste: new tasks become siblings of the row they follow") {
    Plan plan = three_tasks();
    Task child = *plan.rows<Task>().find(*model::Id::parse("t1"));
    child.parent = model::Ref<Task>(*model::Id::parse("t0"));
    plan.put(child);
    TableView view = view_of(plan, RecordType::Task);
    view.rows = {*model::Id::parse("t0"), *model::Id::parse("t1")};
    const Paste paste = paste_text(plan, choose(view, 1, 1), "乙\t张三\r\n丙\t李四\r\n");
    CHECK(paste.added == 1);
    const Plan after = pasted(plan, paste);
    CHECK(after.rows<Task>().find(paste.last)->parent.id() == *model::Id::parse("t0"));
}
