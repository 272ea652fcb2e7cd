// gallery FOLDER ICON_FONT ICON_LIST [PART PARTS]: pictures of every page of every example into FOLDER.
#include <png.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "gallery/fonts.hpp"
#include "gallery/scenes.hpp"

namespace {
using gallery::Setting;

// At density 2, where only sharpness differs, each size is drawn in one theme and language.
std::vector<Setting> settings() {
    std::vector<Setting> all = gallery::all_settings();
    for (const Setting& dense :
         {Setting{"", false, 1440, 900, 2}, Setting{"zh-Hant", true, 1024, 700, 2}, Setting{"en", false, 390, 844, 2}})
        all.push_back(dense);
    return all;
}

bool write_png(const std::string& file, const gallery::Picture& picture) {
    std::FILE* out = std::fopen(file.c_str(), "wb");
    if (!out) return false;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    if (setjmp(png_jmpbuf(png))) return false;
    png_init_io(png, out);
    png_set_IHDR(png, info, static_cast<png_uint_32>(picture.width), static_cast<png_uint_32>(picture.height), 8,
                 PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_compression_level(png, 1);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_UP);
    png_write_info(png, info);
    png_set_filler(png, 0, PNG_FILLER_AFTER);
    for (int y = 0; y < picture.height; ++y)
        png_write_row(png, reinterpret_cast<png_const_bytep>(picture.pixels + y * picture.width));
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &info);
    return std::fclose(out) == 0;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 4) return std::fprintf(stderr, "gallery FOLDER ICON_FONT ICON_LIST [PART PARTS]\n"), 2;
    const std::string folder = arguments[1];
    gallery::use_icons(arguments[2], arguments[3]);
    const int part = count > 5 ? std::atoi(arguments[4]) : 0, parts = count > 5 ? std::atoi(arguments[5]) : 1;
    int job = 0, written = 0;
    for (const Setting& setting : settings())
        for (const std::string& subject : gallery::subjects()) {
            if (job++ % parts != part) continue;
            gallery::Stage stage(setting);
            gallery::visit_pages(stage, subject, [&](const std::string& page) {
                const std::string below = folder + "/" + (subject.empty() ? "start" : subject);
                std::filesystem::create_directories(below);
                if (!write_png(below + "/" + page + "-" + setting.name() + ".png", stage.picture())) std::abort();
                ++written;
            });
        }
    std::printf("%d pictures in %s\n", written, folder.c_str());
}
