#include "store/store_support.hpp"

#include "model/order_key.hpp"

namespace store_test {
namespace {

const model::RecordInfo& any_record(Random& random) {
    return model::records()[random.below(model::record_type_count)];
}

model::RowPtr any_row(Random& random, const model::Table& table) {
    std::size_t skip = random.below(table.size());
    for (const model::RowPtr& row : table)
        if (skip-- == 0) return row;
    return nullptr;
}

Plan one_edit(Random& random, const Plan& plan) {
    for (int attempt = 0; attempt < 20; ++attempt) {
        const model::RecordInfo& info = any_record(random);
        const model::Table& table = plan.table(info.type);
        if (table.empty()) continue;
        const model::RowPtr row = any_row(random, table);
        edit::Command command = edit::RemoveRows{info.type, {row->id}};
        if (!random.one_in(8) || info.singleton) {
            const model::FieldInfo& field = info.fields[random.below(info.fields.size())];
            command = edit::SetField{info.type, row->id, &field, support::random_value(random, plan, field)};
        }
        if (!info.singleton && random.one_in(5)) {
            const std::shared_ptr<model::Row> copy = info.copy(*row);
            copy->id = random.id();
            command = edit::PutRow{info.type, copy};
        }
        if (auto changed = edit::apply_command(plan, command)) return std::move(changed).value();
    }
    return plan;
}

}  // namespace

Plan random_edit(Random& random, Plan plan) {
    const std::size_t steps = random.one_in(6) ? 1 + random.below(6) : 1;
    for (std::size_t i = 0; i < steps; ++i) plan = one_edit(random, plan);
    return plan;
}

Plan large_plan(std::size_t count) {
    base::IdSource ids(7);
    Plan plan = model::empty_plan(ids.next());
    model::Cover cover = plan.cover();
    cover.title = "急诊科社交媒体运营实施方案";
    cover.department = "急诊科";
    plan.put(cover);
    const std::vector<std::string> orders = model::orders_between({}, "z", count);
    for (std::size_t i = 0; i < count; ++i) {
        model::Task task;
        task.id = ids.next();
        task.order = orders[i];
        task.title = "第" + std::to_string(i) + "项:整理急救知识图文并发布";
        task.description = "收集科室病例与常见问题,编写通俗易懂的图文,经审核后在公众号发布,并记录阅读量与读者反馈。";
        task.expected_result = "读者能说出正确的处理步骤。";
        task.start = base::Date::from_days(static_cast<std::int32_t>(20500 + i % 300));
        task.finish = task.start.plus(7);
        plan.put(task);
    }
    return plan;
}

}  // namespace store_test
