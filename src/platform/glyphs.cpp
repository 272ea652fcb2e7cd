#include "platform/glyphs.hpp"

#include <emscripten/emscripten.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>
#include <cstdint>

#include "platform/host.hpp"

namespace ImGuiFreeType {
const ImFontLoader* GetFontLoader();  // below
}

namespace platform {
namespace {

enum class Style : ImU32 { Regular, Bold, Icon };

// The part of the em above the baseline that Han glyphs fill: with it they sit in the middle of a line as high as the
// em.
constexpr float kAscent = 0.88f;

GlyphStatistics statistics;

constexpr bool is_private_use(ImWchar code_point) {
    return code_point >= 0xE000 && code_point <= 0xF8FF;
}

int style_for(const ImFontConfig& source, ImWchar code_point) {
    return static_cast<int>(is_private_use(code_point) ? Style::Icon : Style{source.FontNo});
}

bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar code_point) {
    return code_point != 0xFFFE && code_point != 0xFFFF && (code_point < 0xD800 || code_point > 0xDFFF);
}

bool init_baked(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
    const float density = source->RasterizerDensity * baked->RasterizerDensity;
    baked->Ascent = std::round(baked->Size * kAscent * density) / density;
    baked->Descent = baked->Ascent - baked->Size;
    return true;
}

struct Drawn {
    float advance = 0, left = 0, top = 0, width = 0, height = 0, coloured = 0;
};

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code_point,
                ImFontGlyph* glyph, float* only_advance) {
    if (!contains_glyph(atlas, source, code_point)) return false;
    const double begin = emscripten_get_now();
    const float density = source->RasterizerDensity * baked->RasterizerDensity;
    Drawn drawn;
    if (!host_glyph(code_point, style_for(*source, code_point), baked->Size * density, &drawn.advance)) return false;
    if (only_advance) {
        *only_advance = drawn.advance / density;
        return true;
    }
    glyph->Codepoint = code_point;
    glyph->AdvanceX = drawn.advance / density;
    const int width = static_cast<int>(drawn.width), height = static_cast<int>(drawn.height);
    if (width > 0 && height > 0) {
        const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, width, height);
        if (id == ImFontAtlasRectId_Invalid) return false;
        ImTextureRect* place = ImFontAtlasPackGetRect(atlas, id);
        glyph->X0 = drawn.left / density;
        glyph->Y0 = baked->Ascent - drawn.top / density;
        glyph->X1 = glyph->X0 + drawn.width / density;
        glyph->Y1 = glyph->Y0 + drawn.height / density;
        glyph->Visible = true;
        glyph->Colored = drawn.coloured != 0;
        glyph->PackId = id;
        const int bytes = glyph->Colored ? 4 : 1;
        ImVector<unsigned char>& pixels = atlas->Builder->TempBuffer;
        pixels.resize(width * height * bytes);
        host_glyph_pixels(pixels.Data, glyph->Colored);
        ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, place, pixels.Data,
                                           glyph->Colored ? ImTextureFormat_RGBA32 : ImTextureFormat_Alpha8,
                                           width * bytes);
    }
    ++statistics.drawn;
    statistics.milliseconds += emscripten_get_now() - begin;
    return true;
}

ImFont* add_font(Style style) {
    ImFontConfig config;
    config.FontNo = static_cast<ImU32>(style);  // read back by style_for
    config.SizePixels = 15;
    config.FontLoader = ImGuiFreeType::GetFontLoader();  // Dear ImGui asserts that there is one, or a file
    return ImGui::GetIO().Fonts->AddFont(&config);
}

}  // namespace

Fonts add_fonts() {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.TexMinWidth = 1024;
    atlas.TexMinHeight = 1024;
    atlas.Flags |= ImFontAtlasFlags_NoBakedLines;  // lines are triangles like all else, see platform/raster.hpp
    return {add_font(Style::Regular), add_font(Style::Bold), add_font(Style::Icon)};
}

void forget_glyphs() {
    ImFontAtlas* atlas = ImGui::GetIO().Fonts;
    for (ImFont* font : atlas->Fonts) ImFontAtlasFontDiscardBakes(atlas, font, 0);
}

const GlyphStatistics& glyph_statistics() {
    return statistics;
}

}  // namespace platform

// The loader that ImGui asks for instead of its own (see ui/imconfig_fanglue.hpp).
namespace ImGuiFreeType {
IMGUI_API const ImFontLoader* GetFontLoader() {
    static const ImFontLoader canvas_loader = [] {
        ImFontLoader made;
        made.Name = "canvas";
        made.FontSrcContainsGlyph = platform::contains_glyph;
        made.FontBakedInit = platform::init_baked;
        made.FontBakedLoadGlyph = platform::load_glyph;
        return made;
    }();
    return &canvas_loader;
}
}  // namespace ImGuiFreeType
