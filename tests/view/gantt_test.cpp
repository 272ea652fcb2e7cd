// The bars of the task table, as text: where they begin and end, what is late, and what a drag makes of them.
#include "view/gantt_state.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "app/app_support.hpp"
#include "codec/plan_json.hpp"
#include "support/content.hpp"
#include "support/random_plan.hpp"

namespace {
using view::Bar;
using view::BarPart;
using view::TimeScale;

const base::Words& words() {
    return base::Words::simplified_chinese();
}

base::Date day(std::string_view text) {
    return *base::Date::parse(text);
}

std::string rounded(float x) {
    return std::to_string(std::lround(x));
}

std::string text_of(const std::vector<view::Tick>& ticks) {
    std::string out;
    for (const view::Tick& tick : ticks) out += rounded(tick.x) + " " + tick.text + "\n";
    return out;
}

std::string text_of(const Bar& bar) {
    static constexpr const char* states[] = {"ordinary", "late", "summary"};
    std::string out = rounded(bar.from) + ".." + rounded(bar.to) + " " + rounded(bar.done * 100) + "% " +
                      states[static_cast<std::size_t>(bar.state)];
    for (const float x : bar.milestones) out += " ◆" + rounded(x);
    return out + (bar.spoken.empty() ? "" : " “" + bar.spoken + "”");
}

// A summary with a finished, a late and an undated part, and a milestone; a task of one day.
model::Plan small_plan() {
    return *codec::decode_plan(R"({"format": "fanglue-plan", "version": "1.0", "id": "gantt",
        "tasks": [{"id": "s", "order": "1", "title": "准备"},
                  {"id": "a", "order": "1", "parent": "s", "title": "甲", "start": "2026-01-05", "finish": "2026-01-14", "progress": 100},
                  {"id": "b", "order": "2", "parent": "s", "title": "乙", "start": "2026-02-01", "finish": "2026-02-10", "progress": 40},
                  {"id": "c", "order": "3", "parent": "s", "title": "丙"},
                  {"id": "d", "order": "2", "title": "丁", "finish": "2026-03-31"}],
        "milestones": [{"id": "m", "order": "1", "title": "上线", "task": "d", "date": "2026-03-31"}]})");
}
}  // namespace

TEST_CASE("gantt: bars as text, of a plan at a day") {
    const model::Plan plan = small_plan();
    const auto rows = analysis::outline(plan);
    const base::Date today = day("2026-02-15");
    const TimeScale scale = view::fit_scale(plan, rows, today, 900);
    CHECK(scale.first.iso() == "2026-01-01");
    CHECK(text_of(view::month_ticks(scale, words())) == "0 2026 年 1 月\n310 2 月\n590 3 月\n");
    std::string bars;
    for (const analysis::OutlineRow& row : rows) {
        std::vector<const model::Milestone*> own;
        for (const model::Milestone& milestone : plan.rows<model::Milestone>())
            if (milestone.task.id() == row.task->id) own.push_back(&milestone);
        bars += row.code + " " + text_of(view::bar_of(scale, own, row, today, words())) + "\n";
    }
    CHECK(bars ==
          "1 40..410 67% summary “2026-01-05 至 2026-02-10，完成 67%”\n"
          "1.1 40..140 100% ordinary “2026-01-05 至 2026-01-14，完成 100%”\n"
          "1.2 310..410 40% late “2026-02-01 至 2026-02-10，完成 40%，已逾期”\n"
          "1.3 0..0 0% ordinary\n"
          "2 890..900 0% ordinary ◆895 “2026-03-31 至 2026-03-31，完成 0%”\n");
}

TEST_CASE("gantt: the fitted scale shows every date of every example, and today when it is near") {
    for (const std::string& id : support::template_ids()) {
        CAPTURE(id);
        const model::Plan plan = support::example(id);
        const auto rows = analysis::outline(plan);
        const base::Date today = day("2026-06-30");
        const TimeScale scale = view::fit_scale(plan, rows, today, 700);
        const auto shown = [&](base::Date at) { return !at || (scale.x(at) >= 0 && scale.x(at.plus(1)) <= 700.01f); };
        for (const analysis::OutlineRow& row : rows) {
            CHECK(shown(row.start));
            CHECK(shown(row.finish));
        }
        CHECK(shown(today));
        float last = -1;
        for (const view::Tick& tick : view::month_ticks(scale, words())) {
            CHECK(tick.x > last);
            last = tick.x;
        }
        CHECK(last >= 0);
    }
    const model::Plan empty = model::empty_plan(*model::Id::parse("empty"));
    const TimeScale quarter = view::fit_scale(empty, {}, day("2026-12-31"), 600);
    CHECK(quarter.first.iso() == "2026-12-01");
    CHECK(600 / quarter.day_px >= 85);  // three months
}

