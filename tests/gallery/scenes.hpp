// tests/gallery/scenes.hpp: what is drawn: every page of every example, of an empty plan, and of an empty application.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "gallery/stage.hpp"

namespace gallery {

// Each size in each theme and language.
std::vector<Setting> all_settings();

// The five examples; "empty": a plan without a row; "" for the application without a plan.
std::vector<std::string> subjects();

// Opens the subject and calls visit(name of the page) with each of its pages, shown in the stage's setting.
using Visit = std::function<void(const std::string& page)>;
void visit_pages(Stage& stage, const std::string& subject, const Visit& visit);
// Of the page that is shown: visit(name of the view) with its other tabs, and with its first row selected.
void visit_views(Stage& stage, const Visit& visit);

}  // namespace gallery
