#include "platform/raster.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <utility>

namespace platform {
namespace {

constexpr int kTileWidth = 64, kTileHeight = 32;
// So many rectangles are put on the screen one by one; more are joined.
constexpr std::size_t kMostRectangles = 24;

inline std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 32;
}

inline std::uint64_t pair_of(std::uint32_t a, std::uint32_t b) {
    return std::uint64_t{a} << 32 | b;
}

inline std::uint64_t pair_of(int a, int b) {
    return pair_of(static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b));
}

inline RasterRect common(const RasterRect& a, const RasterRect& b) {
    return {std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
}

inline bool contains(const RasterRect& outer, const RasterRect& inner) {
    return outer.x0 <= inner.x0 && outer.y0 <= inner.y0 && outer.x1 >= inner.x1 && outer.y1 >= inner.y1;
}

// Places are rounded to 1/256 of a pixel, as GPUs do.
inline std::int32_t fixed(float place) {
    return static_cast<std::int32_t>(std::lrint(place * 256));
}

// The first pixel whose centre is not before the place.
inline int first_pixel(std::int32_t place) {
    return (place + 127) >> 8;
}

inline int first_pixel(float place) {
    return first_pixel(fixed(place));
}

// (x + 127) / 255 without a division, for two products in one word; exact for products of two bytes.
inline std::uint32_t by_255(std::uint32_t products) {
    products += 0x00800080u;
    return (products + (products >> 8 & 0x00FF00FFu)) >> 8 & 0x00FF00FFu;
}

// The colour over a pixel, with alpha 0..255 apart.
inline std::uint32_t over(std::uint32_t pixel, std::uint32_t colour, std::uint32_t alpha) {
    const std::uint32_t rest = 255 - alpha;
    const std::uint32_t red_blue = by_255((colour & 0x00FF00FFu) * alpha + (pixel & 0x00FF00FFu) * rest);
    const std::uint32_t green = by_255((colour >> 8 & 0xFFu) * alpha + (pixel >> 8 & 0xFFu) * rest);
    return red_blue | green << 8 | 0xFF000000u;
}

// A corner in 1/256 pixel.
struct Corner {
    std::int32_t x, y;
};

Corner corner_of(const RasterVertex& vertex, float scale) {
    return {fixed(vertex.x * scale), fixed(vertex.y * scale)};
}

// Walks down an edge row by row: the first pixel whose centre is not left of it, exactly.
class Edge {
  public:
    // From p down to q (p.y < q.y), starting with the row of pixels y.
    Edge(Corner p, Corner q, int y) {
        const std::int64_t height = q.y - p.y, width = q.x - p.x;
        divisor_ = 256 * height;
        const std::int64_t down = std::int64_t{y} * 256 + 128 - p.y;
        set(pixel_, rest_, (p.x - 128) * height + down * width + divisor_ - 1);
        set(step_, step_rest_, 256 * width);
    }
    int next() {
        const int now = pixel_;
        pixel_ += step_;
        rest_ += step_rest_;
        if (rest_ >= divisor_) {
            rest_ -= divisor_;
            ++pixel_;
        }
        return now;
    }

  private:
    void set(int& whole, std::int64_t& rest, std::int64_t value) const {
        std::int64_t quotient = value / divisor_, remainder = value % divisor_;
        if (remainder < 0) {
            --quotient;
            remainder += divisor_;
        }
        whole = static_cast<int>(quotient);
        rest = remainder;
    }
    std::int64_t divisor_ = 1, rest_ = 0, step_rest_ = 0;
    int pixel_ = 0, step_ = 0;
};

// A value that changes evenly over a triangle.
struct Slope {
    float start, right, down;
};

inline std::uint32_t byte_of(float value) {
    return static_cast<std::uint32_t>(std::clamp(value, 0.0f, 255.0f) + 0.5f);
}

}  // namespace

void Raster::resize(int width, int height) {
    width_ = width;
    height_ = height;
    columns_ = (width + kTileWidth - 1) / kTileWidth;
    const int rows = (height + kTileHeight - 1) / kTileHeight;
    pixels_.assign(static_cast<std::size_t>(width) * height, 0);
    tiles_.assign(static_cast<std::size_t>(columns_) * rows, 0);
    last_tiles_.assign(tiles_.size(), 0);
}

std::span<const RasterRect> Raster::draw(std::span<const RasterCommand> commands, float scale,
                                         std::uint32_t background) {
    shapes_.clear();
    // Not 0, which is what no picture has: a picture never drawn differs everywhere.
    std::fill(tiles_.begin(), tiles_.end(), mixed(1, background));
    for (const RasterCommand& command : commands) read(command, scale);
    find_changes();
    for (const RasterRect& part : changed_) paint(part, background, scale);
    return changed_;
}

