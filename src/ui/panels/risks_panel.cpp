// Risks: matrix, levels, register.
#include <algorithm>
#include <cmath>

#include "analysis/risks.hpp"
#include "ui/grid.hpp"
#include "ui/icons.hpp"
#include "ui/layout.hpp"
#include "ui/panels/panels.hpp"

namespace ui {
namespace {
using analysis::RiskLevel;
using analysis::RiskState;

Tone tone_of(RiskLevel level) {
    switch (level) {
        case RiskLevel::Unrated:
            return Tone::Neutral;
        case RiskLevel::Low:
            return Tone::Green;
        case RiskLevel::Middle:
            return Tone::Amber;
        case RiskLevel::High:
            return Tone::Red;
    }
    return Tone::Neutral;
}

Tone tone_of(analysis::RiskStatus status) {
    switch (status) {
        case analysis::RiskStatus::NoResponse:
            return Tone::Red;
        case analysis::RiskStatus::Running:
            return Tone::Blue;
        case analysis::RiskStatus::Overdue:
            return Tone::Red;
        case analysis::RiskStatus::Controlled:
            return Tone::Green;
        case analysis::RiskStatus::Accepted:
            return Tone::Neutral;
    }
    return Tone::Neutral;
}

void matrix_card(Screen& screen, RisksState& state, ImVec2 at, ImVec2 extent) {
    Ui& ui = screen.ui;
    text_in(ui, body_bold(ui), ui.words("risks.matrix"), ImVec2(at.x + 14, at.y + 10),
            ImVec2(at.x + extent.x - 14, at.y + 38));
    const analysis::RiskMatrix matrix = analysis::risk_matrix(
        screen.plan(), state.residual ? analysis::RiskView::Residual : analysis::RiskView::Inherent);
    const float left = 40, top = 46, bottom = 30, cell_width = (extent.x - left - 14) / 5,
                cell_height = (extent.y - top - bottom) / 5;
    Region group(ui, "matrix", Role::Group, ui.words("risks.matrix"),
                 rect_of(at, ImVec2(at.x + extent.x, at.y + extent.y)));
    for (int probability = 5; probability >= 1; --probability) {
        const float y = at.y + top + cell_height * static_cast<float>(5 - probability);
        text_in(ui, secondary(ui), std::to_string(probability), ImVec2(at.x + 14, y),
                ImVec2(at.x + left, y + cell_height), 0, false);
        for (int impact = 1; impact <= 5; ++impact) {
            const ImVec2 min(at.x + left + cell_width * static_cast<float>(impact - 1), y);
            const int count = matrix[static_cast<std::size_t>(probability - 1)][static_cast<std::size_t>(impact - 1)];
            const RiskLevel level = analysis::risk_level(probability * impact);
            const std::string name =
                ui.words("risks.cell", {std::to_string(probability), std::to_string(impact), std::to_string(count),
                                        ui.words("risk-level." + std::string(analysis::name_of(level)))});
            ImGui::PushID(probability * 10 + impact);
            const bool on = state.probability == probability && state.impact == impact;
            const Item it = item_at(
                ui, "cell", ImVec2(min.x + 2, min.y + 2), ImVec2(cell_width - 4, cell_height - 4), Role::ToggleButton,
                name, (count > 0 ? app::kTabStop : app::kFocusable) | (on ? app::kSelected : app::kUnselected));
            ImDrawList* draw = ImGui::GetWindowDrawList();
            draw->AddRectFilled(it.min, it.max, soft(ui.theme, tone_of(level)), 5);
            if (it.hovered) draw->AddRectFilled(it.min, it.max, ui.theme.hover, 5);
            if (on) draw->AddRect(it.min, it.max, ink(ui.theme, tone_of(level)), 5, 0, 2);
            if (count > 0) {
                const TextStyle style = colored(body_bold(ui), ink(ui.theme, tone_of(level)));
                const std::string text = std::to_string(count);
                draw_text(
                    draw, style,
                    ImVec2((it.min.x + it.max.x - text_width(style, text)) / 2, (it.min.y + it.max.y - style.line) / 2),
                    text);
            }
            focus_ring(ui, it, 5);
            ImGui::PopID();
            if (!it.clicked) continue;
            state.probability = on ? 0 : probability;
            state.impact = on ? 0 : impact;
        }
    }
    for (int impact = 1; impact <= 5; ++impact) {
        const float x = at.x + left + cell_width * static_cast<float>(impact - 1);
        text_in(ui, secondary(ui), std::to_string(impact), ImVec2(x, at.y + extent.y - bottom),
                ImVec2(x + cell_width, at.y + extent.y - 6), 0.5f, false);
    }
}

void levels_card(Screen& screen, const RisksState& state, const std::vector<RiskState>& risks, ImVec2 at,
                 ImVec2 extent) {
    Ui& ui = screen.ui;
    text_in(ui, body_bold(ui), ui.words("risks.levels"), ImVec2(at.x + 14, at.y + 10),
            ImVec2(at.x + extent.x - 14, at.y + 38));
    std::array<int, 4> counts{};
    int answered = 0, linked = 0, overdue = 0, responses = 0;
    for (const RiskState& risk : risks) {
        ++counts[static_cast<std::size_t>(analysis::risk_level(state.residual ? risk.residual : risk.inherent))];
        answered += risk.responses > 0;
        responses += risk.responses;
        linked += risk.linked;
        overdue += risk.overdue;
    }
    float y = at.y + 46;
    for (const RiskLevel level : {RiskLevel::High, RiskLevel::Middle, RiskLevel::Low, RiskLevel::Unrated}) {
        const int count = counts[static_cast<std::size_t>(level)];
        if (level == RiskLevel::Unrated && count == 0) continue;
        const std::string_view name = ui.words("risk-level." + std::string(analysis::name_of(level)));
        text_in(ui, body(ui), name, ImVec2(at.x + 14, y), ImVec2(at.x + 84, y + 30));
        const float from = at.x + 88, to = at.x + extent.x - 44;
        ImDrawList* draw = ImGui::GetWindowDrawList();
        draw->AddRectFilled(ImVec2(from, y + 10), ImVec2(to, y + 20), ui.theme.background, 5);
        const float share = risks.empty() ? 0 : static_cast<float>(count) / static_cast<float>(risks.size());
        if (count > 0)
            draw->AddRectFilled(ImVec2(from, y + 10), ImVec2(from + std::max(10.f, (to - from) * share), y + 20),
                                ink(ui.theme, tone_of(level)), 5);
        text_in(ui, body_bold(ui), std::to_string(count), ImVec2(to + 8, y), ImVec2(at.x + extent.x - 14, y + 30), 1);
        y += 32;
    }
    ImGui::SetCursorScreenPos(ImVec2(at.x + 14, y + 8));
    paragraph(ui, secondary(ui),
              ui.words("risks.summary", {std::to_string(risks.size()), std::to_string(answered),
                                         std::to_string(responses), std::to_string(linked), std::to_string(overdue)}),
              extent.x - 28);
}

std::string first_response(const model::Plan& plan, const model::Id& risk) {
    const auto responses = model::in_order(plan, &model::RiskResponse::risk, risk);
    return responses.empty() ? std::string() : responses.front()->action;
}

void score_chip(Ui& ui, int score, ImVec2 min, ImVec2 max) {
    chip_at(ui, score > 0 ? std::to_string(score) : std::string("—"), tone_of(analysis::risk_level(score)), min,
            max.y - min.y);
}

void register_table(Screen& screen, RisksState& state, const std::vector<RiskState>& all) {
    Ui& ui = screen.ui;
    const app::Workspace& work = screen.work;
    std::vector<std::pair<std::size_t, const RiskState*>> shown;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const model::Risk& risk = *all[i].risk;
        const bool rated = state.residual && risk.residual_probability && risk.residual_impact;
        const auto probability = rated ? risk.residual_probability : risk.probability,
                   impact = rated ? risk.residual_impact : risk.impact;
        if (state.probability == 0 || (probability == state.probability && impact == state.impact))
            shown.emplace_back(i, &all[i]);
    }
    float status_width = 0;  // no state is cut, in any language
    for (const auto& [place, risk] : shown)
        status_width = std::max(
            status_width, chip_width(ui, ui.words("risk-status." + std::string(analysis::name_of(risk->status)))) + 20);
    const Column columns[] = {{std::string(ui.words("risks.number")), 56},
                              {std::string(ui.words("field.risk.factor")), 0, 180},
                              {std::string(ui.words("risks.inherent")), 66},
                              {std::string(ui.words("risks.residual")), 66},
                              {std::string(ui.words("record.riskResponse")), 0, 180},
                              {std::string(ui.words("field.risk.owner")), 96},
                              {std::string(ui.words("risks.due")), 112},
                              {std::string(ui.words("risks.status")), status_width}};
    GridSpec spec{.id = "risks", .name = ui.words("page.risks"), .columns = columns, .rows = shown.size()};
    for (std::size_t i = 0; i < shown.size(); ++i)
        if (work.view().selection == app::Selection{app::RecordType::Risk, shown[i].second->risk->id})
            spec.selected = i;
    spec.row_key = [&](std::size_t row) { return static_cast<NodeKey>(shown[row].second->risk->id.hash()); };
    spec.describe_row = [&](std::size_t row, app::MirrorNode& node) { node.name = shown[row].second->risk->factor; };
    spec.cell = [&](std::size_t row, std::size_t column, ImVec2 min, ImVec2 max) {
        const RiskState& state_of = *shown[row].second;
        const model::Risk& risk = *state_of.risk;
        const auto responses = model::in_order(screen.plan(), &model::RiskResponse::risk, risk.id);
        const model::RiskResponse* first = responses.empty() ? nullptr : responses.front();
        switch (column) {
            case 0:
                return text_in(ui, colored(body(ui), ui.theme.secondary), "R" + std::to_string(shown[row].first + 1),
                               min, max);
            case 1:
                return text_in(ui, body(ui), risk.factor, min, max);
            case 2:
                return score_chip(ui, state_of.inherent, min, max);
            case 3:
                return score_chip(ui, state_of.residual, min, max);
            case 4:
                return text_in(ui, body(ui), first_response(screen.plan(), risk.id), min, max);
            case 5: {
                const model::Person* owner =
                    screen.plan().find(first && !first->owner.empty() ? first->owner : risk.owner);
                return owner ? text_in(ui, body(ui), owner->name, min, max) : void();
            }
            case 6:
                return first ? text_in(ui, body(ui), first->due ? first->due.iso() : first->timing, min, max) : void();
            default:
                chip_at(ui, ui.words("risk-status." + std::string(analysis::name_of(state_of.status))),
                        tone_of(state_of.status), min, max.y - min.y);
        }
    };
    const GridEvent event =
        grid(ui, spec, ImVec2(ImGui::GetContentRegionAvail().x, std::max(220.f, ImGui::GetContentRegionAvail().y - 4)));
    if (event.selected) screen.want(app::Select{app::RecordType::Risk, shown[*event.selected].second->risk->id});
    if (event.remove && !work.read_only())
        screen.want(app::RemoveRows{app::RecordType::Risk, {shown[*event.remove].second->risk->id}});
}
}  // namespace

