// What panels read of a plan: always of the plan as it is, checks when nobody is typing, never much in one frame.
#include "app/derived.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "analysis/check.hpp"
#include "edit/command.hpp"
#include "support/large_plan.hpp"
#include "support/random_plan.hpp"

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
int settle(app::Derived& derived, const Plan& plan, double& seconds) {
    int slices = 0;
    derived.follow(plan, today);
    for (double wait = 0; (wait = derived.work(seconds, false)) >= 0; seconds += wait) {
        ++slices;
        REQUIRE(slices < 10000);
    }
    return slices;
}
}  // namespace

TEST_CASE("derived: the checks are those of the plan once it has settled, the outline at once") {
    app::Derived derived;
    Plan plan = support::large_plan(200);
    double seconds = 0;
    std::vector<model::Id> tasks;
    for (const model::Task& task : plan.rows<model::Task>()) tasks.push_back(task.id);
    for (std::size_t i = 0; i < 30; ++i) {
        plan = with_name(plan, tasks[i * 5], i % 2 == 0 ? "[待填写]" : "宣传");
        derived.follow(plan, today);
        const auto outline = analysis::outline(plan);
        REQUIRE(derived.outline().rows.size() == outline.size());
        for (std::size_t row = 0; row < outline.size(); ++row) {
            CHECK(derived.outline().rows[row].task == outline[row].task);
            CHECK(derived.outline().rows[row].code == outline[row].code);
        }
        settle(derived, plan, seconds);
        CHECK(text_of(derived.check().issues) == text_of(analysis::check(plan, today)));
    }
}

TEST_CASE("derived: nothing is checked while somebody types, and what was found stays on screen") {
    app::Derived derived;
    Plan plan = support::large_plan(50);
    double seconds = 0;
    settle(derived, plan, seconds);
    const std::string before = text_of(derived.check().issues);
    const model::Id task = (*plan.table(model::RecordType::Task).begin())->id;
    for (int key = 1; key <= 20; ++key) {
        plan = with_name(plan, task, std::string(static_cast<std::size_t>(key), 'X') + "XX");
        seconds += 0.1;
        derived.follow(plan, today);
        CHECK(derived.work(seconds, true) == doctest::Approx(app::Derived::pause_seconds));
        CHECK(text_of(derived.check().issues) == before);
    }
    seconds += app::Derived::pause_seconds;
    while (derived.work(seconds, true) >= 0) {
    }
    CHECK(text_of(derived.check().issues) == text_of(analysis::check(plan, today)));
    CHECK(text_of(derived.check().issues) != before);
}

TEST_CASE("derived: a large plan is checked in slices, a small one in a single one, and a new edit begins anew") {
    double seconds = 0;
    app::Derived small;
    CHECK(settle(small, support::large_plan(50), seconds) == 1);
    app::Derived large;
    Plan plan = support::large_plan(5000);
    large.follow(plan, today);
    CHECK(large.work(0, false) == 0);
    CHECK(!large.check().finished);
    plan = with_name(plan, (*plan.table(model::RecordType::Task).begin())->id, "[待填写]");
    CHECK(settle(large, plan, seconds) > 3);
    CHECK(text_of(large.check().issues) == text_of(analysis::check(plan, today)));
}

