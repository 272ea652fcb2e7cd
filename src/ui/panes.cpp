#include "ui/panes.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

float cursor_top() {
    return ImGui::GetCursorScreenPos().y;
}

void panes(Ui& ui, const Panes& what, float width, const DrawPane& first, const DrawPane& second) {
    const bool beside = width >= what.beside_from;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 one(beside ? std::clamp(width * what.share, what.least, what.most) : width,
                     beside ? what.height : what.first_height);
    const ImVec2 other(beside ? width - one.x - card_space : width, beside ? what.height : what.second_height);
    const ImVec2 other_at(beside ? at.x + one.x + card_space : at.x, beside ? at.y : at.y + one.y + card_space);
    const auto draw = [&](ImVec2 corner, ImVec2 extent, const DrawPane& pane) {
        const Box box{corner, ImVec2(corner.x + extent.x, corner.y + extent.y)};
        card_background(ui, box.min, box.max);
        put_cursor(corner);
        pane(box);
    };
    draw(at, one, first);
    draw(other_at, other, second);
    take_room(at, ImVec2(width, other_at.y + other.y - at.y));
}

namespace {
// Of a list with so many rows, when a form stands below it.
float list_height(const Ui& ui, std::size_t rows) {
    return std::clamp(40 + ui.row_height() * static_cast<float>(rows + 1), 150.f, 320.f);
}
}  // namespace

void list_and_form(Ui& ui, const ListAndForm& what, float width,
                   const base::Callback<void(float width, float height)>& list,
                   const base::Callback<void(float width, float height)>& form) {
    if (width < what.beside_from) {
        list(width, list_height(ui, what.rows));
        gap(card_space);
        return card(ui, width, [&](float inner) { form(inner, 0); });
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float form_width = std::clamp(width * what.share, what.least, what.most), height = room_below(260);
    list(width - form_width - card_space, height);
    const ImVec2 corner(at.x + width - form_width, at.y);
    card_background(ui, corner, ImVec2(at.x + width, at.y + height));
    put_cursor(ImVec2(corner.x + card_padding, corner.y + card_space));
    ImGui::BeginGroup();
    form(form_width - 2 * card_padding, height - card_padding);
    ImGui::EndGroup();
    take_room(at, ImVec2(width, height));
}

void centred(Ui& ui, float most, const base::Callback<void(float width)>& draw) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float available = room_width(), width = std::min(available, most);
    put_cursor(ImVec2(at.x + std::floor((available - width) / 2), at.y + (ui.phone() ? 4 : 20)));
    ImGui::BeginGroup();
    draw(width);
    ImGui::EndGroup();
}

void side_head(Ui& ui, std::string_view title, float width, std::size_t icons, const base::Callback<void()>& draw) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ui.control_height(), wide = (height + 4) * static_cast<float>(icons) - 4;
    paragraph(ui, body_bold(ui), title, width - wide - 6);
    const float below = std::max(cursor_top(), at.y + height - 5);
    put_cursor(ImVec2(at.x + width - wide + 6, at.y - 5));
    draw();
    put_cursor(ImVec2(at.x, below));
}

void scrolled(std::string_view id, float width, float top, float height, const base::Callback<void()>& draw) {
    if (height <= 0) return draw();
    ImGui::BeginChild(std::string(id).c_str(), ImVec2(width + card_space, top + height - cursor_top()),
                      ImGuiChildFlags_None, ImGuiWindowFlags_NoNav);
    draw();
    ImGui::EndChild();
}

void begin_at_top(Ui& ui, std::string_view row) {
    if (ui.memory.inspected == row) return;
    ui.memory.inspected = row;
    ImGui::SetScrollY(0);
    ui.output.wake_in(0);
}

void document_card(Ui& ui, std::string_view id, std::string_view name, const std::string& html, bool shown) {
    const ImVec2 at = ImGui::GetCursorScreenPos(), extent(room_width(), room_below(200, 0));
    const ImVec2 end(at.x + extent.x, at.y + extent.y);
    card_background(ui, at, end);
    if (shown) {
        const NodeKey key = key_of(id);
        add_node(ui, key, Role::Document, name, at, end);
        ui.request(app::ShowHtml{key, {at.x + 1, at.y + 1, extent.x - 2, extent.y - 2}, html});
    }
    ImGui::Dummy(extent);
}

std::optional<float> divider(Ui& ui, std::string_view id, std::string_view name, ImVec2 at, float height,
                             const Divided& now) {
    const float reach = ui.input.coarse_pointer ? 8.f : 4.f, step = 16;
    const Item it = item_at(ui, id, ImVec2(at.x - reach, at.y), ImVec2(2 * reach, height), Role::Slider, name);
    app::MirrorNode& node = ui.output.mirror.nodes.back();
    node.value_now = now.value;
    node.value_min = now.least;
    node.value_max = now.most;
    if (it.hovered || it.held) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    if (it.hovered || it.held || it.focused)
        ImGui::GetForegroundDrawList()->AddRectFilled(ImVec2(at.x - 1, at.y), ImVec2(at.x + 1, at.y + height),
                                                      ui.theme.accent);
    std::optional<float> wanted;
    if (ui.take_key(it.key, "ArrowLeft")) wanted = now.value - step;
    if (ui.take_key(it.key, "ArrowRight")) wanted = now.value + step;
    if (it.held && ImGui::IsMouseDragging(ImGuiMouseButton_Left)) wanted = now.value + ImGui::GetMousePos().x - at.x;
    if (it.double_clicked) return 0.f;
    return wanted ? std::optional(std::clamp(*wanted, now.least, std::max(now.least, now.most))) : std::nullopt;
}

}  // namespace ui
