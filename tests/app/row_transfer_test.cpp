// Rows over the clipboard: cut ones move whole, copied ones are copied whole, and nothing is written over unasked.
#include "app/row_transfer.hpp"

#include <doctest/doctest.h>

#include "edit/command.hpp"
#include "model/integrity.hpp"

namespace transfer_of_rows {  // names of its own: the tests of a folder are compiled together
namespace {
using namespace model;
using app::RowTransfer;
using sheet::Cut;

const sheet::Typing typing{
    base::Words::simplified_chinese(),
    {*base::Date::parse("2026-06-30"), [](base::Date from, int days) { return from.plus(days); }}};

Id id_of(std::string_view text) {
    return *Id::parse(text);
}

Task task(std::string_view id, std::string_view title, std::string_view order, std::string_view parent = {}) {
    Task row;
    row.id = id_of(id);
    row.title = title;
    row.order = order;
    if (!parent.empty()) row.parent = Ref<Task>(id_of(parent));
    return row;
}

// 准备阶段 (编制方案), 制作内容, 实施培训; a milestone of the last; two people.
Plan training_plan(std::string_view id = "plan") {
    Plan plan = empty_plan(id_of(id));
    plan.put(task("a", "准备阶段", "1"));
    plan.put(task("a1", "编制方案", "1", "a"));
    Task content = task("b", "制作内容", "2");
    content.resources = {"设计软件"};
    content.description = "按月制作";
    plan.put(content);
    Task training = task("c", "实施培训", "3");
    training.resources = {"培训场地"};
    plan.put(training);
    Milestone milestone;
    milestone.id = id_of("m");
    milestone.title = "首场培训完成";
    milestone.task = Ref<Task>(id_of("c"));
    plan.put(milestone);
    for (const auto& [person_id, name] : {std::pair("p", "护士长"), std::pair("q", "周平")}) {
        Person person;
        person.id = id_of(person_id);
        person.name = name;
        plan.put(person);
    }
    return plan;
}

std::string outline(const Plan& plan, const Id& parent = {}) {
    std::string text;
    for (const Task* each : in_order<Task>(plan, &Task::parent, parent)) {
        text += (text.empty() ? "" : " ") + each->title;
        if (const std::string below = outline(plan, each->id); !below.empty()) text += "(" + below + ")";
    }
    return text;
}

// A program with a plan open, and what it does with the clipboard.
struct Bench {
    Plan plan = training_plan();
    RowTransfer transfer = {};
    RowTransfer::Copy clipboard = {};
    base::IdSource ids{11, 11};
    std::size_t steps = 0;  // of undo
    std::string said = {};

