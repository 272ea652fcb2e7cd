#include "gallery/checks.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <unordered_map>

#include "platform/coverage.hpp"

namespace gallery {
namespace {
using app::MirrorNode;
using app::Role;

constexpr float kInk = 2;  // px that an edge's smoothing may reach over

Box box_of(const app::Rect& rect) {
    return {rect.x, rect.y, rect.x + rect.width, rect.y + rect.height};
}

std::string said(std::string_view what, std::string_view of, const Box& box) {
    char place[64];
    std::snprintf(place, sizeof place, " at %.0f,%.0f %.0fx%.0f", static_cast<double>(box.left),
                  static_cast<double>(box.top), static_cast<double>(box.width()), static_cast<double>(box.height()));
    return std::string(what) + ": " + std::string(of) + place;
}

bool is_control(const MirrorNode& node) {
    return (node.flags & (app::kTabStop | app::kFocusable)) != 0 && (node.flags & app::kCovered) == 0;
}

bool contains(const Box& outer, const Box& inner) {
    return inner.left >= outer.left - kInk && inner.top >= outer.top - kInk && inner.right <= outer.right + kInk &&
           inner.bottom <= outer.bottom + kInk;
}

float low(const Box& box, ImGuiAxis axis) {
    return axis == ImGuiAxis_X ? box.left : box.top;
}
float high(const Box& box, ImGuiAxis axis) {
    return axis == ImGuiAxis_X ? box.right : box.bottom;
}

bool may_scroll(const ImGuiWindow& window, ImGuiAxis axis) {
    const ImGuiWindowFlags flags = window.Flags;
    return window.WasActive && window.ScrollMax[axis] > 0 &&
           (axis == ImGuiAxis_X ? (flags & ImGuiWindowFlags_HorizontalScrollbar) != 0
                                : (flags & ImGuiWindowFlags_NoScrollbar) == 0);
}

// A window that can be scrolled along the axis to what lies in its content. A table's head moves with its rows, so
// across the axis the window around it counts.
bool scrolls_to(const Box& box, ImGuiAxis axis) {
    const ImGuiAxis across = axis == ImGuiAxis_X ? ImGuiAxis_Y : ImGuiAxis_X;
    for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
        if (!may_scroll(*window, axis)) continue;
        const float to_low = window->Scroll[axis], to_high = window->ScrollMax[axis] - window->Scroll[axis];
        const ImGuiWindow& around = window->ParentWindow ? *window->ParentWindow : *window;
        const bool in_line =
            high(box, across) > around.InnerRect.Min[across] - around.Scroll[across] - kInk &&
            low(box, across) < around.InnerRect.Max[across] + around.ScrollMax[across] - around.Scroll[across] + kInk;
        if (in_line && low(box, axis) >= window->InnerRect.Min[axis] - to_low - kInk &&
            high(box, axis) <= window->InnerRect.Max[axis] + to_high + kInk)
            return true;
    }
    return false;
}

// The text is what it shows: an ellipsis that belongs to it cuts nothing.
bool is_whole(const Stage& stage, const DrawnText& text) {
    return std::ranges::any_of(stage.nodes(), [&](const MirrorNode& node) {
        for (const std::string* each : {&node.name, &node.value, &node.placeholder, &node.description})
            if (each->find(text.text) != std::string::npos) return true;
        return false;
    });
}

bool shows_tooltip() {
    const auto texts = drawn_texts();
    return std::ranges::any_of(texts, [](const DrawnText& text) { return text.window.starts_with("##Foreground"); });
}

bool is_shown_whole(const Stage& stage, std::string_view start) {
    const auto texts = drawn_texts();
    return std::ranges::any_of(texts,
                               [&](const DrawnText& text) {
                                   return text.text.find(start) != std::string::npos && !text.text.ends_with("…");
                               }) ||
           std::ranges::any_of(stage.nodes(),
                               [&](const MirrorNode& node) { return node.value.find(start) != std::string::npos; });
}

// What a tap opened goes away again.
void close_all(Stage& stage) {
    for (const std::string_view word : {"action.close-inspector"})
        if (const auto* node = stage.find(Role::Button, stage.words()(word)); node)
            stage.activate(Role::Button, node->name);
}

// With a mouse by pointing at it; with a finger by holding it, or by what a tap opens.
bool can_be_read(Stage& stage, const ImVec2& at, std::string_view start) {
    const bool touch = stage.setting().touch();
    stage.point(at.x, at.y);
    stage.frame();
    if (touch) stage.send(app::ContextMenuWanted{0, at.x, at.y});
    stage.frame();
    stage.frame();
    bool read = shows_tooltip();
    if (touch && !read) {
        stage.send(app::KeyPressed{"Escape", 0, 0, false});  // a row's menu
        stage.settle();
        stage.press(true);
        stage.frame();
        stage.press(false);
        stage.settle();
        read = is_shown_whole(stage, start);
        close_all(stage);
    }
    stage.point(-1, -1);
    stage.settle();
    return read;
}

}  // namespace

