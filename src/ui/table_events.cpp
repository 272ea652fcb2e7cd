#include "ui/table_events.hpp"

#include <algorithm>

#include "app/actions.hpp"
#include "edit/arrange.hpp"
#include "ui/action_menu.hpp"

namespace ui {
namespace {
app::TableView chosen_view(const Screen& screen, const base::Callback<app::TableView()>& make) {
    app::TableView view = make();
    const app::View& shown = screen.view();
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
void remove_chosen(Screen& screen, const app::TableView& view) {
    if (!view.chosen) return;
    const auto row = [&](std::size_t at) { return view.rows.begin() + static_cast<std::ptrdiff_t>(at); };
    screen.want(app::RemoveRows{view.record, {row(view.first), row(view.last + 1)}});
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
    const model::Plan& plan = screen.plan();
    const std::size_t gap = event.moved_to;
    if (gap == *event.moved || gap == *event.moved + 1) return;
    const auto depth = [&](std::size_t row) { return depth_of(plan, view.record, view.rows[row]); };
    const int own = depth(*event.moved), below = gap < view.rows.size() ? depth(gap) : 0;
    const bool before = gap < view.rows.size() && (own <= below || depth(gap - 1) <= below);
    std::size_t beside = before ? gap : gap - 1;
    while (!before && depth(beside) > own) --beside;
    const auto move = edit::move_beside(plan, view.record, view.rows[*event.moved], view.rows[beside],
                                        before ? edit::Side::Before : edit::Side::After);
    if (move) screen.want(app::PlaceRow{move});
}

void row_menu(Screen& screen, const GridEvent& event, const base::Callback<app::TableView()>& make) {
    Ui& ui = screen.ui;
    if (event.context) {
        const app::TableView view = make();
        // Else the inspector would lie over the menu.
        const bool inspected = screen.view().inspector_open && screen.view().selection.id;
        screen.want(app::Select{view.record, view.rows[*event.context],
                                inspected ? app::Inspector::Opens : app::Inspector::Stays});
        ui.memory.menu_at = event.context_at;
        open_popup(ui, "row-menu");
    }
    const std::vector<const app::Action*> actions = app::actions_of(app::ActionGroup::Row);
    Popup popup(ui, "row-menu", ui.memory.menu_at, ui.memory.menu_at, ImVec2(260, menu_height(ui, actions.size())),
                PopupKind::Menu, ui.words("action.row-menu"));
    if (popup.open()) action_entries(screen, popup, actions);
}
}  // namespace

void take_table_events(Screen& screen, const GridEvent& event, const base::Callback<app::TableView()>& make) {
    if (event.selected) {
        const app::TableView view = make();
        screen.want(app::Select{view.record, view.rows[*event.selected]});
    }
    if (event.extended || event.all) {
        const app::TableView view = make();
        const std::size_t to = event.all ? view.rows.size() - 1 : *event.extended;
        const app::Selection& selection = screen.view().selection;
        const bool anchored = !event.all && selection.record == view.record && selection.id;
        if (!anchored) screen.want(app::Select{view.record, view.rows[event.all ? 0 : to]});
        screen.want(app::SelectTo{view.rows[to]});
    }
    if (event.remove && !screen.read_only()) {
        app::TableView view = chosen_view(screen, make);
        if (!view.chosen || *event.remove < view.first || *event.remove > view.last) {
            view.chosen = true;
            view.first = view.last = *event.remove;
        }
        remove_chosen(screen, view);
    }
    if (event.moved && !screen.read_only()) drop_row(screen, event, make());
    row_menu(screen, event, make);
    if (screen.dialog().kind != app::DialogKind::None || screen.view().search_open) return;
    for (const app::PlatformEvent& each : screen.ui.input.events) {
        if (const auto* copy = std::get_if<app::CopyWanted>(&each)) {
            screen.want(app::CopyRows{chosen_view(screen, make), copy->cut ? app::Cut::Yes : app::Cut::No});
        } else if (const auto* pasted = std::get_if<app::Pasted>(&each)) {
            screen.want(app::PasteRows{chosen_view(screen, make), pasted->text, pasted->html});
        } else if (const auto* pressed = std::get_if<app::KeyPressed>(&each);
                   pressed && pressed->key == "Escape" && screen.ui.input.editing == 0 &&
                   !screen.work.transfer().cut_rows().empty()) {
            screen.want(app::ForgetCut{});
            screen.ui.output.key_used = true;
        }
    }
}

void choose_rows(const Screen& screen, model::RecordType record, GridSpec& spec,
                 const base::Callback<const model::Id&(std::size_t)>& row) {
    const app::View& view = screen.view();
    if (const std::set<model::Id>& cut = screen.work.transfer().cut_rows(); !cut.empty())
        for (std::size_t i = 0; i < spec.rows; ++i)
            if (cut.contains(row(i))) spec.cut.push_back(i);
    if (view.selection.record != record || view.selection.id.empty()) return;
    for (std::size_t i = 0; i < spec.rows; ++i) {
        if (row(i) == view.selection.id) spec.selected = i;
        if (row(i) == view.range_end) spec.range_end = i;
    }
}

}  // namespace ui
