// view/table_keys.hpp: what a key or a click on a row means.
#pragma once

#include <optional>
#include <string_view>

#include "view/table.hpp"

namespace view {

// What was done to a table, in its own terms: rows by their places.
struct TableEvent {
    std::optional<std::size_t> selected = {};  // this row alone is chosen
    std::optional<std::size_t> extended = {};  // … the range goes to here
    bool all = false;
    bool by_key = false;  // a key has gone there: what a click opens is only reached
    std::optional<std::size_t> opened = {};
    std::optional<std::size_t> opened_column = {};  // among all columns; nothing: no certain one
    std::optional<std::size_t> fold = {}, unfold = {};
    std::optional<std::size_t> remove = {};
    std::optional<std::size_t> insert = {};   // a new row after this one
    std::optional<std::size_t> context = {};  // its menu was asked for
    std::optional<std::size_t> moved = {};    // was dragged,
    std::size_t moved_to = 0;                 // before the row that stands here now, or behind the last one

    void add(const TableEvent& more);  // done in the same frame
    // The row that takes the focus: where a key has gone.
    [[nodiscard]] std::optional<std::size_t> reached() const { return extended ? extended : selected; }
};

// page: how many rows PageDown passes. Nothing: the key means nothing here and is left to others.
std::optional<TableEvent> key_on_row(const Table& table, const Chosen& chosen, std::size_t row, std::size_t page,
                                     std::string_view key, unsigned modifiers);
TableEvent click_on_row(const Table& table, const Chosen& chosen, std::size_t row, unsigned modifiers);

}  // namespace view
