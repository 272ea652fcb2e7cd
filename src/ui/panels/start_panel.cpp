// The start page: new from a template, an example, a file, and the plans that are kept on this computer.
#include <algorithm>
#include <cmath>

#include "ui/grid.hpp"
#include "ui/icons.hpp"
#include "ui/panels/panels.hpp"

namespace ui {
namespace {

// A card that is one big button; the second action is a link inside it.
void template_card(Screen& screen, std::string_view id, ImVec2 at, ImVec2 extent) {
    Ui& ui = screen.ui;
    ImGui::PushID(id.data(), id.data() + id.size());
    card_background(ui, at, ImVec2(at.x + extent.x, at.y + extent.y));
    const std::string title(ui.words("template." + std::string(id)));
    const std::string text(ui.words("template." + std::string(id) + ".text"));
    ImGui::SetCursorScreenPos(ImVec2(at.x + 18, at.y + 16));
    ImGui::BeginGroup();
    paragraph(ui, body_bold(ui), title, extent.x - 36);
    gap(4);
    const auto lines = break_lines(secondary(ui), text, extent.x - 36);
    const std::size_t most = std::min<std::size_t>(lines.size(), 4);
    ImVec2 pen = ImGui::GetCursorScreenPos();
    for (std::size_t i = 0; i < most; ++i, pen.y += size::line_secondary)
        draw_text(ImGui::GetWindowDrawList(), secondary(ui), pen, lines[i]);
    text_node(ui, text, ImGui::GetCursorScreenPos(), ImVec2(at.x + extent.x - 18, pen.y));
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos(ImVec2(at.x + 18, at.y + extent.y - ui.control_height() - 16));
    if (button(ui, "new", ui.words("action.new-from-template"),
               {.style = ButtonStyle::Primary, .hint = ui.words("action.new-from-template.hint", {title})}))
        screen.work.open_template(id);
    same_line(8);
    if (button(ui, "example", ui.words("action.open-example"), {.hint = ui.words("action.open-example.hint", {title})}))
        screen.work.open_example(id);
    ImGui::PopID();
}

void stored_plans(Screen& screen, float width) {
    Ui& ui = screen.ui;
    app::Workspace& work = screen.work;
    std::vector<app::StoredPlan> plans = work.stored_plans();
    std::erase_if(plans, [](const app::StoredPlan& plan) { return plan.deleted; });
    label(ui, body_bold(ui), ui.words("start.stored", {std::to_string(plans.size())}), Role::Heading, 2);
    gap(8);
    if (plans.empty()) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        card_background(ui, at, ImVec2(at.x + width, at.y + 140));
        empty_state(ui, "none", icon::file, ui.words(work.started() ? "start.no-plans" : "start.loading"), {}, width);
        return;
    }
    const Column columns[] = {{std::string(ui.words("field.cover.title"))},
                              {std::string(ui.words("field.cover.department")), ui.phone() ? 0.f : 200.f},
                              {std::string(ui.words("start.saved-at")), ui.phone() ? 110.f : 160.f},
                              {{}, 96}};
    GridSpec spec{.id = "stored", .name = ui.words("start.stored-name"), .columns = columns, .rows = plans.size()};
    spec.row_key = [&](std::size_t row) { return static_cast<NodeKey>(plans[row].id.hash()); };
    spec.describe_row = [&](std::size_t row, app::MirrorNode& node) { node.name = plans[row].title; };
    std::optional<std::size_t> wanted, doomed, handed_out;
    spec.cell = [&](std::size_t row, std::size_t column, ImVec2 min, ImVec2 max) {
        const auto& plan = plans[row];
        switch (column) {
            case 0:
                return text_in(ui, body(ui),
                               plan.title.empty() ? ui.words("plan.untitled") : std::string_view(plan.title), min, max);
            case 1:
                return text_in(ui, body(ui), plan.department, min, max);
            case 2:
                if (plan.condition.empty() || plan.opens) return text_in(ui, secondary(ui), plan.saved_at, min, max);
                return text_in(ui, colored(secondary(ui), ui.theme.red),
                               ui.words("storage.condition." + plan.condition), min, max);
            default:
                break;
        }
        ImGui::SetCursorScreenPos(ImVec2(min.x, min.y + (max.y - min.y - ui.control_height()) / 2));
        if (plan.opens) {
            if (icon_button(ui, "open", ui.words("action.open-plan", {plan.title}), icon::folder_open)) wanted = row;
        } else if (plan.bytes > 0 &&
                   icon_button(ui, "raw", ui.words("action.export-raw", {plan.title}), icon::download)) {
            handed_out = row;
        }
        ImGui::SetCursorScreenPos(
            ImVec2(min.x + ui.control_height() + 4, min.y + (max.y - min.y - ui.control_height()) / 2));
        if (icon_button(ui, "delete", ui.words("action.delete-plan-named", {plan.title}), icon::trash)) doomed = row;
    };
    const GridEvent event = grid(ui, spec, ImVec2(width, std::max(160.f, ImGui::GetContentRegionAvail().y - 24)));
    if (event.opened) wanted = event.opened;
    if (event.selected && !doomed && !wanted && !handed_out) wanted = event.selected;
    if (handed_out) work.export_raw(plans[*handed_out].id);
    if (doomed) {
        work.dialog = {app::DialogKind::ConfirmDeletePlan,
                       {app::RecordType::Cover, plans[*doomed].id},
                       0,
                       {{"title", plans[*doomed].title}}};
    } else if (wanted) {
        work.open_stored(plans[*wanted].id);
    }
}
}  // namespace

void start_panel(Screen& screen) {
    Ui& ui = screen.ui;
    const float available = ImGui::GetContentRegionAvail().x, width = std::min(available, 1080.f);
    const float left = ImGui::GetCursorScreenPos().x + std::floor((available - width) / 2);
    ImGui::SetCursorScreenPos(ImVec2(left, ImGui::GetCursorScreenPos().y + (ui.phone() ? 4 : 20)));
    ImGui::BeginGroup();
    label(ui, {ui.fonts.bold, 26, ui.theme.text, 36}, ui.words("start.title"), Role::Heading, 1);
    gap(4);
    paragraph(ui, colored(body(ui), ui.theme.secondary), ui.words("start.text"), width);
    gap(16);
    if (button(ui, "import", ui.words("action.import"),
               {.icon = icon::folder_open, .hint = ui.words("action.import.hint")}))
        screen.work.import_files();
    same_line(8);
    if (button(ui, "storage", ui.words("action.storage"), {.icon = icon::database}))
        screen.work.show(app::Page::Storage);
    gap(24);
    if (archive_reminder(screen, width)) gap(24);
    label(ui, body_bold(ui), ui.words("start.templates"), Role::Heading, 2);
    gap(8);
    const std::size_t across = width >= 900 ? 3 : width >= 560 ? 2 : 1;
    const float space = 14,
                card = std::floor((width - space * static_cast<float>(across - 1)) / static_cast<float>(across)),
                height = 178;
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    const auto ids = app::template_ids();
    for (std::size_t i = 0; i < ids.size(); ++i)
        template_card(screen, ids[i],
                      ImVec2(origin.x + static_cast<float>(i % across) * (card + space),
                             origin.y + static_cast<float>(i / across) * (height + space)),
                      ImVec2(card, height));
    const std::size_t rows = (ids.size() + across - 1) / across;
    ImGui::SetCursorScreenPos(origin);
    ImGui::Dummy(ImVec2(width, static_cast<float>(rows) * (height + space)));
    gap(14);
    stored_plans(screen, width);
    ImGui::EndGroup();
    gap(24);
}

}  // namespace ui
