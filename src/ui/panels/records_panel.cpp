// Any record as a table, from its description; a singleton as a form.
#include <algorithm>
#include <cmath>

#include "analysis/calendar.hpp"
#include "analysis/indicators.hpp"
#include "ui/fields.hpp"
#include "ui/form.hpp"
#include "ui/grid.hpp"
#include "ui/icons.hpp"
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
    const FieldInfo* tree = nullptr;
    for (const FieldInfo& field : info.fields)
        if (field.has(model::kTree)) tree = &field;
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
    app::Workspace& work = screen.work;
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
        const ImVec2 at = ImGui::GetCursorScreenPos();
        card_background(ui, at, ImVec2(at.x + extent.x, at.y + 190));
        const std::string key = "record." + std::string(info.name) + ".empty";
        const std::string text =
            ui.words.has(key) ? std::string(ui.words(key)) : ui.words("record.empty", {record_word(ui, info)});
        const std::string action =
            work.read_only() ? std::string() : ui.words("action.add-record", {record_word(ui, info)});
        if (empty_state(ui, "add-first", icon::file_plus, text, action, extent.x)) work.add_row(info.type);
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
        node.name = model::title_of(info, *lines[row].row);
    };
    if (lines.size() <= 500)  // wrapping thousands of rows to know their heights would cost more than it shows
        spec.row_height = [&](std::size_t row, std::span<const float> widths) {
            return state.heights.get(row, widths, [&] {
                std::size_t most = 1;
                for (std::size_t c = 0; c < fields.size(); ++c) {
                    const std::string text = field_text(ui, screen.plan(), info, *lines[row].row, *fields[c]);
                    most = std::max(most, std::min<std::size_t>(3, break_lines(body(ui), text, widths[c] - 20).size()));
                }
                return std::max(ui.row_height(), static_cast<float>(most) * size::line + 14);
            });
        };
    state.heights.keep(screen.plan(),
                       std::string(info.name) + ui.output.mirror.language + (ui.input.coarse_pointer ? "touch" : ""),
                       lines.size());
    spec.cell = [&](std::size_t row, std::size_t column, ImVec2 min, ImVec2 max) {
        const FieldInfo& field = *fields[column];
        const Row& shown = *lines[row].row;
        if (state.editing == shown.id && state.column == column) {
            ImGui::SetCursorScreenPos(ImVec2(min.x - 10, min.y));
            if (ui.input.editing == 0 && ui.memory.want_focus == 0) {
                ui.memory.want_focus = key_of(field.name);
                ui.memory.want_selected = true;
            }
            value_editor(screen, info, shown, field, max.x - min.x + 20, true);
            if (cell_edit_is_over(ui)) state.editing.reset();
            return;
        }
        const std::string text = field_text(ui, screen.plan(), info, shown, field);
        const float indent = field.has(model::kTitle) ? static_cast<float>(lines[row].depth) * 18 : 0;
        const auto wrapped = break_lines(body(ui), text, max.x - min.x - indent);
        if (wrapped.size() <= 1 || !spec.row_height || columns[column].align_right)
            return text_in(ui, body(ui), text, ImVec2(min.x + indent, min.y), max,
                           columns[column].align_right ? 1.f : 0.f);
        ImVec2 pen(min.x + indent, min.y + 7);
        for (std::size_t i = 0; i < wrapped.size() && i < 3; ++i, pen.y += size::line) {
            const bool cut = i == 2 && wrapped.size() > 3;
            draw_text(ImGui::GetWindowDrawList(), body(ui), pen,
                      cut ? elide(body(ui), std::string(wrapped[i]) + "……", max.x - min.x - indent)
                          : std::string(wrapped[i]));
        }
        text_node(ui, text, min, max);
        if (wrapped.size() > 3 && ImGui::IsMouseHoveringRect(min, max)) tooltip(ui, text);
    };
    const GridEvent event = grid(ui, spec, extent);
    take_table_events(screen, event, [&] {
        app::TableView view{.record = info.type, .columns = fields};
        for (const Line& line : lines) view.rows.push_back(line.row->id);
        return view;
    });
    if (event.opened && !work.read_only()) {
        const std::size_t column = event.opened_column.value_or(0);
        work.select(info.type, lines[*event.opened].row->id);
        if (edits_in_place(*fields[column])) {
            state.editing = lines[*event.opened].row->id;
            state.column = column;
        }
    }
    if (event.insert && !work.read_only()) {
        const FieldInfo* parent = info.parent();
        work.add_row(info.type, parent ? model::get_ref(*lines[*event.insert].row, *parent) : Id{},
                     lines[*event.insert].row->id);
    }
}

