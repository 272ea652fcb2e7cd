#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <cstdlib>
#include <optional>

#include "gallery/checks.hpp"
#include "gallery/scenes.hpp"
#include "platform/coverage.hpp"

namespace {
using gallery::Setting;
using gallery::Stage;

// Every size, theme and language, but each with each only in `./dev gallery`.
std::vector<Setting> settings() {
    if (std::getenv("FANGLUE_GALLERY")) return gallery::all_settings();
    return {{"", false, 1440, 900, 1},  {"zh-Hant", true, 1024, 700, 1}, {"en", false, 390, 844, 1},
            {"en", true, 1440, 900, 1}, {"en", false, 1024, 700, 1},     {"", true, 390, 844, 1},
            {"", false, 720, 450, 2}};
}

// All that may change: a frame without an event must leave it as it is.
std::string state_of(Stage& stage) {
    const app::Workspace& work = stage.interface().work();
    const app::View& view = work.view();
    std::string text = "page " + std::to_string(static_cast<int>(view.page)) + " selection " +
                       std::to_string(static_cast<int>(view.selection.record)) + view.selection.id.str() + " to " +
                       view.range_end.str() + " folded " + std::to_string(view.collapsed.size()) + " round " +
                       view.inspection.str() + (view.inspector_open ? " inspector" : "") +
                       (view.navigation_open ? " navigation" : "") + (view.search_open ? " search " : " ") +
                       view.search + " theme " + std::to_string(static_cast<int>(work.desk().theme())) + " language " +
                       std::to_string(static_cast<int>(work.desk().language())) + " dialog " +
                       std::to_string(static_cast<int>(work.dialog().kind)) + " messages " +
                       std::to_string(work.desk().messages().size()) + " plans " +
                       std::to_string(work.library().plans().size());
    for (const auto& [page, tab] : view.tab)
        if (tab != 0) text += " tab " + std::to_string(static_cast<int>(page)) + ":" + std::to_string(tab);
    for (const auto& [name, draft] : work.dialog().drafts) text += " draft " + name + draft;
    return text + (work.has_plan() ? " changes " + std::to_string(work.document().changes()) : "");
}

void check_state(Stage& stage, const std::string& view) {
    const std::string before = state_of(stage);
    const std::optional<model::Plan> plan =
        stage.interface().work().has_plan() ? std::optional(stage.interface().work().plan()) : std::nullopt;
    stage.frame();
    stage.frame();
    CHECK_MESSAGE(state_of(stage) == before, stage.setting().name(), " ", view);
    CHECK_MESSAGE((!plan || plan->same(stage.interface().work().plan())), stage.setting().name(), " ", view);
}

void check(Stage& stage, const std::string& subject, const std::string& view) {
    std::string lines;
    for (const std::string& found : gallery::findings(stage)) lines += "\n  " + found;
    CHECK_MESSAGE(lines.empty(), stage.setting().name(), " ", subject, " ", view, lines);
    check_state(stage, view);
}

void check_pages(const Setting& setting) {
    for (const std::string& subject : gallery::subjects()) {
        Stage stage(setting);
        gallery::visit_pages(stage, subject, [&](const std::string& page) {
            check(stage, subject, page);
            gallery::visit_views(stage, [&](const std::string& view) { check(stage, subject, page + ", " + view); });
        });
    }
}

app::MirrorNode& first_button(Stage& stage, std::size_t skip = 0) {
    for (app::MirrorNode& node : stage.spoil_nodes())
        if (node.role == app::Role::Button && node.clip.width > 0 && skip-- == 0) return node;
    FAIL("no button");
    return stage.spoil_nodes().front();
}
}  // namespace

TEST_CASE(
    "gallery: nothing is cut, covered, out of reach, nameless or too faint on any page, and drawing changes nothing") {
    for (const Setting& setting : settings()) check_pages(setting);
}