std::vector<std::string> cut_texts(Stage& stage, std::vector<DrawnText> texts) {
    std::vector<std::string> found;
    // What lies over the page first: a tap on the page may close it.
    std::stable_partition(texts.begin(), texts.end(),
                          [](const DrawnText& text) { return text.window.ends_with("-over"); });
    const bool popup = ImGui::GetCurrentContext()->OpenPopupStack.Size > 0;
    for (const DrawnText& text : texts) {
        if (popup && !text.window.starts_with("##Popup")) continue;  // is read when the popup has gone
        const Box seen = common(text.box, text.clip);
        const bool over_x = text.box.left < text.clip.left - kInk || text.box.right > text.clip.right + kInk,
                   over_y = text.box.top < text.clip.top - 3 * kInk || text.box.bottom > text.clip.bottom + 3 * kInk;
        if ((over_x && !scrolls_to(text.box, ImGuiAxis_X)) || (over_y && !scrolls_to(text.box, ImGuiAxis_Y)))
            found.push_back(said("clipped away", text.text, text.box));
        if (seen.width() < 4 || seen.height() < 8 || !text.text.ends_with("…") || is_whole(stage, text)) continue;
        const std::string_view start = std::string_view(text.text).substr(0, text.text.size() - 3);
        if (!can_be_read(stage, seen.middle(), start))
            found.push_back(said("cut, not to be read", text.text, text.box));
    }
    return found;
}

namespace {

// Controls and texts that are seen, each with its ancestors.
struct Placed {
    const MirrorNode* node;
    Box box;
};

using ByKey = std::unordered_map<app::NodeKey, const MirrorNode*>;

const MirrorNode* parent_of(const ByKey& by_key, const MirrorNode& node) {
    const auto parent = by_key.find(node.parent);
    return parent == by_key.end() ? nullptr : parent->second;
}
bool is_ancestor(const ByKey& by_key, const MirrorNode& above, const MirrorNode& node) {
    for (const MirrorNode* each = &node; each; each = parent_of(by_key, *each))
        if (each == &above) return true;
    return false;
}
// The landmark or dialog that holds it: one that lies over another takes nothing away, because it can be closed.
const MirrorNode& root_of(const ByKey& by_key, const MirrorNode& node) {
    const MirrorNode* root = &node;
    while (const MirrorNode* parent = parent_of(by_key, *root)) root = parent;
    return *root;
}

ByKey keys_of(const Stage& stage) {
    ByKey by_key;
    for (const MirrorNode& node : stage.nodes()) by_key[node.key] = &node;
    return by_key;
}

// The parts of a control that are seen, where a popup, message or the inspector lies over some of it.
std::vector<Box> seen_parts(const MirrorNode& node) {
    if (node.seen.empty()) return {box_of(node.clip)};
    std::vector<Box> parts;
    for (const app::Rect& part : node.seen) parts.push_back(box_of(part));
    return parts;
}

bool touches(const Box& a, const Box& b, float least) {
    const Box both = common(a, b);
    return both.width() > least && both.height() > least;
}

void overlapping_nodes(const Stage& stage, const ByKey& by_key, std::vector<std::string>& found) {
    std::vector<Placed> placed;
    for (const MirrorNode& node : stage.nodes()) {
        const bool text = node.role == Role::Text || node.role == Role::Heading || node.role == Role::Status;
        if (node.role == Role::Slider) continue;  // lies over the rows that it divides
        if ((is_control(node) || text) && (node.flags & app::kCovered) == 0 && node.clip.width > 0)
            placed.push_back({&node, box_of(node.clip)});
    }
    std::ranges::sort(placed, {}, [](const Placed& each) { return each.box.top; });
    for (std::size_t i = 0; i < placed.size(); ++i)
        for (std::size_t k = i + 1; k < placed.size() && placed[k].box.top < placed[i].box.bottom - kInk; ++k) {
            const Box both = common(placed[i].box, placed[k].box);
            const MirrorNode &a = *placed[i].node, &b = *placed[k].node;
            const bool meet = std::ranges::any_of(seen_parts(a), [&](const Box& one) {
                return std::ranges::any_of(seen_parts(b), [&](const Box& two) { return touches(one, two, kInk); });
            });
            if (!meet || is_ancestor(by_key, a, b) || is_ancestor(by_key, b, a) ||
                &root_of(by_key, a) != &root_of(by_key, b))
                continue;
            found.push_back(said("overlap", a.name + " | " + b.name, both));
        }
}

// A text that reaches over the edge of a control belongs to another one, or does not fit its own.
void texts_over_edges(const Stage& stage, const ByKey& by_key, const std::vector<DrawnText>& texts,
                      std::vector<std::string>& found) {
    for (const DrawnText& text : texts) {
        const Box seen = common(text.box, text.clip);
        if (seen.width() <= 0 || seen.height() <= 0) continue;
        const ImGuiWindow* window = ImGui::FindWindowByName(text.window.substr(0, text.window.find('/')).c_str());
        for (const MirrorNode& node : stage.nodes()) {
            if (!window || !is_control(node) || node.role == Role::Row || node.clip.width <= 0) continue;
            const bool meets =
                std::ranges::any_of(seen_parts(node), [&](const Box& part) { return touches(seen, part, 2 * kInk); });
            if (!meets || contains(box_of(node.clip), seen)) continue;
            if (contains(
                    box_of(root_of(by_key, node).rect),
                    {window->Pos.x, window->Pos.y, window->Pos.x + window->Size.x, window->Pos.y + window->Size.y}))
                found.push_back(said("text over the edge of " + node.name, text.text, text.box));
        }
    }
}

void overlapping_texts(const std::vector<DrawnText>& texts, std::vector<std::string>& found) {
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t k = i + 1; k < texts.size(); ++k) {
            if (texts[i].window != texts[k].window) continue;
            const Box both = common(common(texts[i].box, texts[i].clip), common(texts[k].box, texts[k].clip));
            if (both.width() > 2 * kInk && both.height() > 3 * kInk)
                found.push_back(said("texts overlap", texts[i].text + " | " + texts[k].text, both));
        }
}

}  // namespace

