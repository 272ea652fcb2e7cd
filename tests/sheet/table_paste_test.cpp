// Rows as cells and back: copying and pasting gives the same rows, and what is not understood changes nothing.
#include "sheet/table_paste.hpp"

#include <doctest/doctest.h>

#include <map>

#include "base/text.hpp"
#include "support/build.hpp"
#include "support/random_plan.hpp"

namespace {
using model::FieldInfo;
using model::Plan;
using model::RecordInfo;
using model::RecordType;
using model::Row;
using model::Task;
using sheet::Cells;
using sheet::Paste;
using sheet::TableView;

const sheet::Typing typing{
    base::Words::simplified_chinese(),
    {*base::Date::parse("2026-06-30"), [](base::Date from, int days) { return from.plus(days); }}};

// As the screen has them: children after their parents.
void list_below(const Plan& plan, const RecordInfo& info, const model::Id& parent, std::vector<const Row*>& rows) {
    for (const Row* row : model::in_order(plan.table(info.type))) {
        if (info.tree() && model::get_ref(*row, *info.tree()) != parent) continue;
        rows.push_back(row);
        if (info.tree()) list_below(plan, info, row->id, rows);
    }
}
std::vector<const Row*> shown_rows(const Plan& plan, RecordType record) {
    std::vector<const Row*> rows;
    list_below(plan, model::record(record), {}, rows);
    return rows;
}

TableView view_of(const Plan& plan, RecordType record) {
    TableView view{.record = record, .columns = sheet::column_fields(model::record(record))};
    for (const Row* row : shown_rows(plan, record)) view.rows.push_back(row->id);
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

using sheet::PasteInto;
Paste paste_cells(const Plan& plan, const TableView& view, const Cells& cells, PasteInto into, std::uint64_t seed = 7) {
    base::IdSource ids(seed, 7);
    return sheet::plan_paste(plan, view, cells, sheet::read_head(typing.words, view, cells), into, typing, ids);
}
Paste paste_text(const Plan& plan, const TableView& view, std::string_view text, PasteInto into = PasteInto::NewRows) {
    return paste_cells(plan, view, *sheet::pasted_cells(text, ""), into);
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
                    REQUIRE(model::set_value(*row, field, *sheet::parse_value(field, *text, typing)));
                else if (const auto* texts = std::get_if<std::vector<std::string>>(&value)) {
                    model::Value lines = *sheet::parse_value(field, base::join(*texts, "\n"), typing);
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
            const sheet::CopiedRows copied = sheet::copied_rows(typing.words, plan, view);
            CHECK(copied.rows == view.rows.size());
            Plan without = plan;
            without.table(info.type) = {};
            const auto cells = sheet::pasted_cells(sheet::text_of_cells(copied.cells),
                                                   sheet::html_of_cells(copied.cells, copied.head));
            REQUIRE(cells.has_value());
            const TableView empty{.record = info.type, .columns = view.columns};
            const Paste paste = paste_cells(without, empty, *cells, PasteInto::NewRows, seed);
            for (const sheet::PasteProblem& problem : paste.problems)
                FAIL_CHECK(problem.column << ": " << problem.text << ": " << problem.reason);
            for (const edit::Command& command : paste.batch)
                without.table(info.type).put(std::get<edit::PutRow>(command).row);
            const auto again = shown_rows(without, info.type), before = shown_rows(plan, info.type);
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

TEST_CASE("table paste: pasting rows over those that were copied changes nothing") {
    for (std::uint64_t seed = 1; seed <= support::seeds(40, 4); ++seed) {
        const Plan plan = support::random_plan(seed);
        for (const RecordInfo& info : model::records()) {
            const TableView view = view_of(plan, info.type);
            if (info.singleton || view.columns.empty() || view.rows.empty()) continue;
            const TableView all = choose(view, 0, view.rows.size() - 1);
            const sheet::CopiedRows copied = sheet::copied_rows(typing.words, plan, all);
            const Paste paste = paste_cells(plan, all, sheet::cells_of_text(sheet::text_of_cells(copied.cells)),
                                            PasteInto::ChosenRows, seed);
            CAPTURE(seed);
            CAPTURE(info.name);
            CHECK(paste.changed == 0);
            CHECK(paste.added == 0);
            CHECK(paste.problems.empty());
        }
    }
}

TEST_CASE("table paste: rows become new ones behind the chosen one, which stays as it is") {
    const Plan plan = three_tasks();
    const TableView view = choose(view_of(plan, RecordType::Task), 1, 1);
    const Paste paste = paste_text(plan, view, "乙\t张三\t2026/3/5\t2026年3月9日\t50%\r\n丙\t李四\r\n丁\r\n");
    CHECK(paste.problems.empty());
    CHECK(paste.changed == 0);
    CHECK(paste.added == 3);
    const Plan after = pasted(plan, paste);
    CHECK(titles(after) == "一|二|乙|丙|丁|三|");
    const Task& first = *after.rows<Task>().find(paste.first);
    CHECK(first.title == "乙");
    CHECK(first.owner.id() == *model::Id::parse("p1"));
    CHECK(first.start.iso() == "2026-03-05");
    CHECK(first.finish.iso() == "2026-03-09");
    CHECK(first.progress == 50);
}

TEST_CASE("table paste: cells go over as many chosen rows if the person says so, else over none") {
    const Plan plan = three_tasks();
    const std::string two = "甲\t张三\r\n乙\t李四\r\n";
    const TableView view = choose(view_of(plan, RecordType::Task), 0, 1);
    const Paste over = paste_text(plan, view, two, PasteInto::ChosenRows);
    CHECK(over.changed == 2);
    CHECK(titles(pasted(plan, over)) == "甲|乙|三|");
    CHECK(titles(pasted(plan, paste_text(plan, view, two + "丙\r\n", PasteInto::ChosenRows))) == "一|二|甲|乙|丙|三|");
    CHECK(titles(pasted(plan, paste_text(plan, view, two))) == "一|二|甲|乙|三|");
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
    const Paste extra = paste_text(plan, view_of(plan, RecordType::Task), head + "\t颜色\r\n李四\t四\t急\r\n");
    REQUIRE(extra.problems.size() == 1);
    CHECK(extra.problems[0].column == "颜色");
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
    CHECK(titles(after) == "一|甲|二|三|");
    CHECK(after.rows<model::Person>().size() == 2);
    CHECK(!after.rows<Task>().find(paste.first)->progress);
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
    const TableView view = view_of(plan, RecordType::Task);
    const Paste below = paste_text(plan, choose(view, 1, 1), "乙\t张三\r\n");
    CHECK(pasted(plan, below).rows<Task>().find(below.last)->parent.id() == *model::Id::parse("t0"));
    const Paste beside = paste_text(plan, choose(view, 0, 1), "乙\t张三\r\n");  // behind the chosen parent
    CHECK(pasted(plan, beside).rows<Task>().find(beside.last)->parent.empty());
}

TEST_CASE("table paste: numbers of an outline and blanks before names become levels, not content") {
    const Plan plan = model::empty_plan(*model::Id::parse("plan"));
    const TableView view{.record = RecordType::Task, .columns = sheet::column_fields(model::record(RecordType::Task))};
    const auto outline = [&](std::string_view text) {
        const Paste paste = paste_text(plan, view, text);
        for (const sheet::PasteProblem& problem : paste.problems) FAIL_CHECK(problem.column << problem.reason);
        const Plan after = pasted(plan, paste);
        std::string found;
        for (const Row* row : shown_rows(after, RecordType::Task)) {
            const auto* task = static_cast<const Task*>(row);
            for (const Task* at = after.find(task->parent); at; at = after.find(at->parent)) found += ">";
            found += task->title + " ";
        }
        return found;
    };
    const std::string whole = "准备 >编制 >培训 >>试讲 总结 ";
    CHECK(outline("编号\t任务名称\t进度\n1\t准备\t\n1.1\t编制\t\n1.2\t    培训\t\n1.2.1\t试讲\t\n2\t总结\t5%\n") ==
          whole);
    CHECK(outline("任务名称\t进度\n准备\t\n　编制\t\n　培训\t\n　　试讲\t\n总结\t5%\n") == whole);
    CHECK(outline("任务名称\t进度\n准备\t\n  编制\t\n  培训\t\n    试讲\t\n总结\t5%\n") == whole);
    CHECK(outline("任务名称\t进度\n1 准备\t\n1.1 编制\t\n1.2 培训\t\n1.2.1 试讲\t\n2 总结\t5%\n") == whole);
    CHECK(outline("序号\t任务名称\n1\t准备\n2\t编制\n3\t培训\n") == "准备 编制 培训 ");
    CHECK(outline("任务名称\t进度\n5G 建设\t\n3.8节活动\t\n") == "5G 建设 3.8节活动 ");
}

TEST_CASE("table paste: a column of numbers that says no levels is told, in a table without levels it means nothing") {
    const Plan plan = three_tasks();
    const Paste codes = paste_text(plan, view_of(plan, RecordType::Task), "编号\t任务名称\nRW-1\t四\n");
    REQUIRE(codes.problems.size() == 1);
    CHECK(codes.problems[0].reason == typing.words("paste.no-outline"));
    const Paste people = paste_text(plan, view_of(plan, RecordType::Person), "序号\t姓名\n1\t王五\n2\t赵六\n");
    CHECK(people.problems.empty());
    CHECK(people.added == 2);
}

TEST_CASE("table paste: the levels of what was copied survive as text") {
    Plan plan = three_tasks();
    Task child = *plan.rows<Task>().find(*model::Id::parse("t1"));
    child.parent = model::Ref<Task>(*model::Id::parse("t0"));
    plan.put(child);
    const TableView folded{.record = RecordType::Task,
                           .columns = sheet::column_fields(model::record(RecordType::Task)),
                           .rows = {*model::Id::parse("t0"), *model::Id::parse("t2")}};
    const sheet::CopiedRows copied = sheet::copied_rows(typing.words, plan, folded);
    CHECK(copied.rows == 3);  // what is folded, too
    Plan empty = plan;
    empty.table(RecordType::Task) = {};
    const auto cells =
        sheet::pasted_cells(sheet::text_of_cells(copied.cells), sheet::html_of_cells(copied.cells, copied.head));
    const Plan after = pasted(empty, paste_cells(empty, {folded.record, folded.columns}, *cells, PasteInto::NewRows));
    const auto rows = shown_rows(after, RecordType::Task);
    REQUIRE(rows.size() == 3);
    CHECK(static_cast<const Task*>(rows[1])->title == "二");
    CHECK(static_cast<const Task*>(rows[1])->parent.id() == rows[0]->id);
}

TEST_CASE("table paste: names match whatever blanks stand in them") {
    const Plan plan = three_tasks();
    const Paste paste = paste_text(plan, view_of(plan, RecordType::Task), "任务名称\t责任人\n四\t张　三\n五\t李 四\n");
    CHECK(paste.problems.empty());
    CHECK(pasted(plan, paste).rows<Task>().find(paste.first)->owner.id() == *model::Id::parse("p1"));
}
