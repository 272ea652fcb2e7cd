// The rasteriser against a slow one that asks for every pixel whether its centre is inside.
#include "platform/raster.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <vector>

#include "support/build.hpp"
#include "support/random_plan.hpp"

namespace {
using namespace platform;
using support::Random;

constexpr int kWidth = 150, kHeight = 90, kImageSize = 32;
constexpr std::uint32_t kBackground = 0xFF80A0C0;

// What the interface draws, with the memory that the commands point into.
struct Scene {
    std::vector<RasterVertex> vertices;
    std::vector<std::uint32_t> indices;
    std::vector<RasterCommand> commands;
    std::vector<std::array<std::size_t, 3>> parts;  // first index, count, and command of each shape's picture
};

std::vector<std::uint32_t> random_image(Random& random) {
    std::vector<std::uint32_t> image;
    for (int i = 0; i < kImageSize * kImageSize; ++i)
        image.push_back(0x00FFFFFFu |
                        static_cast<std::uint32_t>(random.below(3) == 0 ? random.below(256) : random.below(2) * 255)
                            << 24);
    return image;
}

std::uint32_t random_colour(Random& random) {
    const std::uint32_t alpha = random.below(2) == 0 ? 255 : static_cast<std::uint32_t>(random.below(256));
    return static_cast<std::uint32_t>(random.below(0x1000000)) | alpha << 24;
}

// Coordinates that lie on pixels, on centres and anywhere, also outside.
float random_place(Random& random, int size) {
    const auto whole = static_cast<float>(static_cast<int>(random.below(static_cast<std::size_t>(size) + 40)) - 20);
    return whole + static_cast<float>(random.below(3) == 0 ? random.below(256) : random.below(3) * 128) / 256;
}

void add_rectangle(Scene& scene, float x0, float y0, float x1, float y1, float u0, float v0, float u1, float v1,
                   std::uint32_t colour) {
    const auto first = static_cast<std::uint32_t>(scene.vertices.size());
    scene.vertices.push_back({x0, y0, u0, v0, colour});
    scene.vertices.push_back({x1, y0, u1, v0, colour});
    scene.vertices.push_back({x1, y1, u1, v1, colour});
    scene.vertices.push_back({x0, y1, u0, v1, colour});
    for (const std::uint32_t corner : {0, 1, 2, 0, 2, 3}) scene.indices.push_back(first + corner);
}

void add_shape(Scene& scene, Random& random, float scale) {
    const float x = random_place(random, kWidth) / scale, y = random_place(random, kHeight) / scale;
    switch (random.below(4)) {
        case 0: {  // a glyph: whole texels on whole pixels
            const float u = static_cast<float>(random.below(16)), v = static_cast<float>(random.below(16)),
                        w = static_cast<float>(1 + random.below(16)), h = static_cast<float>(1 + random.below(16));
            const float left = std::round(x * scale) / scale, top = std::round(y * scale) / scale;
            add_rectangle(scene, left, top, left + w / scale, top + h / scale, u / kImageSize, v / kImageSize,
                          (u + w) / kImageSize, (v + h) / kImageSize, random_colour(random));
            return;
        }
        case 1:
            add_rectangle(scene, x, y, x + static_cast<float>(random.below(80)),
                          y + static_cast<float>(random.below(60)), 0, 0, 0, 0, random_colour(random));
            return;
        default: {
            const auto first = static_cast<std::uint32_t>(scene.vertices.size());
            const bool plain = random.below(2) == 0;
            const std::uint32_t colour = random_colour(random);
            for (std::uint32_t corner = 0; corner < 3; ++corner) {
                scene.vertices.push_back({random_place(random, kWidth) / scale, random_place(random, kHeight) / scale,
                                          0, 0, plain ? colour : random_colour(random)});
                scene.indices.push_back(first + corner);
            }
        }
    }
}

Scene random_scene(Random& random, const std::vector<std::uint32_t>& image, float scale) {
    Scene scene;
    std::vector<std::size_t> ends;
    const std::size_t shapes = 1 + random.below(12);
    for (std::size_t i = 0; i < shapes; ++i) {
        add_shape(scene, random, scale);
        if (random.below(3) == 0 || i + 1 == shapes) ends.push_back(scene.indices.size());
    }
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
        const int x = static_cast<int>(random.below(60)), y = static_cast<int>(random.below(40));
        const RasterRect clip =
            random.below(2) == 0 ? RasterRect{-5, -5, kWidth + 5, kHeight + 5} : RasterRect{x, y, x + 70, y + 40};
        scene.commands.push_back({scene.vertices.data(),
                                  {scene.indices.data() + begin, end - begin},
                                  clip,
                                  {image.data(), kImageSize, kImageSize, 1}});
        begin = end;
    }
    return scene;
}