std::vector<std::string> overlaps(const Stage& stage, const std::vector<DrawnText>& texts) {
    std::vector<std::string> found;
    const ByKey by_key = keys_of(stage);
    overlapping_nodes(stage, by_key, found);
    texts_over_edges(stage, by_key, texts, found);
    overlapping_texts(texts, found);
    return found;
}

std::vector<std::string> out_of_reach(const Stage& stage) {
    std::vector<std::string> found;
    for (const MirrorNode& node : stage.nodes()) {
        if (!is_control(node)) continue;
        const Box box = box_of(node.rect), seen = box_of(node.clip);
        const bool hidden = node.clip.width <= 0;
        const bool beside = hidden ? box.left < 0 || box.right > static_cast<float>(stage.setting().width)
                                   : seen.width() < box.width() - kInk;
        const bool below = hidden ? !beside : seen.height() < box.height() - kInk;
        if ((beside && !scrolls_to(box, ImGuiAxis_X)) || (below && !scrolls_to(box, ImGuiAxis_Y)))
            found.push_back(said("out of reach", node.name, box));
    }
    return found;
}

std::vector<std::string> undescribed(const Stage& stage) {
    std::vector<std::string> found;
    const std::string items = platform::undescribed_items(stage.mirror());
    if (!items.empty()) found.push_back("no description: " + items);
    for (const MirrorNode& node : stage.nodes())
        if (is_control(node) && node.name.empty())
            found.push_back(said("no name", "role " + std::to_string(static_cast<int>(node.role)), box_of(node.rect)));
    if (stage.mirror().duplicate_count() > 0)
        found.push_back("nodes with the key of another: " + std::to_string(stage.mirror().duplicate_count()));
    return found;
}

std::vector<std::string> faint_texts(const Stage& stage, std::vector<DrawnText> texts) {
    find_backgrounds(texts, stage.setting().width, stage.setting().height, stage.clear_rgba());
    std::vector<std::string> found;
    for (const DrawnText& text : texts) {
        const Box seen = common(text.box, text.clip);
        if (seen.width() < 4 || seen.height() < 4) continue;
        // What is disabled or covered need not be read, and neither do hints nor mere ornaments.
        const bool exempt = std::ranges::any_of(stage.nodes(), [&](const MirrorNode& node) {
            const bool partly = !node.seen.empty() && std::ranges::none_of(seen_parts(node), [&](const Box& part) {
                return contains(part, seen);
            });
            return ((node.flags & (app::kDisabled | app::kCovered)) != 0 || partly || text.text == node.placeholder) &&
                   contains(box_of(node.rect), seen);
        });
        const double ratio = contrast(text.color, text.behind), least = text.icon ? 2.8 : 4.5;
        char number[32];
        std::snprintf(number, sizeof number, "contrast %.2f", ratio);
        if (!exempt && ratio < least) found.push_back(said(number, text.text, text.box));
    }
    return found;
}

std::vector<std::string> findings(Stage& stage) {
    const std::vector<DrawnText> texts = drawn_texts();
    std::vector<std::string> found = overlaps(stage, texts);
    const auto add = [&](std::vector<std::string> more) { found.insert(found.end(), more.begin(), more.end()); };
    add(out_of_reach(stage));
    add(undescribed(stage));
    add(faint_texts(stage, texts));
    add(cut_texts(stage, texts));  // last: it builds frames
    return found;
}

}  // namespace gallery
