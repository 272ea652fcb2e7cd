// What popups and messages hide, and that the rest keeps working.
#include "ui/overlays.hpp"

#include <doctest/doctest.h>

namespace {
using app::MirrorNode;
using app::Rect;

constexpr Rect page{0, 0, 1000, 800}, field{100, 100, 600, 400};

MirrorNode node(app::NodeKey key, app::NodeKey parent, Rect rect) {
    MirrorNode made;
    made.key = key;
    made.parent = parent;
    made.rect = made.clip = rect;
    return made;
}

// A page (1) with a field (2) and a small button (3), and over them a message (4) with its close button (5).
std::vector<MirrorNode> nodes_under(Rect message) {
    return {node(1, 0, page), node(2, 1, field), node(3, 1, {120, 700, 40, 30}), node(4, 0, message),
            node(5, 4, {message.x, message.y, 30, 30})};
}

std::vector<MirrorNode> hidden_below(Rect message, app::NodeKey focused = 0) {
    std::vector<MirrorNode> nodes = nodes_under(message);
    const ui::Overlay overlay{message, 3, 5, false};
    ui::hide_below(nodes, {&overlay, 1}, focused);
    return nodes;
}

bool covered(const MirrorNode& node) {
    return (node.flags & app::kCovered) != 0;
}

float area(const std::vector<Rect>& parts) {
    float sum = 0;
    for (const Rect& part : parts) sum += part.width * part.height;
    return sum;
}
}  // namespace

TEST_CASE("overlays: a message over a part of a long field leaves the rest of it in use") {
    const std::vector<MirrorNode> nodes = hidden_below({300, 450, 200, 100});
    CHECK_FALSE(covered(nodes[1]));
    CHECK(nodes[1].seen == std::vector<Rect>{{100, 100, 600, 350}, {100, 450, 200, 50}, {500, 450, 200, 50}});
    CHECK(nodes[2].seen.empty());
    CHECK_FALSE(covered(nodes[2]));
    CHECK(nodes[3].seen.empty());
    CHECK_FALSE(covered(nodes[4]));
}

TEST_CASE("overlays: what a message hides wholly is covered, unless it has the focus") {
    CHECK(covered(hidden_below({90, 90, 700, 500})[1]));
    CHECK_FALSE(covered(hidden_below({90, 90, 700, 500}, 2)[1]));
    CHECK(hidden_below({90, 90, 700, 500}, 2)[1].seen.empty());
    CHECK_FALSE_MESSAGE(covered(hidden_below(page)[0]), "a container, or nothing inside it could be read");
}

TEST_CASE("overlays: of what two messages lie over the parts seen do not overlap") {
    std::vector<MirrorNode> nodes = nodes_under({200, 300, 300, 50});
    nodes.push_back(node(6, 0, {400, 320, 400, 60}));
    const ui::Overlay overlays[] = {{nodes[3].rect, 3, 5, false}, {nodes[5].rect, 5, 6, false}};
    ui::hide_below(nodes, overlays, 0);
    CHECK(area(nodes[1].seen) == doctest::Approx(600 * 400 - 300 * 50 - 300 * 60 + 100 * 30));
    CHECK_FALSE_MESSAGE(nodes[3].seen.empty(), "the message drawn later lies over the one before it");
    CHECK(nodes[5].seen.empty());
}

TEST_CASE("overlays: behind a dialog all is covered, a list opened from the dialog is not") {
    std::vector<MirrorNode> nodes = nodes_under({300, 300, 400, 200});
    nodes.push_back(node(6, 0, {320, 480, 100, 100}));
    const ui::Overlay overlays[] = {{nodes[3].rect, 3, 5, true}, {nodes[5].rect, 5, 6, false}};
    ui::hide_below(nodes, overlays, 2);
    for (std::size_t i : {0u, 1u, 2u}) CHECK(covered(nodes[i]));
    for (std::size_t i : {3u, 4u, 5u}) CHECK_FALSE(covered(nodes[i]));
}
