// A plan between two computers: passed on, changed on both sides, merged, signed.
#include "app/circulation.hpp"

#include "app/app_support.hpp"
#include "codec/plan_json.hpp"
#include "sharing/chain.hpp"
#include "sharing/trail.hpp"
#include "support/content.hpp"

namespace {
using namespace app_test;
using model::Task;

Edit retitle(const Task& task, std::string_view title) {
    return Edit{{edit::set_field<&Task::title>(task.id, std::string(title))}, "undo.set"};
}
Edit expect_result(const Task& task, std::string_view result) {
    return Edit{{edit::set_field<&Task::expected_result>(task.id, std::string(result))}, "undo.set"};
}
const Task& task_of(const App& app, std::size_t place) {
    return *model::in_order<Task>(app.work.plan())[place];
}
std::string passed_on(App& app, History history = History::Goes) {
    app.downloads.clear();
    app.want(SharePlan{"护士长", "送审", history});
    app.settle();
    REQUIRE(app.downloads.size() == 1);
    return app.downloads[0].bytes;
}
void receive(App& app, const std::string& bytes) {
    app.events.emplace_back(FileArrived{"交回.plan.json", bytes, FileArrived::Way::Picker});
    app.settle();
}
}  // namespace

TEST_CASE("circulation: what both sides wrote meanwhile is merged, as one undo step") {
    App author, reviewer({}, {}, 's');
    author.open(support::example("emergency-social-media"));
    receive(reviewer, passed_on(author));
    REQUIRE(reviewer.work.plan().id == author.work.plan().id);
    reviewer.want(retitle(task_of(reviewer, 0), "审核人改的标题"));
    author.want(retitle(task_of(author, 1), "编制人改的标题"), Undo{}, Redo{});
    author.settle();
    const model::Plan before = author.work.plan();

    receive(author, passed_on(reviewer));
    REQUIRE(author.work.dialog().kind == DialogKind::ConfirmReplace);
    const Coming* coming = author.work.circulation().coming();
    REQUIRE(coming);
    CHECK(!author.work.circulation().comparing());
    CHECK(coming->has_ancestor);
    CHECK(coming->clashes.empty());
    CHECK(coming->changes.find("审核人改的标题") != std::string::npos);
    CHECK(coming->changes.find("编制人改的标题") == std::string::npos);
    author.want(FinishImport{ImportChoice::Merge});
    CHECK(author.work.dialog().kind == DialogKind::None);
    CHECK(task_of(author, 0).title == "审核人改的标题");
    CHECK(task_of(author, 1).title == "编制人改的标题");
    author.want(Undo{});
    CHECK(task_of(author, 0).title == model::in_order<Task>(before)[0]->title);
    CHECK(task_of(author, 1).title == "编制人改的标题");
    author.want(Redo{});

    // The reviewer gets the merged plan back, and it brings nothing of his own again.
    receive(reviewer, passed_on(author));
    REQUIRE(reviewer.work.circulation().coming());
    CHECK(reviewer.work.circulation().coming()->clashes.empty());
    reviewer.want(FinishImport{ImportChoice::Merge});
    CHECK(task_of(reviewer, 1).title == "编制人改的标题");
}

TEST_CASE("circulation: where both changed one place, ours stays until theirs is chosen") {
    App author, reviewer({}, {}, 's');
    author.open(support::example("emergency-social-media"));
    receive(reviewer, passed_on(author));
    reviewer.want(retitle(task_of(reviewer, 0), "审核人的说法"));
    reviewer.want(RemoveRows{model::RecordType::Task, {task_of(reviewer, 3).id}});
    author.want(retitle(task_of(author, 0), "编制人的说法"));
    author.want(expect_result(task_of(author, 3), "编制人还在用"));
    author.settle();
    receive(author, passed_on(reviewer));
    author.want(FinishImport{ImportChoice::Merge});
    REQUIRE(author.work.dialog().kind == DialogKind::Clashes);
    const Coming& coming = *author.work.circulation().coming();
    REQUIRE(coming.clashes.size() >= 2);
    CHECK(task_of(author, 0).title == "编制人的说法");
    const std::size_t rows = author.work.plan().rows<Task>().size();
    for (std::size_t i = 0; i < coming.clashes.size(); ++i) {
        CHECK(!coming.clashes[i].text.empty());
        author.want(TakeTheirs{i});
        author.settle();
    }
    CHECK(task_of(author, 0).title == "审核人的说法");
    CHECK(author.work.plan().rows<Task>().size() < rows);
    author.want(Undo{}, Undo{});
    CHECK(task_of(author, 0).title == "编制人的说法");
    CHECK(author.work.plan().rows<Task>().size() == rows);
}

