#include "revision/busy_edits.hpp"

#include <algorithm>

#include "model/order_key.hpp"
#include "revision/merge_text.hpp"

namespace busy {
namespace {
using namespace model;
using support::Random;

constexpr RecordType busy_records[] = {RecordType::Cover,      RecordType::Section, RecordType::Task,
                                       RecordType::Task,       RecordType::Task,    RecordType::Person,
                                       RecordType::Dependency, RecordType::Comment, RecordType::Goal,
                                       RecordType::GoalTarget, RecordType::Risk};

std::string some_passage(Random& random) {
    static constexpr std::string_view all[] = {"每月第一周召开例会，", "由科主任主持。",   "记录存档；",
                                               "急诊科负责初审，",     "宣传科负责复核。", "\n",
                                               "Weekly report. ",      "限时 24 小时，"};
    return std::string(all[random.below(std::size(all))]) + (random.one_in(3) ? support::random_text(random, 4) : "");
}

std::string changed_text(Random& random, const std::string& text) {
    std::vector<std::string_view> parts = revision::passages(text);
    std::string result;
    const std::size_t at = random.below(parts.size() + 1), way = random.below(3);
    for (std::size_t i = 0; i <= parts.size(); ++i) {
        if (i == at && way != 0) result += some_passage(random);
        if (i < parts.size() && (i != at || way == 1)) result += parts[i];
    }
    return result;
}

template <class T> void change_list(Random& random, std::vector<T>& list, const T& added) {
    if (!list.empty() && random.one_in(4)) {
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(random.below(list.size())));
    } else if (list.size() > 1 && random.one_in(4)) {
        std::swap(list[random.below(list.size())], list[random.below(list.size())]);
    } else if (list.size() < 12) {
        list.insert(list.begin() + static_cast<std::ptrdiff_t>(random.below(list.size() + 1)), added);
    }
}

Value changed_value(Random& random, const Plan& plan, const Row& row, const FieldInfo& field) {
    if (field.kind == Kind::Texts) {
        auto list = get<std::vector<std::string>>(row, field);
        change_list(random, list, std::string(1, static_cast<char>('a' + random.below(26))));
        return list;
    }
    if (field.kind == Kind::Refs) {
        auto list = get_refs(row, field);
        const Id id = support::some_row(random, plan.table(field.target));
        if (!id.empty() && std::ranges::find(list, id) == list.end()) change_list(random, list, id);
        return list;
    }
    if (field.kind == Kind::Text && field.has(kLong)) return changed_text(random, get<std::string>(row, field));
    return support::random_value(random, plan, field);
}

edit::Command busy_command(Random& random, const Plan& plan) {
    if (random.one_in(3)) return support::random_command(random, plan);
    const RecordInfo& info = record(busy_records[random.below(std::size(busy_records))]);
    const Id id = support::some_row(random, plan.table(info.type));
    const Row* row = plan.table(info.type).find(id);
    if (!row || random.one_in(14)) return edit::RemoveRows{info.type, {id}};
    if (info.tree() && random.one_in(4)) {
        const Id parent = random.one_in(3) ? Id{} : support::some_row(random, plan.table(info.type));
        return edit::MoveRow{info.type, id, parent, order_between(row->order, {})};
    }
    const FieldInfo& field = info.fields[random.below(info.fields.size())];
    return edit::SetField{info.type, id, &field, changed_value(random, plan, *row, field)};
}

template <class T> T& add(Random& random, Plan& plan, T& row) {
    row.id = random.id();
    row.order = order_between({}, {});
    plan.put(row);
    return row;
}
}  // namespace

Plan small_plan(Random& random) {
    Plan plan = empty_plan(random.id());
    Cover cover = plan.cover();
    for (int i = 0; i < 6; ++i) cover.introduction += some_passage(random);
    cover.outlook_items = {"甲", "乙", "丙", "丁"};
    plan.put(cover);
    std::vector<Id> people, tasks;
    for (int i = 0; i < 3; ++i) {
        Person person;
        person.name = support::random_text(random, 6);
        people.push_back(add(random, plan, person).id);
    }
    for (int i = 0; i < 6; ++i) {
        Task task;
        task.title = support::random_text(random, 10);
        task.resources = {"p", "q", "r"};
        task.participants.assign(people.begin(), people.end());
        task.owner = Ref<Person>(people[random.below(3)]);
        for (int j = 0; j < 4; ++j) task.description += some_passage(random);
        if (!tasks.empty() && random.one_in(2)) task.parent = Ref<Task>(tasks[random.below(tasks.size())]);
        tasks.push_back(add(random, plan, task).id);
    }
    for (int i = 0; i < 2; ++i) {
        Dependency dependency;
        dependency.predecessor = Ref<Task>(tasks[random.below(6)]);
        dependency.successor = Ref<Task>(tasks[random.below(6)]);
        add(random, plan, dependency);
        Comment comment;
        comment.subject_type = "task";
        comment.subject = Ref<Row>(tasks[random.below(6)]);
        comment.text = some_passage(random);
        add(random, plan, comment);
    }
    return plan;
}

Plan edits(Random& random, Plan plan, std::size_t count) {
    while (count > 0) {
        const auto changed = edit::apply_command(plan, busy_command(random, plan));
        if (!changed) continue;
        plan = *changed;
        --count;
    }
    return plan;
}

}  // namespace busy
