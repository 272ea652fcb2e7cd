// What comes into a plan that is there: laws over random plans, and Word files of ours that people have edited.
#include "intake/into.hpp"

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "base/zip.hpp"
#include "exchange/convert.hpp"
#include "model/value.hpp"
#include "support/files.hpp"
#include "support/random_plan.hpp"

namespace {

const base::Date into_day = *base::Date::parse("2026-11-28");

intake::Into merged(const model::Plan& plan, const model::Plan& incoming) {
    base::IdSource ids(77);
    auto into = intake::merge_into(plan, incoming, ids);
    REQUIRE(into.ok());
    return std::move(into).value();
}

model::Plan plan_of_tasks(std::initializer_list<const char*> titles, std::uint64_t seed) {
    base::IdSource ids(seed);
    model::Plan plan = model::empty_plan(ids.next());
    std::string order;
    for (const char* title : titles) {
        model::Task task;
        task.id = ids.next();
        task.order = order = order + "V";
        task.title = title;
        plan.put(std::move(task));
    }
    return plan;
}

std::string word_of(const model::Plan& plan) {
    const auto bytes =
        exchange::write(*exchange::find_format("docx"), plan, {base::Words::simplified_chinese(), into_day});
    REQUIRE(bytes.ok());
    return *bytes;
}

// The file with a text of its document replaced by another, wherever it stands.
std::string word_edited(const std::string& file, std::string_view from, std::string_view to) {
    auto entries = base::read_zip(file);
    REQUIRE(entries.ok());
    bool is_there = false;
    for (base::ZipEntry& entry : entries.value())
        if (entry.name == "word/document.xml") {
            is_there = base::contains(entry.bytes, from);
            entry.bytes = base::replace_all(entry.bytes, from, to);
        }
    CHECK(is_there);
    const auto zip = base::write_zip(*entries, {});
    REQUIRE(zip.ok());
    return *zip;
}

intake::Into back(const model::Plan& plan, const std::string& file) {
    base::IdSource ids(78);
    auto into = intake::take_back(plan, file, base::Words::simplified_chinese(), ids, into_day);
    REQUIRE(into.ok());
    REQUIRE(into->has_value());
    return **std::move(into);
}

}  // namespace

TEST_CASE("into: nothing of the plan is lost, and what comes in empty stays") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        const model::Plan plan = support::random_plan(seed), incoming = support::random_plan(seed + 1000);
        const intake::Into into = merged(plan, incoming);
        std::size_t added = 0, rows = 0;
        for (const model::RecordInfo& info : model::records()) {
            for (const model::RowPtr& row : plan.table(info.type)) {
                ++rows;
                const model::Row* now = into.plan.table(info.type).find(row->id);
                REQUIRE(now);
                CHECK(now->order == row->order);
                for (const model::FieldInfo& field : info.fields)
                    if (!model::is_empty(*row, field)) CHECK(!model::is_empty(*now, field));
            }
            if (!info.singleton) added += incoming.table(info.type).size();
        }
        CHECK(into.plan.row_count() == rows + into.count(intake::Step::Added));
        CHECK(into.count(intake::Step::Added) <= added);
        // What is in the plan already adds and changes nothing.
        CHECK(merged(plan, plan).steps.empty());
        const intake::Into again = merged(into.plan, into.plan);
        CHECK(again.steps.empty());
    }
}

TEST_CASE("into: an empty plan takes all") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        const model::Plan incoming = support::random_plan(seed);
        const intake::Into into = merged(model::empty_plan(*base::Id::parse("p")), incoming);
        CHECK(into.plan.row_count() == incoming.row_count());
    }
}

