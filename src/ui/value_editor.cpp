// The editor of each kind of field.
#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "ui/fields.hpp"
#include "ui/form.hpp"
#include "ui/grid.hpp"
#include "ui/icons.hpp"

namespace ui {
namespace {
using model::FieldInfo;
using model::Id;
using model::Kind;
using model::RecordInfo;
using model::RecordType;
using model::Row;

struct Editor {
    Screen& screen;
    const RecordInfo& info;
    const Row& row;
    const FieldInfo& field;
    float width;
    FieldOptions options;

    [[nodiscard]] std::string_view name() const { return view::field_word(screen.ui.words, info, field); }
    [[nodiscard]] app::DraftPlace place() const {
        return {screen.sink ? Id() : screen.plan().id, info.type, row.id, &field};
    }
    void set(model::Value value, bool continuing = false) const {
        if (screen.sink) return screen.sink->set(field, value);
        const auto gesture = continuing ? app::Gesture::Continuing : app::Gesture::Whole;
        screen.want(app::set_value(info.type, row.id, field, std::move(value), gesture));
    }
    // A new row with this title, referred to.
    void add_target(const std::string& title) const { screen.want(app::AddTarget{info.type, row.id, &field, title}); }
    void take_back() const {
        if (!screen.sink) screen.want(app::TakeBack{row.id, &field});
    }
    void seal() const {
        if (screen.sink) return screen.sink->seal();
        screen.want(app::Seal{});
    }
};

std::string hint_key(const RecordInfo& info, const FieldInfo& field) {
    return "field." + std::string(info.name) + "." + std::string(field.name) + ".hint";
}

// What is typed becomes the field's value at once, or stays where it is with the reason why not.
void take_typed(const Editor& edit, const FieldEvent& event, std::string_view value) {
    const app::DraftPlace place = edit.place();
    const Screen& screen = edit.screen;
    if (event.cancelled) {  // whatever else came in this frame
        screen.want(app::DropDraft{place});
        return edit.take_back();
    }
    if (!event.changed && !event.committed) return;
    model::Value typed = app::typed_value(edit.field, event.text);
    const std::string refused = app::refusal(edit.screen.ui.words, edit.info, edit.field, typed);
    if (refused.empty()) {
        screen.want(app::DropDraft{place});
        if (event.text != value) edit.set(std::move(typed), true);
    } else if (!edit.screen.sink) {
        const auto typing = event.committed ? app::Drafts::Typing::Over : app::Drafts::Typing::On;
        screen.want(app::KeepDraft{place, event.text, typing});
        if (event.committed) screen.ui.announce(refused, true);
    } else if (event.committed) {
        screen.want(app::Say{refused, true});  // the private store's texts are kept nowhere else
    }
    if (event.committed) edit.seal();
}

// The text that the field could not take, if there is one, and then why.
std::string_view shown_text(const Editor& edit, std::string_view value, std::string& reason) {
    const std::string* draft = edit.screen.sink ? nullptr : edit.screen.work.desk().drafts().find(edit.place());
    if (!draft) return value;
    reason = app::refusal(edit.screen.ui.words, edit.info, edit.field, app::typed_value(edit.field, *draft));
    return *draft;
}

void text_editor(const Editor& edit) {
    const std::string& value = model::get<std::string>(edit.row, edit.field);
    std::string reason;
    const std::string_view shown = shown_text(edit, value, reason);
    FieldOptions options = edit.options;
    options.error = reason;
    options.multiline = edit.field.has(model::kLong) && !options.bare;
    options.min_lines = edit.field.has(model::kTitle) ? 1 : 2;
    take_typed(edit, text_field(edit.screen.ui, edit.field.name, edit.name(), shown, edit.width, options), value);
}

// One entry per line.
void texts_editor(const Editor& edit) {
    const std::string value = base::join(model::get<std::vector<std::string>>(edit.row, edit.field), "\n");
    std::string reason;
    std::string_view shown = shown_text(edit, value, reason);
    FieldOptions options = edit.options;
    options.error = reason;
    options.multiline = true;
    if (options.placeholder.empty()) options.placeholder = edit.screen.words("field.list.hint");
    const NodeKey key = key_of(edit.field.name);
    // While typing, an empty last line is part of the text but not of the list.
    std::map<NodeKey, std::string>& typing = edit.screen.ui.memory.drafts;
    if (const auto found = typing.find(key); found != typing.end()) shown = found->second;
    const FieldEvent event = text_field(edit.screen.ui, edit.field.name, edit.name(), shown, edit.width, options);
    if (event.changed) typing[key] = event.text;
    if (event.committed || event.cancelled) typing.erase(key);
    take_typed(edit, event, value);
}

void date_editor(const Editor& edit) {
    const model::Date value = model::get<model::Date>(edit.row, edit.field);
    const auto changed =
        date_field(edit.screen.ui, edit.field.name, edit.name(), value, edit.width, edit.screen.days(), edit.options);
    if (changed && *changed != value) edit.set(*changed);
}

void number_editor(const Editor& edit) {
    FieldOptions options = edit.options;
    options.role = edit.field.kind == Kind::Moment ? Role::TextBox : Role::NumberBox;
    options.align_right = options.bare;
    const app::Typing typing{edit.screen.ui.words, edit.screen.days()};
    if (edit.field.kind == Kind::Moment && options.placeholder.empty())
        options.placeholder = edit.screen.words("field.moment.hint");
    std::string shown = field_text(edit.screen.ui, edit.screen.plan(), edit.info, edit.row, edit.field);
    const std::size_t blank = edit.field.kind == Kind::Moment ? std::string::npos : shown.find(' ');  // the unit
    if (blank != std::string::npos) shown.resize(blank);
    const ParsedEvent event = parsed_field(
        edit.screen.ui, edit.field.name, edit.name(), shown, edit.width, options, [&](std::string_view text) {
            const auto value = app::parse_value(edit.field, text, typing);
            return value ? app::refusal(edit.screen.ui.words, edit.info, edit.field, *value)
                         : std::string(edit.screen.words(app::invalid_words(edit.field, text, typing)));
        });
    if (event.committed) edit.set(*app::parse_value(edit.field, event.text, typing));
}

void flag_editor(const Editor& edit) {
    const bool on = model::get<bool>(edit.row, edit.field);
    if (checkbox(edit.screen.ui, edit.field.name, edit.name(), on) && !edit.options.read_only) edit.set(!on);
}

void choice_editor(const Editor& edit) {
    const std::uint8_t value = model::get_choice(edit.row, edit.field);
    const ChoiceEvent event = choice_field(
        edit.screen.ui, edit.field.name, edit.name(), view::choice_word(edit.screen.ui.words, edit.field, value),
        edit.width,
        [&] {
            std::vector<Option> options;
            for (std::size_t i = 0; i < edit.field.choices->values.size(); ++i)
                options.push_back(
                    {std::string(view::choice_word(edit.screen.ui.words, edit.field, static_cast<std::uint8_t>(i))),
                     i == value});
            return options;
        },
        false, edit.options);
    if (event.chosen && *event.chosen != value) edit.set(static_cast<std::uint8_t>(*event.chosen));
}

std::vector<const Row*> candidates(const Editor& edit) {
    std::vector<const Row*> rows;
    for (const Row* row : model::in_order(edit.screen.plan().table(edit.field.target)))
        if (edit.field.target != edit.info.type || row->id != edit.row.id) rows.push_back(row);
    return rows;
}

// A row that needs nothing but a name may be made on the spot.
bool may_create(const FieldInfo& field) {
    const RecordInfo& target = model::record(field.target);
    return target.title() &&
           std::ranges::none_of(target.fields, [](const FieldInfo& each) { return each.has(model::kOwner); });
}

void reference_editor(const Editor& edit) {
    const Id& value = model::get_ref(edit.row, edit.field);
    const RecordInfo& target = model::record(edit.field.target);
    std::vector<const Row*> rows;
    const ChoiceEvent event = choice_field(
        edit.screen.ui, edit.field.name, edit.name(),
        field_text(edit.screen.ui, edit.screen.plan(), edit.info, edit.row, edit.field), edit.width,
        [&] {
            rows = candidates(edit);
            std::vector<Option> options{{"", value.empty()}};
            for (const Row* row : rows) options.push_back({model::title_of(target, *row), row->id == value});
            return options;
        },
        may_create(edit.field), edit.options);
    if (event.chosen) edit.set(*event.chosen == 0 ? model::Value() : model::Value(rows[*event.chosen - 1]->id));
    if (event.created) edit.add_target(*event.created);
}

// One chip each with a cross, then a button that adds.
void references_editor(const Editor& edit) {
    Ui& ui = edit.screen.ui;
    const std::vector<Id> value = model::get_refs(edit.row, edit.field);
    const RecordInfo& target = model::record(edit.field.target);
    ImGui::PushID(edit.field.name.data(), edit.field.name.data() + edit.field.name.size());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImVec2 pen = at;
    Region group(ui, "chips", Role::Group, edit.name(), {at.x, at.y, edit.width, ui.control_height()});
    for (const Id& id : value) {
        const std::string title = model::title_of(edit.screen.plan(), edit.field.target, id);
        const float wide = std::min(edit.width, chip_width(ui, title) + 20);
        if (pen.x > at.x && pen.x + wide > at.x + edit.width) pen = ImVec2(at.x, pen.y + ui.control_height() + 2);
        ImGui::PushID(id.str().c_str());
        const Item it = item_at(ui, "remove", pen, ImVec2(wide, ui.control_height()), Role::Button,
                                ui.words("action.remove-from", {title, edit.name()}));
        const std::string shown = elide(secondary(ui), title, wide - 37);
        chip_at(ui, shown, Tone::Neutral, pen, ui.control_height(), false);
        if (it.hovered && shown != title) tooltip(ui, title);
        draw_icon(ImGui::GetWindowDrawList(), ui, icon::close,
                  ImVec2(pen.x + wide - 10, pen.y + ui.control_height() / 2), 13, ui.theme.secondary);
        focus_ring(ui, it);
        if (it.clicked && !edit.options.read_only) {
            std::vector<Id> fewer = value;
            std::erase(fewer, id);
            edit.set(std::move(fewer));
        }
        ImGui::PopID();
        pen.x += wide + 4;
    }
    if (pen.x + ui.control_height() > at.x + edit.width) pen = ImVec2(at.x, pen.y + ui.control_height() + 2);
    ImGui::SetCursorScreenPos(pen);
    if (!edit.options.read_only && icon_button(ui, "add", ui.words("action.add-to", {edit.name()}), icon::plus))
        open_popup(ui, "list");
    std::vector<const Row*> rows;
    const ChoiceEvent event = choice_popup(
        ui, "list", edit.name(), pen, ImVec2(pen.x + 220, pen.y + ui.control_height()),
        [&] {
            std::vector<Option> options;
            for (const Row* row : candidates(edit)) {
                if (std::ranges::find(value, row->id) != value.end()) continue;
                rows.push_back(row);
                options.push_back({model::title_of(target, *row), false});
            }
            return options;
        },
        may_create(edit.field));
    if (event.chosen) {
        std::vector<Id> more = value;
        more.push_back(rows[*event.chosen]->id);
        edit.set(std::move(more));
    }
    if (event.created) edit.add_target(*event.created);
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy(ImVec2(edit.width, pen.y + ui.control_height() - at.y));
    ImGui::PopID();
}
}  // namespace

bool cell_editor(Screen& screen, const RecordInfo& info, const Row& row, const FieldInfo& field, ImVec2 min,
                 ImVec2 max) {
    Ui& ui = screen.ui;
    const float height = std::min(max.y - min.y, ui.control_height());
    ImGui::SetCursorScreenPos(ImVec2(min.x - cell_padding, min.y + (max.y - min.y - height) / 2));
    if (ui.input.editing == 0 && ui.memory.want_focus == 0) {
        ui.memory.want_focus = key_of(field.name);
        ui.memory.want_selected = true;
    }
    value_editor(screen, info, row, field, max.x - min.x + 2 * cell_padding, true);
    return cell_edit_is_over(ui);
}

void value_editor(Screen& screen, const RecordInfo& info, const Row& row, const FieldInfo& field, float width,
                  bool bare) {
    Editor edit{screen, info, row, field, width, {}};
    const std::string key = hint_key(info, field);
    if (screen.ui.words.has(key)) edit.options.placeholder = screen.words(key);
    edit.options.required = field.has(model::kRequired);
    edit.options.bare = bare;
    edit.options.read_only = !screen.sink && screen.read_only();
    switch (field.kind) {
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
            return choice_editor(edit);
        case Kind::Ref:
            return reference_editor(edit);
        case Kind::Refs:
            return references_editor(edit);
    }
}

}  // namespace ui
