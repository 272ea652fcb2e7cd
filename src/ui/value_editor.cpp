// The editor of each kind of field.
#include <algorithm>
#include <cmath>

#include "ui/fields.hpp"
#include "ui/form.hpp"
#include "ui/grid.hpp"
#include "ui/icons.hpp"

namespace ui {
namespace {
using model::Kind;

struct Editor {
    Ui& ui;
    const view::FormField& field;
    view::Entry entry;
    float width;
    FieldOptions options;

    [[nodiscard]] std::string_view id() const { return entry.field.name; }
    [[nodiscard]] std::string_view name() const { return field.name; }
};

void take_typed(const Editor& edit, const view::Typed& typed, std::string_view value) {
    if (std::string said = view::take_typed(edit.entry, typed, value); !said.empty())
        edit.ui.announce(std::move(said), true);
}

void text_editor(const Editor& edit) {
    const view::Standing standing = view::standing(edit.entry);
    FieldOptions options = edit.options;
    options.error = standing.refused;
    options.multiline = edit.entry.field.has(model::kLong) && !options.bare;
    options.min_lines = edit.entry.field.has(model::kTitle) ? 1 : 2;
    take_typed(edit, text_field(edit.ui, edit.id(), edit.name(), standing.text, edit.width, options),
               view::text_value(edit.entry));
}

// One entry per line.
void texts_editor(const Editor& edit) {
    const view::Standing standing = view::standing(edit.entry);
    std::string_view shown = standing.text;
    FieldOptions options = edit.options;
    options.error = standing.refused;
    options.multiline = true;
    const NodeKey key = key_of(edit.id());
    // While typing, an empty last line is part of the text but not of the list.
    std::map<NodeKey, std::string>& typing = edit.ui.memory.drafts;
    if (const auto found = typing.find(key); found != typing.end()) shown = found->second;
    const FieldEvent event = text_field(edit.ui, edit.id(), edit.name(), shown, edit.width, options);
    if (event.changed) typing[key] = event.text;
    if (event.committed || event.cancelled) typing.erase(key);
    take_typed(edit, event, view::text_value(edit.entry));
}

void date_editor(const Editor& edit) {
    const model::Date value = model::get<model::Date>(edit.entry.row, edit.entry.field);
    const auto changed =
        date_field(edit.ui, edit.id(), edit.name(), value, edit.width, view::days_for(edit.entry.work), edit.options);
    if (changed && *changed != value) edit.entry.set(*changed);
}

void number_editor(const Editor& edit) {
    FieldOptions options = edit.options;
    options.role = edit.entry.field.kind == Kind::Moment ? Role::TextBox : Role::NumberBox;
    options.align_right = options.bare;
    const ParsedEvent event =
        parsed_field(edit.ui, edit.id(), edit.name(), view::number_text(edit.entry), edit.width, options,
                     [&](std::string_view text) { return view::refusal_of_number(edit.entry, text); });
    if (event.committed) edit.entry.set(*view::number_of(edit.entry, event.text));
}

void flag_editor(const Editor& edit) {
    const bool on = model::get<bool>(edit.entry.row, edit.entry.field);
    if (checkbox(edit.ui, edit.id(), edit.name(), on) && !edit.options.read_only) edit.entry.set(!on);
}

std::vector<Option> options_of(const std::vector<view::Offer>& offers) {
    std::vector<Option> options;
    for (const view::Offer& each : offers) options.push_back({each.label, each.selected});
    return options;
}

// A choice, or a reference to one row.
void choice_editor(const Editor& edit) {
    std::vector<view::Offer> offers;
    const bool may_create = edit.entry.field.kind == Kind::Ref && view::may_create(edit.entry.field);
    const ChoiceEvent event = choice_field(
        edit.ui, edit.id(), edit.name(), view::shown_choice(edit.entry), edit.width,
        [&] {
            offers = view::offers(edit.entry);
            return options_of(offers);
        },
        may_create, edit.options);
    if (event.chosen && !offers[*event.chosen].selected) edit.entry.set(offers[*event.chosen].value);
    if (event.created) edit.entry.add_target(*event.created);
}

// One chip each with a cross, then a button that adds.
void references_editor(const Editor& edit) {
    Ui& ui = edit.ui;
    ImGui::PushID(edit.id().data(), edit.id().data() + edit.id().size());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImVec2 pen = at;
    Region group(ui, "chips", Role::Group, edit.name(), {at.x, at.y, edit.width, ui.control_height()});
    const std::vector<view::Referred> all = view::referred(edit.entry);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string& title = all[i].title;
        const float wide = std::min(edit.width, chip_width(ui, title) + 20);
        if (pen.x > at.x && pen.x + wide > at.x + edit.width) pen = ImVec2(at.x, pen.y + ui.control_height() + 2);
        ImGui::PushID(all[i].id.str().c_str());
        const Item it = item_at(ui, "remove", pen, ImVec2(wide, ui.control_height()), Role::Button,
                                ui.words("action.remove-from", {title, edit.name()}));
        const std::string shown = elide(secondary(ui), title, wide - 37);
        chip_at(ui, shown, Tone::Neutral, pen, ui.control_height(), false);
        if (it.hovered && shown != title) tooltip(ui, title);
        draw_icon(ImGui::GetWindowDrawList(), ui, icon::close,
                  ImVec2(pen.x + wide - 10, pen.y + ui.control_height() / 2), 13, ui.theme.secondary);
        focus_ring(ui, it);
        if (it.clicked && !edit.options.read_only) edit.entry.set(all[i].without);
        ImGui::PopID();
        pen.x += wide + 4;
    }
    if (pen.x + ui.control_height() > at.x + edit.width) pen = ImVec2(at.x, pen.y + ui.control_height() + 2);
    ImGui::SetCursorScreenPos(pen);
    if (!edit.options.read_only && icon_button(ui, "add", ui.words("action.add-to", {edit.name()}), icon::plus))
        open_popup(ui, "list");
    std::vector<view::Offer> offers;
    const ChoiceEvent event = choice_popup(
        ui, "list", edit.name(), pen, ImVec2(pen.x + 220, pen.y + ui.control_height()),
        [&] {
            offers = view::offers(edit.entry);
            return options_of(offers);
        },
        view::may_create(edit.entry.field));
    if (event.chosen) edit.entry.set(offers[*event.chosen].value);
    if (event.created) edit.entry.add_target(*event.created);
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy(ImVec2(edit.width, pen.y + ui.control_height() - at.y));
    ImGui::PopID();
}
}  // namespace

