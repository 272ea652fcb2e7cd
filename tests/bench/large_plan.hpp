// tests/bench/large_plan.hpp: a plan of a size that no department reaches: 10,000 tasks in three levels, half as many
// links, and everything around them.
#pragma once

#include <string>

#include "model/plan.hpp"

namespace bench {

inline model::Plan large_plan(int task_count = 10000, std::uint64_t seed = 1) {
    base::IdSource random(seed);
    const auto below = [&](std::size_t count) { return static_cast<std::size_t>(random.next_bits() % count); };
    const model::Date first = *model::Date::parse("2026-01-05");
    model::Plan plan = model::empty_plan(random.next());
    std::vector<model::Id> people, goals, tasks;
    const auto add = [&]<class T>(T row, std::size_t place) {
        row.id = random.next();
        std::string digits = std::to_string(1000000 + place);
        while (digits.back() == '0') digits.back() = 'a';  // no order key ends in 0
        row.order = digits;
        const model::Id id = row.id;
        plan.put(std::move(row));
        return id;
    };
    for (std::size_t i = 0; i < 60; ++i) {
        model::Person person;
        person.name = "工作人员" + std::to_string(i);
        people.push_back(add(person, i));
    }
    for (std::size_t i = 0; i < 20; ++i) {
        model::Goal goal;
        goal.text = "提高公众对急诊科服务的了解，第" + std::to_string(i) + "项";
        goals.push_back(add(goal, i));
    }
    model::Id chapter, section;
    for (int i = 0; i < task_count; ++i) {
        model::Task task;
        if (i % 100 != 0) task.parent = model::Ref<model::Task>(i % 10 == 0 ? chapter : section);
        task.title = "策划并制作第" + std::to_string(i) + "期健康科普内容";
        task.description = "围绕季节性急症组织选题，由值班医生供稿，护士长审核后发布，并回复留言。";
        task.expected_result = "按期发布，阅读量达到目标";
        task.owner = model::Ref<model::Person>(people[below(people.size())]);
        // Parents span the year; three in a hundred of the others are faulty: late, or outside.
        const bool is_leaf = i % 10 != 0;
        task.start = is_leaf ? first.plus(180 + static_cast<int>(below(below(100) < 3 ? 400 : 150))) : first;
        task.finish = is_leaf ? task.start.plus(static_cast<int>(below(20))) : first.plus(360);
        task.resources = {"相机", "设计软件"};
        task.progress = static_cast<std::int64_t>(1 + below(99));
        task.status = model::TaskStatus::Running;
        task.goals = {goals[below(goals.size())]};
        const model::Id id = add(task, static_cast<std::size_t>(i));
        tasks.push_back(id);
        if (i % 100 == 0)
            chapter = section = id;
        else if (i % 10 == 0)
            section = id;
    }
    for (int i = 0; i < task_count / 2; ++i) {
        model::Dependency link;
        const std::size_t successor = 1 + below(tasks.size() - 1);
        link.successor = model::Ref<model::Task>(tasks[successor]);
        link.predecessor = model::Ref<model::Task>(tasks[below(successor) / 10 * 10]);
        link.kind = model::DependencyType::StartToStart;
        add(link, static_cast<std::size_t>(i));
    }
    for (std::size_t i = 0; i < 200; ++i) {
        model::Risk risk;
        risk.factor = "内容不当引发争议" + std::to_string(i);
        risk.probability = static_cast<std::int64_t>(1 + below(5));
        risk.impact = static_cast<std::int64_t>(1 + below(5));
        add(risk, i);
        model::Indicator indicator;
        indicator.name = "互动率" + std::to_string(i);
        indicator.target = model::Decimal::from_integer(2);
        model::Reading reading;
        reading.indicator = model::Ref<model::Indicator>(add(indicator, i));
        reading.date = first;
        reading.value = model::Decimal::from_integer(1);
        add(reading, i);
    }
    return plan;
}

}  // namespace bench
