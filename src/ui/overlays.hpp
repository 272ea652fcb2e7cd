// ui/overlays.hpp: what the popups, messages and dialogs of a frame hide of what lies below them.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "app/frame_io.hpp"

namespace ui {

// A popup, message or dialog of this frame: the nodes in [first, last) lie over everything else inside rect; a modal
// one over all.
struct Overlay {
    app::Rect rect;
    std::size_t first, last;
    bool modal;
};

// What is seen works: a node that an overlay hides wholly counts as covered, of one that it hides partly the rest is
// named in MirrorNode::seen. Containers and what has the focus never count as covered by a popup or message, because
// what is covered can neither have the focus nor be read, and so can nothing inside it.
void hide_below(std::vector<app::MirrorNode>& nodes, std::span<const Overlay> overlays, app::NodeKey focused);

}  // namespace ui