void Raster::read(const RasterCommand& command, float scale) {
    command_hash_ = mixed(pair_of(command.clip.x0, command.clip.y0), pair_of(command.clip.x1, command.clip.y1));
    const std::size_t count = command.indices.size();
    for (std::size_t i = 0; i + 3 <= count;) {
        const std::uint32_t* index = command.indices.data() + i;
        if (i + 6 <= count && index[1] == index[0] + 1 && index[2] == index[0] + 2 && index[3] == index[0] &&
            index[4] == index[2] && index[5] == index[0] + 3 && read_rectangle(command, index, scale)) {
            i += 6;
            continue;
        }
        const RasterVertex &a = command.vertices[index[0]], &b = command.vertices[index[1]],
                           &c = command.vertices[index[2]];
        const auto [left, right] = std::minmax({a.x, b.x, c.x});
        const auto [top, bottom] = std::minmax({a.y, b.y, c.y});
        const RasterRect box{static_cast<int>(std::floor(left * scale)), static_cast<int>(std::floor(top * scale)),
                             static_cast<int>(std::ceil(right * scale)), static_cast<int>(std::ceil(bottom * scale))};
        std::uint64_t hash = mixed(command_hash_, pair_of(a.colour, b.colour));
        hash = mixed(hash, pair_of(c.colour, 3u));
        for (const RasterVertex* vertex : {&a, &b, &c})
            hash = mixed(hash, pair_of(__builtin_bit_cast(std::uint32_t, vertex->x),
                                       __builtin_bit_cast(std::uint32_t, vertex->y)));
        add({common(box, command.clip), Kind::Triangle, a.colour, &command, static_cast<std::uint32_t>(i), 0, 0, 0, 0},
            hash);
        i += 3;
    }
}

// False if it is none. Corners run clockwise from the top left, as Dear ImGui's do.
bool Raster::read_rectangle(const RasterCommand& command, const std::uint32_t* index, float scale) {
    const RasterVertex* corner = command.vertices + index[0];
    const RasterVertex &a = corner[0], &c = corner[2];
    if (a.y != corner[1].y || c.x != corner[1].x || c.y != corner[3].y || a.x != corner[3].x || a.x > c.x || a.y > c.y)
        return false;
    if (a.colour != corner[1].colour || a.colour != c.colour || a.colour != corner[3].colour) return false;
    const RasterRect whole{first_pixel(a.x * scale), first_pixel(a.y * scale), first_pixel(c.x * scale),
                           first_pixel(c.y * scale)};
    Shape shape{common(whole, command.clip), Kind::Fill, a.colour, &command, 0, 0, 0, 0, 0};
    std::uint64_t hash = mixed(command_hash_, pair_of(whole.x0, whole.y0));
    hash = mixed(hash, pair_of(whole.x1, whole.y1));
    if (a.u != c.u || a.v != c.v) {
        shape.kind = Kind::Image;
        // Texels from edge to edge, and the texel under the centre of the first pixel.
        const auto along = [](float from, float to, float texel_from, float texel_to, int first, std::int32_t& start,
                              std::int32_t& step) {
            const float each = to > from ? (texel_to - texel_from) / (to - from) : 0;
            const float at = texel_from + (static_cast<float>(first) + 0.5f - from) * each;
            step = static_cast<std::int32_t>(std::lrint(each * 65536));
            if (std::abs(step - 65536) < 256) {  // one texel for each pixel: no drift, no blur
                step = 65536;
                start = static_cast<std::int32_t>(std::lrint(texel_from)) * 65536 + 32768 +
                        (first - first_pixel(from)) * 65536;
            } else {
                start = static_cast<std::int32_t>(std::lrint(at * 65536));
            }
        };
        const auto image_width = static_cast<float>(command.image.width),
                   image_height = static_cast<float>(command.image.height);
        along(a.x * scale, c.x * scale, a.u * image_width, c.u * image_width, shape.box.x0, shape.u, shape.step_u);
        along(a.y * scale, c.y * scale, a.v * image_height, c.v * image_height, shape.box.y0, shape.v, shape.step_v);
        hash = mixed(hash, pair_of(shape.u, shape.v));
        hash = mixed(hash, pair_of(shape.step_u, shape.step_v) + command.image.id);
    }
    add(shape, mixed(hash, pair_of(a.colour, 4u)));
    return true;
}

