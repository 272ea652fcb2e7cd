#include "ui/grid.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/drag.hpp"
#include "ui/icons.hpp"
#include "ui/panes.hpp"

namespace ui {
namespace {
struct Layout {
    std::vector<float> widths, lefts;
    std::vector<float> tops;  // empty: rows of one height
    float row_height = 0;
    std::size_t rows = 0;

    [[nodiscard]] float top(std::size_t row) const {
        return tops.empty() ? static_cast<float>(row) * row_height : tops[row];
    }
    [[nodiscard]] float bottom(std::size_t row) const { return top(row + 1); }
    [[nodiscard]] float height() const { return top(rows); }
    [[nodiscard]] std::size_t row_at(float y) const {
        if (rows == 0 || y <= 0) return 0;
        if (tops.empty()) return std::min(rows - 1, static_cast<std::size_t>(y / row_height));
        const auto after = std::upper_bound(tops.begin(), tops.end(), y);
        return std::min(rows - 1, static_cast<std::size_t>(after - tops.begin()) - 1);
    }
};

Layout layout_of(const Ui& ui, const GridSpec& spec, float width) {
    Layout layout;
    layout.rows = spec.rows();
    layout.row_height = ui.row_height();
    layout.widths = column_widths(ui, spec.columns, width);
    float left = 0;
    for (const float w : layout.widths) {
        layout.lefts.push_back(left);
        left += w;
    }
    layout.lefts.push_back(left);
    if (spec.row_height)
        layout.tops = row_tops(spec.rows(), [&](std::size_t row) { return spec.row_height(row, layout.widths); });
    return layout;
}

void draw_header(Ui& ui, const GridSpec& spec, const Layout& layout, ImVec2 at, float scroll_x) {
    Region header(ui, "header", Role::Row, {}, {at.x, at.y, layout.lefts.back(), ui.row_height()});
    header.node().row = 1;
    for (std::size_t column = 0; column < spec.columns.size(); ++column) {
        const ImVec2 min(at.x + layout.lefts[column] - scroll_x, at.y),
            max(min.x + layout.widths[column], at.y + ui.row_height());
        const NodeKey key = key_of("head" + std::to_string(column));
        app::MirrorNode& node = add_node(ui, key, Role::ColumnHeader, spec.columns[column].title, min, max);
        node.column = static_cast<int>(column) + 1;
        node.description = spec.columns[column].description;
        if (spec.columns[column].zooms) node.flags |= app::kZooms;
        if (!spec.header || !spec.header(min, max, column))
            text_in(ui, secondary(ui), spec.columns[column].title, ImVec2(min.x + cell_padding, min.y),
                    ImVec2(max.x - cell_padding, max.y), spec.columns[column].align_right ? 1.f : 0.f, false);
    }
}

bool is_chosen(const view::Chosen& chosen, std::size_t row) {
    if (!chosen.row) return false;
    const std::size_t end = chosen.end.value_or(*chosen.row);
    return row >= std::min(*chosen.row, end) && row <= std::max(*chosen.row, end);
}

NodeKey node_key(const GridSpec& spec, std::size_t row) {
    return static_cast<NodeKey>(spec.table.rows[row].hash());
}

NodeKey key_of_rows(const GridSpec& spec) {
    return ImHashData(spec.table.id.data(), spec.table.id.size(), ImHashStr("rows"));
}

// A row held by the pointer goes between the rows that it is let go at; held at an edge it scrolls the table.
void drag_rows(Ui& ui, const GridSpec& spec, const Layout& layout, ImVec2 origin, float view, GridEvent& event) {
    const NodeKey source = key_of_rows(spec);
    if (!is_held(ui, source)) return;
    const float low = origin.y + ImGui::GetScrollY(), at = ImGui::GetMousePos().y;
    const float y = std::clamp(at, low, low + view) - origin.y;
    const std::size_t over = layout.row_at(y);
    drag_over(ui, source, over + (2 * y > layout.top(over) + layout.bottom(over)));
    const Dragged row = dragged(ui, source);
    const std::size_t held = row.payload, gap = row.target.value_or(held);
    if (!row || held >= layout.rows) return;
    if (!row.moving()) {
        event.moved = held;
        event.moved_to = gap;
        return;
    }
    ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
    ImGui::SetScrollY(ImGui::GetScrollY() + edge_scroll(ui, at, low, low + view));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float right = origin.x + layout.lefts.back();
    draw->AddRect(ImVec2(origin.x + 1, origin.y + layout.top(held)), ImVec2(right - 1, origin.y + layout.bottom(held)),
                  ui.theme.accent, 2);
    const float line = std::clamp(origin.y + layout.top(gap), low + 1, low + view - 1);
    draw->AddRectFilled(ImVec2(origin.x, line - 1.5f), ImVec2(right, line + 1.5f), ui.theme.accent);
}

void draw_dashes(ImDrawList* draw, ImVec2 min, ImVec2 max, ImU32 color) {
    constexpr float dash = 5, step = 9;
    for (float x = min.x; x < max.x; x += step)
        for (const float y : {min.y, max.y - 2})
            draw->AddRectFilled(ImVec2(x, y), ImVec2(std::min(x + dash, max.x), y + 1), color);
    for (float y = min.y; y < max.y; y += step)
        for (const float x : {min.x, max.x - 1})
            draw->AddRectFilled(ImVec2(x, y), ImVec2(x + 1, std::min(y + dash, max.y)), color);
}

// The row's node: what it is called, where it stands in the tree, whether it is chosen.
NodeKey add_row_node(Ui& ui, const GridSpec& spec, const view::Row& shown, std::size_t row, ImVec2 min, ImVec2 max) {
    const bool tab_stop = spec.chosen.row == row || (!spec.chosen.row && row == 0);
    const std::uint32_t flags = (tab_stop ? app::kTabStop : app::kFocusable) |
                                (is_chosen(spec.chosen, row) ? app::kSelected : app::kUnselected);
    const NodeKey key = key_of("row");
    app::MirrorNode& node = add_node(ui, key, Role::Row, shown.name, min, max, flags);
    node.row = static_cast<int>(row) + 2;  // the header is the first
    node.description = shown.description;
    if (spec.table.can(view::kFolds)) node.level = static_cast<std::int16_t>(shown.depth + 1);
    if (shown.folded != view::Folded::Leaf)
        node.flags |= shown.folded == view::Folded::Yes ? app::kCollapsed : app::kExpanded;
    if (std::ranges::binary_search(spec.chosen.cut, row)) node.description = ui.words("row.cut");
    return key;
}

void draw_row_background(Ui& ui, const GridSpec& spec, std::size_t row, ImVec2 min, ImVec2 max) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const bool hovered = ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(min, max);
    if (is_chosen(spec.chosen, row))
        draw->AddRectFilled(min, max, ui.theme.accent_soft);
    else if (hovered)
        draw->AddRectFilled(min, max, ui.theme.hover);
    if (hovered && spec.table.can(view::kArranges) && !ui.input.coarse_pointer)
        draw_icon(draw, ui, icon::drag, ImVec2(min.x + 6, (min.y + max.y) / 2), 12, ui.theme.faint);
    if (row + 1 < spec.rows()) draw->AddRectFilled(ImVec2(min.x, max.y - 1), max, ui.theme.border);
}

// Whether this window is on top there: neither scrolled away nor under something that lies over the page.
bool is_seen_at(const Ui& ui, ImVec2 at) {
    const ImGuiWindow* window = ImGui::GetCurrentWindow();
    ImGuiWindow* top = nullptr;
    ImGui::FindHoveredWindowEx(at, false, &top, nullptr);
    return !ui.covered && window->ClipRect.Contains(at) && top && top->RootWindow == window->RootWindow;
}

void take_row_events(Ui& ui, const GridSpec& spec, const Layout& layout, const Item& it, std::size_t row,
                     std::size_t page, GridEvent& event) {
    if (it.clicked && !is_dragging(ui))  // the release that drops something is none
        event.add(view::click_on_row(spec.table, spec.chosen, row, ui.input.press_modifiers));
    if (it.double_clicked || ui.activated(it.key)) {
        event.opened = row;
        const float x = ImGui::GetMousePos().x - it.min.x;
        for (std::size_t column = 0; it.double_clicked && column < spec.columns.size(); ++column)
            if (x >= layout.lefts[column] && x < layout.lefts[column + 1]) event.opened_column = column;
    }
    for (const app::PlatformEvent& each : ui.input.events)
        if (const auto* menu = std::get_if<app::ContextMenuWanted>(&each)) {
            const ImVec2 at(menu->x, menu->y);
            if (!ImRect(it.min, it.max).Contains(at) || !is_seen_at(ui, at)) continue;
            event.context = row;
            event.context_at = at;
        }
    if (spec.table.can(view::kArranges) && it.held && ImGui::IsMouseClicked(ImGuiMouseButton_Left))
        begin_drag(ui, key_of_rows(spec), row);
    const app::KeyPressed* pressed = ui.key_on(it.key);
    const auto meant =
        pressed ? view::key_on_row(spec.table, spec.chosen, row, page, pressed->key, pressed->modifiers) : std::nullopt;
    if (!meant) return;
    ui.output.key_used = true;
    event.add(*meant);
    if (!meant->reached()) return;
    ImGui::PushOverrideID(node_key(spec, *meant->reached()));
    ui.memory.want_focus = key_of("row");
    ImGui::PopID();
}

void draw_row(Ui& ui, const GridSpec& spec, const Layout& layout, std::size_t row, ImVec2 origin, std::size_t page,
              GridEvent& event) {
    const float top = origin.y + layout.top(row), bottom = origin.y + layout.bottom(row);
    const ImVec2 row_min(origin.x, top), row_max(origin.x + layout.lefts.back(), bottom);
    ImGui::PushOverrideID(node_key(spec, row));
    const view::Row shown = spec.table.row(row);
    const NodeKey key = add_row_node(ui, spec, shown, row, row_min, row_max);
    draw_row_background(ui, spec, row, row_min, row_max);
    const NodeKey parent = ui.parent;
    ui.parent = key;
    for (std::size_t column = 0; column < spec.columns.size(); ++column) {
        const ImVec2 min(origin.x + layout.lefts[column], top), max(min.x + layout.widths[column], bottom - 1);
        const NodeKey cell_key = key_of("cell" + std::to_string(column));
        app::MirrorNode& node = add_node(ui, cell_key, Role::GridCell, {}, min, max);
        node.column = static_cast<int>(column) + 1;
        if (spec.columns[column].zooms) node.flags |= app::kZooms;
        ui.parent = cell_key;
        spec.cell(shown, row, column, ImVec2(min.x + cell_padding, min.y), ImVec2(max.x - cell_padding, max.y));
        ui.parent = key;
    }
    ui.parent = parent;
    if (std::ranges::binary_search(spec.chosen.cut, row))
        draw_dashes(ImGui::GetWindowDrawList(), row_min, row_max, ui.theme.accent);
    const Item it = item_around(ui, key, row_min, ImVec2(row_max.x - row_min.x, row_max.y - row_min.y));
    focus_ring(ui, it, 2);
    ImGui::PopID();
    take_row_events(ui, spec, layout, it, row, page, event);
}

// The border between the columns and the pane. Its node is no part of the table.
void divide(Ui& ui, const GridSpec& spec, const Layout& layout, ImVec2 at, float view, NodeKey outside,
            GridEvent& event) {
    if (!spec.columns.back().pane) return;
    float least = 0;
    for (std::size_t i = 0; i + 1 < spec.columns.size(); ++i)
        least +=
            spec.columns[i].min_width > 0 ? std::min(layout.widths[i], spec.columns[i].min_width) : layout.widths[i];
    const float value = layout.lefts[spec.columns.size() - 1];
    const NodeKey inside = std::exchange(ui.parent, outside);
    event.divided = divider(ui, "divider", spec.divider, ImVec2(at.x + value, at.y), view,
                            {value, least, layout.lefts.back() - spec.columns.back().min_width});
    ui.parent = inside;
}

void paint_layer(const GridSpec& spec, const Layout& layout, ImVec2 origin, float scroll, float view) {
    if (!spec.layer) return;
    const ImVec2 min(origin.x + layout.lefts[spec.columns.size() - 1], origin.y + scroll);
    const ImVec2 max(origin.x + layout.lefts.back(), std::min(min.y + view, origin.y + layout.height()));
    ImGui::PushClipRect(min, max, true);
    spec.layer({min, max, [&](std::size_t row) { return origin.y + layout.top(row); }});
    ImGui::PopClipRect();
}

void keep_visible(const Layout& layout, std::size_t row, float view) {
    const float scroll = ImGui::GetScrollY();
    if (layout.top(row) < scroll)
        ImGui::SetScrollY(layout.top(row));
    else if (layout.bottom(row) > scroll + view)
        ImGui::SetScrollY(layout.bottom(row) - view);
}
}  // namespace

