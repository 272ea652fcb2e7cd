// ui/form.hpp: the form of any record, made from its description: an editor per field, the records that it owns, and
// what the checks say.
#pragma once

#include "ui/screen.hpp"
#include "view/form.hpp"

namespace ui {

enum class FormLayout : std::uint8_t { Narrow, Wide };  // one column in the inspector; two where there is room

// At the layout cursor. Changes go to the workspace as one undo step per edit.
void record_form(Screen& screen, const model::RecordInfo& info, const model::Row& row, float width, FormLayout layout);

// One field with its label and what was found of it.
void field_editor(Screen& screen, const model::RecordInfo& info, const model::Row& row, const view::FormField& field,
                  float width);
// The editor alone; bare: without a frame of its own.
void value_editor(Screen& screen, const model::RecordInfo& info, const model::Row& row, const view::FormField& field,
                  float width, bool bare);
// The editor of a value in a table cell, over the cell's whole box. True: the edit is over.
bool cell_editor(Screen& screen, const model::RecordInfo& info, const model::Row& row, const model::FieldInfo& field,
                 ImVec2 min, ImVec2 max);

// The rows of each record that this row owns, with a button that adds one.
void owned_lists(Screen& screen, const model::RecordInfo& info, const model::Row& row, float width);

// The row's problems, each with its mend and its way there.
void issue_notes(Screen& screen, const model::Id& id, float width);

}  // namespace ui
