// What panels read stays as it is until the frame ends; then what they want is done, in order.
#include <type_traits>

#include "app/actions.hpp"
#include "app/app_support.hpp"
#include "codec/plan_json.hpp"
#include "support/large_plan.hpp"
#include "support/random_plan.hpp"

namespace {
using namespace app_test;

model::Id first_task(const Workspace& work) {
    return (*work.plan().table(RecordType::Task).begin())->id;
}
std::string title_of(const Workspace& work, const model::Id& task) {
    return work.plan().rows<model::Task>().find(task)->title;
}
Edit rename(const model::Id& task, std::string title, Gesture gesture = Gesture::Whole) {
    return set_value(RecordType::Task, task, model::field_of<&model::Task::title>(), std::move(title), gesture);
}
}  // namespace

// By types: whoever has a const workspace can get at nothing that is not const.
static_assert(std::is_same_v<decltype(std::declval<const Workspace&>().document()), const Document&>);
static_assert(std::is_same_v<decltype(std::declval<Workspace&>().document()), const Document&>);
static_assert(std::is_same_v<decltype(std::declval<Workspace&>().desk()), const Desk&>);
static_assert(std::is_same_v<decltype(std::declval<Workspace&>().library()), const Library&>);
static_assert(std::is_same_v<decltype(std::declval<Workspace&>().vault()), const Vault&>);

TEST_CASE("commands: nothing changes while they are pushed, all of them when the frame ends, in order") {
    App app;
    app.open(support::large_plan(20));
    const model::Id task = first_task(app.work);
    const model::Plan before = app.work.plan();
    Commands commands;
    commands.push(rename(task, "一"));
    commands.push(Show{Page::Tasks});
    commands.push(rename(task, "二"));
    commands.push(Undo{});
    commands.push(SetTheme{Theme::Dark});
    CHECK(app.work.plan().same(before));
    CHECK(app.work.view().page == Page::Overview);
    CHECK(app.work.desk().theme() == Theme::System);
    app.frame(std::move(commands));
    CHECK(title_of(app.work, task) == "一");
    CHECK(app.work.document().can_redo());
    CHECK(app.work.view().page == Page::Tasks);
    CHECK(app.work.desk().theme() == Theme::Dark);
    CHECK(app.last.next_frame_in_seconds == 0);  // to show it
}

TEST_CASE("commands: typing is one step until it is sealed, and can be taken back") {
    App app;
    app.open(support::large_plan(20));
    const model::Id task = first_task(app.work);
    const std::string before = title_of(app.work, task);
    const model::FieldInfo& field = model::field_of<&model::Task::title>();
    app.want(rename(task, "宣", Gesture::Continuing));
    app.want(rename(task, "宣传", Gesture::Continuing), Seal{});
    app.want(rename(task, "宣传科", Gesture::Continuing));
    app.want(TakeBack{task, &field});
    CHECK(title_of(app.work, task) == "宣传");
    app.want(Undo{});
    CHECK(title_of(app.work, task) == before);
    CHECK(app.announced.back().find("撤销") != std::string::npos);
    app.want(Redo{});
    CHECK(title_of(app.work, task) == "宣传");
}

TEST_CASE("commands: rows are added, placed and removed, and the selection goes with them") {
    App app;
    app.open(support::large_plan(20));
    const std::size_t count = app.work.plan().table(RecordType::Task).size();
    const model::Id after = first_task(app.work);
    const model::Task& sibling = *app.work.plan().rows<model::Task>().find(after);
    app.want(AddRow{RecordType::Task, sibling.parent.id(), after});
    REQUIRE(app.work.plan().table(RecordType::Task).size() == count + 1);
    const Selection added = app.work.view().selection;
    CHECK(app.work.plan().table(RecordType::Task).find(added.id));
    CHECK(app.work.view().inspector_open);
    app.want(PlaceRow{});  // there is no such place
    CHECK(!app.said().empty());
    app.want(RemoveRows{RecordType::Task, {added.id}});
    CHECK(app.work.plan().table(RecordType::Task).size() == count);
    CHECK(app.work.view().selection.id.empty());
    // A row that goes by undo leaves nothing selected either.
    app.want(AddRow{RecordType::Risk});
    app.want(Undo{});
    CHECK(app.work.view().selection.id.empty());
}

TEST_CASE("commands: a reference to a new row makes the row and refers to it, as one step") {
    App app;
    app.open(support::large_plan(20));
    const model::Id task = first_task(app.work);
    const std::size_t people = app.work.plan().table(RecordType::Person).size();
    app.want(AddTarget{RecordType::Task, task, &model::field_of<&model::Task::owner>(), "新来的"});
    const model::Task& owned = *app.work.plan().rows<model::Task>().find(task);
    REQUIRE(app.work.plan().find(owned.owner));
    CHECK(app.work.plan().find(owned.owner)->name == "新来的");
    app.want(Undo{});
    CHECK(app.work.plan().table(RecordType::Person).size() == people);
}

