#include <GLES3/gl3.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include "platform/host.hpp"
#include "platform/renderer.hpp"

namespace platform {
namespace {

class WebglRenderer final : public Renderer {
  public:
    ~WebglRenderer() override {
        if (ready_) ImGui_ImplOpenGL3_Shutdown();
        if (context_ > 0) emscripten_webgl_destroy_context(context_);
    }

    bool open(bool hardware_only) {
        EmscriptenWebGLContextAttributes wanted;
        emscripten_webgl_init_context_attributes(&wanted);
        // Without a GPU each of these costs fill rate, which is all that counts there.
        wanted.antialias = wanted.depth = wanted.stencil = wanted.alpha = false;
        wanted.majorVersion = 2;
        wanted.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
        wanted.failIfMajorPerformanceCaveat = hardware_only;
        context_ = emscripten_webgl_create_context("#canvas", &wanted);
        if (context_ <= 0 || emscripten_webgl_make_context_current(context_) != EMSCRIPTEN_RESULT_SUCCESS) return false;
        if (hardware_only && !host_webgl_is_fast()) return false;
        ready_ = ImGui_ImplOpenGL3_Init("#version 300 es");
        return ready_;
    }

    bool begin_frame() override {
        if (lost_) return false;
        ImGui_ImplOpenGL3_NewFrame();
        return true;
    }

    void draw(ImDrawData& data, int width, int height, std::uint32_t colour) override {
        const auto channel = [colour](int shift) { return static_cast<float>((colour >> shift) & 0xFF) / 255.0f; };
        glViewport(0, 0, width, height);
        glClearColor(channel(24), channel(16), channel(8), 1.0f);
        glClear(GL_COLOR_BUFFER_BIT);
        ImGui_ImplOpenGL3_RenderDrawData(&data);
    }

    void context_lost() override { lost_ = true; }

    void context_restored() override {
        // The objects died with the context; the textures are made anew from the pixels that Dear ImGui keeps.
        ImGui_ImplOpenGL3_DestroyDeviceObjects();
        lost_ = !ImGui_ImplOpenGL3_CreateDeviceObjects();
    }

  private:
    EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context_ = 0;
    bool ready_ = false, lost_ = false;
};

}  // namespace

std::unique_ptr<Renderer> make_webgl_renderer(bool hardware_only) {
    auto renderer = std::make_unique<WebglRenderer>();
    if (!renderer->open(hardware_only)) return nullptr;
    return renderer;
}

}  // namespace platform
