// tests/gallery/scenes.hpp: what is drawn: every page of every example, and of an empty application.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "gallery/stage.hpp"

namespace gallery {

// The five examples; "" for the application without a plan.
std::vector<std::string> subjects();

// Opens the subject and calls visit(stage, name of the page) with each of its pages, shown in the stage's setting.
void visit_pages(Stage& stage, const std::string& subject, const std::function<void(const std::string&)>& visit);

}  // namespace gallery
