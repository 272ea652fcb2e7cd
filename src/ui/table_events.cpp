#include "ui/table_events.hpp"

#include <algorithm>

#include "app/actions.hpp"
#include "edit/arrange.hpp"
#include "ui/popup.hpp"

namespace ui {
namespace {
app::TableView chosen_view(const Screen& screen, const base::Callback<app::TableView()>& make) {
    app::TableView view = make();
    const app::View& shown = screen.work.view;
    if (shown.selection.record != view.record) return view;
    const auto place = [&](const model::Id& id) {
        return static_cast<std::size_t>(std::ranges::find(view.rows, id) - view.rows.begin());
    };
    const std::size_t at = place(shown.selection.id), end = shown.range_end.empty() ? at : place(shown.range_end);
    view.chosen = at < view.rows.size() && end < view.rows.size();
    if (view.chosen) {
        view.first = std::min(at, end);
        view.last = std::max(at, end);
    }
    return view;
}
// How deep a row lies in the tree of its record; 0 without a tree.
int depth_of(const model::Plan& plan, model::RecordType record, const model::Id& id) {
    const model::FieldInfo* parent = model::record(record).parent();
    int depth = -1;
    for (const model::Row* row = plan.table(record).find(id); row && ++depth >= 0;)
        row = parent && parent->has(model::kTree) ? plan.table(record).find(model::get_ref(*row, *parent)) : nullptr;
    return depth;
}

// A dragged row keeps its level where that is possible between the two rows it is let go at: it goes behind the last
// row of its level above, else before the row below.
void drop_row(Screen& screen, const GridEvent& event, const app::TableView& view) {
    app::Workspace& work = screen.work;
    const std::size_t gap = event.moved_to;
    if (gap == *event.moved || gap == *event.moved + 1) return;
    const auto depth = [&](std::size_t row) { return depth_of(work.plan(), view.record, view.rows[row]); };
    const int own = depth(*event.moved), below = gap < view.rows.size() ? depth(gap) : 0;
    const bool before = gap < view.rows.size() && (own <= below || depth(gap - 1) <= below);
    std::size_t beside = before ? gap : gap - 1;
    while (!before && depth(beside) > own) --beside;
    const auto move = edit::move_beside(work.plan(), view.record, view.rows[*event.moved], view.rows[beside],
                                        before ? edit::Side::Before : edit::Side::After);
    if (move) work.move_row(move);
}

constexpr std::string_view row_actions[] = {"add-row", "row-up", "row-down", "row-out", "row-in", "remove-row"};

void row_menu(Screen& screen, const GridEvent& event, const base::Callback<app::TableView()>& make) {
    Ui& ui = screen.ui;
    if (event.context) {
        const app::TableView view = make();
        app::View& shown = screen.work.view;
        const bool inspected = shown.inspector_open && shown.selection.id;
        screen.work.select(view.record, view.rows[*event.context]);
        shown.inspector_open = inspected;  // it would lie over the menu
        ui.memory.menu_at = event.context_at;
        open_popup(ui, "row-menu");
    }
    Popup popup(ui, "row-menu", ui.memory.menu_at, ui.memory.menu_at,
                ImVec2(260, menu_height(ui, std::size(row_actions))), PopupKind::Menu, ui.words("action.row-menu"));
    if (!popup.open()) return;
    for (const std::string_view id : row_actions) {
        const app::Action& action = app::action(id);
        const Enabled enabled = action.enabled(screen.work) ? Enabled::Yes : Enabled::No;
        if (!popup_entry(ui, id, ui.words("action." + std::string(id)), Role::MenuItem, false, nullptr,
                         app::shortcut_text(action.shortcut), enabled))
            continue;
        action.run(screen.work);
        popup.close();
    }
}
}  // namespace

void take_table_events(Screen& screen, const GridEvent& event, const base::Callback<app::TableView()>& make) {
    app::Workspace& work = screen.work;
    if (event.selected) {
        const app::TableView view = make();
        work.select(view.record, view.rows[*event.selected]);
    }
    if (event.extended || event.all) {
        const app::TableView view = make();
        const std::size_t to = event.all ? view.rows.size() - 1 : *event.extended;
        const bool anchored = !event.all && work.view.selection.record == view.record && work.view.selection.id;
        if (!anchored) work.select(view.record, view.rows[event.all ? 0 : to]);
        work.view.range_end = view.rows[to];
    }
    if (event.remove && !work.read_only()) {
        app::TableView view = chosen_view(screen, make);
        if (!view.chosen || *event.remove < view.first || *event.remove > view.last) {
            view.chosen = true;
            view.first = view.last = *event.remove;
        }
        work.remove_rows(view);
    }
    if (event.moved && !work.read_only()) drop_row(screen, event, make());
    row_menu(screen, event, make);
    if (work.dialog.kind != app::DialogKind::None || work.view.search_open) return;
    for (const app::PlatformEvent& each : screen.ui.input.events) {
        if (const auto* copy = std::get_if<app::CopyWanted>(&each)) {
            const app::TableView view = chosen_view(screen, make);
            work.copy_rows(view);
            if (copy->cut && !work.read_only()) work.remove_rows(view);
        } else if (const auto* pasted = std::get_if<app::Pasted>(&each)) {
            work.paste_rows(chosen_view(screen, make), *pasted);
        }
    }
}

void choose_rows(const Screen& screen, model::RecordType record, GridSpec& spec,
                 const base::Callback<const model::Id&(std::size_t)>& row) {
    const app::View& view = screen.work.view;
    if (view.selection.record != record || view.selection.id.empty()) return;
    for (std::size_t i = 0; i < spec.rows; ++i) {
        if (row(i) == view.selection.id) spec.selected = i;
        if (row(i) == view.range_end) spec.range_end = i;
    }
}

}  // namespace ui
