// Any record as a table, from its description; a singleton as a form.
#include <algorithm>
#include <cmath>

#include "analysis/calendar.hpp"
#include "analysis/indicators.hpp"
#include "ui/fields.hpp"
#include "ui/form.hpp"
#include "ui/grid.hpp"
#include "ui/icons.hpp"
#include "ui/layout.hpp"
#include "ui/panels/panels.hpp"
#include "ui/table_events.hpp"

namespace ui {
namespace {
using model::FieldInfo;
using model::Id;
using model::Kind;
using model::RecordInfo;
using model::Row;

Column column_of(const Ui& ui, const RecordInfo& info, const FieldInfo& field) {
    Column column{std::string(field_word(ui, info, field)), 0, 120, false};
    switch (field.kind) {
        case Kind::Date:
            column.width = 118;
            break;
        case Kind::Moment:
            column.width = 150;
            break;
        case Kind::Integer:
        case Kind::Decimal:
        case Kind::Money:
            column.width = 104;
            column.align_right = true;
            break;
        case Kind::Flag:
            column.width = 76;
            break;
        case Kind::Choice:
            column.width = 128;
            break;
        case Kind::Ref:
            column.width = 128;
            break;
        case Kind::Text:
        case Kind::Texts:
        case Kind::Refs:
            break;
    }
    if (field.has(model::kTitle)) column.min_width = 200;
    return column;
}

bool edits_in_place(const FieldInfo& field) {
    return field.kind == Kind::Text || field.kind == Kind::Integer || field.kind == Kind::Decimal ||
           field.kind == Kind::Money;
}

// Children after their parents, with their depth: the tree of records like units and sections.
using Line = RecordsState::Line;
std::vector<Line> lines_of(const RecordInfo& info, const model::Plan& plan) {
    const FieldInfo* tree = info.tree();
    std::vector<Line> lines;
    const std::vector<const Row*> rows = model::in_order(plan.table(info.type));
    if (!tree) {
        for (const Row* row : rows) lines.push_back({row, 0});
        return lines;
    }
    std::map<Id, std::vector<const Row*>> children;
    for (const Row* row : rows) children[model::get_ref(*row, *tree)].push_back(row);
    std::vector<Line> stack;
    const auto push = [&](const Id& parent, int depth) {
        for (auto each = children[parent].rbegin(); each != children[parent].rend(); ++each)
            stack.push_back({*each, depth});
    };
    push({}, 0);
    while (!stack.empty()) {
        const Line line = stack.back();
        stack.pop_back();
        lines.push_back(line);
        push(line.row->id, line.depth + 1);
    }
    return lines;
}
}  // namespace

void record_table(Screen& screen, RecordsState& state, const RecordInfo& info, ImVec2 extent) {
    Ui& ui = screen.ui;
    const app::Workspace& work = screen.work;
    const std::vector<const FieldInfo*> fields = app::column_fields(info);
    std::vector<Column> columns;
    for (const FieldInfo* field : fields) columns.push_back(column_of(ui, info, *field));
    const model::Table& content = screen.plan().table(info.type);
    if (state.lines_record != info.type || !state.lines_table.same(content)) {
        state.lines = lines_of(info, screen.plan());
        state.lines_record = info.type;
        state.lines_table = content;
    }
    const std::vector<Line>& lines = state.lines;
    if (lines.empty()) {
        const std::string key = "record." + std::string(info.name) + ".empty";
        const std::string text =
            ui.words.has(key) ? std::string(ui.words(key)) : ui.words("record.empty", {record_word(ui, info)});
        const std::string action =
            work.read_only() ? std::string() : ui.words("action.add-record", {record_word(ui, info)});
        if (empty_card(ui, "add-first", icon::file_plus, text, action, extent.x)) screen.want(app::AddRow{info.type});
        return take_table_events(screen, {.record = info.type, .columns = fields});
    }
    GridSpec spec{.id = info.name,
                  .name = record_word(ui, info),
                  .columns = columns,
                  .rows = lines.size(),
                  .many = true,
                  .movable = !work.read_only()};
    choose_rows(screen, info.type, spec, [&](std::size_t row) -> const Id& { return lines[row].row->id; });
    spec.row_key = [&](std::size_t row) { return static_cast<NodeKey>(lines[row].row->id.hash()); };
    spec.describe_row = [&](std::size_t row, app::MirrorNode& node) {
        const Row& described = *lines[row].row;
        node.name = model::title_of(info, described);
        // A link has no title, but says what it links.
        for (std::size_t i = 0; node.name.empty() && i < fields.size(); ++i)
            node.name = field_text(ui, screen.plan(), info, described, *fields[i]);
    };
    if (lines.size() <= 500)  // wrapping thousands of rows to know their heights would cost more than it shows
        spec.row_height = [&](std::size_t row, std::span<const float> widths) {
            return state.heights.get(row, widths, [&] {
                std::size_t most = 1;
                for (std::size_t c = 0; c < fields.size(); ++c)
                    most =
                        std::max(most, text_cell_lines(body(ui),
                                                       field_text(ui, screen.plan(), info, *lines[row].row, *fields[c]),
                                                       widths[c] - 20));
                return row_height_of(ui, most);
            });
        };
    state.heights.keep(screen.plan(),
                       std::string(info.name) + ui.output.mirror.language + (ui.input.coarse_pointer ? "touch" : ""),
                       lines.size());
    spec.cell = [&](std::size_t row, std::size_t column, ImVec2 min, ImVec2 max) {
        const FieldInfo& field = *fields[column];
        const Row& shown = *lines[row].row;
        if (state.editing == shown.id && state.column == column) {
            if (cell_editor(screen, info, shown, field, min, max)) state.editing.reset();
            return;
        }
        const std::string text = field_text(ui, screen.plan(), info, shown, field);
        const float indent = field.has(model::kTitle) ? static_cast<float>(lines[row].depth) * 18 : 0;
        if (columns[column].align_right) return text_in(ui, body(ui), text, min, max, 1);
        text_cell(ui, body(ui), text, ImVec2(min.x + indent, min.y), max);
    };
    const GridEvent event = grid(ui, spec, extent);
    take_table_events(screen, event, [&] {
        app::TableView view{.record = info.type, .columns = fields};
        for (const Line& line : lines) view.rows.push_back(line.row->id);
        return view;
    });
    if (event.opened && !work.read_only()) {
        const std::size_t column = event.opened_column.value_or(0);
        screen.want(app::Select{info.type, lines[*event.opened].row->id});
        if (edits_in_place(*fields[column])) {
            state.editing = lines[*event.opened].row->id;
            state.column = column;
        }
    }
    if (event.insert && !work.read_only()) {
        const FieldInfo* parent = info.parent();
        screen.want(app::AddRow{info.type, parent ? model::get_ref(*lines[*event.insert].row, *parent) : Id{},
                                lines[*event.insert].row->id});
    }
}

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
        names.emplace_back(own == std::end(own_words) ? record_word(ui, model::record(type))
                                                      : ui.words(std::get<2>(*own)));
    }
    return names;
}