// ---------------------------------------------------------------- the reference

struct Slow {
    std::vector<std::array<double, 3>> pixels;

    void lay(int x, int y, const std::array<double, 4>& colour) {
        std::array<double, 3>& pixel = pixels[static_cast<std::size_t>(y * kWidth + x)];
        for (std::size_t i = 0; i < 3; ++i) pixel[i] += (colour[i] - pixel[i]) * colour[3] / 255;
    }
};

std::array<double, 4> channels(std::uint32_t colour) {
    return {double(colour & 255), double(colour >> 8 & 255), double(colour >> 16 & 255), double(colour >> 24)};
}

// Twice the area of p, q and a pixel's centre, in 1/256 pixels: exact.
struct Point {
    long long x, y;
};
long long cross(Point p, Point q, Point c) {
    return (q.x - p.x) * (c.y - p.y) - (q.y - p.y) * (c.x - p.x);
}
// The top-left rule: a centre on an edge belongs to the triangle if the edge is its left or its level top one.
bool owns(Point p, Point q) {
    return q.y < p.y || (q.y == p.y && q.x > p.x);
}

void draw_triangle(Slow& slow, const RasterRect& clip, std::array<RasterVertex, 3> v, float scale,
                   const RasterImage* image) {
    std::array<Point, 3> at;
    for (std::size_t i = 0; i < 3; ++i) at[i] = {std::lrint(v[i].x * scale * 256), std::lrint(v[i].y * scale * 256)};
    if (cross(at[0], at[1], at[2]) < 0) {
        std::swap(at[1], at[2]);
        std::swap(v[1], v[2]);
    }
    const long long area = cross(at[0], at[1], at[2]);
    if (area == 0) return;
    for (int y = std::max(0, clip.y0); y < std::min(kHeight, clip.y1); ++y)
        for (int x = std::max(0, clip.x0); x < std::min(kWidth, clip.x1); ++x) {
            const Point centre{x * 256 + 128, y * 256 + 128};
            std::array<long long, 3> part;
            bool inside = true;
            for (std::size_t i = 0; i < 3; ++i) {
                const Point p = at[(i + 1) % 3], q = at[(i + 2) % 3];
                part[i] = cross(p, q, centre);
                inside = inside && (part[i] > 0 || (part[i] == 0 && owns(p, q)));
            }
            if (!inside) continue;
            std::array<double, 4> colour{};
            double u = 0, t = 0;
            for (std::size_t i = 0; i < 3; ++i) {
                const double share = double(part[i]) / double(area);
                for (std::size_t c = 0; c < 4; ++c) colour[c] += share * channels(v[i].colour)[c];
                u += share * v[i].u;
                t += share * v[i].v;
            }
            if (image) {
                const int column = std::clamp(int(std::floor(u * kImageSize)), 0, kImageSize - 1),
                          row = std::clamp(int(std::floor(t * kImageSize)), 0, kImageSize - 1);
                colour[3] *= channels(image->pixels[row * kImageSize + column])[3] / 255;
            }
            slow.lay(x, y, colour);
        }
}

Slow reference(const Scene& scene, float scale) {
    Slow slow;
    const auto background = channels(kBackground);
    slow.pixels.assign(kWidth * kHeight, {background[0], background[1], background[2]});
    for (const RasterCommand& command : scene.commands)
        for (std::size_t i = 0; i + 3 <= command.indices.size(); i += 3) {
            std::array<RasterVertex, 3> v;
            for (std::size_t corner = 0; corner < 3; ++corner)
                v[corner] = command.vertices[command.indices[i + corner]];
            const bool textured = v[0].u != v[1].u || v[1].u != v[2].u || v[0].v != v[1].v || v[1].v != v[2].v;
            draw_triangle(slow, command.clip, v, scale, textured ? &command.image : nullptr);
        }
    return slow;
}

double largest_difference(const Raster& raster, const Slow& slow) {
    double largest = 0;
    for (std::size_t i = 0; i < slow.pixels.size(); ++i)
        for (std::size_t c = 0; c < 3; ++c)
            largest = std::max(largest, std::abs(channels(raster.pixels()[i])[c] - slow.pixels[i][c]));
    return largest;
}
}  // namespace

