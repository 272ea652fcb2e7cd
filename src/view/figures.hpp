// view/figures.hpp: numbers that stand large at the head of a page.
#pragma once

#include <string>
#include <vector>

#include "view/tone.hpp"

namespace view {

struct KeyFigure {
    std::string label;
    std::string value;
    Tone tone = Tone::Neutral;  // Neutral: as text
};
using KeyFigures = std::vector<KeyFigure>;

}  // namespace view
