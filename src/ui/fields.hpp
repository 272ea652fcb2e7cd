// ui/fields.hpp: entry of text, numbers, dates and choices. The editor is a real element of the page (see
// app/frame_io.hpp); here it is laid out, its resting picture drawn, and what was typed is turned into values.
#pragma once

#include <optional>

#include "base/callback.hpp"
#include "sheet/typed.hpp"
#include "ui/popup.hpp"
#include "view/entry.hpp"

namespace ui {

struct FieldOptions {
    std::string_view placeholder = {};
    std::string_view error = {};  // shown under the field, described to assistive technology
    bool multiline = false;
    bool read_only = false;
    bool required = false;
    bool align_right = false;
    bool secret = false;  // a passphrase: dots, here and in the editor
    bool bare = false;    // without a frame of its own: a table cell
    float min_lines = 1;  // of a multi-line field
    Role role = Role::TextBox;
    float height = 0;  // 0: control height, or as many lines as the text has
};

struct FieldEvent : view::Typed {
    NodeKey key = 0;
    bool editing = false;
    bool entered = false;  // committed, with Enter
};

// At the layout cursor, width wide. name: what the field is called (its visible label stands elsewhere).
FieldEvent text_field(Ui& ui, std::string_view id, std::string_view name, std::string_view value, float width,
                      const FieldOptions& options = {});
float text_field_height(const Ui& ui, std::string_view value, float width, const FieldOptions& options);

// A field whose text is understood only when the edit is over. parse says what is wrong with it ("": nothing). The text
// that was not understood stays in the field with the message until it is mended or Escape is pressed. True: committed
// with accepted text.
struct ParsedEvent {
    bool committed = false;
    std::string text;
};
ParsedEvent parsed_field(Ui& ui, std::string_view id, std::string_view name, std::string_view value, float width,
                         FieldOptions options, const base::Callback<std::string(std::string_view)>& parse);

// Returns the new date when one was entered or picked; a year that was not typed is said.
std::optional<base::Date> date_field(Ui& ui, std::string_view id, std::string_view name, base::Date value, float width,
                                     const base::DateContext& days, FieldOptions options = {});

struct Option {
    std::string label;
    bool selected = false;
};
// A combobox; options are made only while it is open. Lists of more than eight get a search box. The index of the
// chosen option.
struct ChoiceEvent {
    std::optional<std::size_t> chosen;
    std::optional<std::string> created;  // the search text, where may_create and "add …" was chosen
};
ChoiceEvent choice_field(Ui& ui, std::string_view id, std::string_view name, std::string_view shown, float width,
                         const base::Callback<std::vector<Option>()>& options, bool may_create = false,
                         const FieldOptions& field = {});
// The list of choice_field alone, as a popup at an anchor; opened with open_popup(ui, id).
ChoiceEvent choice_popup(Ui& ui, std::string_view id, std::string_view name, ImVec2 anchor_min, ImVec2 anchor_max,
                         const base::Callback<std::vector<Option>()>& options, bool may_create);

}  // namespace ui
