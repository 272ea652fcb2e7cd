// The functions that web/*.js calls. Texts come through numbered slots: platform_text makes room, the page fills it.
#include <emscripten/emscripten.h>
#include <imgui.h>

#include <array>
#include <cfloat>
#include <string>
#include <utility>

#include "platform/coverage.hpp"
#include "platform/glyphs.hpp"
#include "platform/page.hpp"

namespace {

using platform::page;

std::array<std::string, 3> slots;

std::string take(std::size_t slot) {
    return std::exchange(slots[slot], {});
}

// Numbers shared with web/protocol.js.
enum class Kind : int {
    Activated,
    Focused,
    Key,
    TextChanged,
    TextCommitted,
    TextCancelled,
    ValuePicked,
    Pasted,
    CopyWanted,
    ContextMenu,
    File,
    FileRefused,
    Answer,
    Storage,
    Preference,
    Started,
    UpdateReady,
    TaskMoved,
    Zoomed,
    PrivateLockDue,
    ErrandProgress,
};

app::Started started;
std::uint8_t modifiers = 0;  // app::Modifier, as of the last event

void push(Kind kind, std::uint32_t key, int number, double x, double y) {
    using enum Kind;
    const auto bits = static_cast<std::uint8_t>(number & 0xFF);
    switch (kind) {
        case Activated:
            return page().push(app::NodeActivated{key});
        case Focused:
            return page().push(app::NodeFocused{key});
        case Key:
            return page().push(app::KeyPressed{take(0), bits, key, (number & 0x100) != 0});
        case TextChanged:
            return page().push(app::TextChanged{key, take(0), number != 0});
        case TextCommitted:
            return page().push(app::TextCommitted{key, take(0), app::TextCommitted::Cause{bits}});
        case TextCancelled:
            return page().push(app::TextCancelled{key, number != 0});
        case ValuePicked:
            return page().push(app::ValuePicked{key, take(0)});
        case Pasted:
            return page().push(app::Pasted{key, take(0), take(1)});
        case CopyWanted:
            return page().push(app::CopyWanted{key, number != 0});
        case ContextMenu:
            return page().push(app::ContextMenuWanted{key, static_cast<float>(x), static_cast<float>(y)});
        case File:
            return page().push(
                app::FileArrived{take(0), take(1), app::FileArrived::Way{bits}, static_cast<std::uint32_t>(y)});
        case FileRefused:
            return page().push(app::FileRefused{take(0), static_cast<std::uint64_t>(x), app::FileRefused::Why{bits},
                                                static_cast<std::uint32_t>(y)});
        case Answer:
            return page().push(app::Answer{key, number != 0, take(0), take(1)});
        case Storage:
            return page().push(app::StorageChanged{take(0), take(1)});
        case Preference:
            started.preferences.emplace_back(take(0), take(1));
            return;
        case Started:
            started.storage = take(0);
            started.tail = take(1);
            started.query = take(2);
            return;
        case UpdateReady:
            return page().push(app::UpdateReady{});
        case TaskMoved:
            return page().push(app::TaskMoved{take(0), take(1), take(2)});
        case Zoomed:
            return page().push(app::Zoomed{key, static_cast<float>(x), static_cast<float>(y)});
        case PrivateLockDue:
            return page().push(app::PrivateLockDue{});
        case ErrandProgress:
            return page().push(app::ErrandProgress{key, number});
    }
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE char* platform_text(std::size_t slot, std::size_t size) {
    slots[slot].resize(size);
    return slots[slot].data();
}

EMSCRIPTEN_KEEPALIVE void platform_event(int kind, std::uint32_t key, int number, double x, double y) {
    push(static_cast<Kind>(kind), key, number, x, y);
}

// After the Preference and Started events, with the browser's language in slot 0: they become the first event.
EMSCRIPTEN_KEEPALIVE void platform_started() {
    started.language = take(0);
    page().start(std::move(started));
}

EMSCRIPTEN_KEEPALIVE double platform_frame(double milliseconds, int draw) {
    return page().frame(milliseconds, draw != 0);
}

EMSCRIPTEN_KEEPALIVE int platform_key_used() {
    return page().key_used();
}

EMSCRIPTEN_KEEPALIVE void platform_resize(float width, float height, int device_width, int device_height,
                                          float density) {
    page().viewport = {width, height, device_width, device_height, density};
    page().wake();
}

EMSCRIPTEN_KEEPALIVE void platform_environment(int dark, int forced_colors, int coarse) {
    app::FrameInput& input = page().input;
    input.prefers_dark = dark;
    input.forced_colors = forced_colors;
    input.coarse_pointer = coarse;
    page().wake();
}

// 0xRRGGBB each
EMSCRIPTEN_KEEPALIVE void platform_system_colors(std::uint32_t background, std::uint32_t text, std::uint32_t gray,
                                                 std::uint32_t link) {
    page().input.system_colors = {background, text, gray, link};
}

EMSCRIPTEN_KEEPALIVE void platform_focus(std::uint32_t focused, std::uint32_t editing, int composing, int visible) {
    app::FrameInput& input = page().input;
    input.focused = focused;
    input.editing = editing;
    input.composing = composing;
    input.focus_visible = visible;
    page().wake();
}

EMSCRIPTEN_KEEPALIVE void platform_pointer(float x, float y, int touch) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
    io.AddMousePosEvent(x, y);
    page().wake();
}

EMSCRIPTEN_KEEPALIVE void platform_pointer_gone() {
    platform_pointer(-FLT_MAX, -FLT_MAX, 0);
}

EMSCRIPTEN_KEEPALIVE void platform_button(int button, int down) {
    if (down) page().input.press_modifiers = modifiers;
    ImGui::GetIO().AddMouseButtonEvent(button, down != 0);
    page().wake();
}

EMSCRIPTEN_KEEPALIVE void platform_wheel(float x, float y) {
    ImGui::GetIO().AddMouseWheelEvent(x / app::kWheelStepPx, y / app::kWheelStepPx);
    page().wake();
}

EMSCRIPTEN_KEEPALIVE void platform_modifiers(int bits) {
    modifiers = static_cast<std::uint8_t>(bits);
    // Not Shift, with which Dear ImGui would turn the wheel a second time.
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, (bits & app::kCtrl) != 0);
    io.AddKeyEvent(ImGuiMod_Alt, (bits & app::kAlt) != 0);
    io.AddKeyEvent(ImGuiMod_Super, (bits & app::kMeta) != 0);
}

