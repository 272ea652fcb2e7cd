// report/charts.hpp: pictures made from a plan, as content: bars over days, and how many risks there are of each kind.
// report/svg draws them and knows no plans.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/words.hpp"
#include "model/plan.hpp"

namespace report {

struct GanttChart {
    struct Bar {
        std::string code, label;
        int depth = 0;
        base::Date first = {}, last = {};  // both empty: no day is known
        int progress = 0;                  // percent
        bool is_late = false, is_milestone = false, is_summary = false;
        std::string said = {};  // the same in words, for who does not see it
    };
    std::string title, description, language;
    base::Date today;
    std::vector<Bar> bars;
};

struct MatrixChart {
    std::string title, description, language;
    std::string across, up;                         // names of the axes
    std::array<std::array<int, 5>, 5> counts = {};  // [probability - 1][impact - 1]
};

// Tasks in the order of the outline, then milestones. Personal data is masked.
GanttChart gantt_chart(const model::Plan& plan, const base::Words& words, base::Date today);
MatrixChart matrix_chart(const model::Plan& plan, const base::Words& words);

}  // namespace report
