// ui/table_events.hpp: what every table of rows does with a grid's events and with the clipboard.
#pragma once

#include "base/callback.hpp"
#include "ui/grid.hpp"
#include "ui/screen.hpp"

namespace ui {

// Chooses and removes rows, and answers copy, cut and paste. view is made only when it is needed; choose_in fills in
// which of its rows are chosen.
void take_table_events(Screen& screen, const GridEvent& event, const base::Callback<app::TableView()>& view);
// The same for a table that has no rows yet: only paste.
inline void take_table_events(Screen& screen, const app::TableView& view) {
    take_table_events(screen, {}, [&] { return view; });
}

// Which rows of a grid are chosen, from the workspace's selection, and which are cut; row ids by their place.
void choose_rows(const Screen& screen, model::RecordType record, GridSpec& spec,
                 const base::Callback<const model::Id&(std::size_t)>& row);

}  // namespace ui
