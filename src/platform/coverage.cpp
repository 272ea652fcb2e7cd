#include "platform/coverage.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <vector>

namespace {

struct Item {
    ImGuiID id = 0;
    ImRect visible;
    std::string window;
    std::string label;
};
std::vector<Item> items;

// What Dear ImGui makes by itself: the window, its scroll bars and its edges.
bool belongs_to_window(ImGuiWindow& window, ImGuiID id) {
    if (id == window.ID || id == window.MoveId || id == window.ChildId) return true;
    for (const ImGuiAxis axis : {ImGuiAxis_X, ImGuiAxis_Y})
        if (id == ImGui::GetWindowScrollbarID(&window, axis)) return true;
    for (int n = 0; n < 4; ++n)
        if (id == ImGui::GetWindowResizeCornerID(&window, n) ||
            id == ImGui::GetWindowResizeBorderID(&window, ImGuiDir{n}))
            return true;
    return false;
}

}  // namespace

// Dear ImGui calls these for each item when it is compiled with IMGUI_ENABLE_TEST_ENGINE and TestEngineHookItems is
// set.
void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect& rect, const ImGuiLastItemData* data) {
    ImGuiWindow* window = context->CurrentWindow;
    if (!data || !window || belongs_to_window(*window, id)) return;
    for (const ImGuiWindow* child : context->Windows)
        if (child->ChildId == id || child->MoveId == id) return;
    ImRect visible = rect;
    visible.ClipWith(window->ClipRect);
    if (visible.GetWidth() < 1 || visible.GetHeight() < 1) return;
    if (window->IsFallbackWindow) return;  // ImGui's own "Debug" window, never shown while it is empty
    items.push_back({id, visible, window->Name, {}});
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID id, const char* label, ImGuiItemStatusFlags) {
    for (Item& item : items)
        if (item.id == id && label) item.label = label;
}

void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) {
    return nullptr;
}

namespace platform {

void watch_items(bool on) {
    ImGui::GetCurrentContext()->TestEngineHookItems = on;
}

void forget_items() {
    items.clear();
}

std::string undescribed_items(const MirrorDiff& mirror) {
    std::string lines;
    for (const Item& item : items) {
        const ImVec2 centre = item.visible.GetCenter();
        if (mirror.hit(centre.x, centre.y, app::kTabStop | app::kFocusable) != 0) continue;
        // Behind a dialog or a menu nothing needs to be described.
        if (mirror.covered(centre.x, centre.y)) continue;
        lines += item.window + " / " + item.label + " at " + std::to_string(static_cast<int>(item.visible.Min.x)) +
                 "," + std::to_string(static_cast<int>(item.visible.Min.y)) + " " +
                 std::to_string(static_cast<int>(item.visible.GetWidth())) + "x" +
                 std::to_string(static_cast<int>(item.visible.GetHeight())) + "\n";
    }
    return lines;
}

}  // namespace platform