void RowHeights::keep(const model::Plan& plan, std::string subject, std::span<const base::Id> rows) {
    if (plan_.same(plan) && subject_ == subject && std::equal(rows.begin(), rows.end(), rows_.begin(), rows_.end()))
        return;
    plan_ = plan;
    subject_ = std::move(subject);
    rows_.assign(rows.begin(), rows.end());
    heights_.assign(rows.size(), -1);
}

float RowHeights::get(std::size_t row, std::span<const float> widths, const base::Callback<float()>& compute) {
    if (!std::equal(widths.begin(), widths.end(), widths_.begin(), widths_.end())) {
        widths_.assign(widths.begin(), widths.end());
        heights_.assign(heights_.size(), -1);
    }
    if (heights_[row] < 0) heights_[row] = compute();
    return heights_[row];
}

std::vector<float> row_tops(std::size_t rows, const base::Callback<float(std::size_t)>& height) {
    std::vector<float> tops(rows + 1, 0);
    for (std::size_t row = 0; row < rows; ++row) tops[row + 1] = tops[row] + height(row);
    return tops;
}

std::vector<float> column_widths(const Ui& ui, std::span<const Column> columns, float total) {
    std::vector<view::Width> wanted;
    for (const Column& column : columns) {
        const float title = std::ceil(text_width(secondary(ui), column.title)) + 2 * cell_padding;
        const bool fixed = column.width > 0;
        wanted.push_back({.least = std::max(fixed ? column.width : column.min_width, title), .grows = !fixed});
    }
    return view::share_out(wanted, total);
}

