// What panels read of a plan: always of the plan as it is, checks when nobody is typing, never much in one frame.
#include "app/derived.hpp"

#include <doctest/doctest.h>

#include "analysis/check.hpp"
#include "edit/command.hpp"
#include "support/large_plan.hpp"

namespace {
using model::Plan;

const analysis::Today today{*base::Date::parse("2026-06-30"), *base::Moment::parse("2026-06-30T10:00")};

std::string text_of(const std::vector<analysis::Issue>& issues) {
    std::string text;
    for (const analysis::Issue& issue : issues) {
        text += std::string(issue.rule) + " " + issue.id.str();
        for (const std::string& argument : issue.arguments) text += "|" + argument;
        text += "\n";
    }
    return text;
}

Plan with_name(const Plan& plan, const model::Id& task, std::string name) {
    const auto& field = model::field_of<&model::Task::title>();
    return edit::apply_command(plan, edit::SetField{model::RecordType::Task, task, &field, std::move(name)}).value();
}

// Lets it work until it wants nothing any more; the number of slices.
int settle(app::Derivation& derivation, const Plan& plan, double& seconds) {
    int slices = 0;
    for (double wait = 0; (wait = derivation.work(plan, today, seconds, false)) >= 0; seconds += wait) {
        ++slices;
        REQUIRE(slices < 10000);
    }
    return slices;
}
}  // namespace

TEST_CASE("derived: the checks are those of the plan once it has settled, the outline at once") {
    app::Derivation derivation;
    Plan plan = support::large_plan(200);
    double seconds = 0;
    std::vector<model::Id> tasks;
    for (const model::Task& task : plan.rows<model::Task>()) tasks.push_back(task.id);
    for (std::size_t i = 0; i < 30; ++i) {
        plan = with_name(plan, tasks[i * 5], i % 2 == 0 ? "[待填写]" : "宣传");
        const app::Derived& derived = derivation.get(plan, today);
        const auto outline = analysis::outline(plan);
        REQUIRE(derived.outline.size() == outline.size());
        for (std::size_t row = 0; row < outline.size(); ++row) {
            CHECK(derived.outline[row].task == outline[row].task);
            CHECK(derived.outline[row].code == outline[row].code);
        }
        settle(derivation, plan, seconds);
        CHECK(text_of(derivation.get(plan, today).issues) == text_of(analysis::check(plan, today)));
    }
}

TEST_CASE("derived: nothing is checked while somebody types, and what was found stays on screen") {
    app::Derivation derivation;
    Plan plan = support::large_plan(50);
    double seconds = 0;
    settle(derivation, plan, seconds);
    const std::string before = text_of(derivation.get(plan, today).issues);
    const model::Id task = (*plan.table(model::RecordType::Task).begin())->id;
    for (int key = 1; key <= 20; ++key) {
        plan = with_name(plan, task, std::string(static_cast<std::size_t>(key), 'X') + "XX");
        seconds += 0.1;
        CHECK(derivation.work(plan, today, seconds, true) == doctest::Approx(app::Derivation::pause_seconds));
        CHECK(text_of(derivation.get(plan, today).issues) == before);
    }
    seconds += app::Derivation::pause_seconds;
    while (derivation.work(plan, today, seconds, true) >= 0) {
    }
    CHECK(text_of(derivation.get(plan, today).issues) == text_of(analysis::check(plan, today)));
    CHECK(text_of(derivation.get(plan, today).issues) != before);
}

TEST_CASE("derived: a large plan is checked in slices, a small one in a single one, and a new edit begins anew") {
    double seconds = 0;
    app::Derivation small;
    CHECK(settle(small, support::large_plan(50), seconds) == 1);
    app::Derivation large;
    Plan plan = support::large_plan(5000);
    CHECK(large.work(plan, today, 0, false) == 0);
    CHECK(large.get(plan, today).issues.empty());  // not finished
    plan = with_name(plan, (*plan.table(model::RecordType::Task).begin())->id, "[待填写]");
    CHECK(settle(large, plan, seconds) > 3);
    CHECK(text_of(large.get(plan, today).issues) == text_of(analysis::check(plan, today)));
}

TEST_CASE("derived: an edit elsewhere leaves the outline alone") {
    app::Derivation derivation;
    Plan plan = support::large_plan(50);
    const auto* rows = derivation.get(plan, today).outline.data();
    model::Risk risk;
    risk.id = base::IdSource(1).next();
    plan.put(risk);
    CHECK(derivation.get(plan, today).outline.data() == rows);
    CHECK(derivation.get(with_name(plan, (*plan.table(model::RecordType::Task).begin())->id, "新"), today)
              .outline.data() != rows);
}

TEST_CASE("derived: notes are a row's issues with what mends them, and leave with the row") {
    app::Derivation derivation;
    Plan plan = support::large_plan(50);
    double seconds = 0;
    settle(derivation, plan, seconds);
    std::size_t fixes = 0, notes = 0;
    for (const model::RowPtr& row : plan.table(model::RecordType::Task)) {
        for (const app::Note& note : derivation.notes(plan, today, row->id)) {
            CHECK(note.issue->id == row->id);
            const auto fix = analysis::fix_of(plan, today, *note.issue);
            CHECK(note.fix.has_value() == fix.has_value());
            fixes += note.fix.has_value();
            ++notes;
        }
    }
    CHECK(notes > 0);
    MESSAGE(notes << " notes, " << fixes << " fixes");
    const model::Id task = (*plan.table(model::RecordType::Task).begin())->id;
    const Plan without = edit::apply_command(plan, edit::RemoveRows{model::RecordType::Task, {task}}).value();
    CHECK(derivation.notes(without, today, task).empty());
}
