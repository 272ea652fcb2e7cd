// ui/drag.hpp: something that the pressed pointer holds and moves: where it comes from, what is carried, and over what.
#pragma once

#include <optional>

#include "ui/context.hpp"

namespace ui {

// A press on something that can be dragged; nothing moves before the pointer has gone a few pixels. payload: what is
// carried, in the words of the source (a row, a part of a bar).
void begin_drag(Ui& ui, NodeKey source, std::size_t payload);

enum class DragState : std::uint8_t { None, Moving, Dropped };
struct Dragged {
    DragState state = DragState::None;
    std::size_t payload = 0;
    std::optional<std::size_t> target;  // what it is over, see drag_over
    ImVec2 by;                          // how far the pointer has gone
    [[nodiscard]] bool moving() const { return state == DragState::Moving; }
    explicit operator bool() const { return state != DragState::None; }
};
// Once a frame, by the source. Escape ends it without a drop.
Dragged dragged(Ui& ui, NodeKey source);
// While something from this source is held, by what lies under the pointer: what a drop would go to, in words that
// source and target share (a gap between rows). It holds until the source asks.
void drag_over(Ui& ui, NodeKey source, std::size_t target);
// Whether it is pressed or carried: what may be its target then says so.
bool is_held(const Ui& ui, NodeKey source);
// Whether anything from there is moving, or anything at all: then a release is no click.
bool is_dragged(const Ui& ui, NodeKey source);
bool is_dragging(const Ui& ui);

// How far (px) a view from low to high scrolls in this frame while something is held at `at`: the nearer to an edge,
// and the farther beyond it, the faster. Asks for the next frame.
float edge_scroll(Ui& ui, float at, float low, float high);
// px a second
float edge_speed(float at, float low, float high);

}  // namespace ui
