#include "ui/drag.hpp"

#include <algorithm>
#include <utility>

namespace ui {
namespace {
constexpr float slop = 4, edge_room = 28, fastest = 1200;  // px, px, px a second
}

void begin_drag(Ui& ui, NodeKey source, std::size_t payload) {
    ui.memory.drag = {source, payload, std::nullopt, ImGui::GetMousePos(), false};
}

Dragged dragged(Ui& ui, NodeKey source) {
    Memory::Drag& drag = ui.memory.drag;
    if (drag.source != source) return {};
    const ImVec2 at = ImGui::GetMousePos(), by(at.x - drag.from.x, at.y - drag.from.y);
    const auto far = [](float way) { return way > slop || way < -slop; };
    drag.moving = drag.moving || far(by.x) || far(by.y);
    for (const app::PlatformEvent& event : ui.input.events)
        if (const auto* pressed = std::get_if<app::KeyPressed>(&event);
            pressed && pressed->key == "Escape" && drag.moving) {
            ui.output.key_used = true;
            drag = {};
        }
    if (!ImGui::IsMousePosValid()) drag = {};  // taken away by the system, not let go
    if (!drag.moving) return {};
    return {ImGui::IsMouseDown(ImGuiMouseButton_Left) ? DragState::Moving : DragState::Dropped, drag.payload,
            std::exchange(drag.target, std::nullopt), by};
}

void drag_over(Ui& ui, NodeKey source, std::size_t target) {
    if (ui.memory.drag.source == source) ui.memory.drag.target = target;
}

bool is_held(const Ui& ui, NodeKey source) {
    return ui.memory.drag.source == source;
}

bool is_dragged(const Ui& ui, NodeKey source) {
    return ui.memory.drag.moving && ui.memory.drag.source == source;
}
bool is_dragging(const Ui& ui) {
    return ui.memory.drag.moving;
}

float edge_speed(float at, float low, float high) {
    const float inside = std::min(edge_room, (high - low) / 4);
    const float beyond = at < low + inside ? at - (low + inside) : at > high - inside ? at - (high - inside) : 0;
    return inside > 0 ? std::clamp(beyond / inside, -2.f, 2.f) * (fastest / 2) : 0;
}

float edge_scroll(Ui& ui, float at, float low, float high) {
    const float speed = edge_speed(at, low, high);
    if (speed == 0) return 0;
    ui.output.wake_in(0);
    return speed * std::min(ImGui::GetIO().DeltaTime, 0.05f);
}

}  // namespace ui
