// The start page: new from a template, an example, a file, and the plans that are kept on this computer.
#include <algorithm>
#include <cmath>

#include "ui/icons.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panes.hpp"
#include "view/start.hpp"

namespace ui {
namespace {

float template_height(const Ui& ui, const view::TemplateCard& card, float width) {
    return paragraph_height(body_bold(ui), card.title, width) + paragraph_height(secondary(ui), card.text, width) + 20 +
           ui.control_height();
}

// What the template is for; below, at the bottom of the card, a new plan of it or the example.
void template_card(Screen& screen, const view::TemplateCard& card, const Box& box) {
    Ui& ui = screen.ui;
    paragraph(ui, body_bold(ui), card.title, box.width());
    gap(4);
    paragraph(ui, secondary(ui), card.text, box.width());
    stand_at_bottom(ui, box);
    if (button(ui, "new", ui.words("action.new-from-template"), {.style = ButtonStyle::Primary, .hint = card.new_hint}))
        screen.want(app::OpenTemplate{card.id});
    same_line(8);
    if (button(ui, "example", ui.words("action.open-example"), {.hint = card.example_hint}))
        screen.want(app::OpenExample{card.id});
}

void stored_list(Screen& screen, StoredPlansState& state, float width) {
    Ui& ui = screen.ui;
    const view::Table plans =
        view::stored_plans(screen.work, state.plans, ui.phone() ? view::Room::Narrow : view::Room::Wide);
    label(ui, body_bold(ui), ui.words("start.stored", {std::to_string(plans.rows.size())}), Role::Heading, 2);
    gap(8);
    table(screen, plans, state.table, width, room_below(160, 24));
}
}  // namespace

void start_panel(Screen& screen, StoredPlansState& state) {
    Ui& ui = screen.ui;
    centred(ui, 1080, [&](float width) {
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
        const std::vector<view::TemplateCard> templates = view::template_cards(ui.words);
        cards(
            ui, {.count = templates.size(), .min_width = 270, .most_across = 3}, width,
            [&](std::size_t i, float inner) { return template_height(ui, templates[i], inner); },
            [&](std::size_t i, const Box& inner) { template_card(screen, templates[i], inner); });
        gap(28);
        stored_list(screen, state, width);
    });
    gap(24);
}

}  // namespace ui
