// What typing, choosing and giving up in a field want.
#include "view/entry.hpp"

#include <doctest/doctest.h>

#include "codec/plan_json.hpp"
#include "view/form.hpp"
#include "view/view_support.hpp"

namespace {
using namespace view_test;
using model::Task;

struct Fields : Opened {
    app::Commands commands;
    Fields()
        : Opened(*codec::decode_plan(R"({"format": "fanglue-plan", "version": "1.0", "id": "fields",
            "people": [{"id": "p1", "order": "1", "name": "甲"}, {"id": "p2", "order": "2", "name": "乙"}],
            "tasks": [{"id": "a", "order": "1", "title": "先", "owner": "p1", "progress": 40},
                      {"id": "b", "order": "2", "title": "后"}]})")) {}
    template <auto Member> view::Entry entry(view::ValueSink* sink = nullptr) {
        const auto* row = work.plan().rows<Task>().find(*model::Id::parse("a"));
        return {work, commands, model::record(Task::type), *row, model::field_of<Member>(), sink};
    }
    void carry_out() {
        for (app::Command& each : commands.take()) want(std::move(each));
    }
    [[nodiscard]] const Task& task() const { return *work.plan().rows<Task>().find(*model::Id::parse("a")); }
};

struct KeptSink : view::ValueSink {
    std::vector<model::Value> values;
    int seals = 0;
    void set(const model::FieldInfo&, const model::Value& value) override { values.push_back(value); }
    void seal() override { ++seals; }
};
}  // namespace

TEST_CASE("entry: what is typed is in the plan at once, as one gesture until the field is left") {
    Fields fields;
    for (const char* text : {"先期", "先期工", "先期工作"}) {
        CHECK(view::take_typed(fields.entry<&Task::title>(), {.changed = true, .text = text}, fields.task().title)
                  .empty());
        fields.carry_out();
        CHECK(fields.task().title == text);
    }
    view::take_typed(fields.entry<&Task::title>(), {.committed = true, .text = "先期工作"}, fields.task().title);
    fields.carry_out();
    fields.want(app::Undo{});
    CHECK(fields.task().title == "先");
    CHECK(!fields.work.document().can_undo());
}

TEST_CASE("entry: giving up takes back what was typed, whatever else came in the frame") {
    Fields fields;
    view::take_typed(fields.entry<&Task::title>(), {.changed = true, .text = "不要"}, "先");
    fields.carry_out();
    view::take_typed(fields.entry<&Task::title>(), {.changed = true, .cancelled = true, .text = "不要了"}, "不要");
    fields.carry_out();
    CHECK(fields.task().title == "先");
}

TEST_CASE("entry: a text that the field cannot take stays in it with the reason, and the plan keeps what it had") {
    Fields fields;
    const std::string long_text(600, 'x');
    CHECK(view::take_typed(fields.entry<&Task::title>(), {.changed = true, .text = long_text}, "先").empty());
    fields.carry_out();
    CHECK(fields.task().title == "先");
    view::Standing standing = view::standing(fields.entry<&Task::title>());
    CHECK(standing.text == long_text);
    CHECK(!standing.refused.empty());
    CHECK(!view::take_typed(fields.entry<&Task::title>(), {.committed = true, .text = long_text}, "先").empty());
    fields.carry_out();
    view::take_typed(fields.entry<&Task::title>(), {.changed = true, .text = "短"}, "先");
    fields.carry_out();
    standing = view::standing(fields.entry<&Task::title>());
    CHECK(standing.text == "短");
    CHECK(standing.refused.empty());
}

TEST_CASE("entry: numbers are edited without their unit, and refused with a sentence") {
    Fields fields;
    const view::Entry progress = fields.entry<&Task::progress>();
    CHECK(view::number_text(progress).substr(0, 2) == "40");
    CHECK(view::refusal_of_number(progress, "55").empty());
    CHECK(std::get<std::int64_t>(*view::number_of(progress, "55")) == 55);
    CHECK(!view::refusal_of_number(progress, "很多").empty());
    CHECK(!view::refusal_of_number(progress, "101").empty());
    CHECK(view::refusal_of_number(progress, "").empty());
}

