// view/overview.hpp: where the plan stands and what is wrong with it.
#pragma once

#include "view/figures.hpp"
#include "view/table.hpp"

namespace view {

KeyFigures overview_figures(const app::Workspace& work);

struct IssueLine {
    Tone tone{};
    std::string severity, sentence, section;
    app::Reveal where;
};
// Nothing: the checks have not finished once. Lines are made one by one, when they are shown.
std::optional<std::size_t> issue_count(const app::Workspace& work);
std::vector<std::string> severity_words(const base::Words& words);  // all that may stand before a line
IssueLine issue_line(const app::Workspace& work, std::size_t place);

}  // namespace view
