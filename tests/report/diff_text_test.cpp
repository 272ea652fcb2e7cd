#include "report/diff_text.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "base/text.hpp"
#include "edit/command.hpp"

namespace {
using namespace model;

Id id(const char* text) {
    return *Id::parse(text);
}

// A person, a task and its part.
Plan small() {
    Plan plan = empty_plan(id("plan"));
    Person person;
    person.id = id("p");
    person.name = "宣传员";
    person.phone = "13812345678";
    plan.put(person);
    Task task;
    task.id = id("a");
    task.order = "1";
    task.title = "制作内容";
    plan.put(task);
    task.id = id("b");
    task.parent = Ref<Task>(id("a"));
    task.title = "拍摄";
    plan.put(task);
    return plan;
}

base::Words words(const std::string& language) {
    std::ifstream file("assets/lang/" + language + ".lang", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    return base::Words::parse(text, &base::Words::simplified_chinese());
}

Plan changed(const Plan& plan, const edit::Batch& batch) {
    const auto result = edit::apply_batch(plan, batch);
    REQUIRE(result.ok());
    return *result;
}

std::string label(const std::string& language, const Plan& before, const Plan& after) {
    return report::change_label(words(language), words(language)("undo.set"), before, after);
}
}  // namespace

TEST_CASE("diff text: a step of undo says field, before and after, in three languages") {
    const Plan before = small();
    const Plan owned = changed(before, {edit::set_field<&Task::owner>(id("a"), id("p"))});
    CHECK(label("zh-Hans", before, owned) == "责任人:（空）→宣传员");
    CHECK(label("zh-Hans", owned, before) == "责任人:宣传员→（空）");
    CHECK(label("zh-Hant", before, owned) == "責任人:（空）→宣传员");
    CHECK(label("en", before, owned) == "Responsible: (empty) → 宣传员");
    const Plan left = changed(before, {edit::set_field<&Person::left>(id("p"), true)});
    CHECK(base::contains(label("zh-Hans", before, left), ":否→是"));
}

TEST_CASE("diff text: a step of undo names the one row, or counts several") {
    const Plan before = small();
    const Plan without = changed(before, {edit::RemoveRows{RecordType::Task, {id("b")}}});
    CHECK(label("zh-Hans", before, without) == "删除任务“拍摄”");
    CHECK(label("zh-Hans", without, before) == "新增任务“拍摄”");
    CHECK(label("en", without, before) == "Added: \"拍摄\" (Tasks)");
    const Plan moved = changed(before, {edit::MoveRow{RecordType::Task, id("b"), {}, "2"}});
    CHECK(label("zh-Hans", before, moved) == "移动任务“拍摄”");
    const Plan dated = changed(before, {edit::set_field<&Task::note>(id("b"), std::string("一")),
                                        edit::set_field<&Task::title>(id("b"), std::string("二"))});
    CHECK(label("zh-Hans", before, dated) == "修改任务“二”");
    const Plan empty = changed(before, {edit::RemoveRows{RecordType::Task, {id("a")}}});
    CHECK(label("zh-Hans", before, empty) == "修改（2 行）");
    CHECK(label("zh-Hans", before, before) == "修改");
}

TEST_CASE("diff text: long values are cut in a label, personal data is masked") {
    const Plan before = small();
    const Plan named =
        changed(before, {edit::set_field<&Task::title>(id("a"), std::string("一二三四五六七八九十一二三四五六七八"))});
    CHECK(label("zh-Hans", before, named) == "任务名称:制作内容→一二三四五六七八九十一二三四五六…");
    const Plan called = changed(before, {edit::set_field<&Person::phone>(id("p"), std::string("13900001111"))});
    CHECK(base::contains(label("zh-Hans", before, called), "138****5678→139****1111"));
}

TEST_CASE("diff text: the whole difference by chapter, row and field, with what changed in long texts marked") {
    const std::string text =
        "每月第一周召开例会，通报进展并确定下月安排；每季度向院办报送一次书面总结，附各账号的数据和典型留言，由科主任签"
        "字。";
    Plan before = changed(small(), {edit::set_field<&Task::note>(id("a"), text)});
    const Plan after =
        changed(before, {edit::set_field<&Task::note>(id("a"), base::replace_all(text, "院办", "宣传科")),
                         edit::set_field<&Task::owner>(id("a"), id("p")), edit::RemoveRows{RecordType::Task, {id("b")}},
                         edit::set_field<&Cover::title>(id("cover"), std::string("计划"))});
    const base::Words& chinese = base::Words::simplified_chinese();
    CHECK(report::diff_text(chinese, before, after, revision::diff(before, after)) ==
          "封面与引言（1 行）\n"
          "  修改封面与概述\n"
          "      计划名称:（空）→计划\n"
          "任务与进度（2 行）\n"
          "  修改任务“1 制作内容”\n"
          "      责任人:（空）→宣传员\n"
          "      备注:…并确定下月安排；每季度向[-院办-]{+宣传科+}报送一次书面总结，附各账…\n"
          "  删除任务“1.1 拍摄”\n"
          "      上级任务:制作内容\n"
          "共 3 行不同：新增 0，删除 1，移动 0，修改 2\n");
    CHECK(report::diff_text(chinese, before, before, revision::diff(before, before)) == "两份计划内容相同\n");
}
