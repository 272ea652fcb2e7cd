#include "view/table_keys.hpp"

#include <algorithm>

namespace view {
namespace {
// Where a key that goes somewhere goes.
std::optional<std::size_t> gone_to(std::size_t rows, std::size_t row, std::size_t page, std::string_view key,
                                   unsigned modifiers) {
    const std::size_t last = rows - 1;
    if (key == "Home") return 0;
    if (key == "End") return last;
    if ((modifiers & app::kCtrl) != 0) return std::nullopt;
    if (key == "ArrowDown") return std::min(row + 1, last);
    if (key == "ArrowUp") return row == 0 ? 0 : row - 1;
    if (key == "PageDown") return std::min(row + page, last);
    if (key == "PageUp") return row > page ? row - page : 0;
    return std::nullopt;
}
}  // namespace

void TableEvent::add(const TableEvent& more) {
    const std::pair<std::optional<std::size_t>*, const std::optional<std::size_t>*> places[] = {
        {&selected, &more.selected}, {&extended, &more.extended},
        {&opened, &more.opened},     {&opened_column, &more.opened_column},
        {&fold, &more.fold},         {&unfold, &more.unfold},
        {&remove, &more.remove},     {&insert, &more.insert},
        {&context, &more.context}};
    for (const auto& [mine, other] : places)
        if (*other) *mine = *other;
    all = all || more.all;
    by_key = by_key || more.by_key;
}

std::optional<TableEvent> key_on_row(const Table& table, const Chosen& chosen, std::size_t row, std::size_t page,
                                     std::string_view key, unsigned modifiers) {
    TableEvent event;
    const bool plain = modifiers == 0, ctrl = modifiers == app::kCtrl;
    const bool extends = modifiers == app::kShift && table.can(kChoosesMany) && chosen.row;
    if (plain || ctrl || extends) {
        if (const auto to = gone_to(table.rows.size(), row, page, key, modifiers)) {
            (extends ? event.extended : event.selected) = to;
            event.by_key = true;
            return event;
        }
    }
    if (ctrl && key == "a" && table.can(kChoosesMany))
        event.all = true;
    else if (plain && key == "ArrowLeft" && table.can(kFolds))
        event.fold = row;
    else if (plain && key == "ArrowRight" && table.can(kFolds))
        event.unfold = row;
    else if (plain && key == "F2")
        event.opened = row;
    else if (plain && key == "Delete")
        event.remove = row;
    else if ((plain && key == "Insert") || (ctrl && key == "Enter"))
        event.insert = row;
    else
        return std::nullopt;
    return event;
}

TableEvent click_on_row(const Table& table, const Chosen& chosen, std::size_t row, unsigned modifiers) {
    TableEvent event;
    const bool extends = table.can(kChoosesMany) && chosen.row && (modifiers & app::kShift) != 0;
    (extends ? event.extended : event.selected) = row;
    return event;
}

}  // namespace view
