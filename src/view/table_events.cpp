#include "view/table_events.hpp"

#include <algorithm>

#include "edit/arrange.hpp"

namespace view {
namespace {
using sheet::TableView;

void remove_rows(const Table& table, std::size_t row, app::Commands& commands) {
    TableView rows = clipboard_view(table);
    if (!rows.chosen || row < rows.first || row > rows.last) rows.first = rows.last = row;
    const auto at = [&](std::size_t place) { return rows.rows.begin() + static_cast<std::ptrdiff_t>(place); };
    commands.push(app::RemoveRows{table.record, {at(rows.first), at(rows.last + 1)}});
}

// How deep a row lies in the tree of its record; 0 without a tree.
int depth_of(const model::Plan& plan, RecordType record, const Id& id) {
    const model::FieldInfo* tree = model::record(record).tree();
    int depth = -1;
    for (const model::Row* row = plan.table(record).find(id); row && ++depth >= 0;)
        row = tree ? plan.table(record).find(model::get_ref(*row, *tree)) : nullptr;
    return depth;
}

// A dragged row keeps its level where that is possible between the two rows it is let go at: it goes behind the last
// row of its level above, else before the row below.
std::optional<edit::MoveRow> dropped(const model::Plan& plan, const Table& table, std::size_t row, std::size_t gap) {
    if (gap == row || gap == row + 1) return std::nullopt;
    const auto depth = [&](std::size_t place) { return depth_of(plan, table.record, table.rows[place]); };
    const int own = depth(row), below = gap < table.rows.size() ? depth(gap) : 0;
    const bool before = gap < table.rows.size() && (own <= below || depth(gap - 1) <= below);
    std::size_t beside = before ? gap : gap - 1;
    while (!before && depth(beside) > own) --beside;
    return edit::move_beside(plan, table.record, table.rows[row], table.rows[beside],
                             before ? edit::Side::Before : edit::Side::After);
}

void choose(const app::Workspace& work, const Table& table, const TableEvent& event, app::Commands& commands) {
    if (event.selected) commands.push(app::Select{table.record, table.rows[*event.selected]});
    if (event.extended || event.all) {
        const std::size_t to = event.all ? table.rows.size() - 1 : *event.extended;
        const bool anchored = !event.all && table.chosen;
        if (!anchored) commands.push(app::Select{table.record, table.rows[event.all ? 0 : to]});
        commands.push(app::SelectTo{table.rows[to]});
    }
    if (event.context) {  // else the inspector would lie over the menu
        const bool inspected = work.view().inspector_open && work.view().selection.id;
        commands.push(app::Select{table.record, table.rows[*event.context],
                                  inspected ? app::Inspector::Opens : app::Inspector::Stays});
    }
    if (event.fold) commands.push(app::Fold{table.rows[*event.fold], true});
    if (event.unfold) commands.push(app::Fold{table.rows[*event.unfold], false});
}

// Of rows that are not the plan's.
void take_others(const Table& table, const TableEvent& event, app::Commands& commands) {
    using Act = Table::Act;
    const auto want = [&](const std::optional<std::size_t>& row, Act act) {
        if (row) table.wants(*row, act).push_to(commands);
    };
    const bool opens = event.selected && table.can(kOpensByClick) && !event.by_key;
    want(event.selected, opens ? Act::Open : Act::Choose);
    if (!opens) want(event.opened, Act::Open);
    want(event.remove, Act::Remove);
}

// The column that a double click has met, if it is edited in place, else the title; a key means the title at once.
const model::FieldInfo* edited_field(const Table& table, std::optional<std::size_t> column) {
    if (column) return table.columns[*column].field;
    const auto titled = std::ranges::find(table.columns, Holds::Title, &Column::holds);
    return titled == table.columns.end() ? table.columns.front().field : titled->field;
}
}  // namespace

std::optional<EditPlace> take(const app::Workspace& work, const Table& table, const TableEvent& event,
                              app::Commands& commands) {
    if (table.wants) {
        take_others(table, event, commands);
        return std::nullopt;
    }
    choose(work, table, event, commands);
    const bool arranges = table.can(kArranges) && !work.read_only();
    if (event.remove && table.can(kRemoves) && !work.read_only()) remove_rows(table, *event.remove, commands);
    if (event.moved && arranges)
        if (const auto move = dropped(work.plan(), table, *event.moved, event.moved_to))
            commands.push(app::PlaceRow{move});
    if (event.insert && arranges) {
        const model::FieldInfo* parent = model::record(table.record).parent();
        const Id& after = table.rows[*event.insert];
        const model::Row* row = work.plan().table(table.record).find(after);
        commands.push(app::AddRow{table.record, parent && row ? model::get_ref(*row, *parent) : Id{}, after});
    }
    if (!event.opened) return std::nullopt;
    const Id& opened = table.rows[*event.opened];
    commands.push(app::Select{table.record, opened});
    const model::FieldInfo* field = arranges ? edited_field(table, event.opened_column) : nullptr;
    return field ? std::optional(EditPlace{opened, field}) : std::nullopt;
}

bool take_clipboard(const app::Workspace& work, const Table& table, const app::FrameInput& input,
                    app::Commands& commands) {
    bool used = false;
    if (!table.can(kCopies) || work.dialog().kind != app::DialogKind::None || work.view().search_open) return used;
    for (const app::PlatformEvent& each : input.events) {
        if (const auto* copy = std::get_if<app::CopyWanted>(&each)) {
            commands.push(app::CopyRows{clipboard_view(table), copy->cut ? sheet::Cut::Yes : sheet::Cut::No});
        } else if (const auto* pasted = std::get_if<app::Pasted>(&each)) {
            commands.push(app::PasteRows{clipboard_view(table), pasted->text, pasted->html});
        } else if (const auto* pressed = std::get_if<app::KeyPressed>(&each);
                   pressed && pressed->key == "Escape" && input.editing == 0 && !work.transfer().cut_rows().empty()) {
            commands.push(app::ForgetCut{});
            used = true;
        }
    }
    return used;
}

}  // namespace view
