// platform/renderer.hpp: draws Dear ImGui's lists on the page's canvas.
#pragma once

#include <cstdint>
#include <memory>

struct ImDrawData;

namespace platform {

class Renderer {
  public:
    virtual ~Renderer() = default;
    // Before ImGui::NewFrame. False while nothing can be drawn (a lost context).
    virtual bool begin_frame() = 0;
    // colour: 0xRRGGBBAA, what the canvas is cleared to instead of filling a window.
    virtual void draw(ImDrawData& data, int width, int height, std::uint32_t colour) = 0;
    virtual void context_lost() = 0;
    virtual void context_restored() = 0;
};

// Null where the browser has no WebGL2.
std::unique_ptr<Renderer> make_webgl_renderer();

}  // namespace platform
