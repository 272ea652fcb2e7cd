// What is done to a page's view state, and what tables that show no rows of the plan want.
#include <doctest/doctest.h>

#include "codec/plan_json.hpp"
#include "view/applications.hpp"
#include "view/as_text.hpp"
#include "view/stored.hpp"
#include "view/task_table.hpp"
#include "view/view_support.hpp"

namespace {
using namespace view_test;
using view::Table;

}  // namespace

TEST_CASE(
    "risks page: a press on a cell filters the register, a second shows all; after the responses by their rating") {
    const Opened opened("emergency-social-media");
    view::RisksState state;
    const std::size_t all = view::risk_register(opened.work, state).rows.size();
    REQUIRE(all > 2);
    const auto cells = [&] { return view::risk_matrix(opened.work, state); };
    std::size_t counted = 0;
    for (std::size_t i = 0; i < cells().size(); ++i) {
        const view::MatrixCell cell = cells()[i];
        view::press(state, cell);
        CHECK(cells()[i].on);
        CHECK(view::risk_register(opened.work, state).rows.size() == static_cast<std::size_t>(cell.count));
        counted += static_cast<std::size_t>(cell.count);
        view::press(state, cells()[i]);
        CHECK(!cells()[i].on);
        CHECK(view::risk_register(opened.work, state).rows.size() == all);
    }
    CHECK(counted == all);
    state.residual = true;
    for (const view::MatrixCell& cell : cells()) {
        view::press(state, cell);
        CHECK(view::risk_register(opened.work, state).rows.size() == static_cast<std::size_t>(cell.count));
    }
}

TEST_CASE("inspection page: the chosen round, else the newest; a step asks who does it") {
    Opened opened("emergency-social-media");
    const model::Inspection* newest = view::shown_round(opened.work);
    REQUIRE(newest);
    for (const model::Inspection& round : opened.work.plan().rows<model::Inspection>())
        CHECK(round.date <= newest->date);
    opened.want(app::Inspect{*base::Date::parse("2026-06-30"), "新一轮"});
    REQUIRE(view::shown_round(opened.work));
    CHECK(view::shown_round(opened.work)->title == "新一轮");
    for (const model::Finding& finding : opened.work.plan().rows<model::Finding>()) {
        const view::FindingSteps steps = view::finding_steps(opened.work, finding);
        for (const view::NextStep& next : steps.next) {
            const auto* dialog = std::get_if<app::OpenDialog>(&next.command.command());
            REQUIRE(dialog);
            CHECK(dialog->dialog.subject.id == finding.id);
            const auto to = static_cast<model::FindingState>(dialog->dialog.choice);
            const bool judged = to == model::FindingState::Closed || to == model::FindingState::Returned;
            CHECK(dialog->dialog.draft("by") == (judged ? finding.verifier.id() : finding.owner.id()).str());
        }
    }
    const app::DialogState asked = view::new_round(opened.work).dialog;
    CHECK(asked.draft("title") == "2026 年第 2 季度自查");
    CHECK(asked.draft("date") == "2026-06-30");
}

TEST_CASE("stored plans: a click opens, a button does what it says, and what is deleted is listed elsewhere") {
    Opened opened("emergency-social-media");
    view::StoredState state, deleted;
    const Table plans = view::stored_plans(opened.work, state, view::Room::Wide);
    REQUIRE(plans.rows.size() == 1);
    const model::Id plan = plans.rows[0];
    CHECK(only<app::OpenStored>(opened.wanted(plans, {.selected = 0})).plan == plan);
    CHECK(only<app::OpenStored>(opened.wanted(plans, {.opened = 0})).plan == plan);
    CHECK(only<app::OpenStored>(opened.wanted(plans, {.selected = 0, .opened = 0})).plan == plan);  // a double click
    CHECK(opened.wanted(plans, {.remove = 0}).empty());
    const auto by_key = view::key_on_row(plans, view::chosen_in(opened.work, plans), 0, 5, "End", 0);
    REQUIRE(by_key);
    CHECK(by_key->selected == 0u);
    CHECK(opened.wanted(plans, *by_key).empty());  // it only goes there; Enter opens
    const std::vector<view::CellButton> buttons = plans.row(0).cells.back().buttons;
    REQUIRE(buttons.size() == 2);
    CHECK(std::holds_alternative<app::OpenStored>(buttons[0].command.command()));
    CHECK(std::get<app::OpenDialog>(buttons[1].command.command()).dialog.kind == app::DialogKind::ConfirmDeletePlan);
    const Table kept = view::kept_plans(opened.work, state, view::Room::Wide);
    CHECK(opened.wanted(kept, {.selected = 0}).empty());  // choosing alone opens nothing here
    only<app::OpenStored>(opened.wanted(kept, {.opened = 0}));
    CHECK(kept.row(0).cells.size() == kept.columns.size());
    const Table narrow = view::kept_plans(opened.work, state, view::Room::Narrow);
    CHECK(narrow.row(0).cells.size() == narrow.columns.size());
    CHECK(narrow.columns.size() < kept.columns.size());
    CHECK(view::deleted_plans(opened.work, deleted).empty);
    opened.want(app::DeletePlan{plan});
    opened.settle();
    CHECK(view::stored_plans(opened.work, state, view::Room::Wide).empty);
    const Table gone = view::deleted_plans(opened.work, deleted);
    REQUIRE(gone.rows.size() == 1);
    CHECK(std::holds_alternative<app::RestorePlan>(gone.row(0).cells.back().buttons[0].command.command()));
}

TEST_CASE("applications: without a row the store offers a first one") {
    const App app;
    view::ApplicationsState state;
    const Table table = view::applications_table(app.work, state);
    REQUIRE(table.empty);
    CHECK(std::holds_alternative<app::AddApplication>(table.empty->command.command()));
    const app::OpenDialog asked = view::ask_removal({*model::Id::parse("a"), *model::Id::parse("b")});
    CHECK(asked.dialog.draft("ids") == "a\nb");
    CHECK(view::vault_notices(app.work).empty());
}

TEST_CASE("empty tables: each offers a first row, of its record; read only it offers none") {
    Opened opened(model::Plan(*codec::decode_plan(R"({"format": "fanglue-plan", "version": "1.0", "id": "empty"})")));
    view::TaskTableState tasks;
    view::RisksState risks;
    for (const Table& table : {view::task_table(opened.work, tasks), view::risk_register(opened.work, risks)}) {
        REQUIRE(table.empty);
        CHECK(!table.empty->action.empty());
        CHECK(std::get<app::AddRow>(table.empty->command.command()).record == table.record);
    }
    opened.events.emplace_back(app::StorageChanged{"reader"});
    opened.settle();
    for (const Table& table : {view::task_table(opened.work, tasks), view::risk_register(opened.work, risks)})
        CHECK(!table.empty->command);
}

TEST_CASE("outline beside the Gantt: a share of the page, what the person made of it, never without title and bars") {
    const Opened opened("emergency-social-media");
    view::TaskTableState state;
    const Table table = view::task_table(opened.work, state);
    const float others = 52 + 84 + 62;
    CHECK(view::title_width(table, 1000, 0) == doctest::Approx(220));
    CHECK(view::title_width(table, 640, 0) == doctest::Approx(170));
    CHECK(view::title_width(table, 2000, 0) == doctest::Approx(320));
    CHECK(view::title_width(table, 1000, 500) == doctest::Approx(500 - others));
    CHECK(view::title_width(table, 1000, 100) == doctest::Approx(150));
    CHECK(view::title_width(table, 1000, 990) == doctest::Approx(1000 - 200 - others));
}
