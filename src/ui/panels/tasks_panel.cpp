// Tasks: outline and Gantt bars in one table.
#include "ui/gantt_pane.hpp"
#include "ui/icons.hpp"
#include "ui/layout.hpp"
#include "ui/panels/panels.hpp"

namespace ui {
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
    if (!chosen.empty())
        screen.want(view::add_task(work, chosen == "add-below" ? view::NewTask::Below : view::NewTask::Beside));
    gap(8);
    page_tabs(screen, app::Page::Tasks);
    gap(12);
    outline_and_bars(screen, states.tasks);
}

}  // namespace ui
