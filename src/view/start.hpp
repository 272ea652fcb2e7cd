// view/start.hpp: what the start page offers for beginning: a card a template.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/words.hpp"

namespace view {

struct TemplateCard {
    std::string_view id;
    std::string title, text;
    std::string new_hint, example_hint;  // what its two buttons say, with its name
};
std::vector<TemplateCard> template_cards(const base::Words& words);

}  // namespace view