TEST_CASE("entry: a reference offers nothing and every row but its own; choosing sets what the offer says") {
    Fields fields;
    const std::vector<view::Offer> owners = view::offers(fields.entry<&Task::owner>());
    REQUIRE(owners.size() == 3);
    CHECK(owners[0].label.empty());
    CHECK(owners[1].label == "甲");
    CHECK(owners[1].selected);
    fields.entry<&Task::owner>().set(owners[2].value);
    fields.carry_out();
    CHECK(fields.task().owner.text() == "p2");
    fields.entry<&Task::owner>().set(owners[0].value);
    fields.carry_out();
    CHECK(fields.task().owner.empty());
    const std::vector<view::Offer> parents = view::offers(fields.entry<&Task::parent>());
    REQUIRE(parents.size() == 2);  // not the task itself
    CHECK(parents[1].label == "后");
    CHECK(view::may_create(model::field_of<&Task::owner>()));
    fields.entry<&Task::owner>().add_target("丙");
    fields.carry_out();
    CHECK(view::shown_choice(fields.entry<&Task::owner>()) == "丙");
}

TEST_CASE("entry: of several references each can be taken away, and those that are there are not offered again") {
    Fields fields;
    const auto add = [&](const char* name) {
        for (const view::Offer& offer : view::offers(fields.entry<&Task::participants>()))
            if (offer.label == name) fields.entry<&Task::participants>().set(offer.value);
        fields.carry_out();
    };
    add("甲");
    add("乙");
    CHECK(view::offers(fields.entry<&Task::participants>()).empty());
    const std::vector<view::Referred> both = view::referred(fields.entry<&Task::participants>());
    REQUIRE(both.size() == 2);
    CHECK(both[0].title == "甲");
    fields.entry<&Task::participants>().set(both[0].without);
    fields.carry_out();
    REQUIRE(view::referred(fields.entry<&Task::participants>()).size() == 1);
    CHECK(view::referred(fields.entry<&Task::participants>())[0].title == "乙");
}

TEST_CASE("entry: a row that is not the plan's gets its values, and what it cannot take is said and not kept") {
    Fields fields;
    KeptSink sink;
    view::take_typed(fields.entry<&Task::title>(&sink), {.changed = true, .text = "另"}, "先");
    REQUIRE(sink.values.size() == 1);
    CHECK(std::get<std::string>(sink.values[0]) == "另");
    view::take_typed(fields.entry<&Task::title>(&sink), {.committed = true, .text = std::string(600, 'x')}, "先");
    CHECK(sink.values.size() == 1);
    CHECK(sink.seals == 1);
    bool said = false;
    for (const app::Command& each : fields.commands.all()) {
        said = said || std::holds_alternative<app::Say>(each);
        CHECK(!std::holds_alternative<app::KeepDraft>(each));
        CHECK(!std::holds_alternative<app::Edit>(each));
    }
    CHECK(said);
}

TEST_CASE("form: what the checks found stands at its field, and its note offers the mend") {
    Opened opened("emergency-social-media");
    const model::Id milestone = model::in_order<model::Milestone>(opened.work.plan()).front()->id;
    opened.want(app::set_value(model::RecordType::Milestone, milestone,
                               model::field_of<&model::Milestone::reached_on>(), *base::Date::parse("2026-12-31")));
    opened.settle();  // reached on a day to come
    std::size_t at_fields = 0, mends = 0;
    for (const analysis::Issue& issue : opened.work.derived().check().issues) {
        const model::RecordInfo& info = model::record(issue.record);
        const model::Row* row = opened.work.plan().table(issue.record).find(issue.id);
        if (!row) continue;
        for (const view::FormField& field : view::form_fields(opened.work, info, *row))
            at_fields += field.field == issue.field && field.finding.has_value();
        for (const view::IssueNote& note : view::issue_notes(opened.work, issue.id)) mends += note.mend.has_value();
    }
    CHECK(at_fields > 3);
    std::size_t with_field = 0;
    for (const analysis::Issue& issue : opened.work.derived().check().issues) with_field += issue.field != nullptr;
    CHECK(at_fields == with_field);
    REQUIRE(mends == 1);
    for (const view::IssueNote& note : view::issue_notes(opened.work, milestone))
        if (note.mend) opened.want(*note.mend);
    opened.settle();
    CHECK(!opened.work.plan().rows<model::Milestone>().find(milestone)->reached_on);
    for (const view::IssueNote& note : view::issue_notes(opened.work, milestone)) CHECK(!note.mend);
}