void page_tabs(Screen& screen, app::Page page) {
    const std::size_t tab = screen.view().tab_of(page);
    const std::size_t chosen = tabs(screen.ui, "tabs", screen.words("page.records"), tab_names(screen.ui, page), tab,
                                    ImGui::GetContentRegionAvail().x);
    if (chosen != tab) screen.want(app::ShowTab{page, chosen});
}

void records_panel(Screen& screen, RecordsState& state) {
    Ui& ui = screen.ui;
    const app::Workspace& work = screen.work;
    const app::PageInfo& info = app::page_info(work.view().page);
    const std::size_t tab = work.view().tab_of(info.page);
    const RecordInfo& record = model::record(info.records[tab]);
    const std::string add = ui.words("action.add-record", {record_word(ui, record)});
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
    ImVec2 extent = ImGui::GetContentRegionAvail();
    extent.y = std::max(extent.y, 240.f);
    if (!shown.singleton) return record_table(screen, state, shown, extent);
    const Row& only = **screen.plan().table(shown.type).begin();
    card(ui, std::min(extent.x, 980.f), [&](float width) {
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
    if (ui.memory.inspected != row->id.text()) {
        ui.memory.inspected = row->id.str();
        ImGui::SetScrollY(0);
        ui.output.wake_in(0);
    }
    const float width = ImGui::GetContentRegionAvail().x;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    // The way back to the row that owns this one.
    const FieldInfo* parent = info.parent();
    if (parent && parent->has(model::kOwner) && !model::get_ref(*row, *parent).empty()) {
        const std::string title = model::title_of(screen.plan(), parent->target, model::get_ref(*row, *parent));
        if (link(ui, "back", "‹ " + elide(secondary(ui), title, width - 80)))
            screen.want(app::Select{parent->target, model::get_ref(*row, *parent)});
        gap(2);
    }
    const std::string title = model::title_of(info, *row);
    paragraph(ui, body_bold(ui), title.empty() ? ui.words("row.new", {record_word(ui, info)}) : title,
              width - ui.control_height() - 4);
    const ImVec2 after = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos(ImVec2(at.x + width - ui.control_height() + 6, at.y - 5));
    if (icon_button(ui, "close", ui.words("action.close-inspector"), icon::close))
        screen.want(app::ShowInspector{false});
    ImGui::SetCursorScreenPos(ImVec2(after.x, std::max(after.y, at.y + ui.control_height() - 5)));
    gap(10);
    const Row& shown = *row;
    row_facts(screen, info, shown, width);
    if (info.type == app::RecordType::Finding) finding_steps(screen, static_cast<const model::Finding&>(shown), width);
    record_form(screen, info, shown, width, FormLayout::Narrow);
    issue_notes(screen, shown.id, width);
    gap(16);
    if (!work.read_only() && button(ui, "remove", ui.words("action.remove-record", {record_word(ui, info)}),
                                    {.style = ButtonStyle::Danger, .icon = icon::trash}))
        screen.want(app::RemoveRows{info.type, {shown.id}});
    gap(24);
}

}  // namespace ui
