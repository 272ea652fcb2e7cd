// The start page: new from a template, an example, a file, and the plans that are kept on this computer.
#include <algorithm>
#include <cmath>

#include "ui/grid.hpp"
#include "ui/icons.hpp"
#include "ui/layout.hpp"
#include "ui/panels/panels.hpp"

namespace ui {
namespace {

std::string template_text(const Ui& ui, std::string_view id) {
    return std::string(ui.words("template." + std::string(id) + ".text"));
}

float template_height(const Ui& ui, std::string_view id, float width) {
    return paragraph_height(body_bold(ui), ui.words("template." + std::string(id)), width) +
           paragraph_height(secondary(ui), template_text(ui, id), width) + 20 + ui.control_height();
}

// What the template is for; below, at the bottom of the card, a new plan of it or the example.
void template_card(Screen& screen, std::string_view id, float width, float height) {
    Ui& ui = screen.ui;
    const float top = ImGui::GetCursorPosY();
    const std::string title(ui.words("template." + std::string(id)));
    paragraph(ui, body_bold(ui), title, width);
    gap(4);
    paragraph(ui, secondary(ui), template_text(ui, id), width);
    ImGui::SetCursorPosY(top + height - ui.control_height());
    if (button(ui, "new", ui.words("action.new-from-template"),
               {.style = ButtonStyle::Primary, .hint = ui.words("action.new-from-template.hint", {title})}))
        screen.want(app::OpenTemplate{id});
    same_line(8);
    if (button(ui, "example", ui.words("action.open-example"), {.hint = ui.words("action.open-example.hint", {title})}))
        screen.want(app::OpenExample{id});
}

void stored_plans(Screen& screen, float width) {
    Ui& ui = screen.ui;
    const app::Workspace& work = screen.work;
    std::vector<app::StoredPlan> plans = work.library().plans();
    std::erase_if(plans, [](const app::StoredPlan& plan) { return plan.deleted; });
    label(ui, body_bold(ui), ui.words("start.stored", {std::to_string(plans.size())}), Role::Heading, 2);
    gap(8);
    if (plans.empty()) {
        empty_card(ui, "none", icon::file, ui.words(work.library().ready() ? "start.no-plans" : "start.loading"), {},
                   width);
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
                if (plan.opens && plan.condition != "stopped")
                    return text_in(ui, secondary(ui), plan.saved_at, min, max);
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
    if (handed_out) screen.want(app::ExportRaw{plans[*handed_out].id});
    if (doomed) {
        screen.open_dialog(app::DialogKind::ConfirmDeletePlan, {app::RecordType::Cover, plans[*doomed].id},
                           {{"title", plans[*doomed].title}});
    } else if (wanted) {
        screen.want(app::OpenStored{plans[*wanted].id});
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
        screen.want(app::ImportFiles{});
    same_line(8);
    if (button(ui, "storage", ui.words("action.storage"), {.icon = icon::database}))
        screen.want(app::Show{app::Page::Storage});
    gap(24);
    if (archive_reminder(screen, width)) gap(24);
    label(ui, body_bold(ui), ui.words("start.templates"), Role::Heading, 2);
    gap(8);
    const auto ids = app::template_ids();
    cards(
        ui, {.count = ids.size(), .min_width = 270, .most_across = 3}, width,
        [&](std::size_t i, float inner) { return template_height(ui, ids[i], inner); },
        [&](std::size_t i, ImVec2 inner) { template_card(screen, ids[i], inner.x, inner.y); });
    gap(28);
    stored_plans(screen, width);
    ImGui::EndGroup();
    gap(24);
}

}  // namespace ui
