// platform/raster.hpp: draws triangles into a picture in memory, and only where it differs from the last picture.
//
// Knows three shapes: filled rectangles, rectangles of texels (glyphs) and triangles whose colour changes between their
// corners (smooth edges). A pixel is covered if its centre is, with the top-left rule for centres on an edge, as on a
// GPU. The picture is opaque; colours are laid over it without premultiplication.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace platform {

struct RasterVertex {      // laid out as Dear ImGui's
    float x, y;            // before scaling
    float u, v;            // of the whole image: 0..1
    std::uint32_t colour;  // bytes R, G, B, A
};

struct RasterImage {
    const std::uint32_t* pixels = nullptr;  // bytes R, G, B, A
    int width = 0, height = 0;
    std::uint32_t id = 0;  // another id: other pixels; what was once drawn of an image must stay as it is
};

struct RasterRect {  // pixels [x0, x1) × [y0, y1)
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    [[nodiscard]] bool empty() const { return x0 >= x1 || y0 >= y1; }
    bool operator==(const RasterRect&) const = default;
};

// Triangles of three indices each. A pair that makes an axis-aligned rectangle of one colour (corners a b c, a c d)
// shows the image if its texture coordinates differ; every other triangle shows its corners' colours alone.
struct RasterCommand {
    const RasterVertex* vertices;
    std::span<const std::uint32_t> indices;
    RasterRect clip;
    RasterImage image;
};

class Raster {
  public:
    // The next picture has this size and differs everywhere.
    void resize(int width, int height);
    // Draws a picture over `background` (bytes R, G, B, A); returns where it differs from the last one, as rectangles
    // that do not overlap, valid until the next call.
    std::span<const RasterRect> draw(std::span<const RasterCommand> commands, float scale, std::uint32_t background);

    [[nodiscard]] const std::uint32_t* pixels() const { return pixels_.data(); }
    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }

  private:
    enum class Kind : std::uint8_t { Fill, Image, Triangle };
    struct Shape {
        RasterRect box;  // what it covers at most, inside its clip
        Kind kind;
        std::uint32_t colour;
        const RasterCommand* command;
        std::uint32_t index;                // Triangle: of its first corner in the command
        std::int32_t u, v, step_u, step_v;  // Image: texel of the box's first pixel and from pixel to pixel, 16.16
    };
    void read(const RasterCommand& command, float scale);
    bool read_rectangle(const RasterCommand& command, const std::uint32_t* index, float scale);
    void add(const Shape& shape, std::uint64_t hash);
    void find_changes();
    void paint(const RasterRect& part, std::uint32_t background, float scale);
    void fill(const RasterRect& part, std::uint32_t colour);
    void paint_image(const Shape& shape, const RasterRect& part);
    void paint_triangle(const Shape& shape, const RasterRect& part, float scale);

    int width_ = 0, height_ = 0, columns_ = 0;  // columns of tiles
    std::vector<std::uint32_t> pixels_;
    std::vector<Shape> shapes_;
    std::vector<std::uint64_t> tiles_, last_tiles_;  // what each tile shows, as a hash
    std::uint64_t command_hash_ = 0;
    std::vector<RasterRect> changed_;
};

}  // namespace platform
