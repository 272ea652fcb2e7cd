#include "report/field_text.hpp"

#include <doctest/doctest.h>

using namespace report;

namespace {
const base::Words& words() {
    return base::Words::simplified_chinese();
}

template <auto Member, class Record> std::string text_of(const model::Plan& plan, const Record& row) {
    return field_text(plan, words(), model::record(Record::type), row, model::field_of<Member>());
}
}  // namespace

TEST_CASE("field text: personal fields are masked") {
    CHECK(mask_contact("13812345678") == "138****5678");
    CHECK(mask_contact("0754-8812 3456") == "075****3456");
    CHECK(mask_contact("6120") == "6****");
    CHECK(mask_contact("张三@example.org") == "张***@example.org");
    CHECK(mask_contact("微信同号") == "微****");
    model::Person person;
    person.phone = "13812345678";
    person.email = "li@example.org";
    CHECK(text_of<&model::Person::phone>({}, person) == "138****5678");
    CHECK(text_of<&model::Person::email>({}, person) == "l***@example.org");
}

TEST_CASE("field text: personal data in free text is masked, public numbers are not") {
    model::Task task;
    task.note = "联系 13812345678，身份证 11010519491231002X";
    CHECK(text_of<&model::Task::note>({}, task).find("138****5678") != std::string::npos);
    CHECK(text_of<&model::Task::note>({}, task).find("11010519491231002") == std::string::npos);
    model::Account account;
    account.complaint_channel = "举报电话 13812345678";
    CHECK(text_of<&model::Account::complaint_channel>({}, account) == "举报电话 13812345678");
}

TEST_CASE("field text: dates, money, percent, choices, references") {
    model::Plan plan = model::empty_plan(*base::Id::parse("p"));
    model::Person owner;
    owner.id = *base::Id::parse("owner");
    owner.name = "护士长";
    plan.put(owner);
    model::Task task;
    task.owner = model::Ref<model::Person>(owner);
    task.participants = {owner.id, owner.id};
    task.start = *base::Date::parse("2026-03-05");
    task.progress = 40;
    task.status = model::TaskStatus::Running;
    task.resources = {"相机", "经费"};
    CHECK(text_of<&model::Task::owner>(plan, task) == "护士长");
    CHECK(text_of<&model::Task::participants>(plan, task) == "护士长、护士长");
    CHECK(text_of<&model::Task::start>(plan, task) == "2026年3月5日");
    CHECK(text_of<&model::Task::progress>(plan, task) == "40%");
    CHECK(text_of<&model::Task::status>(plan, task) == "进行中");
    CHECK(text_of<&model::Task::resources>(plan, task) == "相机、经费");
    CHECK(text_of<&model::Task::finish>(plan, task).empty());
    model::Risk risk;
    CHECK(text_of<&model::Risk::strategy>(plan, risk).empty());  // not decided is not said
    model::Incident incident;
    incident.opened_at = *base::Moment::parse("2026-03-05T08:30");
    CHECK(text_of<&model::Incident::opened_at>(plan, incident) == "2026年3月5日 08:30");
}

TEST_CASE("field text: money has separators") {
    CHECK(cell_text(money_cell(words(), {0})) == "0.00 元");
    CHECK(cell_text(money_cell(words(), {99999})) == "999.99 元");
    CHECK(cell_text(money_cell(words(), {100000})) == "1,000.00 元");
    CHECK(cell_text(money_cell(words(), {123456789012})) == "1,234,567,890.12 元");
    CHECK(cell_text(money_cell(words(), {-123456})) == "-1,234.56 元");
}

TEST_CASE("field text: a goal goes by its name, else by its sentence without the full stop") {
    model::Plan plan = model::empty_plan(*base::Id::parse("p"));
    model::Goal named, unnamed;
    named.id = *base::Id::parse("a");
    named.name = "知晓度";
    named.text = "让更多居民知道。";
    unnamed.id = *base::Id::parse("b");
    unnamed.text = "答复更及时。";
    plan.put(named);
    plan.put(unnamed);
    model::Task task;
    task.goals = {named.id, unnamed.id};
    CHECK(text_of<&model::Task::goals>(plan, task) == "知晓度、答复更及时");
}

TEST_CASE("field text: a cell holds what the field is, not how it reads") {
    model::Plan plan = model::empty_plan(*base::Id::parse("p"));
    model::Task task;
    task.start = *base::Date::parse("2026-03-05");
    task.progress = 40;
    task.status = model::TaskStatus::Running;
    task.title = "联系 13812345678";
    const auto cell = [&](const model::FieldInfo& field) {
        return field_cell(plan, words(), model::record(model::RecordType::Task), task, field);
    };
    CHECK(std::get<base::Date>(cell(model::field_of<&model::Task::start>())) == task.start);
    CHECK(std::get<Percent>(cell(model::field_of<&model::Task::progress>())).digits == "40");
    CHECK(std::get<State>(cell(model::field_of<&model::Task::status>())).text == "进行中");
    CHECK(std::get<std::string>(cell(model::field_of<&model::Task::title>())) == "联系 138****5678");
    CHECK(cell_text(cell(model::field_of<&model::Task::finish>())).empty());
    CHECK(std::get<Number>(money_cell(words(), {-123456})) == Number{"-1234.56", "元", true});
}