void page_head(Screen& screen, std::string_view title, std::string_view note, float actions_width) {
    Ui& ui = screen.ui;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const TextStyle style = section_title(ui);
    const float title_width = std::min(text_width(style, title) + 1, width);
    text_in(ui, style, title, at, ImVec2(at.x + title_width, at.y + ui.control_height()), 0, false);
    text_node(ui, title, at, ImVec2(at.x + title_width, at.y + ui.control_height()), Role::Heading, 2);
    const bool below = title_width + actions_width + 24 > width;
    if (!note.empty()) {
        const float end = below ? at.x + width : at.x + width - actions_width - 12;
        text_in(ui, secondary(ui), note, ImVec2(at.x + title_width + 16, at.y + 2),
                ImVec2(end, at.y + ui.control_height() + 2));
    }
    ImGui::Dummy(ImVec2(width, ui.control_height()));
    if (actions_width <= 0) return;
    if (below) {
        gap(8);
        return;
    }
    ImGui::SetCursorScreenPos(ImVec2(at.x + width - actions_width, at.y));
}

void records_panel(Screen& screen, RecordsState& state) {
    Ui& ui = screen.ui;
    app::Workspace& work = screen.work;
    const app::PageInfo& info = app::page_info(work.view.page);
    std::size_t& tab = work.view.tab[info.page];
    tab = std::min(tab, info.records.size() - 1);
    const RecordInfo& record = model::record(info.records[tab]);
    const std::string add = ui.words("action.add-record", {record_word(ui, record)});
    const bool can_add = !record.singleton && !work.read_only() && !model::record(record.type).parent();
    const bool may_add =
        can_add || (!record.singleton && !work.read_only() && record.parent() && record.parent()->has(model::kTree));
    const ButtonOptions primary{.style = ButtonStyle::Primary, .icon = icon::plus};
    page_head(screen, ui.words("page." + std::string(info.name)), {}, may_add ? button_width(ui, add, primary) : 0);
    if (may_add && button(ui, "add", add, primary)) work.add_row(record.type);
    gap(8);
    if (info.records.size() > 1) {
        std::vector<std::string> labels;
        for (const model::RecordType type : info.records) labels.emplace_back(record_word(ui, model::record(type)));
        const float width = ImGui::GetContentRegionAvail().x;
        if (segmented_width(ui, labels) <= width) {
            tab = segmented(ui, "tabs", ui.words("page.records"), labels, tab);
        } else {
            const ChoiceEvent event =
                choice_field(ui, "tabs", ui.words("page.records"), labels[tab], std::min(width, 320.f), [&] {
                    std::vector<Option> options;
                    for (std::size_t i = 0; i < labels.size(); ++i) options.push_back({labels[i], i == tab});
                    return options;
                });
            if (event.chosen) tab = *event.chosen;
        }
        gap(12);
    }
    const RecordInfo& shown = model::record(info.records[tab]);
    ImVec2 extent = ImGui::GetContentRegionAvail();
    extent.y = std::max(extent.y, 240.f);
    if (!shown.singleton) return record_table(screen, state, shown, extent);
    // A form on a card as high as its content was in the last frame.
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = std::min(extent.x, 980.f);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->ChannelsSplit(2);
    draw->ChannelsSetCurrent(1);
    ImGui::SetCursorScreenPos(ImVec2(at.x + 24, at.y + 20));
    ImGui::BeginGroup();
    record_form(screen, shown, **screen.plan().table(shown.type).begin(), width - 48, FormLayout::Wide);
    issue_notes(screen, (*screen.plan().table(shown.type).begin())->id, width - 48);
    ImGui::EndGroup();
    const float bottom = ImGui::GetItemRectMax().y + 20;
    draw->ChannelsSetCurrent(0);
    card_background(ui, at, ImVec2(at.x + width, bottom));
    draw->ChannelsMerge();
    ImGui::SetCursorScreenPos(ImVec2(at.x, bottom));
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
        for (const analysis::IndicatorState& state :
             analysis::indicator_states(screen.plan(), screen.work.today().day)) {
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
    app::Workspace& work = screen.work;
    const RecordInfo& info = model::record(work.view.selection.record);
    const Row* row = screen.plan().table(info.type).find(work.view.selection.id);
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
            work.select(parent->target, model::get_ref(*row, *parent));
        gap(2);
    }
    const std::string title = model::title_of(info, *row);
    paragraph(ui, body_bold(ui), title.empty() ? ui.words("row.new", {record_word(ui, info)}) : title,
              width - ui.control_height() - 4);
    const ImVec2 after = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos(ImVec2(at.x + width - ui.control_height() + 6, at.y - 5));
    if (icon_button(ui, "close", ui.words("action.close-inspector"), icon::close)) work.view.inspector_open = false;
    ImGui::SetCursorScreenPos(after);
    gap(10);
    const Row& shown = *row;
    row_facts(screen, info, shown, width);
    if (info.type == app::RecordType::Finding) finding_steps(screen, static_cast<const model::Finding&>(shown), width);
    record_form(screen, info, shown, width, FormLayout::Narrow);
    issue_notes(screen, shown.id, width);
    gap(16);
    if (!work.read_only() && button(ui, "remove", ui.words("action.remove-record", {record_word(ui, info)}),
                                    {.style = ButtonStyle::Danger, .icon = icon::trash}))
        work.remove_row(info.type, shown.id);
    gap(24);
}

}  // namespace ui
