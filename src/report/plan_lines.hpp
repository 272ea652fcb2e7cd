// report/plan_lines.hpp: a plan as lines of text that programs made for text compare well.
#pragma once

#include <string>

#include "base/words.hpp"
#include "model/plan.hpp"

namespace report {

// A head for each row ("任务“策划” task/ID"), below it a line for each field that says something, for each entry of a
// list and each passage of a long text. All of it, personal data too: nothing that changed may look the same.
std::string plan_lines(const base::Words& words, const model::Plan& plan);

}  // namespace report
