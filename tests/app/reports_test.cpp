// Reports and what else the second program makes: asked for, waited for, stopped, handed out.
#include "app/reports.hpp"

#include "app_support.hpp"
#include "support/content.hpp"

namespace {
using namespace app_test;

const char* const inspected = "self-inspection";

// What exchange::write makes of the open plan on the day of the tests.
std::string written(const App& app, const char* format, Subject subject) {
    return *exchange::write(
        *exchange::find_format(format), app.work.plan(),
        {base::Words::simplified_chinese(), app.work.today().day, subject, app.work.view().inspection});
}
Edit retitled(const App& app, const char* title) {
    return Edit{{edit::set_field<&model::Cover::title>(app.work.plan().cover().id, std::string(title))}, "undo.set"};
}
}  // namespace

TEST_CASE("reports: the page's report is made when it is looked at, and again when the plan has changed") {
    App app;
    app.open(support::example(inspected));
    CHECK(app.errands.empty());
    CHECK(app.work.reports().html().empty());
    app.want(Show{Page::Reports});
    app.settle();
    CHECK(app.errands.size() == 1);
    CHECK(app.work.reports().up_to_date());
    CHECK(app.work.reports().html() == written(app, "html", Subject::Plan));

    app.want(retitled(app, "另一个题目"));
    CHECK(!app.work.reports().up_to_date());
    CHECK(!app.work.reports().html().empty());  // what was there stays while it is made again
    app.settle();
    CHECK(app.errands.size() == 2);
    CHECK(app.work.reports().html().find("另一个题目") != std::string::npos);

    app.want(ShowReport{Subject::Inspection});
    CHECK(app.work.reports().html().empty());  // the other report is not this one
    app.settle();
    CHECK(app.work.reports().html() == written(app, "html", Subject::Inspection));
    app.want(Show{Page::Overview});
    app.want(retitled(app, "没人看报告"));
    app.settle();
    CHECK(app.errands.size() == 3);
}

TEST_CASE("reports: one is made at a time, whatever changes meanwhile") {
    App app;
    app.open(support::example(inspected));
    app.answers = false;
    app.want(Show{Page::Reports});
    for (const char* title : {"一", "二", "三"}) app.want(retitled(app, title));
    REQUIRE(app.errands.size() == 1);
    app.answers = true;
    app.events.emplace_back(Answer{app.errands[0], true, {}, exchange::pack(exchange::Files{"<old>"})});
    app.frame();
    CHECK(app.work.reports().html() == "<old>");
    CHECK(app.errands.size() == 2);
    app.settle();
    CHECK(app.work.reports().html().find("三") != std::string::npos);
    CHECK(app.errands.size() == 2);
}

TEST_CASE("reports: without a self-inspection there is nothing to make") {
    App app;
    model::Plan plan = support::example(inspected);
    plan.table(RecordType::Inspection) = {};
    app.open(plan);
    app.want(ShowReport{Subject::Inspection});
    app.settle();
    CHECK(app.errands.empty());
    CHECK(!app.work.reports().failure());
}

TEST_CASE("reports: one that failed says why, and is not made again until somebody wants it or the plan changes") {
    App app;
    app.open(support::example(inspected));
    app.answers = false;
    app.want(Show{Page::Reports});
    app.events.emplace_back(Answer{app.errands[0], false, "errand-missing", {}});
    app.settle();
    CHECK(app.errands.size() == 1);
    REQUIRE(app.work.reports().failure());
    CHECK(app.work.reports().failure()->code == "errand-missing");
    app.answers = true;
    app.want(MakeReportAgain{});
    app.settle();
    CHECK(!app.work.reports().failure());
    CHECK(app.work.reports().up_to_date());
}

TEST_CASE("reports: a plan that was closed while its report was made leaves nothing to the next") {
    App app;
    app.open(support::example(inspected));
    app.answers = false;
    app.want(Show{Page::Reports});
    app.want(ClosePlan{});
    app.answers = true;
    app.open(support::example("consortium-brand"));
    app.want(Show{Page::Reports});
    app.events.emplace_back(Answer{app.errands[0], true, {}, exchange::pack(exchange::Files{"<old>"})});
    app.frame();
    CHECK(app.work.reports().html().empty());
    app.settle();
    CHECK(app.work.reports().html() == written(app, "html", Subject::Plan));
}

TEST_CASE("reports: what is shown is printed, and goes out in every format that can be written") {
    App app;
    app.open(support::example(inspected));
    app.want(ShowReport{Subject::Inspection});
    app.settle();
    app.want(PrintReport{});
    REQUIRE(app.printed.size() == 1);
    CHECK(app.printed[0].html == app.work.reports().html());
    for (const exchange::Format& format : exchange::formats()) {
        if (!format.writes) continue;
        CAPTURE(format.id);
        app.downloads.clear();
        app.want(DownloadReport{&format});
        app.settle();
        REQUIRE(app.downloads.size() == 1);
        CHECK(app.downloads[0].bytes == written(app, format.id.data(), Subject::Inspection));
        CHECK(app.downloads[0].name.ends_with(format.extension));
        CHECK(app.downloads[0].mime.starts_with(format.mime));
        CHECK(app.said().find(app.downloads[0].name) != std::string::npos);
    }
}

TEST_CASE("reports: a download that fails says so, one that was stopped says nothing") {
    App app;
    app.open(support::example(inspected));
    app.answers = false;
    app.want(DownloadReport{exchange::find_format("md")});
    app.events.emplace_back(Answer{app.errands[0], false, "errand-failed", {}});
    app.frame();
    CHECK(app.said().find("中途停止") != std::string::npos);
    app.want(DownloadReport{exchange::find_format("md")});
    const auto messages = app.work.desk().messages().size();
    app.want(StopErrand{app.errands[1]});
    app.settle();
    CHECK(app.work.desk().messages().size() <= messages);
    CHECK(app.work.errands().underway() == 0);
    CHECK(app.downloads.empty());
}

TEST_CASE("errands: what takes longer than a moment is told of, with how far it is") {
    App app;
    app.open(support::example(inspected));
    app.answers = false;
    app.want(DownloadReport{exchange::find_format("md")});
    CHECK(!app.work.errands().waited_for());
    CHECK(app.last.next_frame_in_seconds >= 0);  // somebody will look in time
    CHECK(app.last.next_frame_in_seconds <= 0.35);
    for (int i = 0; i < 4; ++i) app.frame();
    const Underway* shown = app.work.errands().waited_for();
    REQUIRE(shown);
    CHECK(shown->name.ends_with(".md"));
    CHECK(shown->percent == 0);
    app.events.emplace_back(ErrandProgress{app.errands[0], 40});
    app.events.emplace_back(ErrandProgress{app.errands[0], 30});
    app.events.emplace_back(ErrandProgress{99, 90});
    app.frame();
    CHECK(app.work.errands().waited_for()->percent == 40);
    app.events.emplace_back(Answer{app.errands[0], false, "errand-failed", {}});
    app.frame();
    CHECK(!app.work.errands().waited_for());
}
