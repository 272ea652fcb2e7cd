// Any record as a table, from its description; a singleton as a form.
#include <algorithm>

#include "ui/form.hpp"
#include "ui/icons.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panes.hpp"

namespace ui {

std::string_view shown_head(Screen& screen) {
    static constexpr std::pair<std::string_view, const char*> icons[] = {{"lock", icon::lock},
                                                                         {"change", icon::key},
                                                                         {"destroy", icon::trash},
                                                                         {"inspect", icon::clipboard_check},
                                                                         {"sign", icon::user_check}};
    const view::PageHead head = view::page_head(screen.work);
    std::vector<Tool> tools;
    for (const view::HeadTool& each : head.tools) {
        const auto own = std::ranges::find(icons, each.id, [](const auto& known) { return known.first; });
        const char* icon = own != std::end(icons) ? own->second : each.primary ? icon::plus : nullptr;
        tools.push_back({each.id,
                         each.label,
                         {.style = each.primary ? ButtonStyle::Primary : ButtonStyle::Plain,
                          .icon = icon,
                          .enabled = each.enabled ? Enabled::Yes : Enabled::No,
                          .icon_only = each.icon_only}});
    }
    const std::string_view chosen = page_head(screen.ui, head.title, head.note, tools);
    for (const view::HeadTool& each : head.tools)
        if (each.id == chosen) screen.wish(each.command);
    return chosen;
}

void page_tabs(Screen& screen, app::Page page) {
    const std::size_t tab = screen.view().tab_of(page);
    const std::size_t chosen = tabs(screen.ui, "tabs", screen.words("page.records"),
                                    view::tab_names(screen.ui.words, page), tab, room_width());
    if (chosen != tab) screen.want(app::ShowTab{page, chosen});
}

void records_panel(Screen& screen, RecordsState& state) {
    Ui& ui = screen.ui;
    const app::Workspace& work = screen.work;
    const app::PageInfo& info = app::page_info(work.view().page);
    shown_head(screen);
    gap(8);
    if (info.records.size() > 1) {
        page_tabs(screen, info.page);
        gap(12);
    }
    const model::RecordInfo& shown = model::record(info.records[work.view().tab_of(info.page)]);
    if (!shown.singleton) {
        page_table(screen, view::record_table(work, state.rows, shown), state.table, 240);
        return;
    }
    const model::Row& only = **screen.plan().table(shown.type).begin();
    card(ui, std::min(room_width(), 980.f), [&](float width) {
        record_form(screen, shown, only, width, FormLayout::Wide);
        issue_notes(screen, only.id, width);
    });
    gap(20);
}

void inspector_panel(Screen& screen) {
    Ui& ui = screen.ui;
    const std::optional<view::Inspector> shown = view::inspector(screen.work);
    if (!shown) return;
    begin_at_top(ui, shown->row->id.text());
    const float width = room_width();
    if (shown->owner) {  // the way back to the row that owns this one
        if (link(ui, "back", elide(secondary(ui), "‹ " + shown->owner->title, width - 2 * ui.control_height())))
            screen.want(shown->owner->where);
        gap(2);
    }
    side_head(ui, shown->title, width, 1, [&] {
        if (icon_button(ui, "close", ui.words("action.close-inspector"), icon::close))
            screen.want(app::ShowInspector{false});
    });
    gap(10);
    if (!shown->fact.empty()) {
        paragraph(ui, secondary(ui), shown->fact, width);
        gap(10);
    }
    if (shown->state) {
        chip(ui, shown->state->text, *shown->state->chip);
        gap(10);
    }
    if (const auto* finding = screen.plan().rows<model::Finding>().find(shown->row->id))
        finding_steps(screen, *finding, width);
    record_form(screen, *shown->info, *shown->row, width, FormLayout::Narrow);
    issue_notes(screen, shown->row->id, width);
    gap(16);
    if (!shown->remove.empty() &&
        button(ui, "remove", shown->remove, {.style = ButtonStyle::Danger, .icon = icon::trash}))
        screen.want(shown->removed);
    gap(24);
}

}  // namespace ui