void Raster::add(const Shape& shape, std::uint64_t hash) {
    const RasterRect box = common(shape.box, {0, 0, width_, height_});
    if (box.empty()) return;
    shapes_.push_back(shape);
    shapes_.back().box = box;
    if (shape.kind == Kind::Image) {  // the box's first pixel may have moved
        shapes_.back().u += (box.x0 - shape.box.x0) * shape.step_u;
        shapes_.back().v += (box.y0 - shape.box.y0) * shape.step_v;
    }
    for (int y = box.y0 / kTileHeight; y <= (box.y1 - 1) / kTileHeight; ++y)
        for (int x = box.x0 / kTileWidth; x <= (box.x1 - 1) / kTileWidth; ++x) {
            std::uint64_t& tile = tiles_[static_cast<std::size_t>(y) * columns_ + x];
            tile = mixed(tile, hash);
        }
}

// Changed tiles as rectangles: runs of a row of tiles, joined with an equal run above.
void Raster::find_changes() {
    changed_.clear();
    const int rows = columns_ == 0 ? 0 : static_cast<int>(tiles_.size()) / columns_;
    for (int row = 0; row < rows; ++row) {
        const std::size_t base = static_cast<std::size_t>(row) * columns_;
        const auto differs = [&](int column) { return tiles_[base + column] != last_tiles_[base + column]; };
        for (int column = 0; column < columns_; ++column) {
            if (!differs(column)) continue;
            int end = column + 1;
            while (end < columns_ && differs(end)) ++end;
            const RasterRect run{column * kTileWidth, row * kTileHeight, std::min(width_, end * kTileWidth),
                                 std::min(height_, (row + 1) * kTileHeight)};
            const auto above = std::find_if(changed_.begin(), changed_.end(), [&](const RasterRect& other) {
                return other.y1 == run.y0 && other.x0 == run.x0 && other.x1 == run.x1;
            });
            if (above != changed_.end())
                above->y1 = run.y1;
            else
                changed_.push_back(run);
            column = end;
        }
    }
    if (changed_.size() > kMostRectangles) {
        RasterRect all = changed_.front();
        for (const RasterRect& part : changed_)
            all = {std::min(all.x0, part.x0), std::min(all.y0, part.y0), std::max(all.x1, part.x1),
                   std::max(all.y1, part.y1)};
        changed_.assign(1, all);
    }
    tiles_.swap(last_tiles_);
}

void Raster::paint(const RasterRect& part, std::uint32_t background, float scale) {
    // What lies under an opaque rectangle that covers the whole part need not be drawn.
    std::size_t first = shapes_.size();
    while (first > 0 && !(shapes_[first - 1].kind == Kind::Fill && shapes_[first - 1].colour >> 24 == 255 &&
                          contains(shapes_[first - 1].box, part)))
        --first;
    if (first == 0)
        fill(part, background | 0xFF000000u);
    else
        --first;
    for (std::size_t i = first; i < shapes_.size(); ++i) {
        const Shape& shape = shapes_[i];
        const RasterRect box = common(shape.box, part);
        if (box.empty()) continue;
        if (shape.kind == Kind::Fill)
            fill(box, shape.colour);
        else if (shape.kind == Kind::Image)
            paint_image(shape, box);
        else
            paint_triangle(shape, box, scale);
    }
}

void Raster::fill(const RasterRect& part, std::uint32_t colour) {
    const std::uint32_t alpha = colour >> 24;
    if (alpha == 0) return;
    const std::size_t width = part.x1 - part.x0;
    std::uint32_t* const first = pixels_.data() + static_cast<std::size_t>(part.y0) * width_ + part.x0;
    if (alpha == 255) std::fill(first, first + width, colour);
    for (int y = part.y0; y < part.y1; ++y) {
        std::uint32_t* row = first + static_cast<std::size_t>(y - part.y0) * width_;
        if (alpha < 255)
            for (std::size_t x = 0; x < width; ++x) row[x] = over(row[x], colour, alpha);
        else if (row != first)
            std::memcpy(row, first, width * sizeof *row);
    }
}

