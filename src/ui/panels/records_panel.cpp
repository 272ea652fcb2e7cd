// Any record as a table, from its description; a singleton as a form.
#include <algorithm>
#include <cmath>

#include "analysis/calendar.hpp"
#include "analysis/indicators.hpp"
#include "ui/fields.hpp"
#include "ui/form.hpp"
#include "ui/icons.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panes.hpp"

namespace ui {
using model::FieldInfo;
using model::RecordInfo;
using model::Row;

std::vector<std::string> tab_names(const Ui& ui, app::Page page) {
    // Tabs that show more than the table of a record.
    constexpr std::tuple<app::Page, model::RecordType, std::string_view> own_words[] = {
        {app::Page::Tasks, model::RecordType::Task, "tasks.outline"},
        {app::Page::Risks, model::RecordType::Risk, "risks.register"},
        {app::Page::Inspection, model::RecordType::Finding, "inspection.ledger"},
        {app::Page::Inspection, model::RecordType::Inspection, "inspection.rounds"},
    };
    std::vector<std::string> names;
    for (const model::RecordType type : app::page_info(page).records) {
        const auto own = std::ranges::find_if(
            own_words, [&](const auto& each) { return std::get<0>(each) == page && std::get<1>(each) == type; });
        names.emplace_back(own == std::end(own_words) ? view::record_word(ui.words, model::record(type))
                                                      : ui.words(std::get<2>(*own)));
    }
    return names;
}

void page_tabs(Screen& screen, app::Page page) {
    const std::size_t tab = screen.view().tab_of(page);
    const std::size_t chosen =
        tabs(screen.ui, "tabs", screen.words("page.records"), tab_names(screen.ui, page), tab, room_width());
    if (chosen != tab) screen.want(app::ShowTab{page, chosen});
}

void records_panel(Screen& screen, RecordsState& state) {
    Ui& ui = screen.ui;
    const app::Workspace& work = screen.work;
    const app::PageInfo& info = app::page_info(work.view().page);
    const std::size_t tab = work.view().tab_of(info.page);
    const RecordInfo& record = model::record(info.records[tab]);
    const std::string add = ui.words("action.add-record", {view::record_word(ui.words, record)});
    const bool can_add = !record.singleton && !work.read_only() && !model::record(record.type).parent();
    const bool may_add =
        can_add || (!record.singleton && !work.read_only() && record.parent() && record.parent()->has(model::kTree));
    std::vector<Tool> tools;
    if (may_add) tools.push_back({"add", add, {.style = ButtonStyle::Primary, .icon = icon::plus}});
    if (!page_head(ui, ui.words("page." + std::string(info.name)), {}, tools).empty())
        screen.want(app::AddRow{record.type});
    gap(8);
    if (info.records.size() > 1) {
        page_tabs(screen, info.page);
        gap(12);
    }
    const RecordInfo& shown = model::record(info.records[tab]);
    if (!shown.singleton) {
        page_table(screen, view::record_table(work, state.rows, shown), state.table, 240);
        return;
    }
    const Row& only = **screen.plan().table(shown.type).begin();
    card(ui, std::min(room_width(), 980.f), [&](float width) {
        record_form(screen, shown, only, width, FormLayout::Wide);
        issue_notes(screen, only.id, width);
    });
    gap(20);
}

// What follows from a row's fields: a task's working days, how an indicator stands.
static void row_facts(Screen& screen, const RecordInfo& info, const Row& row, float width) {
    Ui& ui = screen.ui;
    if (info.type == app::RecordType::Task) {
        const auto& task = static_cast<const model::Task&>(row);
        if (!task.start || !task.finish || task.finish < task.start) return;
        const analysis::Calendar calendar = analysis::calendar_for(screen.plan());
        std::string text = ui.words("task.working-days", {std::to_string(calendar.workdays(task.start, task.finish))});
        if (calendar.provisional(task.start, task.finish))
            text += "（" + std::string(ui.words("calendar.provisional")) + "）";
        paragraph(ui, secondary(ui), text, width);
        gap(10);
    } else if (info.type == app::RecordType::Indicator) {
        for (const analysis::IndicatorState& state : screen.work.derived().indicators()) {
            if (state.indicator->id != row.id) continue;
            using Status = analysis::IndicatorStatus;
            const bool bad = state.status == Status::Missed, slow = state.status == Status::Behind;
            const Tone tone = bad                           ? Tone::Red
                              : slow                        ? Tone::Amber
                              : state.status == Status::Met ? Tone::Green
                                                            : Tone::Neutral;
            chip(ui, ui.words("indicator-status." + std::string(analysis::name_of(state.status))), tone);
            gap(10);
        }
    }
}

void inspector_panel(Screen& screen) {
    Ui& ui = screen.ui;
    const app::Workspace& work = screen.work;
    const RecordInfo& info = model::record(work.view().selection.record);
    const Row* row = screen.plan().table(info.type).find(work.view().selection.id);
    if (!row) return;
    begin_at_top(ui, row->id.text());
    const float width = room_width();
    // The way back to the row that owns this one.
    const FieldInfo* parent = info.parent();
    if (parent && parent->has(model::kOwner) && !model::get_ref(*row, *parent).empty()) {
        const std::string title = model::title_of(screen.plan(), parent->target, model::get_ref(*row, *parent));
        if (link(ui, "back", "‹ " + elide(secondary(ui), title, width - 80)))
            screen.want(app::Select{parent->target, model::get_ref(*row, *parent)});
        gap(2);
    }
    const std::string title = model::title_of(info, *row);
    side_head(ui, title.empty() ? ui.words("row.new", {view::record_word(ui.words, info)}) : title, width, 1, [&] {
        if (icon_button(ui, "close", ui.words("action.close-inspector"), icon::close))
            screen.want(app::ShowInspector{false});
    });
    gap(10);
    const Row& shown = *row;
    row_facts(screen, info, shown, width);
    if (info.type == app::RecordType::Finding) finding_steps(screen, static_cast<const model::Finding&>(shown), width);
    record_form(screen, info, shown, width, FormLayout::Narrow);
    issue_notes(screen, shown.id, width);
    gap(16);
    if (!work.read_only() && button(ui, "remove", ui.words("action.remove-record", {view::record_word(ui.words, info)}),
                                    {.style = ButtonStyle::Danger, .icon = icon::trash}))
        screen.want(app::RemoveRows{info.type, {shown.id}});
    gap(24);
}

}  // namespace ui
