// ui/drag.hpp: something that the pressed pointer holds and moves.
#pragma once

#include "ui/context.hpp"

namespace ui {

// A press on something that can be dragged; nothing moves before the pointer has gone a few pixels. part: which of its
// parts is held.
void begin_drag(Ui& ui, NodeKey key, std::size_t part);

enum class DragState : std::uint8_t { None, Moving, Dropped };
// Once a frame. Where it began is in Memory::drag until the frame after it was dropped. Escape ends it without a drop.
DragState drag_state(Ui& ui, NodeKey key);

// How far (px) a view from low to high scrolls in this frame while something is held at `at`: the nearer to an edge,
// and the farther beyond it, the faster. Asks for the next frame.
float edge_scroll(Ui& ui, float at, float low, float high);
// px a second
float edge_speed(float at, float low, float high);

}  // namespace ui