TEST_CASE("raster: random shapes are drawn as by asking for every pixel") {
    for (std::uint64_t seed = 1; seed <= support::seeds(400, 40); ++seed) {
        Random random(seed);
        const std::vector<std::uint32_t> image = random_image(random);
        const float scale = std::array<float, 4>{1, 1.25f, 1.5f, 2}[seed % 4];
        const Scene scene = random_scene(random, image, scale);
        Raster raster;
        raster.resize(kWidth, kHeight);
        raster.draw(scene.commands, scale, kBackground);
        CAPTURE(seed);
        // Each of up to 12 layers rounds alpha and result to bytes.
        REQUIRE(largest_difference(raster, reference(scene, scale)) <= 4);
    }
}

TEST_CASE("raster: drawing only what changed gives the picture drawn from nothing") {
    for (std::uint64_t seed = 1; seed <= support::seeds(200, 25); ++seed) {
        Random random(seed);
        const std::vector<std::uint32_t> image = random_image(random);
        Raster raster;
        raster.resize(kWidth, kHeight);
        for (int step = 0; step < 4; ++step) {
            const Scene scene = random_scene(random, image, 1);
            const std::vector<std::uint32_t> before(raster.pixels(), raster.pixels() + kWidth * kHeight);
            const auto changed = raster.draw(scene.commands, 1, kBackground);
            Raster fresh;
            fresh.resize(kWidth, kHeight);
            fresh.draw(scene.commands, 1, kBackground);
            CAPTURE(seed);
            REQUIRE(std::equal(fresh.pixels(), fresh.pixels() + kWidth * kHeight, raster.pixels()));
            // and what is not named is as it was
            for (int i = 0; i < kWidth * kHeight; ++i) {
                const int x = i % kWidth, y = i / kWidth;
                const bool named = std::any_of(changed.begin(), changed.end(), [&](const RasterRect& part) {
                    return x >= part.x0 && x < part.x1 && y >= part.y0 && y < part.y1;
                });
                if (!named) REQUIRE(raster.pixels()[i] == before[static_cast<std::size_t>(i)]);
            }
            REQUIRE(raster.draw(scene.commands, 1, kBackground).empty());
        }
    }
}

TEST_CASE("raster: a small change is a small rectangle; joined triangles leave no gap and no double line") {
    Scene scene;
    add_rectangle(scene, 10, 10, 20, 20, 0, 0, 0, 0, 0xFF0000FF);
    add_rectangle(scene, 100, 70, 110, 80, 0, 0, 0, 0, 0xFF00FF00);
    const auto commands = [&] {
        return std::array{RasterCommand{scene.vertices.data(), scene.indices, {0, 0, kWidth, kHeight}, {}}};
    };
    Raster raster;
    raster.resize(kWidth, kHeight);
    CHECK(raster.draw(commands(), 1, kBackground).size() == 1);
    for (std::size_t i = 0; i < 4; ++i) scene.vertices[i].colour = 0xFFFF0000;
    const auto changed = raster.draw(commands(), 1, kBackground);
    REQUIRE(changed.size() == 1);
    CHECK(changed[0].x1 <= 64);
    CHECK(changed[0].y1 <= 64);

    // A fan of half-transparent triangles around a point covers each pixel once.
    Scene fan;
    constexpr int kSpokes = 17;
    fan.vertices.push_back({70.3f, 44.7f, 0, 0, 0x80000000});
    for (int i = 0; i < kSpokes; ++i) {
        const double angle = 2 * 3.14159265358979 * i / kSpokes;
        fan.vertices.push_back({static_cast<float>(70 + 300 * std::cos(angle)),
                                static_cast<float>(45 + 300 * std::sin(angle)), 0, 0, 0x80000000});
        for (const int corner : {0, 1 + i, 1 + (i + 1) % kSpokes})
            fan.indices.push_back(static_cast<std::uint32_t>(corner));
    }
    const std::array covered{RasterCommand{fan.vertices.data(), fan.indices, {0, 0, kWidth, kHeight}, {}}};
    raster.draw(covered, 1, 0xFFFFFFFF);
    for (int i = 0; i < kWidth * kHeight; ++i) REQUIRE(raster.pixels()[i] == raster.pixels()[0]);
    CHECK((raster.pixels()[0] & 255) == 127);
}