TEST_CASE("commands: what is wanted of a plan while none is open does nothing") {
    App app;
    app.want(rename(*model::Id::parse("a"), "x"), Seal{}, Undo{}, Redo{}, AddRow{RecordType::Task}, PlaceRow{},
             RemoveRows{RecordType::Task, {*model::Id::parse("a")}}, CopyRows{}, PasteRows{}, FinishPaste{true},
             Inspect{}, StepFinding{}, ExportPlan{}, SavePlanFile{}, Reveal{RecordType::Task, {}}, ClosePlan{},
             FinishImport{ImportChoice::Copy}, FinishImport{ImportChoice::Merge}, SharePlan{}, TakeVersions{},
             TakeTheirs{}, SignPlan{}, TakeSigned{}, VerifySignatures{});
    CHECK(!app.work.has_plan());
    CHECK(app.downloads.empty());
}

TEST_CASE("commands: a plan is opened, closed, deleted, restored and opened again as it was") {
    App app;
    const model::Plan plan = support::random_plan(3, {.rows = 2, .long_texts = false});
    app.open(plan);
    CHECK(app.work.view().page == Page::Overview);
    REQUIRE(app.work.library().plans().size() == 1);
    CHECK(app.work.library().save_text().find("10:00") != std::string::npos);
    app.want(ClosePlan{});
    CHECK(!app.work.has_plan());
    CHECK(app.work.view().page == Page::Start);
    app.want(OpenStored{plan.id});
    app.frame();
    CHECK(model::equal(app.work.plan(), plan));
    app.want(DeletePlan{plan.id});
    app.settle();
    CHECK(!app.work.has_plan());
    CHECK(app.work.library().plans()[0].deleted);
    app.want(RestorePlan{plan.id});
    app.settle();
    CHECK(!app.work.library().plans()[0].deleted);
    app.want(PurgePlan{plan.id});
    app.settle();
    CHECK(app.work.library().plans().empty());
    CHECK(app.files.files.empty());
}

TEST_CASE("commands: a typed task name goes from the field to the stored file") {
    App app;
    app.open(support::large_plan(20));
    const model::Id task = first_task(app.work), plan = app.work.plan().id;
    app.want(rename(task, "从键盘到文件", Gesture::Continuing));
    app.want(Seal{});
    app.settle();
    const auto stored = store::open_stored(app.files, plan);
    REQUIRE(stored);
    CHECK(stored->plan.rows<model::Task>().find(task)->title == "从键盘到文件");
}

TEST_CASE("commands: templates and examples come with an answer, and what fails says so") {
    App app;
    for (const std::string_view id : template_ids()) {
        app.want(OpenTemplate{id});
        app.frame();
        REQUIRE(app.work.has_plan());
        CHECK(app.work.plan().cover().status == model::PlanStatus::Draft);
        const model::Id first = app.work.plan().id;
        app.want(OpenTemplate{id});
        app.frame();
        CHECK(app.work.plan().id != first);  // each with ids of its own
        app.want(OpenExample{id});
        app.frame();
    }
    app.want(ClosePlan{}, OpenTemplate{"no-such"});
    app.frame();
    CHECK(!app.work.has_plan());
    CHECK(!app.said().empty());
}

TEST_CASE("commands: another program starts only when nothing is unsaved") {
    App app;
    app.events.emplace_back(UpdateReady{});
    app.frame();
    CHECK(app.work.update_ready());
    REQUIRE(!app.work.desk().messages().empty());
    CHECK(app.work.desk().messages().back().action == "update");
    app.open(support::large_plan(5));
    const auto restarts = [&] {
        return std::ranges::any_of(app.last.requests,
                                   [](const Request& each) { return std::holds_alternative<Restart>(each); });
    };
    app.answers = false;
    app.want(rename(first_task(app.work), "没存"), UpdateProgram{});
    CHECK(!restarts());
    for (const std::uint32_t id : std::exchange(app.unanswered, {})) app.events.emplace_back(Answer{id, true, {}, {}});
    app.frame();
    CHECK(restarts());
}

TEST_CASE("commands: undo and redo say what they take back, in three languages, beforehand and afterwards") {
    struct Said {
        const char *language, *step, *undone;
    };
    for (const Said& said : {Said{"", "任务名称:制作→培训", "已撤销：任务名称:制作→培训"},
                             Said{"zh-Hant", "任務名稱:制作→培训", "已撤銷：任務名稱:制作→培训"},
                             Said{"en", "Task: 制作 → 培训", "Undone: Task: 制作 → 培训"}}) {
        CAPTURE(said.language);
        app_test::App app(std::vector<std::pair<std::string, std::string>>{{"language", said.language}});
        model::Plan plan = model::empty_plan(*model::Id::parse("undo"));
        model::Task task;
        task.id = *model::Id::parse("task");
        task.title = "制作";
        plan.put(task);
        app.open(plan);
        const app::Action& undo = app::action("undo");
        CHECK(undo.detail(app.work).empty());
        app.want(app::set_value(model::RecordType::Task, task.id, model::field_of<&model::Task::title>(),
                                std::string("培训"), app::Gesture::Whole));
        CHECK(undo.detail(app.work) == said.step);
        app.want(app::Undo{});
        CHECK(app.announced.back() == said.undone);
        CHECK(undo.detail(app.work).empty());
        CHECK(app::action("redo").detail(app.work) == said.step);
        app.want(app::Redo{});
        CHECK(undo.detail(app.work) == said.step);
    }
}
