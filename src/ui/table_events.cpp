#include "ui/table_events.hpp"

#include <algorithm>

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