// Every control that opens something over the page or unfolds, and the dialog of a new inspection.
TEST_CASE("gallery: nor in menus, lists, dialogs and what unfolds") {
    for (const Setting& setting : settings()) {
        Stage stage(setting);
        gallery::visit_pages(stage, "emergency-social-media", [&](const std::string& page) {
            if (page != "inspection" && page != "overview") return;
            std::vector<std::string> names;
            for (const app::MirrorNode& node : stage.nodes())
                if (node.role == app::Role::Button && (node.flags & app::kDisabled) == 0) names.push_back(node.name);
            for (const std::string& name : names) {
                const std::string before = state_of(stage);
                const std::size_t controls = stage.nodes().size();
                const app::MirrorNode* node = stage.find(app::Role::Button, name);
                if (!node || name == stage.words()("action.home")) continue;
                const bool unfolds = (node->flags & app::kCollapsed) != 0;
                const bool opens =
                    unfolds || name == stage.words()("action.inspect") || name == stage.words()("action.theme") ||
                    name == stage.words()("action.language") || name == stage.words()("action.navigation") ||
                    name == stage.words()("action.more-actions") || name.starts_with(stage.words()("action.search"));
                if (!opens) continue;
                stage.activate(app::Role::Button, name);
                CHECK_MESSAGE((stage.nodes().size() != controls || state_of(stage) != before), name);
                check(stage, page, "after " + name);
                stage.send(app::KeyPressed{"Escape", 0, 0, false});
                stage.settle();
                if (name == stage.words()("action.navigation")) stage.activate(app::Role::Button, name);
            }
        });
    }
}

TEST_CASE("gallery: nor in the dialogs of passing on and signing") {
    for (const Setting& setting : settings()) {
        Stage stage(setting);
        gallery::visit_pages(stage, "emergency-social-media", [&](const std::string& page) {
            if (page != "review") return;
            for (const char* tool : {"action.share", "action.sign"}) {
                const std::string name(stage.words()(tool));
                if (!stage.activate(app::Role::Button, name)) {  // folded where the page is narrow
                    for (const app::MirrorNode& node : std::vector<app::MirrorNode>(stage.nodes()))
                        if ((node.flags & app::kCollapsed) != 0) stage.activate(node.role, node.name);
                    REQUIRE(stage.activate(app::Role::Button, name));
                }
                REQUIRE(stage.interface().work().dialog().kind != app::DialogKind::None);
                check(stage, page, "after " + name);
                stage.send(app::KeyPressed{"Escape", 0, 0, false});
                stage.settle();
            }
        });
    }
}

TEST_CASE("gallery: the checks see what they must") {
    Stage stage({"", false, 1440, 900, 1});
    auto texts = gallery::drawn_texts();
    REQUIRE(texts.size() > 20);
    REQUIRE(gallery::findings(stage).empty());
    SUBCASE("a control over another") {
        app::MirrorNode& moved = first_button(stage);
        moved.rect = moved.clip = first_button(stage, 1).rect;
        CHECK(!gallery::overlaps(stage, texts).empty());
    }
    SUBCASE("a text over the edge of a control") {
        app::MirrorNode& wide = first_button(stage, 3);
        wide.clip.width /= 2;
        CHECK(!gallery::overlaps(stage, texts).empty());
    }
    SUBCASE("texts over each other") {
        texts[1].box = texts[0].box;
        texts[1].window = texts[0].window;
        texts[1].clip = texts[0].clip;
        CHECK(!gallery::overlaps(stage, texts).empty());
    }
    SUBCASE("a control beyond the window") {
        app::MirrorNode& gone = first_button(stage);
        gone.rect.x = 1500;
        gone.clip = {};
        CHECK(!gallery::out_of_reach(stage).empty());
    }
    SUBCASE("a control without a name, and one without a node") {
        first_button(stage).name.clear();
        CHECK(!gallery::undescribed(stage).empty());
        first_button(stage).flags = 0;
        platform::MirrorDiff without;
        without.update(stage.nodes());
        CHECK(!platform::undescribed_items(without).empty());
    }
    SUBCASE("a text like its background") {
        texts[0].color = IM_COL32(0xEE, 0xEE, 0xEE, 255);
        CHECK(!gallery::faint_texts(stage, texts).empty());
    }
    SUBCASE("a text that ends early and shows no more") {
        texts[0].text = "begins…";
        texts[0].box = {600, 860, 680, 876};
        texts[0].clip = {0, 0, 1440, 900};
        CHECK(!gallery::cut_texts(stage, texts).empty());
    }
    SUBCASE("a text that is clipped away") {
        texts[0].clip.right = texts[0].box.right - 5;
        CHECK(!gallery::cut_texts(stage, texts).empty());
    }
}
