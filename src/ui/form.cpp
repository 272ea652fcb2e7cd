#include "ui/form.hpp"

#include <algorithm>
#include <cmath>

#include "ui/fields.hpp"
#include "ui/icons.hpp"

namespace ui {

using model::RecordInfo;
using model::Row;

void field_editor(Screen& screen, const RecordInfo& info, const Row& row, const view::FormField& field, float width) {
    Ui& ui = screen.ui;
    if (field.labelled) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        label(ui, secondary(ui), field.name);
        if (field.required)
            draw_text(ImGui::GetWindowDrawList(), colored(secondary(ui), ui.theme.red),
                      ImVec2(at.x + text_width(secondary(ui), field.name) + 4, at.y), "*");
        gap(2);
    }
    value_editor(screen, info, row, field, width, false);
    if (!field.finding) return;
    gap(2);
    paragraph(ui, colored(secondary(ui), ink(ui.theme, field.finding->tone)), field.finding->text, width);
}

void record_form(Screen& screen, const RecordInfo& info, const Row& row, float width, FormLayout layout) {
    ImGui::PushID(row.id.str().c_str());
    const bool two = layout == FormLayout::Wide && width >= 560;
    const float column_gap = 20, half = two ? std::floor((width - column_gap) / 2) : width;
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    float y = origin.y, row_bottom = origin.y;
    bool left = true;
    for (const view::FormField& field : view::form_fields(screen.work, info, row)) {
        const bool whole = !two || field.whole_width;
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
    for (const view::OwnedList& list : view::owned_lists(screen.work, info, row)) {
        ImGui::PushID(list.id.data(), list.id.data() + list.id.size());
        gap(8);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        label(ui, body_bold(ui), list.heading, Role::Heading, 3);
        ImGui::SetCursorScreenPos(ImVec2(at.x + width - ui.control_height(), at.y - 5));
        if (!list.add.empty() && icon_button(ui, "add", list.add, icon::plus)) screen.want(list.added);
        for (const view::OwnedRow& each : list.rows) {
            ImGui::PushID(each.where.id.str().c_str());
            const Item it = item(ui, "open", ImVec2(width, ui.row_height()), Role::Button, each.title);
            if (it.hovered)
                ImGui::GetWindowDrawList()->AddRectFilled(it.min, it.max, ui.theme.hover, size::control_radius);
            text_in(ui, body(ui), each.title, ImVec2(it.min.x + 8, it.min.y), ImVec2(it.max.x - 24, it.max.y), 0,
                    false);
            draw_icon(ImGui::GetWindowDrawList(), ui, icon::chevron_right,
                      ImVec2(it.max.x - 12, (it.min.y + it.max.y) / 2), 15, ui.theme.faint);
            focus_ring(ui, it);
            if (it.clicked) screen.want(each.where);
            ImGui::PopID();
        }
        ImGui::PopID();
    }
}

void issue_notes(Screen& screen, const model::Id& id, float width) {
    Ui& ui = screen.ui;
    const std::vector<view::IssueNote> notes = view::issue_notes(screen.work, id);
    if (notes.empty()) return;
    gap(12);
    label(ui, body_bold(ui), ui.words("inspector.issues", {std::to_string(notes.size())}), Role::Heading, 3);
    for (std::size_t i = 0; i < notes.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        gap(6);
        side_note(ui, notes[i].tone, notes[i].sentence, notes[i].help, width);
        if (notes[i].mend) {
            ImGui::SetCursorScreenPos(ImVec2(ImGui::GetCursorScreenPos().x + 14, ImGui::GetCursorScreenPos().y));
            if (link(ui, "fix", ui.words("action.fix"))) screen.want(*notes[i].mend);
        }
        ImGui::PopID();
    }
}

}  // namespace ui
