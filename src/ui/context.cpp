#include "ui/context.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <utility>

namespace ui {

bool Ui::activated(NodeKey key) const {
    for (const app::PlatformEvent& event : input.events)
        if (const auto* on = std::get_if<app::NodeActivated>(&event); on && on->key == key) return true;
    return false;
}

const app::KeyPressed* Ui::key_on(NodeKey key) const {
    for (const app::PlatformEvent& event : input.events)
        if (const auto* pressed = std::get_if<app::KeyPressed>(&event); pressed && pressed->target == key)
            return pressed;
    return nullptr;
}

bool Ui::take_key(NodeKey key, std::string_view name, unsigned modifiers) {
    const app::KeyPressed* pressed = key_on(key);
    if (!pressed || pressed->key != name || pressed->modifiers != modifiers) return false;
    output.key_used = true;
    return true;
}

NodeKey key_of(std::string_view id) {
    return ImGui::GetCurrentWindow()->GetID(id.data(), id.data() + id.size());
}

app::Rect rect_of(ImVec2 min, ImVec2 max) {
    return {min.x, min.y, max.x - min.x, max.y - min.y};
}

app::Rect window_rect() {
    const ImVec2 at = ImGui::GetWindowPos(), extent = ImGui::GetWindowSize();
    return {at.x, at.y, extent.x, extent.y};
}

namespace {
app::Rect clipped(ImVec2 min, ImVec2 max) {
    const ImRect& clip = ImGui::GetCurrentWindow()->ClipRect;
    const ImVec2 low(std::max(min.x, clip.Min.x), std::max(min.y, clip.Min.y));
    const ImVec2 high(std::min(max.x, clip.Max.x), std::min(max.y, clip.Max.y));
    if (high.x <= low.x || high.y <= low.y) return {};
    return rect_of(low, high);
}
}  // namespace

app::MirrorNode& add_node(Ui& ui, NodeKey key, Role role, std::string_view name, ImVec2 min, ImVec2 max,
                          std::uint32_t flags) {
    app::MirrorNode& node = ui.output.mirror.nodes.emplace_back();
    node.key = key;
    node.parent = ui.parent;
    node.role = role;
    node.name = name;
    node.rect = rect_of(min, max);
    node.clip = clipped(min, max);
    node.flags = flags | (ui.covered ? app::kCovered : 0u);
    focus_when_wanted(ui, key);
    return node;
}

void focus_when_wanted(Ui& ui, NodeKey key) {
    if (ui.memory.want_focus != key || key == 0) return;
    ui.request(app::FocusNode{key, ui.memory.want_selected});
    ui.memory.want_focus = 0;
    ui.memory.want_selected = false;
}

namespace {
void take_step(Ui& ui) {
    const Memory::Step step = std::exchange(ui.memory.step, {});
    const std::vector<app::MirrorNode>& nodes = ui.output.mirror.nodes;
    const auto from = std::ranges::find(nodes, step.from, &app::MirrorNode::key);
    if (step.by == 0 || from == nodes.end()) return;
    const auto fits = [&](const app::MirrorNode& node) {
        return node.parent == from->parent && (node.flags & (app::kTabStop | app::kFocusable)) != 0 &&
               (node.flags & app::kDisabled) == 0;
    };
    for (auto at = from; step.by > 0 ? ++at != nodes.end() : at-- != nodes.begin();) {
        if (!fits(*at)) continue;
        ui.request(app::FocusNode{at->key});
        return;
    }
}
}  // namespace

bool focus_first(Ui& ui, std::size_t first, std::size_t last) {
    const std::vector<app::MirrorNode>& nodes = ui.output.mirror.nodes;
    for (std::size_t i = first; i < std::min(last, nodes.size()); ++i) {
        if ((nodes[i].flags & app::kTabStop) == 0 || (nodes[i].flags & (app::kDisabled | app::kCovered)) != 0) continue;
        ui.request(app::FocusNode{nodes[i].key});
        return true;
    }
    return false;
}

namespace {
void keep_focus(Ui& ui) {
    const std::vector<app::MirrorNode>& nodes = ui.output.mirror.nodes;
    if (ui.input.focused == 0) return;
    const auto at = std::ranges::find(nodes, ui.input.focused, &app::MirrorNode::key);
    if (at != nodes.end()) {
        ui.memory.focus_place = static_cast<std::size_t>(at - nodes.begin());
        return;
    }
    const bool moved = ui.memory.want_focus != 0 || std::ranges::any_of(ui.output.requests, [](const auto& request) {
                           return std::holds_alternative<app::FocusNode>(request);
                       });
    if (!moved && !focus_first(ui, ui.memory.focus_place, nodes.size())) focus_first(ui, 0, ui.memory.focus_place);
}
}  // namespace

void finish_mirror(Ui& ui) {
    take_step(ui);
    hide_below(ui.output.mirror.nodes, ui.overlays, ui.input.focused);
    keep_focus(ui);
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) ui.memory.drag = {};
}

