// Plans as files of Microsoft Project, and back.
#include "intake/project.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "analysis/calendar.hpp"
#include "base/text.hpp"
#include "model/integrity.hpp"
#include "report/document.hpp"
#include "support/random_plan.hpp"

namespace {

model::Plan through_project(const model::Plan& plan) {
    const auto file = office::read_project(office::write_project(intake::project_of(plan)));
    REQUIRE(file.ok());
    base::IdSource ids(5);
    intake::TakenProject taken = intake::plan_of(*file, ids);
    const auto whole = model::check_plan(taken.plan);
    CAPTURE(whole.ok() ? std::string() : whole.error().code + whole.error().subject);
    CHECK(whole.ok());
    return std::move(taken.plan);
}

std::string as_written(std::string_view text) {
    return std::string(base::trim(report::printable(text)));
}

std::vector<std::string> names_of(const model::Plan& plan, const std::vector<base::Id>& ids) {
    std::vector<std::string> names;
    for (const base::Id& id : ids) names.push_back(as_written(model::title_of(plan, model::RecordType::Person, id)));
    return names;
}

}  // namespace

TEST_CASE("project: what such a file holds of a plan comes back equal") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        const model::Plan plan = support::random_plan(seed, {.rows = 6, .long_texts = false});
        const model::Plan back = through_project(plan);
        const analysis::Calendar calendar = analysis::calendar_for(plan);
        CHECK(back.rows<model::Task>().size() == plan.rows<model::Task>().size());
        CHECK(back.rows<model::Milestone>().size() == plan.rows<model::Milestone>().size());
        for (const model::Task& task : plan.rows<model::Task>()) {
            const model::Task* now = back.rows<model::Task>().find(task.id);
            REQUIRE(now);
            CHECK(now->title == as_written(task.title));
            CHECK(now->parent.id() == task.parent.id());
            CHECK(now->start == task.start);
            if (task.start.empty() || task.start <= task.finish) CHECK(now->finish == task.finish);
            CHECK(now->constraint == task.constraint);
            CHECK(now->constraint_date == task.constraint_date);
            if (task.progress) CHECK(now->progress == task.progress);
        }
        for (const model::Milestone& mark : plan.rows<model::Milestone>()) {
            const model::Milestone* now = back.rows<model::Milestone>().find(mark.id);
            REQUIRE(now);
            CHECK(now->title == as_written(mark.title));
            CHECK(now->date == mark.date);
            CHECK(now->task.id() == mark.task.id());
        }
        // Each link once, with its kind and its lag.
        std::set<std::tuple<base::Id, base::Id, model::DependencyType>> links, links_back;
        for (const model::Dependency& link : plan.rows<model::Dependency>())
            if (link.successor.id() != link.predecessor.id() && !link.predecessor.empty())
                links.emplace(link.successor.id(), link.predecessor.id(), link.kind);
        for (const model::Dependency& link : back.rows<model::Dependency>())
            links_back.emplace(link.successor.id(), link.predecessor.id(), link.kind);
        CHECK(links == links_back);
        // Once more, nothing changes.
        CHECK(intake::project_of(back) == intake::project_of(through_project(back)));
    }
}

TEST_CASE("project: owners, participants and resources are assignments") {
    base::IdSource ids(1);
    model::Plan plan = model::empty_plan(ids.next());
    std::vector<base::Id> people;
    for (const char* name : {"周平", "李静", "吴敏"}) {
        model::Person person;
        person.id = ids.next();
        person.order = "V" + std::string(people.size() + 1, 'V');
        person.name = name;
        people.push_back(person.id);
        plan.put(person);
    }
    model::Task task;
    task.id = ids.next();
    task.title = "培训";
    task.owner = model::Ref<model::Person>(people[1]);
    task.participants = {people[0], people[2]};
    task.resources = {"讲义", "教室"};
    task.duration_days = 3;
    plan.put(task);
    const model::Plan back = through_project(plan);
    const model::Task* now = back.rows<model::Task>().find(task.id);
    REQUIRE(now);
    CHECK(names_of(back, {now->owner.id()}) == std::vector<std::string>{"李静"});
    CHECK(names_of(back, now->participants) == std::vector<std::string>{"周平", "吴敏"});
    CHECK(now->resources == task.resources);
    CHECK(now->duration_days == 3);
    CHECK(back.rows<model::Person>().size() == 3);
}

TEST_CASE("project: what cannot be taken as it is, is told") {
    office::ProjectFile file;
    for (int uid = 1; uid <= 3; ++uid) {
        office::ProjectTask task;
        task.uid = uid;
        task.name = std::to_string(uid);
        task.is_milestone = uid == 3;
        file.tasks.push_back(task);
    }
    file.tasks[1].links = {{1, 1, 2400, 5}, {3, 1, 0, 7}, {2, 1, 0, 7}};
    file.left = {"Cost"};
    base::IdSource ids(1);
    const auto taken = intake::plan_of(file, ids);
    CHECK(std::ranges::count(taken.traces, intake::Verdict::Doubtful, &intake::Trace::verdict) == 1);
    CHECK(std::ranges::count(taken.traces, intake::Verdict::Left, &intake::Trace::verdict) == 3);
}