GridEvent grid(Ui& ui, const GridSpec& spec, ImVec2 extent) {
    GridEvent event;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float head = ui.row_height();
    ImGui::PushID(spec.table.id.data(), spec.table.id.data() + spec.table.id.size());
    // No column under the scroll bar. Whether there is one is known from the last frame, because heights follow widths.
    Memory::Scrolled& scrolled = ui.memory.scrolled[key_of("scrolled")];
    const float room = extent.x - (scrolled.down ? ImGui::GetStyle().ScrollbarSize : 0);
    const Layout layout = layout_of(ui, spec, room);
    const bool beside = layout.lefts.back() > room + 1;  // it scrolls sideways, too
    const float wanted = head + layout.height() + (beside ? 14 : 0) + 1;
    extent.y = std::min(extent.y, std::max(wanted, head * 2));
    const ImVec2 end(at.x + extent.x, at.y + extent.y);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(at, end, ui.theme.surface, size::card_radius);
    draw->AddRectFilled(at, ImVec2(end.x, at.y + head), ui.theme.surface_2, size::card_radius,
                        ImDrawFlags_RoundCornersTop);
    draw->AddRectFilled(ImVec2(at.x, at.y + head - 1), ImVec2(end.x, at.y + head), ui.theme.border);

    const NodeKey outside = ui.parent;
    Region table(ui, "table", spec.table.can(view::kFolds) ? Role::TreeGrid : Role::Grid, spec.table.name,
                 {at.x, at.y, extent.x, extent.y});
    table.node().rows = static_cast<int>(spec.rows()) + 1;
    if (spec.table.can(view::kChoosesMany)) table.node().flags |= app::kMultiSelect;
    table.node().columns = static_cast<int>(spec.columns.size());
    ImGui::PushClipRect(at, ImVec2(end.x, at.y + head), true);
    draw_header(ui, spec, layout, at, scrolled.x);
    ImGui::PopClipRect();

    ImGui::SetCursorScreenPos(ImVec2(at.x, at.y + head));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::BeginChild(
        "body", ImVec2(extent.x, extent.y - head), ImGuiChildFlags_None,
        ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground | (beside ? ImGuiWindowFlags_HorizontalScrollbar : 0));
    const float view = ImGui::GetWindowHeight();
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    scrolled.x = ImGui::GetScrollX();
    const bool down = layout.height() > view;
    if (std::exchange(scrolled.down, down) != down) ui.output.wake_in(0);
    const float scroll = ImGui::GetScrollY();
    const std::size_t page = std::max<std::size_t>(1, static_cast<std::size_t>(view / layout.row_height) - 1);
    if (spec.rows() > 0) {
        divide(ui, spec, layout, ImVec2(origin.x, at.y + head), view, outside, event);
        // The rows lie in a node that scrolls as a whole: theirs stay where they are in it.
        Region body(ui, "rows", Role::RowGroup, {}, {origin.x, origin.y, layout.lefts.back(), layout.height()});
        const std::size_t first = layout.row_at(scroll), last = layout.row_at(scroll + view);
        // Out of view, but with the focus or reached with Tab: the ends of what is chosen, else the first row.
        std::size_t ends[] = {spec.chosen.row.value_or(0), spec.chosen.end.value_or(spec.chosen.row.value_or(0))};
        if (ends[1] < ends[0]) std::swap(ends[0], ends[1]);
        const std::size_t count = ends[0] == ends[1] ? 1 : 2;
        for (std::size_t i = 0; i < count; ++i)
            if (ends[i] < first) draw_row(ui, spec, layout, ends[i], origin, page, event);
        for (std::size_t row = first; row <= last; ++row) draw_row(ui, spec, layout, row, origin, page, event);
        for (std::size_t i = 0; i < count; ++i)
            if (ends[i] > last && ends[i] < spec.rows()) draw_row(ui, spec, layout, ends[i], origin, page, event);
        const auto reached = event.reached();
        if (reached && ui.memory.want_focus != 0) keep_visible(layout, *reached, view);
        paint_layer(spec, layout, origin, scroll, view);
        drag_rows(ui, spec, layout, origin, view, event);
    }
    ImGui::SetCursorPos(ImVec2(0, 0));
    ImGui::Dummy(ImVec2(layout.lefts.back(), layout.height()));
    ImGui::EndChild();
    ImGui::PopStyleVar();
    draw->AddRect(at, end, ui.theme.border, size::card_radius);
    ImGui::PopID();
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy(extent);
    return event;
}

bool cell_edit_is_over(Ui& ui) {
    for (const app::PlatformEvent& event : ui.input.events) {
        const auto* committed = std::get_if<app::TextCommitted>(&event);
        if (!committed && !std::holds_alternative<app::TextCancelled>(event)) continue;
        if (!committed || committed->cause != app::TextCommitted::Cause::Blur) ui.memory.want_focus = key_of("row");
        return true;
    }
    return false;
}

}  // namespace ui
