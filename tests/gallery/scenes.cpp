#include "gallery/scenes.hpp"

#include <cstdio>
#include <cstdlib>

#include "app/pages.hpp"
#include "support/files.hpp"

namespace gallery {
namespace {

// A way that the page must have is missing.
void must(bool done, const std::string& what) {
    if (done) return;
    std::fprintf(stderr, "gallery: %s\n", what.c_str());
    std::abort();
}

void open_page(Stage& stage, const std::string& name) {
    const Setting shown = stage.setting();
    Setting wide = shown;  // the navigation is in sight
    wide.width = 1440;
    wide.height = 900;
    wide.density = 1;
    stage.change(wide);
    stage.settle();
    must(stage.activate(app::Role::Link, stage.words()("page." + name)), "no way to the page " + name);
    stage.change(shown);
    stage.settle();
}

}  // namespace

std::vector<std::string> subjects() {
    std::vector<std::string> all{""};
    for (const std::string_view id : app::template_ids()) all.emplace_back(id);
    return all;
}

void visit_pages(Stage& stage, const std::string& subject, const std::function<void(const std::string&)>& visit) {
    if (subject.empty()) {
        visit("start");
        must(stage.activate(app::Role::Button, stage.words()("action.storage")), "no way to the stored plans");
        return visit("storage");
    }
    const std::string file = support::read_file("assets/examples/" + subject + ".json");
    stage.send(app::FileArrived{subject + ".json", file, app::FileArrived::Way::Picker});
    stage.settle();
    for (const app::PageInfo& page : app::pages()) {
        if (page.group == app::PageGroup::None) continue;
        open_page(stage, std::string(page.name));
        visit(std::string(page.name));
    }
}

}  // namespace gallery