TEST_CASE("gantt: a zoom keeps the day under the pointer, within the plan and a month") {
    const model::Plan plan = small_plan();
    const TimeScale fitted = view::fit_scale(plan, analysis::outline(plan), day("2026-02-15"), 900);
    for (const float x : {0.f, 300.f, 899.f})
        for (const float factor : {0.5f, 1.25f, 3.f, 100.f}) {
            CAPTURE(x);
            CAPTURE(factor);
            float day_px = 0, days_left = 0;
            TimeScale scale = fitted;
            view::zoom_about(scale, x, factor, day_px, days_left);
            view::show_zoomed(scale, day_px, days_left);
            CHECK(scale.day_px >= fitted.fit_px * 0.999f);
            CHECK(scale.day_px <= fitted.widest_px() * 1.001f);
            CHECK(std::abs(scale.day_at(x).days() - fitted.day_at(x).days()) <= 1);
            CHECK(scale.left >= -0.01f);
        }
    float day_px = 0, days_left = 40;
    TimeScale whole = fitted;
    view::show_zoomed(whole, day_px, days_left);
    CHECK(days_left == 0.f);  // the whole cannot be scrolled
}

TEST_CASE("gantt: a bar is held at its ends, and a drag never turns it around") {
    Bar bar{100, 200, 0, view::BarState::Ordinary, {}, {}};
    CHECK(view::part_at(bar, 103) == BarPart::Start);
    CHECK(view::part_at(bar, 150) == BarPart::Whole);
    CHECK(view::part_at(bar, 197) == BarPart::Finish);
    bar.to = 108;
    CHECK(view::part_at(bar, 104) == BarPart::Whole);  // a short one can still be moved

    const model::Plan plan = small_plan();
    for (const analysis::OutlineRow& row : analysis::outline(plan))
        for (const BarPart part : {BarPart::Whole, BarPart::Start, BarPart::Finish})
            for (const int days : {-500, -3, 0, 4, 500}) {
                if (!row.start && !row.finish) continue;
                const analysis::OutlineRow moved = view::moved_by(row, part, days);
                const base::Date start = moved.start ? moved.start : moved.finish;
                const base::Date finish = moved.finish ? moved.finish : moved.start;
                CHECK(start <= finish);
                if (part == BarPart::Whole && row.start && row.finish)
                    CHECK(finish.days() - start.days() == row.finish.days() - row.start.days());
                if (part == BarPart::Start && row.finish) CHECK(moved.finish == row.finish);
                if (part == BarPart::Finish && row.start) CHECK(moved.start == row.start);
            }
}

TEST_CASE("gantt: keys zoom about the chosen task as far as it is in sight, other keys do nothing") {
    CHECK(view::zoom_of({"+", 0, 0, false}) == 1.25f);
    CHECK(view::zoom_of({"=", app::kShift, 0, false}) == 1.25f);
    CHECK(view::zoom_of({"-", 0, 0, false}) == 0.8f);
    CHECK(!view::zoom_of({"-", app::kCtrl, 0, false}));
    CHECK(!view::zoom_of({"0", 0, 0, false}));
    const model::Plan plan = small_plan();
    const auto rows = analysis::outline(plan);
    TimeScale scale = view::fit_scale(plan, rows, day("2026-02-15"), 900);
    CHECK(view::zoom_centre(scale, nullptr) == 450);
    CHECK(view::zoom_centre(scale, &rows[1]) == doctest::Approx(scale.x(day("2026-01-05"))));
    scale.left = 300;  // it is scrolled away
    CHECK(view::zoom_centre(scale, &rows[1]) == 0);
}

TEST_CASE("gantt: a drag that changes a day is one edit of the fields that it changes") {
    const model::Plan plan = small_plan();
    const auto rows = analysis::outline(plan);
    CHECK(!view::edit_of_drag(rows[1], rows[1]));
    CHECK(!view::edit_of_drag(rows[1], view::moved_by(rows[1], BarPart::Whole, 0)));
    const auto whole = view::edit_of_drag(rows[1], view::moved_by(rows[1], BarPart::Whole, 3));
    REQUIRE(whole);
    CHECK(whole->batch.size() == 2);
    const auto end = view::edit_of_drag(rows[1], view::moved_by(rows[1], BarPart::Finish, 3));
    REQUIRE(end);
    REQUIRE(end->batch.size() == 1);
    const auto& set = std::get<edit::SetField>(end->batch.front());
    CHECK(set.field->name == "finish");
    CHECK(std::get<base::Date>(set.value) == day("2026-01-17"));
    CHECK(end->merge.empty());  // a step of its own in the history
}

TEST_CASE("gantt: what the pane keeps follows the plan, the width and the day") {
    app_test::App app;
    app.open(small_plan());
    view::GanttState state;
    view::keep(state, app.work, 900);
    REQUIRE(state.milestones.size() == 1);
    const float before = state.fitted.day_px;
    view::keep(state, app.work, 450);
    CHECK(state.fitted.day_px == doctest::Approx(before / 2));
    const base::Date last = state.fitted.day_at(449);
    app.want(app::set_value(model::RecordType::Task, *model::Id::parse("d"), model::field_of<&model::Task::finish>(),
                            day("2027-03-31")));
    view::keep(state, app.work, 450);
    CHECK(state.fitted.day_at(449) > last);
    app.want(app::RemoveRows{model::RecordType::Milestone, {*model::Id::parse("m")}});
    view::keep(state, app.work, 450);
    CHECK(state.milestones.empty());
}
