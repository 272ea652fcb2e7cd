// analysis/load.hpp: minutes of work a day for each person, against what the person has.
#pragma once

#include <vector>

#include "analysis/outline.hpp"

namespace analysis {

inline constexpr std::int64_t whole_day_minutes = 480;  // of a person whose own are not said

// One cause of load: a task, or a standing role on every working day.
struct LoadPart {
    const model::Task* task = nullptr;  // or
    const model::TeamRole* role = nullptr;
    std::int64_t minutes = 0;
};

struct LoadDay {
    Date date;
    std::int64_t minutes = 0;
    std::vector<LoadPart> causes;  // on days with more than there is: the most first
};

struct PersonLoad {
    const model::Person* person = nullptr;
    std::int64_t capacity = whole_day_minutes;  // minutes of a working day
    std::int64_t minutes = 0;                   // in all
    int days_over = 0;
    std::vector<LoadDay> days;  // those with any, in order
};

struct Load {
    Date from, to;
    std::vector<PersonLoad> people;                  // in their order; those without any load, too
    std::vector<const model::Task*> without_effort;  // somebody's, but nothing says how much work they are
};

inline constexpr int longest_load_days = 3660;

// From..to, at most ten years from `from`; an empty end: that of the work.
//
// Whose a task is: its owner's, its participants' and those who have a duty in it (Assignment). A duty with minutes a
// day takes these on each working day of the task; the rest of the effort is shared evenly by the others, over the
// task's working days; minutes that remain go to the first people and days, so that nothing is lost. Tasks with parts
// count through their parts, cancelled ones do not. A task on days off alone is worked on on these.
Load load_of(const model::Plan& plan, const std::vector<OutlineRow>& rows, const Calendar& calendar, Date from,
             Date to);

}  // namespace analysis