void risks_panel(Screen& screen, PanelStates& states) {
    Ui& ui = screen.ui;
    const app::Workspace& work = screen.work;
    if (screen.view().tab_of(app::Page::Risks) > 0) return records_panel(screen, states.records);
    RisksState& state = states.risks;
    const std::string add = ui.words("action.add-record", {ui.words("record.risk")});
    const Tool tools[] = {{"add",
                           add,
                           {.style = ButtonStyle::Primary,
                            .icon = icon::plus,
                            .enabled = work.read_only() ? Enabled::No : Enabled::Yes}}};
    if (!page_head(ui, ui.words("page.risks"), {}, tools).empty()) screen.want(app::AddRow{app::RecordType::Risk});
    gap(8);
    const float available = ImGui::GetContentRegionAvail().x;
    const std::string views[] = {std::string(ui.words("risks.inherent")), std::string(ui.words("risks.residual"))};
    Flow flow(ui, available);
    flow.place(std::min(available, segmented_width(ui, tab_names(ui, app::Page::Risks))));
    page_tabs(screen, app::Page::Risks);
    flow.place(segmented_width(ui, views));
    state.residual = segmented(ui, "view", ui.words("risks.view"), views, state.residual ? 1 : 0) == 1;
    gap(12);
    const std::vector<RiskState>& risks = screen.work.derived().risks();
    if (risks.empty()) {
        if (empty_card(ui, "add-first", icon::shield_alert, ui.words("record.risk.empty"), add, available))
            screen.want(app::AddRow{app::RecordType::Risk});
        return;
    }
    panes(
        ui,
        {.beside_from = 640,
         .share = 0.41f,
         .least = 300,
         .most = 420,
         .height = 290,
         .first_height = 290,
         .second_height = 220},
        available, [&](ImVec2 at, ImVec2 extent) { matrix_card(screen, state, at, extent); },
        [&](ImVec2 at, ImVec2 extent) { levels_card(screen, state, risks, at, extent); });
    gap(14);
    register_table(screen, state, risks);
}

}  // namespace ui
