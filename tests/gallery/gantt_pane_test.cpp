// The pane of bars beside the outline, worked as a person would.
#include <doctest/doctest.h>

#include <algorithm>
#include <optional>

#include "gallery/scenes.hpp"

namespace {
using gallery::Stage;

void open_tasks(Stage& stage) {
    bool shown = false;
    gallery::visit_pages(stage, "emergency-social-media",
                         [&](const std::string& page) { shown = shown || page == "tasks"; });
    REQUIRE(shown);
    REQUIRE(stage.activate(app::Role::Link, stage.words()("page.tasks")));
}

bool is_in(const Stage& stage, const app::MirrorNode& node, app::NodeKey above) {
    for (app::NodeKey at = node.parent; at != 0;) {
        if (at == above) return true;
        const auto parent = std::ranges::find(stage.nodes(), at, &app::MirrorNode::key);
        at = parent == stage.nodes().end() ? 0 : parent->parent;
    }
    return false;
}

// The row of a task, and the bar in it.
struct Placed {
    app::Rect row, bar;
    std::string days;  // what the bar says
};
Placed placed(const Stage& stage, std::string_view row_name) {
    const app::MirrorNode* row = stage.find(app::Role::Row, row_name);
    REQUIRE(row);
    for (const app::MirrorNode& node : stage.nodes())
        if (node.role == app::Role::Text && node.name.find(" 至 ") != std::string::npos && is_in(stage, node, row->key))
            return {row->rect, node.rect, node.name.substr(0, node.name.find("，"))};
    FAIL("no bar");
    return {};
}

void drag(Stage& stage, ImVec2 from, ImVec2 to) {
    stage.point(from.x, from.y);
    stage.frame();
    stage.press(true);
    stage.frame();
    for (int step = 1; step <= 4; ++step) {
        const float part = static_cast<float>(step) / 4;
        stage.point(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
        stage.frame();
    }
    stage.press(false);
    stage.settle();
}

const char task[] = "2.2 策划并制作内容";
}  // namespace

TEST_CASE("gantt pane: bars stand in the rows of their tasks, also after scrolling") {
    Stage stage({"", false, 1024, 420, 1});
    open_tasks(stage);
    for (const bool scrolled : {false, true}) {
        if (scrolled) {
            stage.point(500, 300);
            stage.frame();
            stage.wheel(-2);
            stage.settle();
        }
        int bars = 0;
        for (const app::MirrorNode& row : stage.nodes()) {
            if (row.role != app::Role::Row || row.clip.height <= 0 || row.level < 2) continue;
            const Placed at = placed(stage, row.name);
            CHECK(at.bar.y >= at.row.y);
            CHECK(at.bar.y + at.bar.height <= at.row.y + at.row.height);
            ++bars;
        }
        CHECK(bars >= 3);
    }
}

TEST_CASE("gantt pane: a bar is dragged by whole days, on a scale of its own") {
    Stage stage({"", false, 1440, 900, 1});
    open_tasks(stage);
    const Placed before = placed(stage, task);
    CHECK(before.days == "2026-02-24 至 2026-10-30");
    const float day = before.bar.width / 249;  // first and last included
    const ImVec2 middle(before.bar.x + before.bar.width / 2, before.bar.y + before.bar.height / 2);
    drag(stage, middle, ImVec2(middle.x + 20 * day, middle.y));
    CHECK(placed(stage, task).days == "2026-03-16 至 2026-11-19");
    stage.send(app::KeyPressed{"z", app::kCtrl, 0, false});
    stage.settle();
    CHECK(placed(stage, task).days == before.days);
    CHECK(placed(stage, task).bar == before.bar);
}

TEST_CASE("gantt pane: its border is moved by dragging and by keys; a double click gives it back its place") {
    Stage stage({"", false, 1440, 900, 1});
    open_tasks(stage);
    const auto border = [&] {
        const app::MirrorNode* node = stage.find(app::Role::Slider, stage.words()("tasks.divider"));
        REQUIRE(node);
        return *node;
    };
    const app::MirrorNode first = border();
    CHECK(placed(stage, task).bar.x > first.rect.x);
    const ImVec2 at(first.rect.x + first.rect.width / 2, first.rect.y + 200);
    drag(stage, at, ImVec2(at.x + 120, at.y));
    CHECK(border().value_now == doctest::Approx(first.value_now + 120).epsilon(0.01));
    CHECK(placed(stage, task).bar.x > border().rect.x);
    stage.send(app::KeyPressed{"ArrowLeft", 0, first.key, false});
    stage.settle();
    CHECK(border().value_now == doctest::Approx(first.value_now + 104).epsilon(0.01));
    drag(stage, ImVec2(at.x + 104, at.y), ImVec2(at.x - 900, at.y));
    CHECK(border().value_now == border().value_min);
    const ImVec2 now(border().rect.x + first.rect.width / 2, at.y);
    stage.point(now.x, now.y);
    stage.frame();
    for (const bool down : {true, false, true, false}) {
        stage.press(down);
        stage.frame();
    }
    stage.settle();
    CHECK(border().value_now == first.value_now);
}
