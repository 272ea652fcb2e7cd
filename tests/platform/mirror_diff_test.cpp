// Which part of the mirror a pointer meets.
#include "platform/mirror_diff.hpp"

#include <doctest/doctest.h>

namespace {
app::MirrorNode field(app::NodeKey key, app::Rect rect) {
    app::MirrorNode made;
    made.key = key;
    made.role = app::Role::TextBox;
    made.flags = app::kTabStop;
    made.rect = made.clip = rect;
    return made;
}
}  // namespace

TEST_CASE("mirror: a pointer meets of a partly hidden field what is seen of it") {
    platform::MirrorDiff mirror;
    app::MirrorNode long_field = field(7, {100, 100, 600, 400});
    long_field.seen = {{100, 100, 600, 350}, {100, 450, 200, 50}};
    mirror.update({long_field});
    CHECK(mirror.hit(120, 120, app::kTabStop) == 7);
    CHECK(mirror.hit(120, 460, app::kTabStop) == 7);
    CHECK(mirror.hit(400, 460, app::kTabStop) == 0);
    CHECK(mirror.covered(400, 460));
    CHECK_FALSE(mirror.covered(120, 120));
}

TEST_CASE("mirror: the page is told when a message comes and goes, and nothing when nothing has changed") {
    platform::MirrorDiff mirror;
    const app::MirrorNode whole = field(7, {100, 100, 600, 400});
    app::MirrorNode part = whole;
    part.seen = {{100, 100, 600, 350}};
    mirror.update({whole});
    CHECK(mirror.update({whole}).empty());
    CHECK_FALSE(mirror.update({part}).empty());
    CHECK(mirror.update({part}).empty());
    CHECK_FALSE(mirror.update({whole}).empty());
}
