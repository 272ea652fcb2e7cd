#include "ui/overlays.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace ui {
namespace {

using app::MirrorNode;
using app::Rect;

float right(const Rect& rect) {
    return rect.x + rect.width;
}
float bottom(const Rect& rect) {
    return rect.y + rect.height;
}

bool overlap(const Rect& a, const Rect& b) {
    return a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a);
}

// What stays of `rect` without `hole`: above it, left and right of it, below it.
void add_rest(std::vector<Rect>& rest, const Rect& rect, const Rect& hole) {
    const auto add = [&](float from_x, float from_y, float to_x, float to_y) {
        if (to_x > from_x && to_y > from_y) rest.push_back({from_x, from_y, to_x - from_x, to_y - from_y});
    };
    const float high = std::max(rect.y, hole.y), low = std::min(bottom(rect), bottom(hole));
    add(rect.x, rect.y, right(rect), high);
    add(rect.x, high, hole.x, low);
    add(right(hole), high, right(rect), low);
    add(rect.x, low, right(rect), bottom(rect));
}

std::vector<Rect> without(const std::vector<Rect>& parts, const Rect& hole) {
    std::vector<Rect> rest;
    for (const Rect& part : parts) {
        if (overlap(part, hole))
            add_rest(rest, part, hole);
        else
            rest.push_back(part);
    }
    return rest;
}

// Whether the node is a part of the overlay, or of one that was opened from inside it and so lies over it.
bool is_above(std::size_t node, const Overlay& overlay, std::span<const Overlay> overlays) {
    return std::ranges::any_of(
        overlays, [&](const Overlay& other) { return &other >= &overlay && node >= other.first && node < other.last; });
}

}  // namespace

void hide_below(std::vector<MirrorNode>& nodes, std::span<const Overlay> overlays, app::NodeKey focused) {
    if (overlays.empty()) return;
    std::set<app::NodeKey> parents;
    for (const MirrorNode& node : nodes) parents.insert(node.parent);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        MirrorNode& node = nodes[i];
        std::vector<Rect> seen{node.clip};
        bool behind_modal = false;
        for (const Overlay& overlay : overlays) {
            if (is_above(i, overlay, overlays)) continue;
            behind_modal = behind_modal || overlay.modal;
            if (overlap(node.clip, overlay.rect)) seen = without(seen, overlay.rect);
        }
        const bool hidden = seen.empty() && node.key != focused && !parents.contains(node.key);
        if (behind_modal || hidden)
            node.flags |= app::kCovered;
        else if (!seen.empty() && !(seen.size() == 1 && seen.front() == node.clip))
            node.seen = std::move(seen);
    }
}

}  // namespace ui