TEST_CASE("circulation: a file without earlier contents holds no earlier wording, and says so when it is compared") {
    App author, reviewer({}, {}, 's');
    author.open(support::example("emergency-social-media"));
    passed_on(author);
    const std::string was = task_of(author, 0).title;
    author.want(retitle(task_of(author, 0), "改过的标题"));
    CHECK(passed_on(author, History::Goes).find(was) != std::string::npos);
    author.want(expect_result(task_of(author, 0), "又改了"));
    const std::string bytes = passed_on(author, History::Stays);
    const auto sent = codec::decode_plan(bytes);
    REQUIRE(sent);
    for (const auto& version : sent->rows<model::Revision>()) CHECK(version.back.empty());
    // The author's own plan keeps them, so that the copy still merges when it comes back.
    receive(reviewer, bytes);
    reviewer.want(retitle(task_of(reviewer, 1), "审核人改的"));
    receive(author, codec::encode_plan(reviewer.work.plan()));
    REQUIRE(author.work.circulation().coming());
    CHECK(author.work.circulation().coming()->has_ancestor);
}

TEST_CASE("circulation: what is typed while the file is made belongs to the next version") {
    App author;
    author.open(support::example("emergency-social-media"));
    const model::Plan sent = author.work.plan();
    author.want(SharePlan{"护士长", "", History::Goes});
    author.want(retitle(task_of(author, 0), "还在写"));
    author.settle();
    CHECK(task_of(author, 0).title == "还在写");
    const model::Plan& now = author.work.plan();
    REQUIRE(now.rows<model::Revision>().size() == 1);
    const auto content = sharing::version_content(now, *now.rows<model::Revision>().begin());
    REQUIRE(content);
    CHECK(model::in_order<Task>(*content)[0]->title == model::in_order<Task>(sent)[0]->title);
}

TEST_CASE("circulation: signing is refused out of turn, moves the plan's status, and later changes show") {
    App author;
    author.open(support::example("emergency-social-media"));
    std::vector<Id> noted;  // by hand
    for (const auto& step : author.work.plan().rows<model::ApprovalStep>()) noted.push_back(step.id);
    author.want(RemoveRows{model::RecordType::ApprovalStep, noted});
    author.want(SignPlan{"approve", "主任", "passed", ""});
    author.settle();
    CHECK(author.work.desk().messages().back().error);
    author.want(SignPlan{"prepare", "护士长", "passed", ""});
    author.settle();
    author.want(SignPlan{"review", "质控办", "passed", "同意"});
    author.settle();
    author.want(SignPlan{"approve", "主任", "passed", "同意"});
    author.settle();
    CHECK(author.work.plan().cover().status == model::PlanStatus::Approved);
    CHECK(sharing::check_chain(author.work.plan()).whole());
    author.want(VerifySignatures{});
    author.settle();
    REQUIRE(author.work.dialog().kind == DialogKind::Signatures);
    CHECK(author.work.dialog().draft("whole") == "yes");
    author.want(CloseDialog{}, retitle(task_of(author, 0), "批准以后改的"), VerifySignatures{});
    author.settle();
    CHECK(author.work.dialog().draft("whole").empty());
    CHECK(author.work.dialog().draft("text").find("批准以后改的") != std::string::npos);
}
