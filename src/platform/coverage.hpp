// platform/coverage.hpp: finds interactive items of Dear ImGui that the accessibility mirror does not describe.
#pragma once

#include <string>

#include "platform/mirror_diff.hpp"

namespace platform {

// From the next frame on, Dear ImGui reports every item; off costs nothing.
void watch_items(bool on);
// Before a frame is built.
void forget_items();
// A line for each item of the last frame on screen over which no focusable node lies: window, label and rectangle.
[[nodiscard]] std::string undescribed_items(const MirrorDiff& mirror);

}  // namespace platform
