#include <imgui.h>

#include <cstddef>
#include <vector>

#include "platform/host.hpp"
#include "platform/raster.hpp"
#include "platform/renderer.hpp"

namespace platform {
namespace {

static_assert(sizeof(RasterVertex) == sizeof(ImDrawVert) && offsetof(RasterVertex, u) == offsetof(ImDrawVert, uv) &&
              offsetof(RasterVertex, colour) == offsetof(ImDrawVert, col) && sizeof(ImDrawIdx) == 4);

class CpuRenderer final : public Renderer {
  public:
    CpuRenderer() { ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures; }

    bool begin_frame() override { return true; }

    void draw(ImDrawData& data, int width, int height, std::uint32_t colour) override {
        if (width != raster_.width() || height != raster_.height()) raster_.resize(width, height);
        for (ImTextureData* texture : *data.Textures) update(*texture);
        commands_.clear();
        for (const ImDrawList* list : data.CmdLists)
            for (const ImDrawCmd& command : list->CmdBuffer)
                if (!command.UserCallback) add(*list, command, data.FramebufferScale.x, height);
        const auto changed = raster_.draw(commands_, data.FramebufferScale.x, __builtin_bswap32(colour));
        if (!changed.empty()) host_put_pixels(raster_.pixels(), width, height, &changed.front().x0, changed.size());
    }

    void context_lost() override {}
    void context_restored() override { raster_.resize(0, 0); }

  private:
    // Their pixels are read where Dear ImGui keeps them.
    static void update(ImTextureData& texture) {
        if (texture.Status == ImTextureStatus_WantCreate)
            texture.SetTexID(static_cast<ImTextureID>(texture.UniqueID) + 1);
        if (texture.Status == ImTextureStatus_WantCreate || texture.Status == ImTextureStatus_WantUpdates)
            texture.SetStatus(ImTextureStatus_OK);
        if (texture.Status == ImTextureStatus_WantDestroy && texture.UnusedFrames > 0) {
            texture.SetTexID(ImTextureID_Invalid);
            texture.SetStatus(ImTextureStatus_Destroyed);
        }
    }

    // The clip rectangle is cut to pixels as Dear ImGui's OpenGL backend does, which counts rows from the bottom.
    void add(const ImDrawList& list, const ImDrawCmd& command, float scale, int height) {
        const ImVec4& clip = command.ClipRect;
        const int left = static_cast<int>(clip.x * scale), wide = static_cast<int>((clip.z - clip.x) * scale);
        const int high = static_cast<int>((clip.w - clip.y) * scale);
        const int bottom = height - static_cast<int>(static_cast<float>(height) - clip.w * scale);
        RasterCommand added;
        added.vertices = reinterpret_cast<const RasterVertex*>(list.VtxBuffer.Data) + command.VtxOffset;
        added.indices = {list.IdxBuffer.Data + command.IdxOffset, command.ElemCount};
        added.clip = {left, bottom - high, left + wide, bottom};
        if (const ImTextureData* texture = command.TexRef._TexData)
            added.image = {reinterpret_cast<const std::uint32_t*>(texture->Pixels), texture->Width, texture->Height,
                           static_cast<std::uint32_t>(texture->UniqueID)};
        commands_.push_back(added);
    }

    Raster raster_;
    std::vector<RasterCommand> commands_;
};

}  // namespace

std::unique_ptr<Renderer> make_cpu_renderer() {
    if (!host_open_2d()) return nullptr;
    return std::make_unique<CpuRenderer>();
}

}  // namespace platform
