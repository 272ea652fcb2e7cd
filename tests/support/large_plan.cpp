#include "support/large_plan.hpp"

#include <array>
#include <string>
#include <string_view>

#include "model/order_key.hpp"
#include "support/random_plan.hpp"

namespace support {
namespace {
using namespace model;

constexpr std::array<std::string_view, 8> verbs{"拍摄", "编写", "审核", "发布", "统计", "走访", "培训", "复盘"};
constexpr std::array<std::string_view, 8> things{"急救科普短视频", "门诊就医指南", "季度互动数据", "患者常见问题",
                                                 "直播脚本",       "值班排班表",   "舆情周报",     "通讯员稿件"};
constexpr std::string_view sentence = "按月完成选题、拍摄与审核，由科室负责人签字后统一发布，并登记阅读和互动数据。";

std::vector<Ref<Person>> add_people(Plan& plan, Random& random, std::size_t count) {
    std::vector<Ref<Person>> people;
    for (std::size_t i = 0; i < count; ++i) {
        Person person;
        person.id = random.id();
        person.name = "工作人员" + std::to_string(i + 1);
        person.position = i % 5 == 0 ? "主任医师" : "主管护师";
        people.emplace_back(person);
        plan.put(person);
    }
    return people;
}

Task task_number(Random& random, std::size_t number, const std::vector<Ref<Person>>& people) {
    Task task;
    task.id = random.id();
    task.title = verbs[random.below(8)];  // first the verb, then the thing, whatever the compiler
    task.title.append(things[random.below(8)]).append("（第").append(std::to_string(number)).append("项）");
    task.description = sentence;
    task.importance = random.one_in(2) ? std::string(sentence) : "";
    task.expected_result = "完成率不低于 95%";
    task.owner = people[random.below(people.size())];
    for (std::size_t i = random.below(4); i > 0; --i)
        task.participants.push_back(people[random.below(people.size())].id());
    task.start = Date::from_ymd(2026, 1, 5)->plus(static_cast<std::int32_t>(random.below(300)));
    task.finish = task.start.plus(static_cast<std::int32_t>(random.below(60)));
    task.resources = {"相机", "剪辑软件"};
    task.progress = static_cast<std::int64_t>(random.below(101));
    task.status = static_cast<TaskStatus>(random.below(4));
    return task;
}

void add_companions(Plan& plan, Random& random, const Task& task, std::size_t number) {
    Risk risk;
    risk.id = random.id();
    risk.factor = "人手不足影响进度";
    risk.owner = task.owner;
    plan.put(risk);
    Indicator indicator;
    indicator.id = random.id();
    indicator.name = "互动率 " + std::to_string(number);
    indicator.target = Decimal{35000};
    plan.put(indicator);
    Milestone milestone;
    milestone.id = random.id();
    milestone.title = "阶段小结 " + std::to_string(number);
    milestone.date = task.finish;
    milestone.task = Ref<Task>(task);
    plan.put(milestone);
}
}  // namespace

Plan large_plan(std::size_t tasks) {
    Random random(20260305);
    Plan plan = empty_plan(*Id::parse("large-plan"));
    Cover cover = plan.cover();
    cover.title = "急诊科社交媒体互动策略计划";
    plan.put(cover);
    const std::vector<Ref<Person>> people = add_people(plan, random, 200);
    std::array<Id, 4> path;  // the last task of each level
    std::string order;
    Id before;
    for (std::size_t i = 0; i < tasks; ++i) {
        Task task = task_number(random, i + 1, people);
        const std::size_t level = i == 0 ? 0 : i % 200 == 0 ? 0 : i % 40 == 0 ? 1 : i % 8 == 0 ? 2 : 3;
        if (level > 0) task.parent = Ref<Task>(path[level - 1]);
        for (std::size_t below = level; below < path.size(); ++below) path[below] = task.id;
        order = order_between(order, {});
        task.order = order;
        plan.put(task);
        if (i % 3 == 1) {
            Dependency dependency;
            dependency.id = random.id();
            dependency.successor = Ref<Task>(task);
            dependency.predecessor = Ref<Task>(before);
            plan.put(dependency);
        }
        if (i % 100 == 0) add_companions(plan, random, task, i + 1);
        before = task.id;
    }
    return plan;
}

}  // namespace support
