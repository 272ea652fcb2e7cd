#include "gallery/drawing.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "platform/raster.hpp"

namespace gallery {
namespace {

struct KnownGlyph {
    const ImFontGlyph* glyph;
    float em;
};
using Atlas = std::map<std::pair<float, float>, KnownGlyph>;  // by its upper left corner in the texture

Atlas read_atlas() {
    Atlas known;
    ImFontAtlasBuilder& builder = *ImGui::GetIO().Fonts->Builder;
    for (int i = 0; i < builder.BakedPool.Size; ++i) {
        const ImFontBaked& baked = builder.BakedPool[i];
        if (baked.WantDestroy) continue;
        for (const ImFontGlyph& glyph : baked.Glyphs)
            if (glyph.Visible) known[{glyph.U0, glyph.V0}] = {&glyph, baked.Size};
    }
    return known;
}

// Whether the six indices are a rectangle that shows a part of the texture, as ImFont::RenderText writes them.
bool is_glyph(const ImDrawList& list, const ImDrawCmd& command, unsigned at) {
    const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset + at;
    const bool pair = index[1] == index[0] + 1 && index[2] == index[0] + 2 && index[3] == index[0] &&
                      index[4] == index[2] && index[5] == index[0] + 3;
    const ImDrawVert* vertex = list.VtxBuffer.Data + command.VtxOffset;
    return pair && vertex[index[0]].uv.x != vertex[index[2]].uv.x;
}

// Calls take(list, command, place of the first of six indices) for each glyph, in drawing order.
template <class Take> void each_glyph(Take take) {
    const ImDrawData& data = *ImGui::GetDrawData();
    for (const ImDrawList* list : data.CmdLists)
        for (const ImDrawCmd& command : list->CmdBuffer)
            for (unsigned at = 0; at + 6 <= command.ElemCount;) {
                const bool glyph = is_glyph(*list, command, at);
                if (glyph) take(*list, command, at);
                at += glyph ? 6 : 3;
            }
}

// The window that holds a draw list, itself or through its parents.
const ImGuiWindow* root_window(std::string_view list_name) {
    const std::string name(list_name.substr(0, list_name.find('/')));
    return ImGui::FindWindowByName(name.c_str());
}

// Under a window that lies in front of its own.
bool is_covered(const DrawnText& text) {
    const ImGuiWindow* own = root_window(text.window);
    bool in_front = false;
    for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
        if (window == own) in_front = true;
        if (!in_front || window == own || !window->WasActive || window->ParentWindow || window->Hidden) continue;
        if (window->Rect().Contains(text.box.middle())) return true;
    }
    return false;
}

struct Pen {  // where the next glyph of a text would stand
    float x, y;
    const ImDrawList* list;
    float em;
};

}  // namespace

Box common(const Box& a, const Box& b) {
    return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right), std::min(a.bottom, b.bottom)};
}

std::vector<DrawnText> drawn_texts() {
    const Atlas known = read_atlas();
    std::vector<DrawnText> texts;
    Pen pen{0, 0, nullptr, 0};
    each_glyph([&](const ImDrawList& list, const ImDrawCmd& command, unsigned at) {
        const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset + at;
        const ImDrawVert* vertex = list.VtxBuffer.Data + command.VtxOffset;
        const ImDrawVert &low = vertex[index[0]], &high = vertex[index[2]];
        const auto found = known.find({low.uv.x, low.uv.y});
        if (found == known.end()) return;
        const auto& [glyph, em] = found->second;
        const float x = low.pos.x - glyph->X0, y = low.pos.y - glyph->Y0, gap = x - pen.x;
        const Box box{low.pos.x, low.pos.y, high.pos.x, high.pos.y};
        const bool icon = glyph->Codepoint >= 0xE000 && glyph->Codepoint <= 0xF8FF;
        // A blank is a third of the em at most.
        const bool goes_on = pen.list == &list && pen.em == em && std::abs(y - pen.y) < 0.6f && gap > -0.6f &&
                             gap < em * 0.34f && !texts.empty() && texts.back().color == low.col &&
                             !texts.back().icon && !icon;
        if (!goes_on) {
            const ImVec4& clip = command.ClipRect;
            texts.push_back(
                {{}, box, {clip.x, clip.y, clip.z, clip.w}, list._OwnerName ? list._OwnerName : "", low.col, 0, icon});
        } else if (gap > 0.6f) {
            texts.back().text += ' ';
        }
        DrawnText& text = texts.back();
        char utf8[5] = {};
        ImTextCharToUtf8(utf8, glyph->Codepoint);
        text.text += utf8;
        text.box = {std::min(text.box.left, box.left), std::min(text.box.top, box.top),
                    std::max(text.box.right, box.right), std::max(text.box.bottom, box.bottom)};
        pen = {x + glyph->AdvanceX, y, &list, em};
    });
    std::erase_if(texts, is_covered);
    return texts;
}

void find_backgrounds(std::vector<DrawnText>& texts, int width, int height, std::uint32_t clear_rgba) {
    static platform::Raster raster;
    if (raster.width() != width || raster.height() != height) raster.resize(width, height);
    std::vector<platform::RasterCommand> commands;
    std::vector<std::vector<std::uint32_t>> indices;  // of each command, without its glyphs
    const ImDrawData& data = *ImGui::GetDrawData();
    for (const ImDrawList* list : data.CmdLists)
        for (const ImDrawCmd& command : list->CmdBuffer) {
            std::vector<std::uint32_t>& kept = indices.emplace_back();
            const ImDrawIdx* first = list->IdxBuffer.Data + command.IdxOffset;
            for (unsigned at = 0; at < command.ElemCount;) {
                const bool glyph = at + 6 <= command.ElemCount && is_glyph(*list, command, at);
                if (!glyph) kept.insert(kept.end(), first + at, first + at + 3);
                at += glyph ? 6 : 3;
            }
            platform::RasterCommand& added = commands.emplace_back();
            added.vertices = reinterpret_cast<const platform::RasterVertex*>(list->VtxBuffer.Data) + command.VtxOffset;
            added.clip = {static_cast<int>(command.ClipRect.x), static_cast<int>(command.ClipRect.y),
                          static_cast<int>(command.ClipRect.z), static_cast<int>(command.ClipRect.w)};
        }
    for (std::size_t i = 0; i < commands.size(); ++i) commands[i].indices = indices[i];
    raster.draw(commands, 1, __builtin_bswap32(clear_rgba));
    for (DrawnText& text : texts) {
        const Box seen =
            common(common(text.box, text.clip), {0, 0, static_cast<float>(width) - 1, static_cast<float>(height) - 1});
        std::unordered_map<ImU32, int> votes;
        for (int y = static_cast<int>(seen.top); y <= static_cast<int>(seen.bottom); y += 3)
            for (int x = static_cast<int>(seen.left); x <= static_cast<int>(seen.right); x += 2)
                ++votes[raster.pixels()[y * width + x]];
        const auto most = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; });
        text.behind = most == votes.end() ? text.color : most->first;
    }
}

double contrast(ImU32 text, ImU32 background) {
    const ImVec4 over = ImGui::ColorConvertU32ToFloat4(text), under = ImGui::ColorConvertU32ToFloat4(background);
    const auto luminance = [](double red, double green, double blue) {
        const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    };
    const auto mixed = [&](float top, float bottom) { return static_cast<double>(bottom + (top - bottom) * over.w); };
    const double a = luminance(mixed(over.x, under.x), mixed(over.y, under.y), mixed(over.z, under.z)),
                 b = luminance(under.x, under.y, under.z);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

}  // namespace gallery
