#include "view/gantt_state.hpp"

#include <algorithm>

#include "base/equal_rows.hpp"

namespace view {
using analysis::OutlineRow;
using model::Milestone;
using model::Task;

void keep(GanttState& state, const app::Workspace& work, float width) {
    const std::vector<OutlineRow>& outline = work.derived().outline().rows;
    const std::size_t version = work.derived().outline_version();
    const base::Date today = work.today().day;
    const model::Table& milestones = work.plan().table(model::RecordType::Milestone);
    const bool other_milestones = !state.milestones_table.same(milestones);
    if (other_milestones) {
        state.milestones_table = milestones;
        state.milestones.clear();
        for (const Milestone& milestone : work.plan().rows<Milestone>()) state.milestones.push_back(&milestone);
        std::ranges::stable_sort(state.milestones, {}, [](const Milestone* each) { return each->task.id(); });
    }
    if (other_milestones || state.outline_version != version || state.fitted.width != width || state.today != today)
        state.fitted = fit_scale(work.plan(), outline, today, width);
    state.outline_version = version;
    state.today = today;
}

Bar bar_of(const GanttState& state, const TimeScale& scale, const OutlineRow& row, const base::Words& words) {
    const auto milestones =
        base::equal_rows(state.milestones, row.task->id, [](const Milestone* each) { return each->task.id(); });
    return bar_of(scale, milestones, row, state.today, words);
}

std::optional<float> zoom_of(const app::KeyPressed& key) {
    if ((key.modifiers & ~app::kShift) != 0) return std::nullopt;
    if (key.key == "+" || key.key == "=") return 1.25f;
    if (key.key == "-") return 0.8f;
    return std::nullopt;
}

float zoom_centre(const TimeScale& scale, const OutlineRow* row) {
    const base::Date day = !row ? base::Date() : row->start ? row->start : row->finish;
    return day ? std::clamp(scale.x(day), 0.f, scale.width) : scale.width / 2;
}

std::optional<app::Edit> edit_of_drag(const OutlineRow& before, const OutlineRow& after) {
    edit::Batch batch;
    if (after.start != before.start)
        batch.emplace_back(edit::set_field<&Task::start>(before.task->id, base::Date(after.start)));
    if (after.finish != before.finish)
        batch.emplace_back(edit::set_field<&Task::finish>(before.task->id, base::Date(after.finish)));
    if (batch.empty()) return std::nullopt;
    return app::Edit{std::move(batch), "undo.set"};
}

}  // namespace view
