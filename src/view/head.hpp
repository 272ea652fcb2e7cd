// view/head.hpp: the head of a page: its title, a note, and what can be done here; and the names of its tabs.
#pragma once

#include <string>
#include <vector>

#include "app/workspace.hpp"
#include "view/wish.hpp"

namespace view {

struct HeadTool {
    std::string_view id;
    std::string label;
    Wish command;
    bool primary = false, enabled = true;
    bool icon_only = false;  // its label is a name
};
struct PageHead {
    std::string title, note = {};
    std::vector<HeadTool> tools = {};
};
PageHead page_head(const app::Workspace& work);  // of the page and tab that are shown

// One for each of the page's records; the same whichever is shown.
std::vector<std::string> tab_names(const base::Words& words, app::Page page);

}  // namespace view
