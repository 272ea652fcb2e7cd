// intake/run_together.hpp: gives documents back the line ends that they have lost: between numbered chapters and points
// that stand in one long line, between a heading and its text, and on slides, where each repeats its title.
#pragma once

#include "intake/repair.hpp"

namespace intake {

// Puts headings found in this way behind #, ## … Also takes out tables of contents and what slides add.
void part_lines(Repaired& repaired);

}  // namespace intake
