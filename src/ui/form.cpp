#include "ui/form.hpp"

#include <algorithm>
#include <cmath>

#include "ui/fields.hpp"
#include "ui/icons.hpp"

namespace ui {

using model::FieldInfo;
using model::RecordInfo;
using model::Row;

namespace {
const analysis::Issue* issue_of(Screen& screen, const Row& row, const FieldInfo& field) {
    for (const analysis::Issue* issue : screen.work.derived().check().of(row.id))
        if (issue->field == &field) return issue;
    return nullptr;
}

bool takes_whole_width(const FieldInfo& field) {
    return field.has(model::kLong) || field.kind == model::Kind::Texts || field.kind == model::Kind::Refs ||
           field.has(model::kTitle);
}
}  // namespace

void field_editor(Screen& screen, const RecordInfo& info, const Row& row, const FieldInfo& field, float width) {
    Ui& ui = screen.ui;
    if (field.kind != model::Kind::Flag) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        label(ui, secondary(ui), view::field_word(ui.words, info, field));
        if (field.has(model::kRequired)) {
            const float after = at.x + text_width(secondary(ui), view::field_word(ui.words, info, field)) + 4;
            draw_text(ImGui::GetWindowDrawList(), colored(secondary(ui), ui.theme.red), ImVec2(after, at.y), "*");
        }
        gap(2);
    }
    value_editor(screen, info, row, field, width, false);
    if (const analysis::Issue* issue = issue_of(screen, row, field)) {
        gap(2);
        paragraph(ui, colored(secondary(ui), ink(ui.theme, view::tone_of(issue->severity))),
                  analysis::sentence(ui.words, screen.plan(), *issue), width);
    }
}

void record_form(Screen& screen, const RecordInfo& info, const Row& row, float width, FormLayout layout) {
    ImGui::PushID(row.id.str().c_str());
    const bool two = layout == FormLayout::Wide && width >= 560;
    const float column_gap = 20, half = two ? std::floor((width - column_gap) / 2) : width;
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    float y = origin.y, row_bottom = origin.y;
    bool left = true;
    for (const FieldInfo& field : info.fields) {
        if (field.has(model::kSystem) || field.has(model::kOwner)) continue;
        const bool whole = !two || takes_whole_width(field);
        if (whole && !left) {
            y = row_bottom;
            left = true;
        }
        ImGui::SetCursorScreenPos(ImVec2(origin.x + (left ? 0 : half + column_gap), y));
        ImGui::BeginGroup();
        field_editor(screen, info, row, field, whole ? width : half);
        ImGui::EndGroup();
        row_bottom = std::max(left ? y : row_bottom, ImGui::GetItemRectMax().y + 12);
        if (whole || !left) {
            y = row_bottom;
            left = true;
        } else {
            left = false;
        }
    }
    ImGui::SetCursorScreenPos(ImVec2(origin.x, row_bottom));
    ImGui::Dummy(ImVec2(width, 0));
    ImGui::PopID();
    owned_lists(screen, info, row, width);
}

void owned_lists(Screen& screen, const RecordInfo& info, const Row& row, float width) {
    Ui& ui = screen.ui;
    for (const model::RecordType type : app::owned_records(info.type)) {
        const RecordInfo& owned = model::record(type);
        const FieldInfo* owner = nullptr;
        for (const FieldInfo& field : owned.fields)
            if (field.has(model::kOwner)) owner = &field;
        if (!owner || owned.fields[0].has(model::kSystem)) continue;  // written by commands: shown as history elsewhere
        std::vector<const Row*> rows;
        for (const Row* each : model::in_order(screen.plan().table(type)))
            if (model::get_ref(*each, *owner) == row.id) rows.push_back(each);
        ImGui::PushID(owned.name.data(), owned.name.data() + owned.name.size());
        gap(8);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        label(ui, body_bold(ui), std::string(view::record_word(ui.words, owned)) + " " + std::to_string(rows.size()),
              Role::Heading, 3);
        const std::string add = ui.words("action.add-record", {view::record_word(ui.words, owned)});
        ImGui::SetCursorScreenPos(ImVec2(at.x + width - ui.control_height(), at.y - 5));
        if (!screen.read_only() && icon_button(ui, "add", add, icon::plus)) screen.want(app::AddRow{type, row.id});
        for (const Row* each : rows) {
            ImGui::PushID(each->id.str().c_str());
            const std::string title = model::title_of(owned, *each);
            const std::string shown = title.empty() ? std::string(ui.words("row.untitled")) : title;
            const Item it = item(ui, "open", ImVec2(width, ui.row_height()), Role::Button, shown);
            if (it.hovered)
                ImGui::GetWindowDrawList()->AddRectFilled(it.min, it.max, ui.theme.hover, size::control_radius);
            text_in(ui, body(ui), shown, ImVec2(it.min.x + 8, it.min.y), ImVec2(it.max.x - 24, it.max.y), 0, false);
            draw_icon(ImGui::GetWindowDrawList(), ui, icon::chevron_right,
                      ImVec2(it.max.x - 12, (it.min.y + it.max.y) / 2), 15, ui.theme.faint);
            focus_ring(ui, it);
            if (it.clicked) screen.want(app::Select{type, each->id});
            ImGui::PopID();
        }
        ImGui::PopID();
    }
}

void issue_notes(Screen& screen, const model::Id& id, float width) {
    Ui& ui = screen.ui;
    const std::vector<app::Note>& notes = screen.work.derived().notes(id);
    if (notes.empty()) return;
    gap(12);
    label(ui, body_bold(ui), ui.words("inspector.issues", {std::to_string(notes.size())}), Role::Heading, 3);
    for (std::size_t i = 0; i < notes.size(); ++i) {
        const auto& [found, fix] = notes[i];
        const analysis::Issue& issue = *found;
        ImGui::PushID(static_cast<int>(i));
        gap(6);
        side_note(ui, view::tone_of(issue.severity), analysis::sentence(ui.words, screen.plan(), issue),
                  analysis::help(ui.words, issue), width);
        if (fix && !screen.read_only()) {
            ImGui::SetCursorScreenPos(ImVec2(ImGui::GetCursorScreenPos().x + 14, ImGui::GetCursorScreenPos().y));
            if (link(ui, "fix", ui.words("action.fix")))
                screen.want(app::set_value(fix->record, fix->id, *fix->field, fix->value));
        }
        ImGui::PopID();
    }
}

}  // namespace ui
