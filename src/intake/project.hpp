// intake/project.hpp: plans as files of Microsoft Project (office/project_file.hpp), and back.
#pragma once

#include <array>

#include "intake/draft.hpp"
#include "office/project_file.hpp"

namespace intake {

// Numbers of Project.
// By TaskConstraint: none, start no earlier, no later, finish no earlier, no later, must start, must finish, late.
inline constexpr std::array<int, 8> project_constraints{0, 4, 5, 6, 7, 2, 3, 1};
// By DependencyType: finish-start, start-start, finish-finish, start-finish.
inline constexpr std::array<int, 4> project_links{1, 3, 0, 2};

// Tasks with their outline, days, durations, constraints, progress, notes, links and lags, owner and participants as
// assignments, what they need as materials; milestones as tasks without duration below theirs; the plan's own days off
// and at work; up to eleven baselines. What else a plan has is not in such a file.
office::ProjectFile project_of(const model::Plan& plan);

struct TakenProject {
    model::Plan plan;
    std::vector<Trace> traces;
};
// Rows have the ids that our own files give them, where those are good. The first work assigned is the owner, the
// others participate. What is not taken is told: Left by the name of its element, Doubtful where it was taken
// otherwise.
TakenProject plan_of(const office::ProjectFile& file, base::IdSource& ids);

}  // namespace intake
