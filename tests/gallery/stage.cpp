#include "gallery/stage.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>
#include <utility>

#include "base/date.hpp"
#include "exchange/errand.hpp"
#include "gallery/fonts.hpp"
#include "platform/coverage.hpp"
#include "platform/host.hpp"
#include "platform/snap.hpp"
#include "support/files.hpp"

namespace {
const std::uint32_t* shown_pixels = nullptr;
int shown_width = 0, shown_height = 0;
}  // namespace

// What the processor renderer asks of the page.
extern "C" {
int host_open_2d() {
    return 1;
}
void host_put_pixels(const std::uint32_t* pixels, int width, int height, const int*, std::size_t) {
    shown_pixels = pixels;
    shown_width = width;
    shown_height = height;
}
}

namespace platform {
std::unique_ptr<Renderer> make_cpu_renderer();
}

namespace gallery {
namespace {

// In the middle of what the examples plan: some tasks are done, some late, some ahead.
std::int64_t stage_minutes() {
    return base::Moment::at(*base::Date::from_ymd(2026, 5, 20), 9, 30).minutes();
}

base::Words words_of(const std::string& language) {
    const base::Words& chinese = base::Words::simplified_chinese();
    return base::Words::parse(language.empty() ? "" : support::read_file("assets/lang/" + language + ".lang"),
                              &chinese);
}

}  // namespace

std::string Setting::name() const {
    return (language.empty() ? "zh-Hans" : language) + (dark ? "-dark-" : "-light-") + std::to_string(width) + "x" +
           std::to_string(height) + (density == 1 ? "" : "@" + std::to_string(static_cast<int>(density)));
}

Stage::Stage(const Setting& setting)
    : setting_(setting), words_(words_of(setting.language)), context_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = io.LogFilename = nullptr;
    io.ConfigFlags = ImGuiConfigFlags_NoKeyboard;
    io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
    renderer_ = platform::make_cpu_renderer();
    interface_.start(add_fonts());
    input_.now_minutes = stage_minutes();
    change(setting);
    app::Started started;
    if (!setting.language.empty()) started.preferences.emplace_back("language", setting.language);
    started.language = "zh-CN";
    started.storage = "writer";
    send(std::move(started));
    settle();
}

Stage::~Stage() {
    renderer_.reset();
    ImGui::DestroyContext(context_);
}

void Stage::change(const Setting& setting) {
    setting_ = setting;
    input_.prefers_dark = setting.dark;
    input_.coarse_pointer = setting.touch();
    input_.width = static_cast<float>(setting.width);
    input_.height = static_cast<float>(setting.height);
    input_.density = setting.density;
    due_ = 0;
}

void Stage::send(app::PlatformEvent event) {
    coming_.push_back(std::move(event));
    due_ = 0;
}

void Stage::point(float x, float y) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(setting_.touch() ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
    x < 0 ? io.AddMousePosEvent(-FLT_MAX, -FLT_MAX) : io.AddMousePosEvent(x, y);
}

void Stage::press(bool down) {
    ImGui::GetIO().AddMouseButtonEvent(0, down);
}

void Stage::wheel(float steps) {
    ImGui::GetIO().AddMouseWheelEvent(0, steps);
}

void Stage::frame() {
    ImGuiIO& io = ImGui::GetIO();
    io.DeltaTime = static_cast<float>(std::clamp(due_, 1.0 / 60, 0.25));
    input_.seconds += std::max(due_, 1.0 / 60);
    io.DisplaySize = {input_.width, input_.height};
    io.DisplayFramebufferScale = {input_.density, input_.density};
    for (ImFont* font : io.Fonts->Fonts) font->CurrentRasterizerDensity = input_.density;
    input_.events = std::exchange(coming_, {});
    platform::watch_items(true);
    platform::forget_items();
    ImGui::NewFrame();
    app::FrameOutput output;
    interface_.frame(input_, output);
    ImGui::Render();
    due_ = output.next_frame_in_seconds;
    clear_rgba_ = output.clear_rgba;
    nodes_ = output.mirror.nodes;
    mirror_.update(std::move(output.mirror.nodes));
    for (const app::Request& request : output.requests) answer(request);
}

void Stage::settle() {
    constexpr int most = 400, to_settle = 3;  // Dear ImGui shows a new window in its second frame
    for (int i = 0, quiet = 0; i < most && quiet < to_settle; ++i) {
        frame();
        // Messages go after some seconds, and a save is tried later: waiting for more would end nowhere.
        quiet = due_ >= 0 && due_ < 10 ? 0 : quiet + 1;
    }
}

const app::MirrorNode* Stage::find(app::Role role, std::string_view name) const {
    const auto found = std::ranges::find_if(
        nodes_, [&](const app::MirrorNode& node) { return node.role == role && node.name == name; });
    return found == nodes_.end() ? nullptr : &*found;
}

bool Stage::activate(app::Role role, std::string_view name) {
    const app::MirrorNode* node = find(role, name);
    if (!node) return false;
    send(app::NodeActivated{node->key});
    settle();
    return true;
}

Picture Stage::picture() {
    ImDrawData& data = *ImGui::GetDrawData();
    platform::snap_to_pixels(data);
    const float density = setting_.density;
    renderer_->draw(data, static_cast<int>(static_cast<float>(setting_.width) * density),
                    static_cast<int>(static_cast<float>(setting_.height) * density), clear_rgba_);
    return {shown_pixels, shown_width, shown_height};
}

// The store keeps nothing: what it is told to keep counts as kept.
void Stage::answer(const app::Request& request) {
    if (const auto* fetch = std::get_if<app::FetchAsset>(&request))
        send(app::Answer{fetch->id, true, {}, support::read_file(fetch->path)});
    if (const auto* store = std::get_if<app::StoreFiles>(&request)) send(app::Answer{store->id, true, {}, {}});
    if (const auto* read = std::get_if<app::ReadFile>(&request)) send(app::Answer{read->id, false, {}, {}});
    if (const auto* copies = std::get_if<app::ReadCopies>(&request)) send(app::Answer{copies->id, true, {}, {}});
    if (const auto* persist = std::get_if<app::PersistStorage>(&request))
        send(app::Answer{persist->id, true, "denied", "52428800/2147483648"});
    if (const auto* random = std::get_if<app::RandomBytes>(&request))
        send(app::Answer{random->id, true, {}, std::string(random->count, '\x2A')});
    if (const auto* vault = std::get_if<app::PrivateStore>(&request)) send(app::Answer{vault->id, true, "absent", {}});
    if (const auto* errand = std::get_if<app::DoErrand>(&request)) {
        held_errand_ = errand->id;
        if (!holds_errands_)
            send(app::Answer{
                errand->id, true, {}, exchange::carry_out_packed(errand->bytes, words_of(errand->language), [](int) {
                })});
    }
    if (const auto* cancel = std::get_if<app::CancelErrand>(&request))
        send(app::Answer{cancel->errand, false, "cancelled", {}});
    if (const auto* focus = std::get_if<app::FocusNode>(&request)) input_.focused = focus->key;
}

}  // namespace gallery