Region::Region(Ui& ui, std::string_view id, Role role, std::string_view name, const app::Rect& rect,
               std::uint32_t flags)
    : ui_(ui), key_(key_of(id)), before_(ui.parent), index_(ui.output.mirror.nodes.size()) {
    add_node(ui, key_, role, name, {rect.x, rect.y}, {rect.x + rect.width, rect.y + rect.height}, flags);
    ui.parent = key_;
}

app::MirrorNode& Region::node() {
    return ui_.output.mirror.nodes[index_];
}

namespace {
// Pointer, keys and scrolling into view, without the node.
Item behave(Ui& ui, NodeKey key, ImVec2 extent, std::uint32_t flags) {
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    Item result;
    result.key = key;
    result.min = window->DC.CursorPos;
    result.max = ImVec2(result.min.x + extent.x, result.min.y + extent.y);
    const ImRect box(result.min, result.max);
    ImGui::ItemSize(box);
    const bool enabled = (flags & app::kDisabled) == 0;
    result.visible = ImGui::ItemAdd(box, result.key, nullptr, ImGuiItemFlags_NoNav);
    if (enabled && result.visible) {
        bool hovered = false, held = false;
        result.clicked = ImGui::ButtonBehavior(box, result.key, &hovered, &held, ImGuiButtonFlags_NoNavFocus);
        result.hovered = hovered;
        result.held = held;
        result.double_clicked = hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
    }
    if (enabled && !ui.covered && ui.activated(result.key)) result.clicked = true;
    result.focused = ui.input.focused == result.key && ui.input.focus_visible;
    if (ui.scroll_to == result.key) ImGui::ScrollToRect(window, box, ImGuiScrollFlags_KeepVisibleEdgeY);
    return result;
}

// Runs work with the layout cursor at `at`, and puts it back.
template <class Work> Item at_place(ImVec2 at, Work work) {
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    const ImVec2 before = window->DC.CursorPos, before_max = window->DC.CursorMaxPos,
                 before_line = window->DC.CursorPosPrevLine;
    window->DC.CursorPos = at;
    const Item result = work();
    window->DC.CursorPos = before;
    window->DC.CursorPosPrevLine = before_line;
    window->DC.CursorMaxPos = before_max;
    window->DC.IsSetPos = false;
    return result;
}
}  // namespace

Item item(Ui& ui, std::string_view id, ImVec2 extent, Role role, std::string_view name, std::uint32_t flags) {
    const Item result = behave(ui, key_of(id), extent, flags);
    add_node(ui, result.key, role, name, result.min, result.max, flags);
    return result;
}

Item item_around(Ui& ui, NodeKey key, ImVec2 min, ImVec2 extent) {
    return at_place(min, [&] { return behave(ui, key, extent, 0); });
}

Item item_at(Ui& ui, std::string_view id, ImVec2 min, ImVec2 extent, Role role, std::string_view name,
             std::uint32_t flags) {
    return at_place(min, [&] { return item(ui, id, extent, role, name, flags); });
}

void focus_ring(const Ui& ui, const Item& item, float radius) {
    if (!item.focused) return;
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRect(ImVec2(item.min.x - 1, item.min.y - 1), ImVec2(item.max.x + 1, item.max.y + 1), ui.theme.accent,
                  radius + 1, 0, 2);
}

void text_node(Ui& ui, std::string_view text, ImVec2 min, ImVec2 max, Role role, int level) {
    if (text.empty()) return;
    // Identity: the text at its place among its siblings. What else the page holds does not count, so that a row that
    // stays while others scroll away keeps its elements.
    NodeKey siblings = 0;
    for (auto node = ui.output.mirror.nodes.rbegin(); node != ui.output.mirror.nodes.rend(); ++node) {
        if (node->key == ui.parent) break;
        siblings += node->parent == ui.parent;
    }
    const NodeKey key = ImHashData(text.data(), text.size(), ui.parent + siblings * 31u);
    app::MirrorNode& node = add_node(ui, key, role, text, min, max);
    node.level = static_cast<std::int16_t>(level);
    if (node.clip.width <= 0) ui.output.mirror.nodes.pop_back();
}

}  // namespace ui