void Raster::paint_image(const Shape& shape, const RasterRect& part) {
    const RasterImage& image = shape.command->image;
    const std::uint32_t tint = shape.colour, tint_alpha = tint >> 24;
    // White shows the image's own colours (emoji); any other tint is the colour of a glyph, whose texels are white.
    const bool own_colours = (tint & 0x00FFFFFFu) == 0x00FFFFFFu;
    const auto lay = [=](std::uint32_t& pixel, std::uint32_t texel) {
        const std::uint32_t cover = texel >> 24;
        if (cover == 0) return;  // most of a glyph's rectangle
        const std::uint32_t alpha = tint_alpha == 255 ? cover : by_255(cover * tint_alpha);
        pixel = over(pixel, own_colours ? texel : tint, alpha);
    };
    const int last_x = image.width - 1, last_y = image.height - 1, width = part.x1 - part.x0;
    const std::int32_t u = shape.u + (part.x0 - shape.box.x0) * shape.step_u;
    const bool one_to_one = shape.step_u == 65536 && u >= 0 && (u >> 16) + width <= image.width;
    for (int y = part.y0; y < part.y1; ++y) {
        const int texel_y = std::clamp((shape.v + (y - shape.box.y0) * shape.step_v) >> 16, 0, last_y);
        const std::uint32_t* texels = image.pixels + static_cast<std::size_t>(texel_y) * image.width;
        std::uint32_t* row = pixels_.data() + static_cast<std::size_t>(y) * width_ + part.x0;
        if (one_to_one)
            for (int x = 0; x < width; ++x) lay(row[x], texels[(u >> 16) + x]);
        else
            for (int x = 0; x < width; ++x) lay(row[x], texels[std::clamp((u + x * shape.step_u) >> 16, 0, last_x)]);
    }
}

void Raster::paint_triangle(const Shape& shape, const RasterRect& part, float scale) {
    const RasterCommand& command = *shape.command;
    std::array<const RasterVertex*, 3> vertex;
    for (std::size_t i = 0; i < 3; ++i) vertex[i] = command.vertices + command.indices[shape.index + i];
    std::array<Corner, 3> at;
    for (std::size_t i = 0; i < 3; ++i) at[i] = corner_of(*vertex[i], scale);
    std::array<Slope, 4> slopes;
    const std::int64_t area =
        std::int64_t{at[1].x - at[0].x} * (at[2].y - at[0].y) - std::int64_t{at[2].x - at[0].x} * (at[1].y - at[0].y);
    if (area == 0) return;
    const bool plain = vertex[0]->colour == vertex[1]->colour && vertex[0]->colour == vertex[2]->colour;
    if (!plain) {
        const float per_area = 256.0f / static_cast<float>(area);
        for (int channel = 0; channel < 4; ++channel) {
            const auto value = [&](std::size_t i) {
                return static_cast<float>(vertex[i]->colour >> (8 * channel) & 0xFFu);
            };
            const float one = value(1) - value(0), two = value(2) - value(0);
            const auto x1 = static_cast<float>(at[1].x - at[0].x), y1 = static_cast<float>(at[1].y - at[0].y),
                       x2 = static_cast<float>(at[2].x - at[0].x), y2 = static_cast<float>(at[2].y - at[0].y);
            Slope& slope = slopes[static_cast<std::size_t>(channel)];
            slope.right = (one * y2 - two * y1) * per_area;
            slope.down = (two * x1 - one * x2) * per_area;
            // at the centre of pixel (0, 0)
            slope.start = value(0) + slope.right * (0.5f - static_cast<float>(at[0].x) / 256) +
                          slope.down * (0.5f - static_cast<float>(at[0].y) / 256);
        }
    }
    for (const auto& [above, below] : {std::pair(0u, 1u), std::pair(1u, 2u), std::pair(0u, 1u)})
        if (at[above].y > at[below].y) std::swap(at[above], at[below]);
    for (int half = 0; half < 2; ++half) {
        const Corner from = at[static_cast<std::size_t>(half)], to = at[static_cast<std::size_t>(half) + 1];
        const int first = std::max(first_pixel(from.y), part.y0), end = std::min(first_pixel(to.y), part.y1);
        if (first >= end) continue;
        Edge one(from, to, first), other(at[0], at[2], first);
        for (int y = first; y < end; ++y) {
            const auto [low, high] = std::minmax({one.next(), other.next()});
            const int left = std::max(low, part.x0), right = std::min(high, part.x1);
            if (left >= right) continue;
            if (plain) {
                fill({left, y, right, y + 1}, shape.colour);
                continue;
            }
            std::uint32_t* row = pixels_.data() + static_cast<std::size_t>(y) * width_;
            for (int x = left; x < right; ++x) {
                std::array<std::uint32_t, 4> value;
                for (std::size_t channel = 0; channel < 4; ++channel)
                    value[channel] = byte_of(slopes[channel].start + slopes[channel].right * static_cast<float>(x) +
                                             slopes[channel].down * static_cast<float>(y));
                row[x] = over(row[x], value[0] | value[1] << 8 | value[2] << 16, value[3]);
            }
        }
    }
}

}  // namespace platform
