// view/table.hpp: a table as plain values: columns, rows of cells, which rows are chosen, and what can be done with
// them. Rows are made one by one, when they are shown. The grid of ui places and paints it; what keys, clicks and the
// clipboard mean in it is in table_keys.hpp and table_events.hpp.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/workspace.hpp"
#include "base/callback.hpp"
#include "view/tone.hpp"
#include "view/wish.hpp"

namespace view {

using model::Id;
using model::RecordType;

// What stands in a column; decides how it is set: numbers to the right, titles by their level.
enum class Holds : std::uint8_t { Text, Title, Number, Progress, Date, Person, Chip, Buttons, Bars };

struct Column {
    Holds holds = Holds::Text;
    std::string title;
    float width = 0;  // px; 0: an equal part of what is left, at least min_width
    float min_width = 80;
    const model::FieldInfo* field = nullptr;  // that is edited in place
    float from = 0;                           // px of the table from which there is room for it
    std::vector<std::string> widest = {};     // of these chips none is cut, whatever `width`
};
// Those for which there is room, as their places among all.
std::vector<std::size_t> fitting(std::span<const Column> columns, float width);

// Widths in whole px that fill total together: none less than its least, and what is left over in equal parts to those
// that grow. More than total only where the least of all do not fit.
struct Width {
    float least;
    bool grows;
};
std::vector<float> share_out(std::span<const Width> wanted, float total);

enum class Ink : std::uint8_t { Plain, Bold, Secondary, Faint, Red, Amber };

struct CellButton {
    std::string_view id;
    std::string name;
    Wish command;  // that a press wants
};

struct Cell {
    std::string text = {};
    Ink ink = Ink::Plain;
    bool small = false;
    std::optional<Tone> chip = {};  // the text in a chip
    std::string note = {};          // at the right end
    Ink note_ink = Ink::Plain;
    std::vector<CellButton> buttons = {};
};
Cell chip(std::string_view text, Tone tone);

enum class Folded : std::uint8_t { No, Yes, Leaf };
struct Row {
    Id id;
    std::string name;              // what it is called, for assistive technology
    std::string description = {};  // … and what else
    int depth = 0;
    Folded folded = Folded::Leaf;
    std::vector<Cell> cells = {};  // one a column
};

// What is shown instead of a table without rows, and what can be done about it.
struct Empty {
    std::string text;
    std::string action = {};  // "": nothing
    Wish command = {};
};

// What can be done with a table's rows.
enum Ability : std::uint8_t {
    kFolds = 1,  // rows have levels and may be folded
    kChoosesMany = 2,
    kArranges = 4,  // rows are dragged to other places, added and edited in place
    kRemoves = 8,
    kCopies = 16,  // to the clipboard and from it
    kOpensByClick = 32,
};

struct Table {
    std::string_view id;
    std::string name;
    RecordType record{};  // whose rows these are
    std::vector<Column> columns = {};
    std::span<const Id> rows = {};    // in the order shown
    Id chosen = {}, chosen_end = {};  // the chosen row, and the other end where a range is
    base::Callback<Row(std::size_t row)> row = {};
    unsigned abilities = 0;
    std::vector<const model::FieldInfo*> fields = {};  // what the clipboard has as columns
    bool wraps = false;                                // rows are as high as their texts, up to three lines
    std::optional<Empty> empty = {};
    // Where rows are not the plan's: what choosing, opening and removing one wants. Nothing: that it cannot be done.
    enum class Act : std::uint8_t { Choose, Open, Remove };
    base::Callback<Wish(std::size_t row, Act act)> wants = {};

    [[nodiscard]] bool can(Ability ability) const { return (abilities & ability) != 0; }
};

// Of a record's table without rows: a first one can be added, unless the plan is read only.
Empty without_rows(const app::Workspace& work, RecordType record);

// Takes what is selected in the workspace, if it is a row of this record.
void take_selection(const app::Workspace& work, Table& table);

// Which rows are chosen, and which wait to be pasted elsewhere, by their places.
struct Chosen {
    std::optional<std::size_t> row, end;  // from the one that was chosen to the end of the range
    std::vector<std::size_t> cut;         // ascending
};
Chosen chosen_in(const app::Workspace& work, const Table& table);

// The table as the clipboard's commands carry it.
sheet::TableView clipboard_view(const Table& table);

}  // namespace view
