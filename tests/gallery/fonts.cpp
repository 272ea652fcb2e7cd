#include "gallery/fonts.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include <imgui.h>
#include <imgui_internal.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <string_view>
#include <vector>

namespace ImGuiFreeType {
const ImFontLoader* GetFontLoader();  // below
}

namespace gallery {
namespace {

enum class Style : ImU32 { Regular, Bold, Icon };
constexpr float kAscent = 0.88f;  // as platform/glyphs.cpp
constexpr ImWchar kFirstIcon = 0xE000, kLastIcon = 0xF8FF;

FT_Face open_face(const char* file, long index) {
    static const FT_Library library = [] {
        FT_Library made = nullptr;
        return FT_Init_FreeType(&made) == 0 ? made : nullptr;
    }();
    FT_Face face = nullptr;
    return FT_New_Face(library, file, index, &face) == 0 ? face : nullptr;
}

// Of a collection, the face with the forms of mainland China.
FT_Face open_font(const char* file) {
    FT_Face first = open_face(file, 0);
    if (!first) std::abort();  // configured, and not there
    for (long index = 1; index < first->num_faces; ++index) {
        FT_Face face = open_face(file, index);
        if (face && std::string_view(face->family_name).ends_with(" SC")) return face;
        FT_Done_Face(face);
    }
    return first;
}

struct Faces {
    std::array<FT_Face, 3> by_style{open_font(FANGLUE_FONT), open_font(FANGLUE_BOLD_FONT), nullptr};
    std::vector<FT_ULong> icons;  // their code points in the icons' font
};
Faces& faces() {
    static Faces all;
    return all;
}

bool is_icon(ImWchar code_point) {
    return code_point >= kFirstIcon && code_point <= kLastIcon;
}

bool contains_glyph(ImFontAtlas*, ImFontConfig* source, ImWchar code_point) {
    if (is_icon(code_point)) return true;
    const FT_Face face = faces().by_style[source->FontNo];
    return face && FT_Get_Char_Index(face, code_point) != 0;
}

bool init_baked(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
    const float density = source->RasterizerDensity * baked->RasterizerDensity;
    baked->Ascent = std::round(baked->Size * kAscent * density) / density;
    baked->Descent = baked->Ascent - baked->Size;
    return true;
}

// The drawing in the glyph slot, or null: nothing to draw. pixels: of the em.
FT_GlyphSlot draw_glyph(FT_Face face, FT_ULong code_point, float pixels) {
    if (!face) return nullptr;
    FT_Set_Char_Size(face, 0, std::lround(pixels * 64), 72, 72);
    // Outlines as they are: browsers on Linux move them at most up and down, and no width depends on it.
    if (FT_Load_Char(face, code_point, FT_LOAD_TARGET_LIGHT | FT_LOAD_RENDER) != 0) return nullptr;
    return face->glyph;
}

void put_bitmap(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, const FT_GlyphSlot slot, float top,
                float density, ImFontGlyph* glyph) {
    const int width = static_cast<int>(slot->bitmap.width), height = static_cast<int>(slot->bitmap.rows);
    if (width == 0 || height == 0) return;
    const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, width, height);
    if (id == ImFontAtlasRectId_Invalid) return;
    glyph->X0 = static_cast<float>(slot->bitmap_left) / density;
    glyph->Y0 = top / density;
    glyph->X1 = glyph->X0 + static_cast<float>(width) / density;
    glyph->Y1 = glyph->Y0 + static_cast<float>(height) / density;
    glyph->Visible = true;
    glyph->PackId = id;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, ImFontAtlasPackGetRect(atlas, id),
                                       slot->bitmap.buffer, ImTextureFormat_Alpha8, slot->bitmap.pitch);
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code_point,
                ImFontGlyph* glyph, float* only_advance) {
    const float density = source->RasterizerDensity * baked->RasterizerDensity, pixels = baked->Size * density;
    const bool icon = is_icon(code_point);
    if (!icon && !contains_glyph(atlas, source, code_point)) return false;
    const std::size_t number = icon ? code_point - kFirstIcon : 0;
    FT_Face face = faces().by_style[icon ? static_cast<std::size_t>(Style::Icon) : source->FontNo];
    if (icon && number >= faces().icons.size()) face = nullptr;
    const FT_GlyphSlot slot = draw_glyph(face, icon ? faces().icons[number] : code_point, pixels);
    // Whole pixels, as web/glyphs.js has them.
    const float advance = std::round(icon || !slot ? pixels : static_cast<float>(slot->advance.x) / 64) / density;
    if (only_advance) {
        *only_advance = advance;
        return true;
    }
    glyph->Codepoint = code_point & 0x1FFFFF;
    glyph->AdvanceX = advance;
    if (!slot) return true;
    // An icon's square is the em of its font, which lies at the top of the line.
    const float ascent =
        icon ? std::round(static_cast<float>(face->size->metrics.ascender) / 64) : std::round(baked->Ascent * density);
    put_bitmap(atlas, source, baked, slot, ascent - static_cast<float>(slot->bitmap_top), density, glyph);
    return true;
}

ImFont* add_font(Style style) {
    ImFontConfig config;
    config.FontNo = static_cast<ImU32>(style);
    config.SizePixels = 15;
    config.FontLoader = ImGuiFreeType::GetFontLoader();
    return ImGui::GetIO().Fonts->AddFont(&config);
}

}  // namespace

void use_icons(const std::string& font_file, const std::string& list_file) {
    faces().by_style[static_cast<std::size_t>(Style::Icon)] = open_face(font_file.c_str(), 0);
    std::ifstream list(list_file);
    for (FT_ULong code_point; list >> code_point;) faces().icons.push_back(code_point);
}

ui::Fonts add_fonts() {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.TexMinWidth = 1024;
    atlas.TexMinHeight = 1024;
    atlas.Flags |= ImFontAtlasFlags_NoBakedLines;
    return {add_font(Style::Regular), add_font(Style::Bold), add_font(Style::Icon)};
}

}  // namespace gallery

// The loader that ImGui asks for instead of its own (see src/third_party.cmake).
namespace ImGuiFreeType {
IMGUI_API const ImFontLoader* GetFontLoader() {
    static const ImFontLoader loader = [] {
        ImFontLoader made;
        made.Name = "files";
        made.FontSrcContainsGlyph = gallery::contains_glyph;
        made.FontBakedInit = gallery::init_baked;
        made.FontBakedLoadGlyph = gallery::load_glyph;
        return made;
    }();
    return &loader;
}
}  // namespace ImGuiFreeType