// The topmost node under a point: purpose 0: that may have the focus, 1: that zooms.
EMSCRIPTEN_KEEPALIVE std::uint32_t platform_hit(float x, float y, int purpose) {
    return page().mirror.hit(x, y, purpose == 1 ? app::kZooms : app::kTabStop | app::kFocusable);
}

EMSCRIPTEN_KEEPALIVE void platform_fonts_changed() {
    platform::forget_glyphs();
    page().wake();
}

// what: 0 the context is back, 1 it was lost, 2 it will not come back.
EMSCRIPTEN_KEEPALIVE void platform_context(int what) {
    if (!page().renderer) return;
    if (what == 0) page().renderer->context_restored();
    if (what == 1) page().renderer->context_lost();
    if (what == 2) page().give_up_webgl();
    page().wake();
}

EMSCRIPTEN_KEEPALIVE void platform_watch_items(int on) {
    platform::watch_items(on != 0);
    page().wake();
}

// Lines of platform/coverage.hpp, valid until the next call.
EMSCRIPTEN_KEEPALIVE const char* platform_undescribed() {
    static std::string lines;
    lines = platform::undescribed_items(page().mirror);
    return lines.c_str();
}

// For the developer overlay: 0 build, 1 mirror (milliseconds), 2 nodes, 3 duplicates, 4 glyphs, 5 their milliseconds,
// 6 vertices, 7 draw commands, 8 drawing (milliseconds).
EMSCRIPTEN_KEEPALIVE double platform_statistic(int which) {
    const ImDrawData* data = ImGui::GetDrawData();
    switch (which) {
        case 0:
            return page().build_milliseconds;
        case 1:
            return page().mirror_milliseconds;
        case 2:
            return static_cast<double>(page().mirror.node_count());
        case 3:
            return static_cast<double>(page().mirror.duplicate_count());
        case 4:
            return platform::glyph_statistics().drawn;
        case 5:
            return platform::glyph_statistics().milliseconds;
        case 6:
            return data ? data->TotalVtxCount : 0;
        case 7: {
            int commands = 0;
            if (data)
                for (const ImDrawList* list : data->CmdLists) commands += list->CmdBuffer.Size;
            return commands;
        }
        case 8:
            return page().draw_milliseconds;
    }
    return 0;
}

}  // extern "C"
