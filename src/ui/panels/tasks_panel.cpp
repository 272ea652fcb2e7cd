// Tasks: outline and Gantt bars in one table.
#include <algorithm>
#include <cmath>

#include "ui/fields.hpp"
#include "ui/form.hpp"
#include "ui/gantt_pane.hpp"
#include "ui/grid.hpp"
#include "ui/icons.hpp"
#include "ui/layout.hpp"
#include "ui/panels/panels.hpp"
#include "ui/table_events.hpp"

namespace ui {
namespace {
using analysis::OutlineRow;
using model::Id;
using model::Task;

enum ColumnIndex : std::size_t { kCode, kTitle, kTaskOwner, kProgress, kBars };

// Rows whose ancestors are all unfolded.
std::vector<std::size_t> shown_rows(const std::set<Id>& collapsed, const std::vector<OutlineRow>& outline) {
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

void keep_view(TasksView& view, Screen& screen, float bars_width) {
    const std::vector<OutlineRow>& outline = screen.work.derived().outline().rows;
    const std::size_t version = screen.work.derived().outline_version();
    const base::Date today = screen.today();
    const std::set<Id>& collapsed = screen.view().collapsed;
    const model::Table& milestones = screen.plan().table(app::RecordType::Milestone);
    const bool other_outline = view.outline_version != version,
               other_milestones = !view.milestones_table.same(milestones);
    if (other_outline || view.collapsed != collapsed) {
        view.rows = shown_rows(collapsed, outline);
        view.collapsed = collapsed;
        view.selected = {};
    }
    if (other_milestones) {
        view.milestones_table = milestones;
        view.milestones.clear();
        for (const model::Milestone& milestone : screen.plan().rows<model::Milestone>())
            view.milestones.push_back(&milestone);
        std::ranges::stable_sort(view.milestones, {}, [](const model::Milestone* each) { return each->task.id(); });
    }
    if (bars_width > 0 && (other_outline || other_milestones || view.bars_width != bars_width || view.today != today))
        view.scale = fit_scale(screen.plan(), outline, today, bars_width);
    view.outline_version = version;
    view.bars_width = bars_width;
    view.today = today;
    const app::Selection& selection = screen.view().selection;
    const Id selected = selection.record == app::RecordType::Task ? selection.id : Id{};
    if (view.selected == selected && (selected || !view.selected_row)) return;
    view.selected = selected;
    view.selected_row = {};
    for (std::size_t i = 0; selected && !view.selected_row && i < view.rows.size(); ++i)
        if (outline[view.rows[i]].task->id == selected) view.selected_row = i;
}

const model::FieldInfo* field_at(std::size_t column) {
    switch (column) {
        case kTitle:
            return &model::field_of<&Task::title>();
        case kTaskOwner:
            return &model::field_of<&Task::owner>();
        case kProgress:
            return &model::field_of<&Task::progress>();
        default:
            return nullptr;
    }
}

struct Table {
    Screen& screen;
    TasksState& state;
    const std::vector<OutlineRow>& outline;
    GanttPane bars;
    [[nodiscard]] const OutlineRow& row(std::size_t shown) const { return outline[state.view.rows[shown]]; }
};

void title_cell(Table& table, const OutlineRow& row, ImVec2 min, ImVec2 max) {
    Ui& ui = table.screen.ui;
    const float indent = static_cast<float>(row.depth) * 18;
    const bool folded = table.screen.view().collapsed.contains(row.task->id);
    if (row.has_children) {
        const ImVec2 at(min.x + indent - 4, min.y + (max.y - min.y - 24) / 2);
        const Item fold = item_at(ui, "fold", at, ImVec2(20, 24), Role::Button,
                                  ui.words(folded ? "action.unfold" : "action.fold"), app::kFocusable);
        draw_icon(ImGui::GetWindowDrawList(), ui, folded ? icon::chevron_right : icon::chevron_down,
                  ImVec2(at.x + 10, (min.y + max.y) / 2), 14, ui.theme.secondary);
        if (fold.clicked) table.screen.want(app::Fold{row.task->id, !folded});
    }
    const std::string_view title =
        row.task->title.empty() ? ui.words("row.untitled") : std::string_view(row.task->title);
    const TextStyle style = row.task->title.empty() ? colored(body(ui), ui.theme.faint)
                            : row.has_children      ? body_bold(ui)
                                                    : body(ui);
    text_in(ui, style, title, ImVec2(min.x + indent + 16, min.y), max);
}

void owner_cell(Table& table, const OutlineRow& row, ImVec2 min, ImVec2 max) {
    Ui& ui = table.screen.ui;
    const model::Person* owner = table.screen.plan().find(row.task->owner);
    if (owner) return text_in(ui, body(ui), owner->name, min, max);
    if (!row.has_children) chip_at(ui, ui.words("task.no-owner"), Tone::Red, min, max.y - min.y);
}

void cell(Table& table, std::size_t index, std::size_t column, ImVec2 min, ImVec2 max) {
    const OutlineRow& row = table.row(index);
    Ui& ui = table.screen.ui;
    const model::FieldInfo* field = field_at(column);
    if (field && field->kind != model::Kind::Ref && table.state.editing == row.task->id &&
        table.state.column == column) {
        if (cell_editor(table.screen, model::record(app::RecordType::Task), *row.task, *field, min, max))
            table.state.editing.reset();
        return;
    }
    switch (column) {
        case kCode:
            return text_in(ui, colored(body(ui), ui.theme.secondary), row.code, min, max);
        case kTitle:
            return title_cell(table, row, min, max);
        case kTaskOwner:
            return owner_cell(table, row, min, max);
        case kProgress:
            return text_in(ui, body(ui), std::to_string(row.progress) + "%", min, max);
        default:
            break;
    }
    bar_cell(table.bars, index, min, max);
}

// New tasks come after the selected one, beside it.
void add_task(Screen& screen, bool below) {
    const Task* selected = screen.view().selection.record == app::RecordType::Task
                               ? screen.plan().rows<Task>().find(screen.view().selection.id)
                               : nullptr;
    if (!selected)
        screen.want(app::AddRow{app::RecordType::Task});
    else if (below)
        screen.want(app::AddRow{app::RecordType::Task, selected->id});
    else
        screen.want(app::AddRow{app::RecordType::Task, selected->parent.id(), selected->id});
}

// The clipboard has the days as columns of their own, where the screen has bars.
app::TableView task_view() {
    return {.record = app::RecordType::Task, .columns = app::column_fields(model::record(app::RecordType::Task))};
}

void take_events(Table& table, const GridEvent& event) {
    const Screen& screen = table.screen;
    const auto task = [&](std::size_t row) { return table.row(row).task->id; };
    take_table_events(table.screen, event, [&] {
        app::TableView view = task_view();
        for (const std::size_t row : table.state.view.rows) view.rows.push_back(table.outline[row].task->id);
        return view;
    });
    if (event.fold) screen.want(app::Fold{task(*event.fold), true});
    if (event.unfold) screen.want(app::Fold{task(*event.unfold), false});
    if (screen.read_only()) return;
    if (event.opened) {
        const std::size_t column = event.opened_column.value_or(kTitle);
        screen.want(app::Select{app::RecordType::Task, task(*event.opened)});
        if (const model::FieldInfo* field = field_at(column); field && field->kind != model::Kind::Ref) {
            table.state.editing = task(*event.opened);
            table.state.column = column;
        }
    }
    if (event.insert) {
        const Task& at = *table.row(*event.insert).task;
        screen.want(app::AddRow{app::RecordType::Task, at.parent.id(), at.id});
    }
}

void outline_and_bars(Screen& screen, TasksState& state) {
    Ui& ui = screen.ui;
    const std::vector<OutlineRow>& outline = screen.work.derived().outline().rows;
    ImVec2 extent = ImGui::GetContentRegionAvail();
    extent.y = std::max(extent.y - 4, 240.f);
    if (outline.empty()) {
        if (empty_card(ui, "add-first", icon::gantt, ui.words("record.task.empty"),
                       ui.words("action.add-record", {ui.words("record.task")}), extent.x))
            add_task(screen, false);
        return take_table_events(screen, task_view());
    }
    std::vector<Column> columns{{std::string(ui.words("task.code")), 52, 52},
                                {std::string(ui.words("record.task")), 0, 150},
                                {std::string(ui.words("field.task.owner")), 84, 84},
                                {std::string(ui.words("field.task.progress")), 62, 62}};
    const bool bars = extent.x >= 640;
    if (bars) {
        // As wide as the person made the outline, else a share of the page.
        const float others = columns[kCode].width + columns[kTaskOwner].width + columns[kProgress].width;
        columns[kTitle].width = state.outline_width > 0
                                    ? std::clamp(state.outline_width, others + columns[kTitle].min_width,
                                                 std::max(others + columns[kTitle].min_width, extent.x - 200)) -
                                          others
                                    : std::clamp(extent.x * 0.22f, 170.f, 320.f);
        columns.push_back({std::string(ui.words("task.bars")), 0, 200});
    }
    const std::vector<float> widths = column_widths(ui, columns, extent.x);
    keep_view(state.view, screen, bars ? widths[kBars] : 0);
    Table table{screen, state, outline, {screen, state, outline, state.view.scale}};
    if (bars) {
        const float left = ImGui::GetCursorScreenPos().x + extent.x - widths[kBars];
        begin_bars(table.bars, left, extent.y, columns[kBars]);
    }
    GridSpec spec{.id = "tasks",
                  .name = ui.words("page.tasks"),
                  .columns = columns,
                  .rows = state.view.rows.size(),
                  .selected = state.view.selected_row,
                  .tree = true,
                  .many = true,
                  .movable = !screen.read_only()};
    if (const Id& end = screen.view().range_end; spec.selected && end)
        for (std::size_t row = 0; row < spec.rows && !spec.range_end; ++row)
            if (table.row(row).task->id == end) spec.range_end = row;
    if (const std::set<Id>& cut = screen.work.transfer().cut_rows(); !cut.empty())
        for (std::size_t row = 0; row < spec.rows; ++row)
            if (cut.contains(table.row(row).task->id)) spec.cut.push_back(row);
    spec.row_key = [&](std::size_t row) { return static_cast<NodeKey>(table.row(row).task->id.hash()); };
    spec.describe_row = [&](std::size_t row, app::MirrorNode& node) {
        const OutlineRow& shown = table.row(row);
        node.name = shown.code + " " + shown.task->title;
        node.level = static_cast<std::int16_t>(shown.depth + 1);
        if (shown.has_children)
            node.flags |= screen.view().collapsed.contains(shown.task->id) ? app::kCollapsed : app::kExpanded;
    };
    spec.cell = [&](std::size_t row, std::size_t column, ImVec2 min, ImVec2 max) {
        cell(table, row, column, min, max);
    };
    if (bars) {
        spec.header = [&](ImVec2 min, ImVec2 max, std::size_t column) {
            if (column == kBars) paint_header(ui, table.bars.ticks, min, max);
            return column == kBars;
        };
        spec.layer = [&](const GridRows& rows) { paint_bars(table.bars, rows); };
        spec.divider = ui.words("tasks.divider");
    }
    GridEvent event = grid(ui, spec, extent);
    if (table.bars.clicked) {
        const bool more = spec.selected && (ui.input.press_modifiers & app::kShift) != 0;
        (more ? event.extended : event.selected) = table.bars.clicked;
    }
    if (event.divided) state.outline_width = *event.divided;
    take_events(table, event);
}
}  // namespace

void tasks_panel(Screen& screen, PanelStates& states) {
    Ui& ui = screen.ui;
    const app::Workspace& work = screen.work;
    const std::size_t tab = screen.view().tab_of(app::Page::Tasks);
    if (tab > 0) return records_panel(screen, states.records);
    const std::string add = ui.words("action.add-record", {ui.words("record.task")}),
                      below(ui.words("action.add-subtask"));
    const bool child = work.view().selection.record == app::RecordType::Task && work.view().selection.id;
    std::vector<Tool> tools;
    // There before a task is chosen, too: the page must not jump when one is.
    if (!work.read_only()) tools.push_back({"add-below", below, {.enabled = child ? Enabled::Yes : Enabled::No}});
    if (!work.read_only()) tools.push_back({"add", add, {.style = ButtonStyle::Primary, .icon = icon::plus}});
    const std::string_view chosen =
        page_head(ui, ui.words("page.tasks"),
                  ui.words("tasks.rows", {std::to_string(work.derived().outline().rows.size())}), tools);
    if (!chosen.empty()) add_task(screen, chosen == "add-below");
    gap(8);
    page_tabs(screen, app::Page::Tasks);
    gap(12);
    outline_and_bars(screen, states.tasks);
}

}  // namespace ui
