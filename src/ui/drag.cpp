#include "ui/drag.hpp"

#include <algorithm>

namespace ui {
namespace {
constexpr float slop = 4, edge = 28, fastest = 1200;  // px, px, px a second
}

void begin_drag(Ui& ui, NodeKey key, std::size_t part) {
    ui.memory.drag = {key, part, ImGui::GetMousePos(), false};
}

DragState drag_state(Ui& ui, NodeKey key) {
    Memory::Drag& drag = ui.memory.drag;
    if (drag.key != key) return DragState::None;
    const ImVec2 at = ImGui::GetMousePos();
    const auto far = [](float by) { return by > slop || by < -slop; };
    drag.moving = drag.moving || far(at.x - drag.from.x) || far(at.y - drag.from.y);
    for (const app::PlatformEvent& event : ui.input.events)
        if (const auto* pressed = std::get_if<app::KeyPressed>(&event);
            pressed && pressed->key == "Escape" && drag.moving) {
            ui.output.key_used = true;
            drag = {};
        }
    if (!ImGui::IsMousePosValid()) drag = {};  // taken away by the system, not let go
    if (!drag.moving) return DragState::None;
    return ImGui::IsMouseDown(ImGuiMouseButton_Left) ? DragState::Moving : DragState::Dropped;
}

float edge_speed(float at, float low, float high) {
    const float inside = std::min(edge, (high - low) / 4);
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
