// What the person has before them: messages, dialog, folds, theme and language.
#include "app/app_support.hpp"
#include "support/large_plan.hpp"

namespace {
using namespace app_test;
}

TEST_CASE("desk: a message goes by itself after a while, an error stays until it is closed, never more than four") {
    App app;
    Requests requests;
    Clock clock;
    Desk desk(requests, clock);
    desk.say("一");
    desk.say("二", true);
    CHECK(requests.take_waiting().size() == 2);  // both are announced
    CHECK(desk.due_in() > Desk::message_seconds);
    clock.seconds += Desk::message_seconds + 0.1;
    desk.begin();
    REQUIRE(desk.messages().size() == 1);
    CHECK(desk.messages()[0].text == "二");
    CHECK(desk.due_in() < 0);
    for (int i = 0; i < 9; ++i) desk.say(std::to_string(i), true);
    CHECK(desk.messages().size() == Desk::messages_limit);
    const std::uint32_t number = desk.messages()[1].number;
    desk.close_message(number);
    desk.close_message(number);  // told twice
    CHECK(desk.messages().size() == Desk::messages_limit - 1);
    for (const Message& message : desk.messages()) CHECK(message.number != number);
}

TEST_CASE("desk: theme and language are kept for the next start") {
    App app;
    app.want(SetTheme{Theme::Dark}, SetLanguage{Language::English});
    CHECK(app.work.words()("app.name") == base::Words::simplified_chinese()("app.name"));  // words come with an answer
    app.settle();
    CHECK(app.work.words()("action.undo") == "Undo");
    CHECK(app.preferences["theme"] == "dark");
    CHECK(app.preferences["language"] == "en");
    App next({{"theme", "dark"}, {"language", "en"}});
    CHECK(next.work.desk().theme() == Theme::Dark);
    CHECK(next.work.desk().language() == Language::English);
    CHECK(next.work.words()("action.undo") == "Undo");
    next.want(SetLanguage{Language::Traditional}, SetLanguage{Language::Simplified});
    next.settle();
    CHECK(next.work.words()("action.undo") == "撤销");  // the answer for the other one came too late
    CHECK(next.preferences["language"].empty());
}

TEST_CASE("desk: a new plan begins at its overview with nothing selected; theme and language stay") {
    App app;
    app.open(support::large_plan(20));
    const model::Id task = (*app.work.plan().table(RecordType::Task).begin())->id;
    app.want(SetTheme{Theme::Light}, Reveal{RecordType::Task, task}, Fold{task, true}, ShowTab{Page::Tasks, 1});
    CHECK(app.work.view().page == Page::Tasks);
    CHECK(app.work.view().selection.id == task);
    CHECK(app.work.view().tab_of(Page::Tasks) == 1);
    CHECK(app.work.view().collapsed.contains(task));
    app.open(support::large_plan(10));
    CHECK(app.work.view().page == Page::Overview);
    CHECK(app.work.view().selection.id.empty());
    CHECK(app.work.view().collapsed.empty());
    CHECK(app.work.desk().theme() == Theme::Light);
}

TEST_CASE("desk: what reveals a task unfolds what it lies in") {
    App app;
    app.open(support::large_plan(50));
    const model::Task* child = nullptr;
    for (const model::Task& task : app.work.plan().rows<model::Task>())
        if (!task.parent.empty()) child = &task;
    REQUIRE(child);
    const model::Id id = child->id, parent = child->parent.id();
    app.want(Fold{parent, true});
    app.want(Reveal{RecordType::Task, id});
    CHECK(!app.work.view().collapsed.contains(parent));
}

TEST_CASE("desk: a dialog keeps its drafts until it is closed, and a page's tab never points beyond its records") {
    App app;
    app.want(OpenDialog{{.kind = DialogKind::NewInspection, .drafts = {{"title", "第一轮"}}}});
    app.want(SetDraft{"title", "第二轮"}, SetDraft{"date", "2026-06-01"}, SetChoice{2});
    CHECK(app.work.dialog().draft("title") == "第二轮");
    CHECK(app.work.dialog().draft("date") == "2026-06-01");
    CHECK(app.work.dialog().draft("none").empty());
    CHECK(app.work.dialog().choice == 2);
    app.want(CloseDialog{});
    CHECK(app.work.dialog().kind == DialogKind::None);
    CHECK(app.work.dialog().drafts.empty());
    app.want(ShowTab{Page::Goals, 99});
    CHECK(app.work.view().tab_of(Page::Goals) == page_info(Page::Goals).records.size() - 1);
    CHECK(app.work.view().tab_of(Page::Start) == 0);
}
