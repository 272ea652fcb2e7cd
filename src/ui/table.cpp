#include "ui/table.hpp"

#include <algorithm>

#include "app/actions.hpp"
#include "ui/action_menu.hpp"
#include "ui/form.hpp"
#include "ui/icons.hpp"
#include "ui/layout.hpp"

namespace ui {
namespace {
using view::Cell;
using view::Holds;

constexpr float level_step = 18, fold_width = 16;  // px
constexpr std::size_t wrapped_rows = 500;          // to know the heights of thousands would cost more than it shows

bool may_wrap(Holds holds) {
    return holds != Holds::Number && holds != Holds::Progress && holds != Holds::Chip && holds != Holds::Buttons &&
           holds != Holds::Bars;
}

TextStyle style_of(const Ui& ui, const Cell& cell) {
    const TextStyle style = cell.small ? secondary(ui) : cell.ink == view::Ink::Bold ? body_bold(ui) : body(ui);
    return colored(style, color_of(ui.theme, cell.ink));
}

const char* button_icon(const view::CellButton& button) {
    static constexpr std::pair<std::string_view, const char*> icons[] = {
        {"open", icon::folder_open}, {"raw", icon::download}, {"delete", icon::trash},
        {"backups", icon::history},  {"restore", icon::undo}, {"purge", icon::trash}};
    return std::ranges::find(icons, button.id, [](const auto& each) { return each.first; })->second;
}

struct Drawing {
    Screen& screen;
    const view::Table& what;
    TableState& state;
    std::span<const std::size_t> places;  // of the columns that are shown
    const TablePane* pane;
    bool pressed = false;  // a button in a cell
};

void fold_button(Drawing& drawing, const view::Row& row, ImVec2 min, ImVec2 max) {
    Ui& ui = drawing.screen.ui;
    const bool folded = row.folded == view::Folded::Yes;
    const ImVec2 at(min.x - 4, min.y + (max.y - min.y - 24) / 2);
    const Item fold = item_at(ui, "fold", at, ImVec2(20, 24), Role::Button,
                              ui.words(folded ? "action.unfold" : "action.fold"), app::kFocusable);
    draw_icon(ImGui::GetWindowDrawList(), ui, folded ? icon::chevron_right : icon::chevron_down,
              ImVec2(at.x + 10, (min.y + max.y) / 2), 14, ui.theme.secondary);
    if (fold.clicked) drawing.screen.want(app::Fold{row.id, !folded});
}

void cell_buttons(Drawing& drawing, const Cell& cell, ImVec2 min, ImVec2 max) {
    Ui& ui = drawing.screen.ui;
    float x = min.x;
    for (const view::CellButton& each : cell.buttons) {
        ImGui::SetCursorScreenPos(ImVec2(x, min.y + (max.y - min.y - ui.control_height()) / 2));
        x += ui.control_height() + 4;
        if (!icon_button(ui, each.id, each.name, button_icon(each))) continue;
        drawing.screen.wish(each.command);
        drawing.pressed = true;
    }
}

void draw_cell(Drawing& drawing, const view::Row& row, std::size_t place, std::size_t shown, ImVec2 min, ImVec2 max) {
    Ui& ui = drawing.screen.ui;
    const std::size_t column = drawing.places[shown];
    const view::Column& of = drawing.what.columns[column];
    const Cell& cell = row.cells[column];
    const std::optional<view::EditPlace>& editing = drawing.state.editing;
    if (editing && of.field && editing->row == row.id && editing->field == of.field) {
        const model::RecordInfo& info = model::record(drawing.what.record);
        const model::Row* edited = drawing.screen.plan().table(info.type).find(row.id);
        if (!edited || cell_editor(drawing.screen, info, *edited, *of.field, min, max)) drawing.state.editing.reset();
        return;
    }
    if (of.holds == Holds::Bars) return drawing.pane->cell(place, min, max);
    if (!cell.buttons.empty()) return cell_buttons(drawing, cell, min, max);
    if (cell.chip) return chip_at(ui, cell.text, *cell.chip, min, max.y - min.y);
    const TextStyle style = style_of(ui, cell);
    if (of.holds == Holds::Number) return text_in(ui, style, cell.text, min, max, 1);
    if (of.holds == Holds::Title) {
        min.x += static_cast<float>(row.depth) * level_step;
        if (row.folded != view::Folded::Leaf) fold_button(drawing, row, min, max);
        if (drawing.what.can(view::kFolds)) min.x += fold_width;
    }
    if (!cell.note.empty()) {
        const float room = std::min(chip_width(ui, cell.note) + 8, (max.x - min.x) / 2);
        text_in(ui, colored(secondary(ui), color_of(ui.theme, cell.note_ink)), cell.note,
                ImVec2(max.x - room + 8, min.y), max, 1);
        max.x -= room;
    }
    if (drawing.what.wraps) return text_cell(ui, style, cell.text, min, max);
    text_in(ui, style, cell.text, min, max);
}

// As high as its highest cell.
float height_of(const Drawing& drawing, std::size_t place, std::span<const float> widths) {
    const Ui& ui = drawing.screen.ui;
    return drawing.state.heights.get(place, widths, [&] {
        const view::Row row = drawing.what.row(place);
        std::size_t most = 1;
        for (std::size_t i = 0; i < drawing.places.size(); ++i) {
            const std::size_t column = drawing.places[i];
            if (!may_wrap(drawing.what.columns[column].holds)) continue;
            most = std::max(most, text_cell_lines(body(ui), row.cells[column].text, widths[i] - 2 * cell_padding));
        }
        return row_height_of(ui, most);
    });
}

void row_menu(Screen& screen, const GridEvent& event) {
    Ui& ui = screen.ui;
    if (event.context) {
        ui.memory.menu_at = event.context_at;
        open_popup(ui, "row-menu");
    }
    const std::vector<const app::Action*> actions = app::actions_of(app::ActionGroup::Row);
    Popup popup(ui, "row-menu", ui.memory.menu_at, ui.memory.menu_at, ImVec2(260, menu_height(ui, actions.size())),
                PopupKind::Menu, ui.words("action.row-menu"));
    if (popup.open()) action_entries(screen, popup, actions);
}

std::vector<Column> columns_of(const Ui& ui, const view::Table& what, std::span<const std::size_t> places) {
    std::vector<Column> columns;
    for (const std::size_t place : places) {
        const view::Column& each = what.columns[place];
        Column& column = columns.emplace_back();
        column.title = each.title;
        column.width = each.width;
        column.min_width = each.min_width;
        column.align_right = each.holds == Holds::Number;
        for (const std::string& text : each.widest)
            column.width = std::max(column.width, chip_width(ui, text) + 2 * cell_padding);
    }
    return columns;
}

const char* empty_icon(std::string_view table) {
    static constexpr std::pair<std::string_view, const char*> icons[] = {
        {"tasks", icon::gantt}, {"risks", icon::shield_alert}, {"ledger", icon::success},
        {"stored", icon::file}, {"trash", icon::trash},        {"applications", icon::user_check}};
    const auto found = std::ranges::find(icons, table, [](const auto& each) { return each.first; });
    return found == std::end(icons) ? icon::file_plus : found->second;
}

void empty_table(Screen& screen, const view::Table& what, float width) {
    const view::Empty& empty = *what.empty;
    if (empty_card(screen.ui, "add-first", empty_icon(what.id), empty.text, empty.action, width))
        screen.wish(empty.command);
}
}  // namespace

ImU32 color_of(const Theme& theme, view::Ink ink) {
    switch (ink) {
        case view::Ink::Plain:
        case view::Ink::Bold:
            return theme.text;
        case view::Ink::Secondary:
            return theme.secondary;
        case view::Ink::Faint:
            return theme.faint;
        case view::Ink::Red:
            return theme.red;
        case view::Ink::Amber:
            return theme.amber;
    }
    return theme.text;
}

GridEvent table(Screen& screen, const view::Table& what, TableState& state, float width, float height,
                const TablePane* pane) {
    Ui& ui = screen.ui;
    if (view::take_clipboard(screen.work, what, ui.input, screen.commands)) ui.output.key_used = true;
    if (what.empty) {
        empty_table(screen, what, width);
        return {};
    }
    const std::vector<std::size_t> places = view::fitting(what.columns, width);
    std::vector<Column> columns = columns_of(ui, what, places);
    const bool with_pane = pane && what.columns[places.back()].holds == Holds::Bars;
    if (with_pane) {
        const float wide = column_widths(ui, columns, width).back();
        const ImVec2 at = ImGui::GetCursorScreenPos();
        pane->begin(ImVec2(at.x + width - wide, at.y), wide, height, columns.back());
    }
    Drawing drawing{screen, what, state, places, pane};
    const view::Chosen chosen = view::chosen_in(screen.work, what);
    GridSpec spec{.table = what, .chosen = chosen, .columns = columns};
    spec.cell = [&](const view::Row& row, std::size_t place, std::size_t column, ImVec2 min, ImVec2 max) {
        draw_cell(drawing, row, place, column, min, max);
    };
    if (what.wraps && what.rows.size() <= wrapped_rows) {
        state.heights.keep(screen.plan(),
                           std::string(what.id) + ui.output.mirror.language + (ui.input.coarse_pointer ? "touch" : ""),
                           what.rows);
        spec.row_height = [&](std::size_t row, std::span<const float> widths) {
            return height_of(drawing, row, widths);
        };
    }
    if (with_pane) {
        spec.header = [&](ImVec2 min, ImVec2 max, std::size_t column) {
            if (column + 1 == columns.size()) pane->header(min, max);
            return column + 1 == columns.size();
        };
        spec.layer = pane->layer;
        spec.divider = pane->divider;
    }
    GridEvent event = grid(ui, spec, ImVec2(width, height));
    if (event.opened_column) event.opened_column = places[*event.opened_column];
    if (drawing.pressed) event.selected = event.opened = std::nullopt;
    if (const auto editing = view::take(screen.work, what, event, screen.commands)) state.editing = editing;
    if (what.can(view::kArranges)) row_menu(screen, event);
    return event;
}

GridEvent page_table(Screen& screen, const view::Table& what, TableState& state, float least, const TablePane* pane) {
    return table(screen, what, state, room_width(), room_below(least), pane);
}

float table_height(const Ui& ui, const view::Table& what, std::size_t most) {
    return ui.row_height() * static_cast<float>(std::min(what.rows.size(), most) + 1) + 4;
}

}  // namespace ui
