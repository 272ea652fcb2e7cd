#include "gallery/scenes.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "app/pages.hpp"
#include "support/files.hpp"

namespace gallery {
namespace {

// A plan in which every table is empty: panels divide by how many there are.
constexpr std::string_view empty_subject = "empty";
constexpr std::string_view empty_plan =
    R"({"format": "fanglue-plan", "version": "1.0", "id": "empty", "cover": {"title": "空的计划", "department": "急诊科"}})";

// A way that the page must have is missing.
void must(bool done, const std::string& what) {
    if (done) return;
    std::fprintf(stderr, "gallery: %s\n", what.c_str());
    std::abort();
}

// Where bars and navigation are in sight.
bool activate_wide(Stage& stage, app::Role role, std::string_view name) {
    const Setting shown = stage.setting();
    Setting wide = shown;
    wide.width = 1440;
    wide.height = 900;
    wide.density = 1;
    stage.change(wide);
    stage.settle();
    const bool done = stage.activate(role, name);
    stage.change(shown);
    stage.settle();
    return done;
}

void open_page(Stage& stage, const std::string& name) {
    must(activate_wide(stage, app::Role::Link, stage.words()("page." + name)), "no way to the page " + name);
}

// The start page and the one about storage while a plan is kept; then that plan is open again.
void visit_stored(Stage& stage, const Visit& visit) {
    const std::string title = stage.interface().work().plan().cover().title;
    const auto go_home = [&] {  // also after a visitor's tap has opened the plan
        must(activate_wide(stage, app::Role::Button, stage.words()("action.home")), "no way to the start page");
    };
    go_home();
    visit("start-stored");
    go_home();
    must(stage.activate(app::Role::Button, stage.words()("action.storage")), "no way to the stored plans");
    visit("storage-stored");
    go_home();
    must(stage.activate(app::Role::Row, title), "no way to the stored plan");
    must(stage.interface().work().has_plan(), "the stored plan does not open");
}

}  // namespace

std::vector<Setting> all_settings() {
    std::vector<Setting> all;
    for (const char* language : {"", "zh-Hant", "en"})
        for (const bool dark : {false, true})
            for (const auto& [width, height] : {std::pair(1440, 900), std::pair(1024, 700), std::pair(390, 844)})
                all.push_back({language, dark, width, height, 1});
    return all;
}

std::vector<std::string> subjects() {
    std::vector<std::string> all{"", std::string(empty_subject)};
    for (const std::string_view id : app::template_ids()) all.emplace_back(id);
    return all;
}

void visit_pages(Stage& stage, const std::string& subject, const Visit& visit) {
    if (subject.empty()) {
        visit("start");
        must(stage.activate(app::Role::Button, stage.words()("action.storage")), "no way to the stored plans");
        visit("storage");
        stage.send(app::KeyPressed{"?", 0, 0, false});
        stage.settle();
        visit("shortcuts");
        must(stage.activate(app::Role::Button, stage.words()("action.close")), "no way out of the shortcuts");
        return;
    }
    const std::string file =
        subject == empty_subject ? std::string(empty_plan) : support::read_file("assets/examples/" + subject + ".json");
    stage.send(app::FileArrived{subject + ".json", file, app::FileArrived::Way::Picker});
    stage.settle();
    visit_stored(stage, visit);
    for (const app::PageInfo& page : app::pages()) {
        if (page.group == app::PageGroup::None) continue;
        open_page(stage, std::string(page.name));
        visit(std::string(page.name));
    }
}

void visit_views(Stage& stage, const Visit& visit) {
    const auto row = std::ranges::find_if(stage.nodes(), [](const app::MirrorNode& node) {
        return node.role == app::Role::Row && (node.flags & app::kTabStop) != 0;
    });
    if (row != stage.nodes().end()) {
        const ImVec2 at(row->clip.x + 30, row->clip.y + row->clip.height / 2);
        stage.point(at.x, at.y);
        stage.frame();
        stage.press(true);
        stage.frame();
        stage.press(false);
        stage.point(-1, -1);
        stage.settle();
        visit("first row");
        stage.activate(app::Role::Button, stage.words()("action.close-inspector"));
    }
    std::vector<std::string> tabs;
    for (const app::MirrorNode& node : stage.nodes())
        if (node.role == app::Role::Tab && (node.flags & app::kUnselected) != 0) tabs.push_back(node.name);
    for (const std::string& tab : tabs)
        if (stage.activate(app::Role::Tab, tab)) visit(tab);
}

}  // namespace gallery
