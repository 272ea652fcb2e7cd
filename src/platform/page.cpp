#include "platform/page.hpp"

#include <emscripten/emscripten.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>

#include "platform/coverage.hpp"
#include "platform/glyphs.hpp"
#include "platform/host.hpp"
#include "platform/requests.hpp"
#include "platform/snap.hpp"

namespace platform {
namespace {

Page* the_page = nullptr;

}  // namespace

Page& page() {
    return *the_page;
}

void Page::open() {
    the_page = this;
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = io.LogFilename = nullptr;
    io.ConfigFlags = ImGuiConfigFlags_NoKeyboard;  // the DOM has the focus and the text
    io.BackendPlatformName = "fanglue";
    io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
    renderer = make_renderer();
    if (!renderer) return host_fatal("canvas");
    host_start();
}

void Page::start(app::Started started) {
    program_.start(add_fonts());
    push(std::move(started));
}

void Page::push(app::PlatformEvent event) {
    input.events.push_back(std::move(event));
    wake();
}

void Page::give_up_webgl() {
    renderer.reset();  // before the next one, because both say at their start and end what Dear ImGui may count on
    renderer = make_cpu_renderer();
    if (!renderer) return host_fatal("canvas");
    wake();
}

double Page::frame(double milliseconds, bool draw) {
    if (!renderer || !renderer->begin_frame() || viewport.device_width == 0) return -1;
    ImGuiIO& io = ImGui::GetIO();
    io.DeltaTime = static_cast<float>(std::clamp((milliseconds - last_milliseconds_) / 1000.0, 1e-5, 0.25));
    last_milliseconds_ = milliseconds;
    io.DisplaySize = {viewport.width, viewport.height};
    io.DisplayFramebufferScale = {viewport.density, viewport.density};
    input.seconds = milliseconds / 1000.0;
    input.now_minutes = EM_ASM_INT({
        const now = new Date();
        return Math.floor((now.getTime() - now.getTimezoneOffset() * 60000) / 60000);
    });
    input.width = viewport.width;
    input.height = viewport.height;
    input.density = viewport.density;

    // ImGui sets it for the font in use only; the others would be drawn blurred by ImDrawList::AddText.
    for (ImFont* font : io.Fonts->Fonts) font->CurrentRasterizerDensity = viewport.density;
    forget_items();
    ImGui::NewFrame();
    app::FrameOutput output;
    const double begin = emscripten_get_now();
    program_.frame(input, output);
    input.events.clear();
    ImGui::Render();
    build_milliseconds = emscripten_get_now() - begin;
    if (draw) {
        const double drawn = emscripten_get_now();
        snap_to_pixels(*ImGui::GetDrawData());
        renderer->draw(*ImGui::GetDrawData(), viewport.device_width, viewport.device_height, output.clear_rgba);
        draw_milliseconds = emscripten_get_now() - drawn;
    }
    publish(output);
    return next_frame(output.next_frame_in_seconds);
}

void Page::publish(app::FrameOutput& output) {
    const double begin = emscripten_get_now();
    const std::vector<std::uint32_t>& batch = mirror.update(std::move(output.mirror.nodes));
    host_mirror(batch.data(), batch.size());
    mirror_milliseconds = emscripten_get_now() - begin;
    if (output.mirror.title != title_ || output.mirror.language != language_) {
        title_ = output.mirror.title;
        language_ = output.mirror.language;
        host_page(title_.data(), title_.size(), language_.data(), language_.size());
    }
    const int cursor = ImGui::GetMouseCursor();
    if (cursor != cursor_) host_cursor(cursor_ = cursor);
    key_used_ = output.key_used;
    carry_out(output.requests);
}

double Page::next_frame(double wanted) {
    if (settle_frames_ > 0) --settle_frames_;
    if (settle_frames_ > 0 || !input.events.empty() || !ImGui::GetCurrentContext()->InputEventsQueue.empty()) return 0;
    return wanted;
}

void run(Program& program) {
    static Page opened(program);
    opened.open();
}

}  // namespace platform
