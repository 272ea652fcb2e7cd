// view/risks.hpp: the risks of a plan: matrix, levels, register, and which cell of the matrix filters the register.
#pragma once

#include "view/table.hpp"

namespace view {

struct RisksState {
    bool residual = false;            // after the responses; else before
    int probability = 0, impact = 0;  // the cell that filters the register; 0: none
    std::vector<std::size_t> places;  // among all risks, of those shown
    std::vector<Id> rows;
};

struct MatrixCell {
    int probability = 0, impact = 0;  // 1..5
    int count = 0;
    Tone tone{};
    std::string name;  // what it says, in words
    bool on = false;   // it filters the register
};
// From the highest probability down, in each row from the lowest impact up.
std::vector<MatrixCell> risk_matrix(const app::Workspace& work, const RisksState& state);
// A press on a cell: the register shows its risks, or all again.
void press(RisksState& state, const MatrixCell& cell);

struct LevelBar {
    std::string name;
    int count = 0;
    float share = 0;  // 0..1 of all risks
    Tone tone{};
};
struct RiskLevels {
    std::vector<LevelBar> bars;
    std::string summary;
};
RiskLevels risk_levels(const app::Workspace& work, const RisksState& state);

Table risk_register(const app::Workspace& work, RisksState& state);

}  // namespace view
