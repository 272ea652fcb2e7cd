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

// The one that was asked for (?renderer=webgl or cpu, which is remembered), else WebGL2 where it is done by hardware,
// else the processor. Null where the browser has no canvas at all.
std::unique_ptr<Renderer> make_renderer();

// Null where the browser has no WebGL2; with `hardware_only` also where it does not draw by hardware.
std::unique_ptr<Renderer> make_webgl_renderer(bool hardware_only);
// Draws into memory and puts what changed on a 2D canvas.
std::unique_ptr<Renderer> make_cpu_renderer();

}  // namespace platform
