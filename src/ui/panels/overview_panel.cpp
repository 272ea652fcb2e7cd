// The overview: where the plan stands, what is wrong with it, and the way to each.
#include <algorithm>
#include <cmath>

#include "ui/icons.hpp"
#include "ui/layout.hpp"
#include "ui/panels/panels.hpp"

namespace ui {
namespace {

void issue_list(Screen& screen, float width) {
    Ui& ui = screen.ui;
    const app::CheckResult& check = screen.work.derived().check();
    const std::vector<analysis::Issue>& issues = check.issues;
    if (!check.finished) return label(ui, secondary(ui), ui.words("overview.checking"));
    label(ui, body_bold(ui), ui.words("overview.issues", {std::to_string(issues.size())}), Role::Heading, 3);
    gap(8);
    if (issues.empty()) {
        empty_card(ui, "none", icon::success, ui.words("overview.no-issues"), {}, width);
        return;
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool section = width >= 560;  // else the sentence takes its room, on two lines
    const float row = row_height_of(ui, section ? 1 : 2), view = ImGui::GetWindowPos().y + ImGui::GetWindowHeight();
    card_background(ui, at, ImVec2(at.x + width, at.y + row * static_cast<float>(issues.size())));
    Region list(ui, "issues", Role::List, ui.words("overview.issue-list"),
                {at.x, at.y, width, row * static_cast<float>(issues.size())});
    float chips = 0;  // as wide as the widest severity
    for (const std::string_view severity : {"info", "warning", "error"})
        chips = std::max(chips, chip_width(ui, ui.words("severity." + std::string(severity))));
    const float above = std::max(0.f, ImGui::GetWindowPos().y - at.y);
    for (std::size_t i = static_cast<std::size_t>(above / row); i < issues.size(); ++i) {
        const float y = at.y + row * static_cast<float>(i);
        if (y > view) break;
        const analysis::Issue& issue = issues[i];
        const std::string text = analysis::sentence(ui.words, screen.plan(), issue);
        ImGui::PushID(static_cast<int>(i));
        Region entry(ui, "entry", Role::ListItem, {}, {at.x, y, width, row});
        const Item it = item_at(ui, "go", ImVec2(at.x + 1, y), ImVec2(width - 2, row), Role::Button, text);
        ImDrawList* draw = ImGui::GetWindowDrawList();
        if (it.hovered) draw->AddRectFilled(it.min, it.max, ui.theme.hover);
        const Tone tone = issue.severity == analysis::Severity::Error     ? Tone::Red
                          : issue.severity == analysis::Severity::Warning ? Tone::Amber
                                                                          : Tone::Blue;
        const std::string_view severity = ui.words("severity." + std::string(analysis::name_of(issue.severity)));
        chip_at(ui, severity, tone, ImVec2(at.x + 12, y), row, false);
        text_cell(ui, body(ui), text, ImVec2(at.x + 24 + chips, y),
                  ImVec2(at.x + width - (section ? 150.f : 12.f), y + row), false);
        if (section)
            text_in(ui, secondary(ui), ui.words("section." + std::string(analysis::section_of(issue))),
                    ImVec2(at.x + width - 140, y), ImVec2(at.x + width - 14, y + row), 1, false);
        if (i + 1 < issues.size())
            draw->AddRectFilled(ImVec2(at.x + 1, y + row - 1), ImVec2(at.x + width - 1, y + row), ui.theme.border);
        focus_ring(ui, it, 3);
        if (it.clicked) screen.want(app::Reveal{issue.record, issue.id});
        ImGui::PopID();
    }
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy(ImVec2(width, row * static_cast<float>(issues.size())));
}
}  // namespace

void overview_panel(Screen& screen) {
    Ui& ui = screen.ui;
    const app::Derived& derived = screen.work.derived();
    const float width = std::min(ImGui::GetContentRegionAvail().x, 1040.f);
    page_head(ui, ui.words("page.overview"));
    gap(12);
    const analysis::LedgerNumbers& ledger = derived.ledger();
    const app::CheckResult& check = derived.check();
    const int progress = derived.outline().progress;
    const KeyFigure figures[] = {
        {ui.words("overview.tasks"), std::to_string(derived.outline().rows.size()), ui.theme.text},
        {ui.words("overview.progress"), progress >= 0 ? std::to_string(progress) + "%" : "—", ui.theme.blue},
        {ui.words("overview.errors"), check.finished ? std::to_string(check.errors) : "…",
         check.errors > 0 ? ui.theme.red : ui.theme.green},
        {ui.words("overview.risks"), std::to_string(screen.plan().table(app::RecordType::Risk).size()), ui.theme.text},
        {ui.words("overview.findings"),
         std::to_string(ledger.total - ledger.closed) + " / " + std::to_string(ledger.total),
         ledger.overdue > 0 ? ui.theme.red : ui.theme.text},
    };
    key_figures(ui, figures, width);
    gap(20);
    issue_list(screen, width);
    gap(20);
}

}  // namespace ui
