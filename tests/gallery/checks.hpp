// tests/gallery/checks.hpp: what must be true of every page, whatever it shows.
#pragma once

#include <string>
#include <vector>

#include "gallery/drawing.hpp"
#include "gallery/stage.hpp"

namespace gallery {

// Each returns a line for each find in the stage's last frame, in words and numbers that name the place.
std::vector<std::string> cut_texts(Stage& stage, std::vector<DrawnText> texts);  // points at them: builds frames
std::vector<std::string> overlaps(const Stage& stage, const std::vector<DrawnText>& texts);
std::vector<std::string> out_of_reach(const Stage& stage);
std::vector<std::string> undescribed(const Stage& stage);
std::vector<std::string> faint_texts(const Stage& stage, std::vector<DrawnText> texts);

// All of them.
std::vector<std::string> findings(Stage& stage);

}  // namespace gallery
