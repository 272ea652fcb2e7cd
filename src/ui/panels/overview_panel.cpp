// The overview: where the plan stands, what is wrong with it, and the way to each.
#include <algorithm>
#include <cmath>

#include "ui/icons.hpp"
#include "ui/panels/panels.hpp"

namespace ui {
namespace {

struct Figure {
    std::string_view word;
    std::string value;
    ImU32 color;
};

void figures(Screen& screen, std::span<const Figure> all, float width) {
    Ui& ui = screen.ui;
    const std::size_t across = width >= 760 ? all.size() : width >= 460 ? 3 : 2;
    const float space = 12,
                card = std::floor((width - space * static_cast<float>(across - 1)) / static_cast<float>(across)),
                height = 80;
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const ImVec2 at(origin.x + static_cast<float>(i % across) * (card + space),
                        origin.y + static_cast<float>(i / across) * (height + space));
        card_background(ui, at, ImVec2(at.x + card, at.y + height));
        text_in(ui, secondary(ui), ui.words(all[i].word), ImVec2(at.x + 14, at.y + 12),
                ImVec2(at.x + card - 8, at.y + 34));
        text_in(ui, colored(figure(ui), all[i].color), all[i].value, ImVec2(at.x + 14, at.y + 36),
                ImVec2(at.x + card - 8, at.y + 70));
    }
    const std::size_t rows = (all.size() + across - 1) / across;
    ImGui::Dummy(ImVec2(width, static_cast<float>(rows) * (height + space) - space));
}

void issue_list(Screen& screen, float width) {
    Ui& ui = screen.ui;
    const app::Derived& derived = screen.work.derived();
    const std::vector<analysis::Issue>& issues = derived.issues;
    if (!derived.checked) return label(ui, secondary(ui), ui.words("overview.checking"));
    label(ui, body_bold(ui), ui.words("overview.issues", {std::to_string(issues.size())}), Role::Heading, 3);
    gap(8);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (issues.empty()) {
        card_background(ui, at, ImVec2(at.x + width, at.y + 120));
        empty_state(ui, "none", icon::success, ui.words("overview.no-issues"), {}, width);
        return;
    }
    const float row = ui.row_height(), view = ImGui::GetWindowPos().y + ImGui::GetWindowHeight();
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
        const bool section = width >= 560;
        text_in(ui, body(ui), text, ImVec2(at.x + 24 + chips, y),
                ImVec2(at.x + width - (section ? 150.f : 12.f), y + row), 0, false);
        if (section)
            text_in(ui, secondary(ui), ui.words("section." + std::string(analysis::section_of(issue))),
                    ImVec2(at.x + width - 140, y), ImVec2(at.x + width - 14, y + row), 1, false);
        if (i + 1 < issues.size())
            draw->AddRectFilled(ImVec2(at.x + 1, y + row - 1), ImVec2(at.x + width - 1, y + row), ui.theme.border);
        focus_ring(ui, it, 3);
        if (it.clicked) screen.work.reveal(issue.record, issue.id);
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
    page_head(screen, ui.words("page.overview"), {}, 0);
    gap(12);
    const analysis::LedgerNumbers& ledger = derived.ledger;
    const Figure all[] = {
        {"overview.tasks", std::to_string(derived.outline.size()), ui.theme.text},
        {"overview.progress", derived.progress >= 0 ? std::to_string(derived.progress) + "%" : "—", ui.theme.blue},
        {"overview.errors", derived.checked ? std::to_string(derived.errors) : "…",
         derived.errors > 0 ? ui.theme.red : ui.theme.green},
        {"overview.risks", std::to_string(screen.plan().table(app::RecordType::Risk).size()), ui.theme.text},
        {"overview.findings", std::to_string(ledger.total - ledger.closed) + " / " + std::to_string(ledger.total),
         ledger.overdue > 0 ? ui.theme.red : ui.theme.text},
    };
    figures(screen, all, width);
    gap(20);
    issue_list(screen, width);
    gap(20);
}

}  // namespace ui
