// view/bars.hpp: what the parts of the frame around a page say: navigation and status bar.
#pragma once

#include <string>
#include <vector>

#include "app/workspace.hpp"
#include "view/tone.hpp"

namespace view {

struct NavigationEntry {
    std::string heading = {};  // of the group that begins with it; "": it goes on
    std::string_view id;
    std::string name;
    app::Page page{};
    int issues = 0;           // that must be looked at there
    std::string spoken = {};  // the same in words
    bool current = false;
};
std::vector<NavigationEntry> navigation(const app::Workspace& work);

struct StatusText {
    std::string text;
    Tone tone = Tone::Neutral;
};
std::vector<StatusText> status_texts(const app::Workspace& work);

}  // namespace view
