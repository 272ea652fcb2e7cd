// Minutes a day, by hand, and once more day by day over random plans.
#include "analysis/load.hpp"

#include <doctest/doctest.h>

#include <map>

#include "analysis/schedule_oracle.hpp"
#include "support/build.hpp"

using analysis::Load;
using analysis_test::Build;
using analysis_test::day;
using analysis_test::number;
using model::Date;
using model::Task;

namespace {
Load whole_load(const Build& b, std::string_view from = "", std::string_view to = "") {
    const auto calendar = analysis::calendar_for(b.plan);
    return analysis::load_of(b.plan, analysis::outline(b.plan, calendar), calendar, from.empty() ? Date() : day(from),
                             to.empty() ? Date() : day(to));
}
const analysis::PersonLoad& load_for(const Load& load, const model::Person& person) {
    for (const auto& one : load.people)
        if (one.person->id == person.id) return one;
    REQUIRE(false);
    return load.people.front();
}
}  // namespace

TEST_CASE("load: by hand: effort is shared, a duty takes its own, roles come every day") {
    Build b;
    auto& head = b.person("护士长");
    auto& nurse = b.person("护士");
    nurse.minutes_per_day = 60;
    auto& writer = b.person("撰稿人");
    Task& task = b.task("宣传");
    task.owner = model::Ref(head);
    task.participants = {nurse.id, head.id};
    task.start = day("2026-03-05");   // Thursday
    task.finish = day("2026-03-09");  // Monday: three working days
    task.effort_hours = number("10");
    auto& duty = b.add<model::Assignment>();
    duty.person = model::Ref(writer);
    duty.task = model::Ref(task);
    duty.minutes_per_day = 30;  // 90 in all: 510 are left for two
    auto& role = b.add<model::TeamRole>();
    role.name = "监管员";
    role.minutes_per_day = 15;
    role.people = {nurse.id};
    const Load load = whole_load(b);
    CHECK(load.from == day("2026-03-05"));
    CHECK(load.to == day("2026-03-09"));
    CHECK(load_for(load, head).minutes == 255);
    CHECK(load_for(load, head).days[0].minutes == 85);
    CHECK(load_for(load, writer).minutes == 90);
    CHECK(load_for(load, nurse).minutes == 255 + 45);
    CHECK(load_for(load, nurse).days_over == 3);
    REQUIRE(load_for(load, nurse).days[2].causes.size() == 2);
    CHECK(load_for(load, nurse).days[2].causes[0].task == &task);
    CHECK(load_for(load, nurse).days[2].causes[0].minutes == 85);
    CHECK(load_for(load, nurse).days[2].causes[1].role == &role);
    CHECK(load_for(whole_load(b, "2026-03-09", "2026-03-31"), head).minutes == 85);
    task.effort_hours.reset();
    CHECK(whole_load(b).without_effort.empty());
    duty.minutes_per_day.reset();
    CHECK(whole_load(b).without_effort.size() == 1);
}

TEST_CASE("load: nothing is lost, and each day is the sum of its causes") {
    for (std::uint64_t seed = 0; seed < support::seeds(1000, 60); ++seed) {
        CAPTURE(seed);
        Build b = analysis_test::random_network(seed, analysis_test::Constrained::No);
        support::Random random(seed);
        std::vector<model::Person*> people;
        for (int i = 0; i < 3; ++i) {
            people.push_back(&b.person());
            people.back()->minutes_per_day = random.between(0, 300);
        }
        std::map<model::Id, std::map<Date, std::int64_t>> minutes;
        const auto calendar = analysis::calendar_for(b.plan);
        const auto rows = analysis::outline(b.plan, calendar);
        for (const analysis::OutlineRow& row : rows) {
            Task& task = const_cast<Task&>(*row.task);
            task.owner = model::Ref(*people[random.below(3)]);
            if (random.one_in(2)) task.participants = {people[random.below(3)]->id};
            task.effort_hours = number(std::to_string(random.below(100)));
            if (row.has_children || task.status == model::TaskStatus::Cancelled || !task.start || !task.finish)
                continue;
            std::vector<Date> days;
            for (const bool working : {true, false})
                for (Date at = task.start; at <= task.finish && (working || days.empty()); at = at.plus(1))
                    if (!working || calendar.is_workday(at)) days.push_back(at);
            if (days.size() == 1 && calendar.workdays(task.start, task.finish) == 0)
                for (Date at = task.start.plus(1); at <= task.finish; at = at.plus(1)) days.push_back(at);
            std::vector<model::Id> own{task.owner};
            for (const model::Id& id : task.participants)
                if (id != task.owner.id()) own.push_back(id);
            // A minute at a time, in turn.
            std::vector<std::int64_t> shares(own.size(), 0);
            for (std::int64_t i = 0; i < task.effort_hours->units / 10000 * 60; ++i)
                ++shares[static_cast<std::size_t>(i) % own.size()];
            for (std::size_t who = 0; who < own.size(); ++who)
                for (std::int64_t i = 0; i < shares[who]; ++i)
                    ++minutes[own[who]][days[static_cast<std::size_t>(i) % days.size()]];
        }
        const Load load = whole_load(b);
        for (const auto& person : load.people) {
            const auto& wanted = minutes[person.person->id];
            CHECK(person.days.size() == wanted.size());
            for (const auto& one : person.days) {
                CHECK(wanted.at(one.date) == one.minutes);
                std::int64_t sum = 0;
                for (const auto& cause : one.causes) sum += cause.minutes;
                CHECK((one.causes.empty() ? one.minutes <= person.capacity : sum == one.minutes));
            }
        }
    }
}