bool cell_editor(Screen& screen, const model::RecordInfo& info, const model::Row& row, const model::FieldInfo& field,
                 ImVec2 min, ImVec2 max) {
    Ui& ui = screen.ui;
    const float height = std::min(max.y - min.y, ui.control_height());
    ImGui::SetCursorScreenPos(ImVec2(min.x - cell_padding, min.y + (max.y - min.y - height) / 2));
    if (ui.input.editing == 0 && ui.memory.want_focus == 0) {
        ui.memory.want_focus = key_of(field.name);
        ui.memory.want_selected = true;
    }
    value_editor(screen, info, row, view::form_field(ui.words, info, field), max.x - min.x + 2 * cell_padding, true);
    return cell_edit_is_over(ui);
}

void value_editor(Screen& screen, const model::RecordInfo& info, const model::Row& row, const view::FormField& field,
                  float width, bool bare) {
    Editor edit{screen.ui, field, {screen.work, screen.commands, info, row, *field.field, screen.sink}, width, {}};
    edit.options.placeholder = field.hint;
    edit.options.required = field.required;
    edit.options.bare = bare;
    edit.options.read_only = !screen.sink && screen.read_only();
    switch (field.field->kind) {
        case Kind::Text:
            return text_editor(edit);
        case Kind::Texts:
            return texts_editor(edit);
        case Kind::Date:
            return date_editor(edit);
        case Kind::Integer:
        case Kind::Decimal:
        case Kind::Money:
        case Kind::Moment:
            return number_editor(edit);
        case Kind::Flag:
            return flag_editor(edit);
        case Kind::Choice:
        case Kind::Ref:
            return choice_editor(edit);
        case Kind::Refs:
            return references_editor(edit);
    }
}

}  // namespace ui