TEST_CASE("derived: notes are a row's issues with what mends them, and leave with the row") {
    app::Derived derived;
    Plan plan = support::large_plan(50);
    double seconds = 0;
    settle(derived, plan, seconds);
    std::size_t fixes = 0, notes = 0;
    for (const model::RowPtr& row : plan.table(model::RecordType::Task)) {
        for (const app::Note& note : derived.notes(row->id)) {
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
    derived.follow(edit::apply_command(plan, edit::RemoveRows{model::RecordType::Task, {task}}).value(), today);
    CHECK(derived.notes(task).empty());
}

// ---------------------------------------------------------------- what is computed again after which edit

namespace {
// Every value as text, so that two of them can be compared although they point into different plans.
std::string outline_text(const std::vector<analysis::OutlineRow>& rows) {
    std::string text;
    for (const analysis::OutlineRow& row : rows)
        text += row.task->id.str() + row.code + row.start.iso() + row.finish.iso() + std::to_string(row.days) + "/" +
                std::to_string(row.progress) + "\n";
    return text;
}
std::string ledger_text(const analysis::LedgerNumbers& numbers) {
    std::string text = std::to_string(numbers.total) + "/" + std::to_string(numbers.closed) + "/" +
                       std::to_string(numbers.overdue) + "\n";
    for (const auto& each : numbers.by_category) text += each.name + std::to_string(each.counts.total) + "\n";
    for (const auto& each : numbers.by_unit) text += each.name + std::to_string(each.counts.total) + "\n";
    return text;
}
std::string indicators_text(const std::vector<analysis::IndicatorState>& states) {
    std::string text;
    for (const analysis::IndicatorState& each : states)
        text += each.indicator->id.str() + (each.latest ? each.latest->id.str() : "-") +
                std::to_string(static_cast<int>(each.status)) + "/" + std::to_string(each.way_percent.value_or(-1)) +
                "\n";
    return text;
}
std::string risks_text(const std::vector<analysis::RiskState>& states) {
    std::string text;
    for (const analysis::RiskState& each : states)
        text += each.risk->id.str() + std::to_string(each.inherent) + "/" + std::to_string(each.residual) + "/" +
                std::to_string(static_cast<int>(each.status)) + "/" + std::to_string(each.responses) + "/" +
                std::to_string(each.linked) + "/" + std::to_string(each.overdue) + "\n";
    return text;
}

// Which values were computed again since the counts before, by name.
std::set<std::string> computed_since(const app::Derived& derived,
                                     const std::vector<std::pair<std::string_view, std::size_t>>& before) {
    // Ask for everything.
    (void)derived.outline();
    (void)derived.ledger();
    (void)derived.indicators();
    (void)derived.risks();
    std::set<std::string> names;
    const auto now = derived.computed();
    for (std::size_t i = 0; i < now.size(); ++i) {
        CHECK(now[i].second <= before[i].second + 1);
        if (now[i].second > before[i].second) names.emplace(now[i].first);
    }
    return names;
}
}  // namespace

TEST_CASE("derived: an edit of each record computes again what it declares to need, and all is as from scratch") {
    using T = model::RecordType;
    const std::map<std::string, std::set<T>> declared{
        {"outline", {T::Task, T::CalendarDay}},
        {"ledger", {T::Inspection, T::Finding, T::Unit}},
        {"indicators", {T::Indicator, T::Reading}},
        {"risks", {T::Risk, T::RiskResponse}},
    };
    Plan plan = support::random_plan(7, {.rows = 6, .long_texts = false});
    base::IdSource fresh(7);
    std::set<T> tried;
    for (const model::RecordInfo& info : model::records()) {
        if (!plan.table(info.type).empty()) continue;
        const std::shared_ptr<model::Row> row = info.make();
        row->id = fresh.next();
        plan.table(info.type).put(row);
    }
    app::Derived derived;
    double seconds = 0;
    settle(derived, plan, seconds);
    computed_since(derived, derived.computed());
    for (const model::RecordInfo& info : model::records()) {
        CAPTURE(info.name);
        REQUIRE(!plan.table(info.type).empty());
        tried.insert(info.type);
        // Taken out where a record may be missing, else only put anew: both change the table's identity.
        const model::RowPtr row = *plan.table(info.type).begin();
        Plan changed = plan;
        if (info.singleton)
            changed.table(info.type).put(info.copy(*row));
        else
            changed.table(info.type).erase(row->id);
        const auto before = derived.computed();
        settle(derived, changed, seconds);
        std::set<std::string> wanted{"check"};  // its rules look at every record
        for (const auto& [name, inputs] : declared)
            if (inputs.contains(info.type)) wanted.insert(name);
        CHECK(computed_since(derived, before) == wanted);
        CHECK(outline_text(derived.outline().rows) == outline_text(analysis::outline(changed)));
        CHECK(indicators_text(derived.indicators()) == indicators_text(analysis::indicator_states(changed, today.day)));
        CHECK(risks_text(derived.risks()) == risks_text(analysis::risk_states(changed, today.day)));
        CHECK(ledger_text(derived.ledger()) == ledger_text(analysis::ledger_numbers(changed, {}, today.day)));
        for (const model::Inspection& round : changed.rows<model::Inspection>())
            CHECK(ledger_text(derived.ledger(round.id)) ==
                  ledger_text(analysis::ledger_numbers(changed, round.id, today.day)));
        plan = changed;
    }
    CHECK(tried.size() == model::record_type_count);
}

TEST_CASE("derived: an edit of a comment computes no outline, and another day only what depends on the day") {
    Plan plan = support::large_plan(50);
    model::Comment comment;
    comment.id = base::IdSource(1).next();
    plan.put(comment);
    app::Derived derived;
    double seconds = 0;
    settle(derived, plan, seconds);
    computed_since(derived, derived.computed());
    const auto* rows = derived.outline().rows.data();
    comment.text = "请补充依据";
    plan.put(comment);
    auto before = derived.computed();
    derived.follow(plan, today);
    CHECK(computed_since(derived, before).empty());
    CHECK(derived.outline().rows.data() == rows);
    const analysis::Today tomorrow{today.day.plus(1), base::Moment::at(today.day.plus(1), 10, 0)};
    before = derived.computed();
    derived.follow(plan, tomorrow);
    CHECK(computed_since(derived, before) == std::set<std::string>{"ledger", "indicators", "risks"});
}

TEST_CASE("derived: an outline's version tells it from every other, of other plans, too") {
    app::Derived derived;
    derived.follow(support::large_plan(20), today);
    const std::size_t first = derived.outline_version();
    CHECK(derived.outline_version() == first);
    derived.forget_check();
    derived.follow(support::large_plan(20), today);
    CHECK(derived.outline_version() != first);
}