TEST_CASE("into: rows are matched by their titles, in their order; what differs is an edit that is told of") {
    const model::Plan plan = plan_of_tasks({"编写讲义", "培训", "培训"}, 1);
    model::Plan incoming = plan_of_tasks({"培训", "培 训", "考核"}, 2);
    for (const model::Task* task : model::in_order<model::Task>(incoming)) {
        model::Task changed = *task;
        changed.description = "说明" + task->order;
        incoming.put(changed);
    }
    const intake::Into into = merged(plan, incoming);
    const auto tasks = model::in_order<model::Task>(into.plan);
    REQUIRE(tasks.size() == 4);
    CHECK(tasks[0]->description.empty());
    CHECK(tasks[1]->description == "说明V");
    CHECK(tasks[2]->description == "说明VV");
    CHECK(tasks[3]->title == "考核");
    CHECK(into.count(intake::Step::Added) == 1);
    REQUIRE(into.count(intake::Step::Changed) >= 2);
    CHECK(into.steps[0].field == "description");
    CHECK(into.steps[0].after == "说明V");
}

TEST_CASE("into: a Word file of ours that nobody has edited changes nothing") {
    for (const char* name : {"emergency-social-media", "self-inspection", "consortium-brand"}) {
        CAPTURE(name);
        const auto plan = exchange::read(*exchange::find_format("plan"),
                                         support::read_file("assets/examples/" + std::string(name) + ".json"));
        REQUIRE(plan.ok());
        const intake::Into into = back((*plan)[0], word_of((*plan)[0]));
        CHECK(into.steps.empty());
        CHECK(model::equal(into.plan, (*plan)[0]));
    }
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        CAPTURE(seed);
        const model::Plan plan = support::random_plan(seed);
        base::IdSource ids(78);
        const auto into = intake::take_back(plan, word_of(plan), base::Words::simplified_chinese(), ids, into_day);
        REQUIRE(into.ok());
        if (*into) CHECK((*into)->count(intake::Step::Changed) == 0);
    }
}

TEST_CASE("into: a text that was edited in Word comes to its field") {
    model::Plan plan = plan_of_tasks({"编写讲义", "培训导诊员"}, 3);
    model::Cover cover = plan.cover();
    cover.title = "导诊计划";
    cover.introduction = "第一段。\n\n第二段。";
    plan.put(cover);
    const std::string file = word_of(plan);

    const intake::Into typed = back(plan, word_edited(file, "第二段。", "第二段，改过。"));
    REQUIRE(typed.steps.size() == 1);
    CHECK(typed.steps[0].step == intake::Step::Changed);
    CHECK(typed.plan.cover().introduction == "第一段。\n\n第二段，改过。");

    const std::string tracked =
        "编写</w:t></w:r><w:del w:author=\"李静\" "
        "w:date=\"2026-11-20T10:30:00Z\"><w:r><w:delText>讲义</w:delText></w:r></w:del>"
        "<w:ins w:author=\"李静\" w:date=\"2026-11-20T10:30:00Z\"><w:r><w:t>手册</w:t></w:r></w:ins><w:r><w:t>";
    const std::string changed = word_edited(file, "编写讲义", tracked);
    const intake::Into by_hand = back(plan, changed);
    REQUIRE(by_hand.steps.size() == 1);
    CHECK(by_hand.steps[0].before == "编写讲义");
    CHECK(by_hand.steps[0].after == "编写手册");
    CHECK(by_hand.steps[0].author == "李静");
    CHECK(by_hand.steps[0].time == "2026-11-20T10:30:00Z");

    // The plan has gone on since: what was tracked is surely an edit; of the rest nobody knows who changed it.
    model::Plan later = plan;
    cover.outlook = "后来写的。";
    later.put(cover);
    CHECK(back(later, changed).count(intake::Step::Changed) == 1);
    CHECK(back(later, word_edited(file, "第二段。", "第二段，改过。")).count(intake::Step::Unsure) == 1);

    // Another plan's file is none of this plan's.
    base::IdSource ids(1);
    const auto other = intake::take_back(plan_of_tasks({}, 9), file, base::Words::simplified_chinese(), ids, into_day);
    REQUIRE(other.ok());
    CHECK(!other->has_value());
}