    sheet::TableView choose(std::initializer_list<std::string_view> rows, RecordType record = RecordType::Task) const {
        sheet::TableView view{.record = record, .columns = sheet::column_fields(model::record(record))};
        for (const std::string_view row : rows) view.rows.push_back(id_of(row));
        view.chosen = rows.size() > 0;
        view.last = rows.size() > 0 ? rows.size() - 1 : 0;
        return view;
    }
    void copy(std::initializer_list<std::string_view> rows, Cut cut = Cut::No) {
        clipboard = *transfer.copy(typing.words, plan, choose(rows), cut);
    }
    // false: asks
    bool paste(std::initializer_list<std::string_view> rows, RecordType record = RecordType::Task) {
        return take(transfer.paste({plan, typing, ids}, choose(rows, record), clipboard.text, clipboard.html));
    }
    bool take(const app::Transfer& done) {
        said = done.said;
        if (done.asks) return false;
        if (done.batch.empty()) return true;
        base::Result<Plan> changed = edit::apply_batch(plan, done.batch);
        REQUIRE(changed);
        REQUIRE(check_plan(*changed));
        plan = std::move(changed).value();
        ++steps;
        return true;
    }
};
}  // namespace

TEST_CASE("transfer of rows: cut ones move whole behind the chosen one, as one step") {
    Bench bench;
    const Plan before = bench.plan;
    bench.copy({"b"}, Cut::Yes);
    CHECK(bench.transfer.cut_rows() == std::set<Id>{id_of("b")});
    CHECK(bench.plan.same(before));  // nothing is lost if it is never pasted
    CHECK(bench.paste({"c"}));
    CHECK(outline(bench.plan) == "准备阶段(编制方案) 实施培训 制作内容");
    CHECK(bench.steps == 1);
    CHECK(bench.transfer.cut_rows().empty());
    const Task& moved = *bench.plan.rows<Task>().find(id_of("b"));
    CHECK(moved.description == "按月制作");
    CHECK(moved.resources == std::vector<std::string>{"设计软件"});
    const Task& target = *bench.plan.rows<Task>().find(id_of("c"));
    CHECK(target.title == "实施培训");
    CHECK(target.resources == std::vector<std::string>{"培训场地"});
    CHECK(bench.plan.rows<Milestone>().find(id_of("m"))->task.id() == id_of("c"));
}

TEST_CASE("transfer of rows: cut parents take their parts along; where they cannot go, nothing happens") {
    Bench bench;
    bench.copy({"a"}, Cut::Yes);
    CHECK(bench.transfer.cut_rows().size() == 2);
    CHECK(bench.paste({"a1"}));
    CHECK(bench.steps == 0);
    CHECK(bench.said == typing.words("paste.cut-nowhere"));
    CHECK(bench.paste({"b"}));
    CHECK(outline(bench.plan) == "制作内容 准备阶段(编制方案) 实施培训");
    CHECK(bench.paste({"c"}));  // once moved, what is pasted again is a copy
    CHECK(outline(bench.plan) == "制作内容 准备阶段(编制方案) 实施培训 准备阶段(编制方案)");
}

TEST_CASE("transfer of rows: a cut that was called off, or another copy, moves nothing") {
    Bench bench;
    bench.copy({"b"}, Cut::Yes);
    bench.transfer.forget_cut();
    CHECK(bench.paste({"c"}));
    CHECK(outline(bench.plan) == "准备阶段(编制方案) 制作内容 实施培训 制作内容");
    bench.copy({"b"}, Cut::Yes);
    bench.copy({"c"});
    CHECK(bench.transfer.cut_rows().empty());
}

TEST_CASE("transfer of rows: copied tasks keep their parts and levels") {
    Bench bench;
    bench.copy({"a", "a1"});
    CHECK(bench.paste({"a", "a1"}));
    CHECK(outline(bench.plan) == "准备阶段(编制方案) 准备阶段(编制方案) 制作内容 实施培训");
    CHECK(bench.steps == 1);
    Bench single;
    single.copy({"b"});
    CHECK(single.paste({"c"}));
    CHECK(outline(single.plan) == "准备阶段(编制方案) 制作内容 实施培训 制作内容");
    for (const Task& each : single.plan.rows<Task>())
        if (each.title == "制作内容") CHECK(each.description == "按月制作");
}

TEST_CASE("transfer of rows: in another plan they become copies with all they own; the cut ones stay") {
    Bench bench;
    Task owned = *bench.plan.rows<Task>().find(id_of("a1"));
    owned.owner = Ref<Person>(id_of("q"));
    bench.plan.put(owned);
    bench.copy({"a", "a1"}, Cut::Yes);
    const Plan source = bench.plan;
    bench.plan = empty_plan(id_of("other"));
    CHECK(!bench.paste({}));  // nobody is called 周平 there: asked first
    REQUIRE(bench.transfer.pending().paste.problems.size() == 1);
    CHECK(bench.transfer.pending().paste.problems[0].text == "周平");
    CHECK(bench.take(bench.transfer.settle(typing.words)));
    CHECK(outline(bench.plan) == "准备阶段(编制方案)");
    bench.plan = source;
    CHECK(bench.paste({"c"}));  // back in its own plan the cut is still good
    CHECK(outline(bench.plan) == "制作内容 实施培训 准备阶段(编制方案)");
}

TEST_CASE("transfer of rows: what another window copied from the same plan is found by its mark") {
    Bench bench, window;
    bench.copy({"a"});
    window.clipboard = bench.clipboard;
    CHECK(window.paste({"c"}));
    CHECK(outline(window.plan) == "准备阶段(编制方案) 制作内容 实施培训 准备阶段(编制方案)");
    CHECK(bench.clipboard.html.find("设计软件") == std::string::npos);  // only what is shown is on the clipboard
    Bench plain;                                                        // a clipboard that keeps no HTML
    plain.copy({"a"});
    plain.clipboard.html.clear();
    CHECK(plain.paste({"c"}));
    CHECK(outline(plain.plan) == "准备阶段(编制方案) 制作内容 实施培训 准备阶段(编制方案)");
}

TEST_CASE("transfer of rows: rows that belong to others move to the owner of the chosen row, in every table") {
    Bench bench;
    for (const char* id : {"r", "s"}) {
        Risk risk;
        risk.id = id_of(id);
        risk.factor = id;
        bench.plan.put(risk);
        RiskResponse response;
        response.id = id_of(std::string(id) + "1");
        response.risk = Ref<Risk>(id_of(id));
        response.action = "措施";
        bench.plan.put(response);
    }
    bench.clipboard =
        *bench.transfer.copy(typing.words, bench.plan, bench.choose({"r1"}, RecordType::RiskResponse), Cut::Yes);
    CHECK(bench.paste({"s1"}, RecordType::RiskResponse));
    CHECK(bench.plan.rows<RiskResponse>().find(id_of("r1"))->risk.id() == id_of("s"));
    CHECK(bench.plan.rows<RiskResponse>().size() == 2);
}

TEST_CASE("transfer of rows: cells of another program never go over rows unasked") {
    Bench bench;
    bench.clipboard.text = "任务名称\t责任人\r\n甲\t护士长\r\n乙\t周　平\r\n";
    CHECK(bench.paste({"b"}));
    CHECK(outline(bench.plan) == "准备阶段(编制方案) 制作内容 甲 乙 实施培训");
    Bench range;
    range.clipboard = bench.clipboard;
    CHECK(!range.paste({"b", "c"}));  // as many rows as are chosen: asked, and new rows are proposed
    CHECK(range.transfer.pending().may_overwrite);
    CHECK(range.transfer.pending().paste.changed == 0);
    range.transfer.paste_into({range.plan, typing, range.ids}, sheet::PasteInto::ChosenRows);
    CHECK(range.transfer.pending().paste.changed == 2);
    CHECK(range.take(range.transfer.settle(typing.words)));
    CHECK(outline(range.plan) == "准备阶段(编制方案) 甲 乙");
}

TEST_CASE("transfer of rows: a table without a head is asked about, and read as the person says") {
    Bench bench;
    bench.clipboard.text = "甲\t护士长\r\n乙\t周平\r\n";
    CHECK(!bench.paste({}));
    CHECK(bench.transfer.pending().paste.added == 2);
    bench.transfer.read_column({bench.plan, typing, bench.ids}, 1, sheet::PasteColumn::Use::Field,
                               &field_of<&Task::note>());
    CHECK(bench.take(bench.transfer.settle(typing.words)));
    CHECK(outline(bench.plan) == "准备阶段(编制方案) 制作内容 实施培训 甲 乙");
    for (const Task& each : bench.plan.rows<Task>())
        if (each.title == "甲") CHECK(each.note == "护士长");
}

TEST_CASE("transfer of rows: days without a year get that of the plan's period, which is told first") {
    Bench bench;
    Cover cover;
    cover.start = *base::Date::parse("2027-01-01");
    cover.finish = *base::Date::parse("2027-12-31");
    cover.id = singleton_id(record(RecordType::Cover));
    bench.plan.put(cover);
    const sheet::Typing in_plan{typing.words, sheet::days_of(bench.plan, *base::Date::parse("2026-11-28"))};
    const app::Transfer transfer = bench.transfer.paste(
        {bench.plan, in_plan, bench.ids}, bench.choose({}),
        "任务名称\t开始时间\t完成时间\n修订流程\t1月4日\t1月29日\n组织培训\t1月4日\t2027/3/5\n", "");
    CHECK(transfer.asks);
    const sheet::Paste& paste = bench.transfer.pending().paste;
    REQUIRE(paste.readings.size() == 2);
    CHECK(paste.readings[0].text == "1月4日");
    CHECK(paste.readings[0].as.iso() == "2027-01-04");
    CHECK(bench.take(bench.transfer.settle(typing.words)));
    for (const Task& each : bench.plan.rows<Task>())
        if (each.title == "修订流程") CHECK(each.finish.iso() == "2027-01-29");
}

TEST_CASE("transfer of rows: what stood above the head is told") {
    Bench bench;
    bench.clipboard.text = "急诊科计划\r\n任务名称\t责任人\r\n甲\t护士长\r\n";
    CHECK(bench.paste({}));
    CHECK(bench.said.find(typing.words("message.pasted-below-title", {"1"})) != std::string::npos);
}

}  // namespace transfer_of_rows
