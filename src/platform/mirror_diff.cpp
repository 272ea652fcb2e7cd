#include "platform/mirror_diff.hpp"

#include <algorithm>
#include <cstring>
#include <unordered_set>

namespace platform {
namespace {

using app::MirrorNode;
using app::NodeKey;

enum Operation : std::uint32_t { kRemove = 1, kNode = 2, kOrder = 3 };

bool same_position(const MirrorNode& a, const MirrorNode& b) {
    return a.level == b.level && a.row == b.row && a.rows == b.rows && a.column == b.column && a.columns == b.columns;
}

bool same_numbers(const MirrorNode& a, const MirrorNode& b) {
    return a.value_now == b.value_now && a.value_min == b.value_min && a.value_max == b.value_max;
}

bool same_editor(const MirrorNode& a, const MirrorNode& b) {
    return a.font_px == b.font_px && a.padding_x == b.padding_x && a.padding_y == b.padding_y &&
           a.line_px == b.line_px && a.text_rgba == b.text_rgba && a.fill_rgba == b.fill_rgba;
}

bool contains(const app::Rect& rect, float x, float y) {
    return x >= rect.x && y >= rect.y && x < rect.x + rect.width && y < rect.y + rect.height;
}

bool is_seen(const MirrorNode& node, float x, float y) {
    if (node.seen.empty()) return contains(node.clip, x, y);
    return std::ranges::any_of(node.seen, [=](const app::Rect& part) { return contains(part, x, y); });
}

app::Rect inside(const MirrorNode& node, const app::Rect& part) {
    return {part.x - node.rect.x, part.y - node.rect.y, part.width, part.height};
}

bool same_clip(const MirrorNode& a, const MirrorNode& b) {
    return inside(a, a.clip) == inside(b, b.clip) &&
           std::equal(a.seen.begin(), a.seen.end(), b.seen.begin(), b.seen.end(),
                      [&](const app::Rect& p, const app::Rect& q) { return inside(a, p) == inside(b, q); });
}

// The groups in which `node` differs from `before`, leaving out its place.
std::uint32_t changed_groups(const MirrorNode& node, const MirrorNode& before) {
    std::uint32_t mask = 0;
    const auto differs = [&mask](bool different, Group group) { mask |= different ? group : 0u; };
    differs(node.role != before.role, kRole);
    differs(node.flags != before.flags, kFlags);
    differs(!same_clip(node, before), kClip);
    differs(node.name != before.name, kName);
    differs(node.value != before.value, kValue);
    differs(node.description != before.description, kDescription);
    differs(node.placeholder != before.placeholder, kPlaceholder);
    differs(!same_position(node, before), kPosition);
    differs(!same_numbers(node, before), kNumbers);
    differs(!same_editor(node, before), kEditor);
    differs(node.controls != before.controls || node.active != before.active, kLinks);
    return mask;
}

}  // namespace

void MirrorDiff::number(float value) {
    std::uint32_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    batch_.push_back(bits);
}

void MirrorDiff::rect(const app::Rect& value) {
    number(value.x), number(value.y), number(value.width), number(value.height);
}

void MirrorDiff::text(const std::string& value) {
    word(static_cast<std::uint32_t>(value.size()));
    const std::size_t at = batch_.size();
    batch_.resize(at + (value.size() + 3) / 4);
    if (!value.empty()) std::memcpy(batch_.data() + at, value.data(), value.size());
}

void MirrorDiff::write_node(const MirrorNode& node, const MirrorNode* before, const Place& place, const Place* old) {
    static const MirrorNode nothing;
    std::uint32_t mask = changed_groups(node, before ? *before : nothing);
    if (!before) mask |= kRole | kFlags | kRect;
    if (before && (place.x != old->x || place.y != old->y || node.rect.width != before->rect.width ||
                   node.rect.height != before->rect.height))
        mask |= kRect;
    if (mask == 0) return;
    word(kNode), word(node.key), word(mask);
    if (mask & kRole) word(static_cast<std::uint32_t>(node.role));
    if (mask & kFlags) word(node.flags);
    if (mask & kRect) number(place.x), number(place.y), number(node.rect.width), number(node.rect.height);
    if (mask & kClip) {
        rect(inside(node, node.clip));
        word(static_cast<std::uint32_t>(node.seen.size()));
        for (const app::Rect& part : node.seen) rect(inside(node, part));
    }
    if (mask & kName) text(node.name);
    if (mask & kValue) text(node.value);
    if (mask & kDescription) text(node.description);
    if (mask & kPlaceholder) text(node.placeholder);
    if (mask & kPosition)
        for (const std::int32_t part :
             {static_cast<std::int32_t>(node.level), node.row, node.rows, node.column, node.columns})
            word(static_cast<std::uint32_t>(part));
    if (mask & kNumbers) number(node.value_now), number(node.value_min), number(node.value_max);
    if (mask & kEditor) {
        number(node.font_px), number(node.padding_x), number(node.padding_y), number(node.line_px);
        word(node.text_rgba), word(node.fill_rgba);
    }
    if (mask & kLinks) word(node.controls), word(node.active);
}

// What lies behind a modal dialog takes neither pointer nor focus, whether or not the interface said so.
void MirrorDiff::cover_behind_modal(std::vector<MirrorNode>& nodes) const {
    std::size_t modal = nodes.size();
    for (std::size_t i = nodes.size(); i-- > 0 && modal == nodes.size();)
        if (nodes[i].flags & app::kModal) modal = i;
    if (modal == nodes.size()) return;
    NodeKey ancestor = nodes[modal].parent;
    for (std::size_t i = modal; i-- > 0;) {
        if (nodes[i].key == ancestor)
            ancestor = nodes[i].parent;
        else
            nodes[i].flags |= app::kCovered;
    }
}

void MirrorDiff::write_orders(const std::vector<MirrorNode>& nodes) {
    std::unordered_map<NodeKey, std::vector<NodeKey>> children;
    for (const MirrorNode& node : nodes) children[node.parent].push_back(node.key);
    std::unordered_set<NodeKey> written;
    const auto write = [&](NodeKey parent) {
        if (!written.insert(parent).second) return;
        const std::vector<NodeKey>& now = children.at(parent);
        const auto before = children_.find(parent);
        if (before != children_.end() && before->second == now) return;
        word(kOrder), word(parent), word(static_cast<std::uint32_t>(now.size()));
        batch_.insert(batch_.end(), now.begin(), now.end());
    };
    for (const MirrorNode& node : nodes) write(node.parent);
    children_ = std::move(children);
}

const std::vector<std::uint32_t>& MirrorDiff::update(std::vector<MirrorNode> nodes) {
    batch_.clear();
    cover_behind_modal(nodes);
    std::unordered_map<NodeKey, Place> places;
    places.reserve(nodes.size());
    std::vector<MirrorNode> kept;
    kept.reserve(nodes.size());
    duplicates_ = 0;
    for (MirrorNode& node : nodes) {
        const auto parent = places.find(node.parent);
        if (parent == places.end()) node.parent = 0;
        Place place{static_cast<std::uint32_t>(kept.size()), node.rect.x, node.rect.y};
        if (node.parent != 0) {
            place.x -= kept[parent->second.index].rect.x;
            place.y -= kept[parent->second.index].rect.y;
        }
        if (node.key == 0 || !places.emplace(node.key, place).second) {
            ++duplicates_;
            continue;
        }
        kept.push_back(std::move(node));
    }
    for (const MirrorNode& node : nodes_)
        if (!places.contains(node.key)) word(kRemove), word(node.key);
    for (const MirrorNode& node : kept) {
        const auto old = places_.find(node.key);
        const bool known = old != places_.end();
        write_node(node, known ? &nodes_[old->second.index] : nullptr, places.at(node.key),
                   known ? &old->second : nullptr);
    }
    write_orders(kept);
    nodes_ = std::move(kept);
    places_ = std::move(places);
    return batch_;
}

app::NodeKey MirrorDiff::hit(float x, float y, std::uint32_t flags) const {
    for (std::size_t i = nodes_.size(); i-- > 0;) {
        const MirrorNode& node = nodes_[i];
        if ((node.flags & flags) && !(node.flags & app::kCovered) && is_seen(node, x, y)) return node.key;
    }
    return 0;
}

bool MirrorDiff::covered(float x, float y) const {
    return std::any_of(nodes_.begin(), nodes_.end(), [x, y](const MirrorNode& node) {
        return contains(node.clip, x, y) && ((node.flags & app::kCovered) || !is_seen(node, x, y));
    });
}

}  // namespace platform
