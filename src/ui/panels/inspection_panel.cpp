// Self-inspection and rectification: key figures, the ledger, and the steps of the selected finding.
#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "edit/rectification.hpp"
#include "ui/grid.hpp"
#include "ui/icons.hpp"
#include "ui/panels/panels.hpp"

namespace ui {
namespace {
using model::Finding;
using model::FindingState;

Tone tone_of(FindingState state) {
    switch (state) {
        case FindingState::Open:
            return Tone::Neutral;
        case FindingState::Rectifying:
            return Tone::Blue;
        case FindingState::AwaitingAcceptance:
            return Tone::Amber;
        case FindingState::Closed:
            return Tone::Green;
        case FindingState::Returned:
            return Tone::Red;
    }
    return Tone::Neutral;
}

// The round that is shown: the chosen one, else the newest.
const model::Inspection* shown_round(const app::Workspace& work) {
    const model::Plan& plan = work.plan();
    if (const auto* chosen = plan.rows<model::Inspection>().find(work.view.inspection)) return chosen;
    const model::Inspection* newest = nullptr;
    for (const model::Inspection& round : plan.rows<model::Inspection>())
        if (!newest || round.date > newest->date || (round.date == newest->date && round.order > newest->order))
            newest = &round;
    return newest;
}

void key_figures(Screen& screen, const analysis::LedgerNumbers& numbers, float width) {
    Ui& ui = screen.ui;
    const std::tuple<std::string_view, std::string, ImU32> figures[] = {
        {"ledger.total", std::to_string(numbers.total), ui.theme.text},
        {"ledger.closed", std::to_string(numbers.closed), ui.theme.green},
        {"ledger.rectifying", std::to_string(numbers.rectifying), ui.theme.blue},
        {"ledger.awaiting", std::to_string(numbers.awaiting), ui.theme.amber},
        {"ledger.overdue", std::to_string(numbers.overdue), numbers.overdue > 0 ? ui.theme.red : ui.theme.text},
        {"ledger.completion", numbers.completion().percent(), ui.theme.text},
    };
    const std::size_t count = std::size(figures), across = width >= 760 ? count : 3;
    const float space = 12,
                card = std::floor((width - space * static_cast<float>(across - 1)) / static_cast<float>(across)),
                height = 80;
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    for (std::size_t i = 0; i < count; ++i) {
        const auto& [word, value, color] = figures[i];
        const ImVec2 at(origin.x + static_cast<float>(i % across) * (card + space),
                        origin.y + static_cast<float>(i / across) * (height + space));
        card_background(ui, at, ImVec2(at.x + card, at.y + height));
        Region group(ui, word, Role::Group, ui.words(word), rect_of(at, ImVec2(at.x + card, at.y + height)));
        text_in(ui, secondary(ui), ui.words(word), ImVec2(at.x + 14, at.y + 12), ImVec2(at.x + card - 8, at.y + 34));
        text_in(ui, colored(figure(ui), color), value, ImVec2(at.x + 14, at.y + 36),
                ImVec2(at.x + card - 8, at.y + 70));
    }
    const std::size_t rows = (count + across - 1) / across;
    ImGui::Dummy(ImVec2(width, static_cast<float>(rows) * (height + space) - space));
}

std::string measures_of(const model::Plan& plan, const Finding& finding) {
    std::vector<std::string> actions;
    for (const model::Measure* measure : model::in_order(plan, &model::Measure::finding, finding.id))
        actions.push_back(measure->action);
    return base::join(actions, "；");
}

std::string ledger_text(Screen& screen, const Finding& finding, std::size_t column, std::size_t row) {
    const Ui& ui = screen.ui;
    switch (column) {
        case 0:
            return std::to_string(row + 1);
        case 1:
            return finding.category;
        case 2:
            return finding.description;
        case 3:
            return finding.cause;
        case 4:
            return measures_of(screen.plan(), finding);
        case 5:
            return model::title_of(screen.plan(), app::RecordType::Person, finding.owner);
        case 6:
            return std::string(
                choice_word(ui, model::field_of<&Finding::timing>(), static_cast<std::uint8_t>(finding.timing)));
        case 7:
            return finding.deadline ? finding.deadline.iso() : finding.review_frequency;
        default:
            return {};
    }
}

void state_cell(Screen& screen, const Finding& finding, ImVec2 min, ImVec2 max) {
    Ui& ui = screen.ui;
    if (analysis::is_overdue(finding, screen.work.today().day))
        return chip_at(ui, ui.words("ledger.is-overdue"), Tone::Red, min, max.y - min.y);
    const std::string_view word =
        choice_word(ui, model::field_of<&Finding::state>(), static_cast<std::uint8_t>(finding.state));
    chip_at(ui, word, tone_of(finding.state), min, max.y - min.y);
}

void ledger(Screen& screen, InspectionState& state, const model::Inspection& round) {
    Ui& ui = screen.ui;
    app::Workspace& work = screen.work;
    const std::vector<const Finding*> findings = model::in_order(screen.plan(), &Finding::inspection, round.id);
    // Causes and types stand in the inspector, too: on a narrow page the state must stay in sight.
    const bool wide = ImGui::GetContentRegionAvail().x >= 1000;
    const model::FieldInfo& state_field = model::field_of<&Finding::state>();
    float state_width = 0;  // no state is cut, in any language
    for (std::size_t i = 0; i < state_field.choices->values.size(); ++i)
        state_width =
            std::max(state_width, chip_width(ui, choice_word(ui, state_field, static_cast<std::uint8_t>(i))) + 20);
    const std::pair<std::size_t, Column> all[] = {{0, {std::string(ui.words("ledger.number")), 52}},
                                                  {1, {std::string(ui.words("field.finding.category")), 100}},
                                                  {2, {std::string(ui.words("field.finding.description")), 0, 150}},
                                                  {3, {std::string(ui.words("field.finding.cause")), 0, 100}},
                                                  {4, {std::string(ui.words("ledger.measures")), 0, 150}},
                                                  {5, {std::string(ui.words("field.finding.owner")), 80}},
                                                  {6, {std::string(ui.words("field.finding.timing")), 88}},
                                                  {7, {std::string(ui.words("field.finding.deadline")), 106}},
                                                  {8, {std::string(ui.words("field.finding.state")), state_width}}};
    std::vector<Column> columns;
    std::vector<std::size_t> places;
    for (const auto& [place, column] : all) {
        if (!wide && (place == 3 || place == 6)) continue;
        places.push_back(place);
        columns.push_back(column);
    }
    GridSpec spec{.id = "ledger", .name = ui.words("ledger.name"), .columns = columns, .rows = findings.size()};
    for (std::size_t i = 0; i < findings.size(); ++i)
        if (work.view.selection == app::Selection{app::RecordType::Finding, findings[i]->id}) spec.selected = i;
    spec.row_key = [&](std::size_t row) { return static_cast<NodeKey>(findings[row]->id.hash()); };
    spec.describe_row = [&](std::size_t row, app::MirrorNode& node) { node.name = findings[row]->description; };
    if (findings.size() <= 500)
        spec.row_height = [&](std::size_t row, std::span<const float> widths) {
            return state.heights.get(row, widths, [&] {
                std::size_t most = 1;
                for (std::size_t c = 0; c < places.size(); ++c)
                    if (places[c] >= 1 && places[c] <= 4)
                        most = std::max(
                            most, std::min<std::size_t>(
                                      3, break_lines(body(ui), ledger_text(screen, *findings[row], places[c], row),
                                                     widths[c] - 20)
                                             .size()));
                return std::max(ui.row_height(), static_cast<float>(most) * size::line + 14);
            });
        };
    state.heights.keep(screen.plan(),
                       round.id.str() + ui.output.mirror.language + (ui.input.coarse_pointer ? "touch" : ""),
                       findings.size());
    spec.cell = [&](std::size_t row, std::size_t index, ImVec2 min, ImVec2 max) {
        const std::size_t column = places[index];
        if (column == 8) return state_cell(screen, *findings[row], min, max);
        const std::string text = ledger_text(screen, *findings[row], column, row);
        const TextStyle style = column == 3 ? colored(body(ui), ui.theme.secondary) : body(ui);
        const auto lines = break_lines(style, text, max.x - min.x);
        if (lines.size() <= 1 || !spec.row_height) return text_in(ui, style, text, min, max);
        ImVec2 pen(min.x, min.y + 7);
        for (std::size_t i = 0; i < lines.size() && i < 3; ++i, pen.y += style.line)
            draw_text(ImGui::GetWindowDrawList(), style, pen,
                      i == 2 && lines.size() > 3 ? elide(style, std::string(lines[i]) + "……", max.x - min.x)
                                                 : std::string(lines[i]));
        text_node(ui, text, min, max);
        if (lines.size() > 3 && ImGui::IsMouseHoveringRect(min, max)) tooltip(ui, text);
    };
    const GridEvent event =
        grid(ui, spec, ImVec2(ImGui::GetContentRegionAvail().x, std::max(220.f, ImGui::GetContentRegionAvail().y - 4)));
    if (event.selected) work.select(app::RecordType::Finding, findings[*event.selected]->id);
    if (event.opened) work.select(app::RecordType::Finding, findings[*event.opened]->id);
    if (event.remove && !work.read_only()) work.remove_row(app::RecordType::Finding, findings[*event.remove]->id);
}

void open_dialog(Screen& screen) {
    const base::Date today = screen.work.today().day;
    const std::string title = screen.ui.words("inspection.default-title",
                                              {std::to_string(today.year()), std::to_string((today.month() + 2) / 3)});
    screen.work.dialog = {app::DialogKind::NewInspection, {}, 0, {{"title", title}, {"date", today.iso()}}};
}

void no_round_yet(Screen& screen) {
    Ui& ui = screen.ui;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    card_background(ui, at, ImVec2(at.x + width, at.y + 190));
    if (empty_state(ui, "first", icon::clipboard_check, ui.words("record.inspection.empty"),
                    screen.work.read_only() ? std::string_view() : ui.words("action.inspect"), width))
        open_dialog(screen);
}
}  // namespace

void finding_steps(Screen& screen, const Finding& finding, float width) {
    Ui& ui = screen.ui;
    const auto changes = model::in_order(screen.plan(), &model::StateChange::finding, finding.id);
    label(ui, body_bold(ui), ui.words("inspection.course"), Role::Heading, 3);
    gap(6);
    state_cell(screen, finding, ImGui::GetCursorScreenPos(),
               ImVec2(ImGui::GetCursorScreenPos().x + 100, ImGui::GetCursorScreenPos().y + 24));
    ImGui::Dummy(ImVec2(100, 30));
    for (const model::StateChange* change : changes) {
        const std::string by = model::title_of(screen.plan(), app::RecordType::Person, change->by);
        const std::string_view to =
            choice_word(ui, model::field_of<&model::StateChange::to>(), static_cast<std::uint8_t>(change->to));
        const std::string note = change->note.empty() ? change->date.iso() : change->date.iso() + " · " + change->note;
        side_note(ui, tone_of(change->to), ui.words("inspection.step", {by, to}), note, width);
        gap(6);
    }
    if (screen.work.read_only()) return;
    bool first = true;
    for (const FindingState to : edit::next_states(finding.state)) {
        const std::string key =
            "step." + std::string(model::ChoicesOf<FindingState>::choices.values[static_cast<std::size_t>(to)]);
        if (!first) same_line(8);
        if (button(ui, key, ui.words(key), {.style = first ? ButtonStyle::Primary : ButtonStyle::Plain})) {
            const bool judged = to == FindingState::Closed || to == FindingState::Returned;
            const model::Id by = judged ? finding.verifier.id() : finding.owner.id();
            screen.work.dialog = {app::DialogKind::StepFinding,
                                  {app::RecordType::Finding, finding.id},
                                  static_cast<std::uint8_t>(to),
                                  {{"by", by.str()}}};
        }
        first = false;
    }
    gap(14);
}

void inspection_panel(Screen& screen, PanelStates& states) {
    Ui& ui = screen.ui;
    app::Workspace& work = screen.work;
    std::size_t& tab = work.view.tab[app::Page::Inspection];
    if (tab == 1) return records_panel(screen, states.records);
    const model::Inspection* round = shown_round(work);
    const std::string_view start = ui.words("action.inspect"), report = ui.words("action.make-report");
    const ButtonOptions primary{.style = ButtonStyle::Primary, .icon = icon::clipboard_check};
    const std::string add = ui.words("action.add-record", {ui.words("record.finding")});
    const float actions =
        button_width(ui, start, primary) + (round ? button_width(ui, report) + button_width(ui, add) + 16 : 0);
    page_head(screen, ui.words("page.inspection"), round ? round->title + " · " + round->date.iso() : std::string(),
              actions);
    if (round) {
        if (button(ui, "add", add, {.enabled = work.read_only() ? Enabled::No : Enabled::Yes}))
            work.add_row(app::RecordType::Finding, round->id);
        same_line(8);
        if (button(ui, "report", report)) {
            states.reports.kind = 1;
            work.show(app::Page::Reports);
        }
        same_line(8);
    }
    if (button(ui, "inspect", start,
               {.style = ButtonStyle::Primary,
                .icon = icon::clipboard_check,
                .enabled = work.read_only() ? Enabled::No : Enabled::Yes}))
        open_dialog(screen);
    gap(8);
    const std::string tabs[] = {std::string(ui.words("inspection.ledger")), std::string(ui.words("inspection.rounds"))};
    tab = segmented(ui, "tabs", ui.words("page.records"), tabs, tab);
    gap(12);
    if (!round) return no_round_yet(screen);
    key_figures(screen, analysis::ledger_numbers(screen.plan(), round->id, work.today().day),
                ImGui::GetContentRegionAvail().x);
    gap(14);
    if (screen.plan().table(app::RecordType::Finding).empty()) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float width = ImGui::GetContentRegionAvail().x;
        card_background(ui, at, ImVec2(at.x + width, at.y + 140));
        empty_state(ui, "clean", icon::success, ui.words("inspection.clean"), {}, width);
        return;
    }
    ledger(screen, states.inspection, *round);
}

}  // namespace ui
