#include "platform/renderer.hpp"

#include "platform/host.hpp"

namespace platform {

std::unique_ptr<Renderer> make_renderer() {
    enum Wish { kNone, kCpu, kWebgl };
    const int wish = host_renderer_wish();
    if (wish != kCpu)
        if (auto renderer = make_webgl_renderer(wish != kWebgl)) return renderer;
    return make_cpu_renderer();
}

}  // namespace platform
