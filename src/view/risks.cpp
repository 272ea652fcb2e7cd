#include "view/risks.hpp"

#include <array>

#include "view/words.hpp"

namespace view {
namespace {
using analysis::RiskLevel;
using analysis::RiskState;
using model::Risk;

constexpr RiskLevel shown_levels[] = {RiskLevel::High, RiskLevel::Middle, RiskLevel::Low, RiskLevel::Unrated};
constexpr analysis::RiskStatus all_statuses[] = {analysis::RiskStatus::NoResponse, analysis::RiskStatus::Running,
                                                 analysis::RiskStatus::Overdue, analysis::RiskStatus::Controlled,
                                                 analysis::RiskStatus::Accepted};

std::string level_word(const base::Words& words, RiskLevel level) {
    return std::string(words("risk-level." + std::string(analysis::name_of(level))));
}
std::string status_word(const base::Words& words, analysis::RiskStatus status) {
    return std::string(words("risk-status." + std::string(analysis::name_of(status))));
}

bool is_in_cell(const RisksState& state, const Risk& risk) {
    if (state.probability == 0) return true;
    const bool rated = state.residual && risk.residual_probability && risk.residual_impact;
    const auto probability = rated ? risk.residual_probability : risk.probability;
    const auto impact = rated ? risk.residual_impact : risk.impact;
    return probability == state.probability && impact == state.impact;
}

Cell score(int value) {
    return chip(value > 0 ? std::to_string(value) : "—", tone_of(analysis::risk_level(value)));
}

Row risk_row(const app::Workspace& work, std::size_t place) {
    const RiskState& risk_state = work.derived().risks()[place];
    const Risk& risk = *risk_state.risk;
    const auto responses = model::in_order(work.plan(), &model::RiskResponse::risk, risk.id);
    const model::RiskResponse* first = responses.empty() ? nullptr : responses.front();
    const model::Person* owner = work.plan().find(first && !first->owner.empty() ? first->owner : risk.owner);
    Row row{.id = risk.id, .name = risk.factor};
    row.cells = {{.text = "R" + std::to_string(place + 1), .ink = Ink::Secondary},
                 {.text = risk.factor},
                 score(risk_state.inherent),
                 score(risk_state.residual),
                 {.text = first ? first->action : std::string()},
                 {.text = owner ? owner->name : std::string()},
                 {.text = !first       ? std::string()
                          : first->due ? first->due.iso()
                                       : first->timing},
                 chip(status_word(work.words(), risk_state.status), tone_of(risk_state.status))};
    return row;
}
}  // namespace

std::vector<MatrixCell> risk_matrix(const app::Workspace& work, const RisksState& state) {
    const analysis::RiskMatrix counts = analysis::risk_matrix(
        work.plan(), state.residual ? analysis::RiskView::Residual : analysis::RiskView::Inherent);
    std::vector<MatrixCell> cells;
    for (int probability = 5; probability >= 1; --probability)
        for (int impact = 1; impact <= 5; ++impact) {
            const int count = counts[static_cast<std::size_t>(probability - 1)][static_cast<std::size_t>(impact - 1)];
            const RiskLevel level = analysis::risk_level(probability * impact);
            std::string name = work.words()("risks.cell", {std::to_string(probability), std::to_string(impact),
                                                           std::to_string(count), level_word(work.words(), level)});
            const bool on = state.probability == probability && state.impact == impact;
            cells.push_back({probability, impact, count, tone_of(level), std::move(name), on});
        }
    return cells;
}

void press(RisksState& state, const MatrixCell& cell) {
    state.probability = cell.on ? 0 : cell.probability;
    state.impact = cell.on ? 0 : cell.impact;
}

RiskLevels risk_levels(const app::Workspace& work, const RisksState& state) {
    const std::vector<RiskState>& risks = work.derived().risks();
    std::array<int, 4> counts{};
    int answered = 0, linked = 0, overdue = 0, responses = 0;
    for (const RiskState& risk : risks) {
        ++counts[static_cast<std::size_t>(analysis::risk_level(state.residual ? risk.residual : risk.inherent))];
        answered += risk.responses > 0;
        responses += risk.responses;
        linked += risk.linked;
        overdue += risk.overdue;
    }
    RiskLevels levels;
    for (const RiskLevel level : shown_levels) {
        const int count = counts[static_cast<std::size_t>(level)];
        if (level == RiskLevel::Unrated && count == 0) continue;
        const float share = risks.empty() ? 0 : static_cast<float>(count) / static_cast<float>(risks.size());
        levels.bars.push_back({level_word(work.words(), level), count, share, tone_of(level)});
    }
    levels.summary =
        work.words()("risks.summary", {std::to_string(risks.size()), std::to_string(answered),
                                       std::to_string(responses), std::to_string(linked), std::to_string(overdue)});
    return levels;
}

Table risk_register(const app::Workspace& work, RisksState& state) {
    const base::Words& words = work.words();
    const std::vector<RiskState>& all = work.derived().risks();
    state.places.clear();
    state.rows.clear();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!is_in_cell(state, *all[i].risk)) continue;
        state.places.push_back(i);
        state.rows.push_back(all[i].risk->id);
    }
    Table table{.id = "risks", .name = std::string(words("page.risks")), .record = RecordType::Risk};
    const auto column = [&](Holds holds, std::string_view key, float width, float least = 80) {
        table.columns.push_back({.holds = holds, .title = std::string(words(key)), .width = width, .min_width = least});
    };
    column(Holds::Text, "risks.number", 56);
    column(Holds::Title, "field.risk.factor", 0, 180);
    column(Holds::Chip, "risks.inherent", 66);
    column(Holds::Chip, "risks.residual", 66);
    column(Holds::Text, "record.riskResponse", 0, 180);
    column(Holds::Person, "field.risk.owner", 96);
    column(Holds::Date, "risks.due", 112);
    column(Holds::Chip, "risks.status", 80);
    for (const analysis::RiskStatus status : all_statuses)
        table.columns.back().widest.push_back(status_word(words, status));
    table.rows = state.rows;
    table.row = [&work, &state](std::size_t row) { return risk_row(work, state.places[row]); };
    table.abilities = kRemoves;
    if (all.empty()) table.empty = without_rows(work, RecordType::Risk);
    take_selection(work, table);
    return table;
}

}  // namespace view
