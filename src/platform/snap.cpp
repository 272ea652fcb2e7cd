#include "platform/snap.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace platform {
namespace {

// A rectangle's two edges along one axis.
void snap(float& low, float& high, float density, bool keep_size) {
    const float size = (high - low) * density, from = std::round(low * density);
    const float to = keep_size  ? from + size
                     : size < 3 ? from + std::max(1.0f, std::floor(size))
                                : std::round(high * density);
    low = from / density;
    high = to / density;
}

// Corners a b c d clockwise from the top left, as ImDrawList::PrimRect and text write them.
void snap(ImDrawVert* corner, float density) {
    ImDrawVert &a = corner[0], &b = corner[1], &c = corner[2], &d = corner[3];
    if (a.pos.y != b.pos.y || b.pos.x != c.pos.x || c.pos.y != d.pos.y || d.pos.x != a.pos.x) return;
    const bool glyph = a.uv.x != c.uv.x;
    snap(a.pos.x, c.pos.x, density, glyph);
    snap(a.pos.y, c.pos.y, density, glyph);
    b.pos = {c.pos.x, a.pos.y};
    d.pos = {a.pos.x, c.pos.y};
}

}  // namespace

void snap_to_pixels(ImDrawData& data) {
    const float density = data.FramebufferScale.x;
    if (density == std::round(density)) return;
    for (ImDrawList* list : data.CmdLists)
        for (const ImDrawCmd& command : list->CmdBuffer) {
            const ImDrawIdx* index = list->IdxBuffer.Data + command.IdxOffset;
            for (const ImDrawIdx* end = index + command.ElemCount; index + 6 <= end;) {
                const bool pair = index[1] == index[0] + 1 && index[2] == index[0] + 2 && index[3] == index[0] &&
                                  index[4] == index[2] && index[5] == index[0] + 3;
                if (pair) snap(list->VtxBuffer.Data + command.VtxOffset + index[0], density);
                index += pair ? 6 : 3;
            }
        }
}

}  // namespace platform
