// Texts that a field cannot take stay, with the reason, until they are mended or given up.
#include "app/drafts.hpp"

#include <doctest/doctest.h>

#include "app/app_support.hpp"
#include "codec/plan_json.hpp"
#include "support/random_plan.hpp"

namespace {
using app::DraftPlace;
using app::Drafts;

const model::RecordInfo& cover_info() {
    return model::record(model::RecordType::Cover);
}
const model::FieldInfo& introduction() {
    return *cover_info().find("introduction");
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

std::string reason(std::string_view text) {
    return app::refusal(base::Words::simplified_chinese(), cover_info(), introduction(), std::string(text));
}

model::Plan plan_named(std::string_view id) {
    return model::empty_plan(*model::Id::parse(id));
}

DraftPlace place_in(const model::Plan& plan) {
    return {plan.id, model::RecordType::Cover, plan.cover().id, &introduction()};
}
}  // namespace

TEST_CASE("drafts: a text over the limit is refused with what there is and what may be, in the field's word") {
    CHECK(reason(repeated("字", 30012)) == "引言太长（30,012／20,000 字）。");
    CHECK(reason(repeated("字", 20001)) == "引言太长（20,001／20,000 字）。");
    CHECK(reason(repeated("字", 20000)).empty());
    CHECK(reason("a\x01") == "引言含有看不见的控制字符。请删去后重试。");
    const model::RecordInfo& task = model::record(model::RecordType::Task);
    CHECK(app::refusal(base::Words::simplified_chinese(), task, *task.find("title"), repeated("a", 501)) ==
          "任务名称太长（501／500 字）。");
    CHECK(app::refusal(base::Words::simplified_chinese(), task, *task.find("resources"),
                       std::vector<std::string>(1001, "车")) == "所需资源条目太多（1,001／1,000 条）。");
    CHECK(app::refusal(base::Words::simplified_chinese(), task, *task.find("progress"), std::int64_t{101}) ==
          "进度超出了允许的范围（0 至 100）。");
}

TEST_CASE("drafts: what was typed stays, each plan's apart, until it is dropped") {
    Drafts drafts;
    const model::Plan one = plan_named("one"), two = plan_named("two");
    drafts.keep(place_in(one), "太长", Drafts::Typing::On);
    CHECK(*drafts.find(place_in(one)) == "太长");
    CHECK(!drafts.find(place_in(two)));
    CHECK(drafts.left_in(one).empty());  // somebody is still at it
    drafts.keep(place_in(one), "太长了", Drafts::Typing::Over);
    CHECK(drafts.left_in(one) == std::vector<DraftPlace>{place_in(one)});
    CHECK(drafts.left_in(two).empty());
    drafts.drop(place_in(one));
    CHECK(!drafts.find(place_in(one)));
}

TEST_CASE("drafts: those of a row that is gone are not told of, and are there when it comes back") {
    Drafts drafts;
    const model::FieldInfo& title = *model::record(model::RecordType::Task).find("title");
    model::Plan plan = plan_named("one");
    model::Task task;
    task.id = *model::Id::parse("t1");
    const DraftPlace place{plan.id, model::RecordType::Task, task.id, &title};
    drafts.keep(place, "太长", Drafts::Typing::Over);
    CHECK(drafts.left_in(plan).empty());
    plan.put(task);
    CHECK(drafts.left_in(plan) == std::vector<DraftPlace>{place});
}

TEST_CASE("drafts: what is kept outside the page is read again, for any text") {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        support::Random random(seed);
        CAPTURE(seed);
        Drafts drafts;
        const model::Plan plan = plan_named("one");
        const std::string text = "\\n\t\n\\" + support::random_text(random, 60);
        drafts.keep(place_in(plan), text, Drafts::Typing::On);
        const std::optional<std::string> kept = drafts.take_changed();
        REQUIRE(kept);
        CHECK(!drafts.take_changed());
        const Drafts again = Drafts::decode(*kept);
        REQUIRE(again.find(place_in(plan)));
        CHECK(*again.find(place_in(plan)) == text);
        CHECK(again.left_in(plan).size() == 1);  // whoever was at it has gone
    }
    CHECK(Drafts::decode("a\tb\n\n\tcover\t\tno\t\none\tcover\tcover\tno-field\tx").encode().empty());
    Drafts huge;
    huge.keep(place_in(plan_named("one")), std::string(Drafts::encoded_limit, 'a'), Drafts::Typing::Over);
    CHECK(huge.encode().empty());
}

TEST_CASE("drafts: the desk keeps them over the end of the page, and says what is not in the plan") {
    app_test::App app;
    app.open(plan_named("one"));
    app.want(app::KeepDraft{place_in(app.work.plan()), repeated("字", 20001), Drafts::Typing::Over});
    REQUIRE(!app.preferences["drafts"].empty());

    app_test::App next({{"drafts", app.preferences["drafts"]}});
    next.open(plan_named("one"));
    const std::optional<app::SaveTrouble> trouble = next.work.library().save_trouble();
    REQUIRE(trouble);
    CHECK(trouble->title == "有 1 处文字没有存入计划，还留在输入的地方");
    CHECK(trouble->advice == "“封面与概述”：引言太长（20,001／20,000 字）。");
    CHECK(trouble->at == place_in(next.work.plan()));
    CHECK(!next.work.library().save_failed());  // what is in the plan is stored
    next.want(app::DropDraft{place_in(next.work.plan())});
    CHECK(!next.work.library().save_trouble());
}
