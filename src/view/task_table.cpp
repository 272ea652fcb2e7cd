#include "view/task_table.hpp"

#include <algorithm>

#include "view/words.hpp"

namespace view {
namespace {
using analysis::OutlineRow;
using model::Task;

constexpr float bars_from = 640, least_bars = 200;  // px

Row task_row(const app::Workspace& work, const OutlineRow& row) {
    const base::Words& words = work.words();
    const Task& task = *row.task;
    Row shown{.id = task.id, .name = row.code + " " + task.title, .depth = row.depth};
    if (row.has_children) shown.folded = work.view().collapsed.contains(task.id) ? Folded::Yes : Folded::No;
    shown.cells.push_back({.text = row.code, .ink = Ink::Secondary});
    const Ink ink = task.title.empty() ? Ink::Faint : row.has_children ? Ink::Bold : Ink::Plain;
    shown.cells.push_back({.text = title_or(words, task.title), .ink = ink});
    const model::Person* owner = work.plan().find(task.owner);
    if (owner)
        shown.cells.push_back({.text = owner->name});
    else
        shown.cells.push_back(row.has_children ? Cell{} : chip(words("task.no-owner"), Tone::Red));
    shown.cells.push_back({.text = std::to_string(row.progress) + "%"});
    shown.cells.emplace_back();  // the bars
    return shown;
}
}  // namespace

std::vector<std::size_t> unfolded(const std::vector<OutlineRow>& outline, const std::set<Id>& collapsed) {
    std::vector<std::size_t> shown;
    shown.reserve(outline.size());
    int hidden_below = -1;  // depth of the folded row that hides what follows
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const OutlineRow& row = outline[i];
        if (hidden_below >= 0 && row.depth > hidden_below) continue;
        hidden_below = !collapsed.empty() && collapsed.contains(row.task->id) ? row.depth : -1;
        shown.push_back(i);
    }
    return shown;
}

const OutlineRow& outline_row(const app::Workspace& work, const TaskTableState& kept, std::size_t row) {
    return work.derived().outline().rows[kept.places[row]];
}

Table task_table(const app::Workspace& work, TaskTableState& kept) {
    const base::Words& words = work.words();
    const std::vector<OutlineRow>& outline = work.derived().outline().rows;
    const std::size_t version = work.derived().outline_version();
    if (kept.outline_version != version || kept.collapsed != work.view().collapsed) {
        kept.outline_version = version;
        kept.collapsed = work.view().collapsed;
        kept.places = unfolded(outline, kept.collapsed);
        kept.rows.clear();
        for (const std::size_t place : kept.places) kept.rows.push_back(outline[place].task->id);
    }
    Table table{.id = "tasks", .name = std::string(words("page.tasks")), .record = RecordType::Task};
    table.columns = {
        {.title = std::string(words("task.code")), .width = 52, .min_width = 52},
        {.holds = Holds::Title,
         .title = std::string(words("record.task")),
         .min_width = 150,
         .field = &model::field_of<&Task::title>()},
        {.holds = Holds::Person, .title = std::string(words("field.task.owner")), .width = 84, .min_width = 84},
        {.holds = Holds::Progress,
         .title = std::string(words("field.task.progress")),
         .width = 62,
         .min_width = 62,
         .field = &model::field_of<&Task::progress>()},
        {.holds = Holds::Bars, .title = std::string(words("task.bars")), .min_width = least_bars, .from = bars_from},
    };
    table.rows = kept.rows;
    table.row = [&work, &kept](std::size_t row) { return task_row(work, outline_row(work, kept, row)); };
    table.abilities = kFolds | kChoosesMany | kArranges | kRemoves | kCopies;
    // The clipboard has the days as columns of their own, where the screen has bars.
    table.fields = sheet::column_fields(model::record(RecordType::Task));
    if (outline.empty()) table.empty = without_rows(work, RecordType::Task);
    take_selection(work, table);
    return table;
}

float title_width(const Table& table, float width, float outline_width) {
    float others = 0;
    for (const std::size_t column : {kTaskCode, kTaskOwner, kTaskProgress}) others += table.columns[column].width;
    const float least = table.columns[kTaskTitle].min_width;
    if (outline_width <= 0) return std::clamp(width * 0.22f, 170.f, 320.f);
    return std::clamp(outline_width - others, least, std::max(least, width - least_bars - others));
}

app::AddRow add_task(const app::Workspace& work, NewTask where) {
    const app::Selection& selection = work.view().selection;
    const Task* selected = selection.record == RecordType::Task ? work.plan().rows<Task>().find(selection.id) : nullptr;
    if (!selected) return {RecordType::Task};
    if (where == NewTask::Below) return {RecordType::Task, selected->id};
    return {RecordType::Task, selected->parent.id(), selected->id};
}

}  // namespace view
