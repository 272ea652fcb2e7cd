#include "view/as_text.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "sheet/field_text.hpp"

namespace view_test {
namespace {
constexpr const char* tone_names[] = {"", "accent", "red", "amber", "green", "blue"};
constexpr const char* ink_names[] = {"", "bold", "secondary", "faint", "red", "amber"};
constexpr const char* holds_names[] = {"", "title", "number", "progress", "date", "person", "chip", "buttons", "bars"};

std::string tone_name(view::Tone tone) {
    return tone_names[static_cast<std::size_t>(tone)];
}
std::string in_brackets(const std::string& text) {
    return text.empty() ? std::string() : "(" + text + ")";
}
}  // namespace

std::string brief(std::string_view text, std::size_t code_points) {
    const std::string line = base::replace_all(std::string(text), "\n", "⏎");
    std::size_t at = 0;
    for (std::size_t i = 0; i < code_points && at < line.size(); ++i) base::next_code_point(line, at);
    return line.substr(0, at) + (at < line.size() ? "…" : "");
}

std::string text_of(const view::Cell& cell) {
    std::string text = brief(cell.text);
    if (cell.chip) text = "[" + text + (tone_name(*cell.chip).empty() ? "" : " " + tone_name(*cell.chip)) + "]";
    text += in_brackets(ink_names[static_cast<std::size_t>(cell.ink)]);
    if (!cell.note.empty()) text += " — " + cell.note + in_brackets(ink_names[static_cast<std::size_t>(cell.note_ink)]);
    for (const view::CellButton& button : cell.buttons) text += "‹" + button.name + "›";
    return text;
}

std::string text_of(const view::Row& row) {
    std::string text(static_cast<std::size_t>(row.depth) * 2, ' ');
    if (row.folded != view::Folded::Leaf) text += row.folded == view::Folded::Yes ? "▸" : "▾";
    for (std::size_t i = 0; i < row.cells.size(); ++i) text += (i == 0 ? "" : " | ") + text_of(row.cells[i]);
    return text;
}

std::string text_of(const view::Table& table, std::size_t most) {
    std::string text = "“" + table.name + "” " + std::to_string(table.rows.size()) + "\n";
    if (table.empty) {
        text += "empty: " + table.empty->text;
        return text + (table.empty->action.empty() ? "" : " ‹" + table.empty->action + "›") + "\n";
    }
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const view::Column& column = table.columns[i];
        text += (i == 0 ? "" : " | ") + column.title + in_brackets(holds_names[static_cast<std::size_t>(column.holds)]);
    }
    text += "\n";
    for (std::size_t i = 0; i < std::min(most, table.rows.size()); ++i) text += text_of(table.row(i)) + "\n";
    return text + (table.rows.size() > most ? "…\n" : "");
}

std::string text_of(const view::KeyFigures& figures) {
    std::string text;
    for (const view::KeyFigure& each : figures)
        text += each.label + " " + each.value + in_brackets(tone_name(each.tone)) + "\n";
    return text;
}

std::string text_of(const std::vector<view::MatrixCell>& cells) {
    std::string text;
    for (const view::MatrixCell& cell : cells) {
        text += (cell.impact == 1 ? std::to_string(cell.probability) + ": " : " ") + std::to_string(cell.count) +
                tone_name(cell.tone).substr(0, 1) + (cell.on ? "*" : "");
        if (cell.impact == 5) text += "\n";
    }
    return text;
}

std::string text_of(const view::RiskLevels& levels) {
    std::string text;
    for (const view::LevelBar& bar : levels.bars)
        text += bar.name + " " + std::to_string(bar.count) + " " + std::to_string(std::lround(bar.share * 100)) + "%" +
                in_brackets(tone_name(bar.tone)) + "\n";
    return text + levels.summary + "\n";
}

std::string text_of(const view::FindingSteps& steps) {
    std::string text = text_of(steps.state) + "\n";
    for (const view::CourseStep& step : steps.course)
        text += step.text + in_brackets(tone_name(step.tone)) + " — " + brief(step.note, 40) + "\n";
    for (const view::NextStep& next : steps.next) text += "‹" + next.key + "›";
    return text + (steps.next.empty() ? "" : "\n");
}

std::string text_of(const view::PageHead& head) {
    std::string text = "“" + head.title + "”" + (head.note.empty() ? "" : " " + head.note);
    for (const view::HeadTool& tool : head.tools)
        text += std::string(" ‹") + (tool.primary ? "*" : "") + tool.label + (tool.enabled ? "" : " off") + "›";
    return text + "\n";
}

std::string form_text(const app::Workspace& work, const model::RecordInfo& info, const model::Row& row) {
    std::string text;
    for (const view::FormField& each : view::form_fields(work, info, row)) {
        text += each.name + (each.required ? "*" : "") + (each.whole_width ? "" : " ½") + ": " +
                brief(sheet::field_text(work.words(), work.plan(), info, row, *each.field), 40);
        if (!each.hint.empty()) text += " (" + brief(each.hint, 40) + ")";
        if (each.finding) text += " — " + brief(each.finding->text, 60) + in_brackets(tone_name(each.finding->tone));
        text += "\n";
    }
    for (const view::OwnedList& list : view::owned_lists(work, info, row)) {
        text += list.heading + (list.add.empty() ? "" : " ‹" + list.add + "›") + "\n";
        for (const view::OwnedRow& each : list.rows) text += "  " + brief(each.title) + "\n";
    }
    for (const view::IssueNote& note : view::issue_notes(work, row.id))
        text += "! " + brief(note.sentence, 60) + in_brackets(tone_name(note.tone)) + " " + brief(note.help, 40) +
                (note.mend ? " ‹mend›" : "") + "\n";
    return text;
}

std::string text_of(const view::Inspector& inspector) {
    std::string text = "“" + brief(inspector.title, 40) + "”";
    if (inspector.owner) text += " of " + brief(inspector.owner->title);
    if (!inspector.fact.empty()) text += " " + inspector.fact;
    if (inspector.state) text += " " + text_of(*inspector.state);
    return text + (inspector.remove.empty() ? "" : " ‹" + inspector.remove + "›") + "\n";
}

std::string picture_of(const view::Bar& bar, float width) {
    std::vector<std::string> places(static_cast<std::size_t>(width), "·");
    const auto from = static_cast<std::size_t>(std::clamp(bar.from, 0.f, width)),
               to = static_cast<std::size_t>(std::clamp(std::ceil(bar.to), 0.f, width));
    const float done = bar.from + (bar.to - bar.from) * bar.done;
    const char* rest = bar.state == view::BarState::Summary ? "=" : bar.state == view::BarState::Late ? "!" : "-";
    for (std::size_t i = from; i < to; ++i)
        places[i] = bar.state != view::BarState::Summary && static_cast<float>(i) < done ? "#" : rest;
    for (const float x : bar.milestones)
        if (x >= 0 && x < width) places[static_cast<std::size_t>(x)] = "◆";
    return base::join(places, "");
}

}  // namespace view_test
