// Self-inspection and rectification: key figures, the ledger, and the steps of the selected finding.
#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "edit/rectification.hpp"
#include "ui/grid.hpp"
#include "ui/icons.hpp"
#include "ui/layout.hpp"
#include "ui/panels/panels.hpp"

namespace ui {
namespace {
using model::Finding;
using model::FindingState;

Tone finding_tone(FindingState state) {
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
    if (const auto* chosen = plan.rows<model::Inspection>().find(work.view().inspection)) return chosen;
    const model::Inspection* newest = nullptr;
    for (const model::Inspection& round : plan.rows<model::Inspection>())
        if (!newest || round.date > newest->date || (round.date == newest->date && round.order > newest->order))
            newest = &round;
    return newest;
}

void ledger_figures(Ui& ui, const analysis::LedgerNumbers& numbers, float width) {
    const KeyFigure figures[] = {
        {ui.words("ledger.total"), std::to_string(numbers.total), ui.theme.text},
        {ui.words("ledger.closed"), std::to_string(numbers.closed), ui.theme.green},
        {ui.words("ledger.rectifying"), std::to_string(numbers.rectifying), ui.theme.blue},
        {ui.words("ledger.awaiting"), std::to_string(numbers.awaiting), ui.theme.amber},
        {ui.words("ledger.overdue"), std::to_string(numbers.overdue),
         numbers.overdue > 0 ? ui.theme.red : ui.theme.text},
        {ui.words("ledger.completion"), numbers.completion().percent(), ui.theme.text},
    };
    key_figures(ui, figures, width);
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
    if (analysis::is_overdue(finding, screen.today()))
        return chip_at(ui, ui.words("ledger.is-overdue"), Tone::Red, min, max.y - min.y);
    const std::string_view word =
        choice_word(ui, model::field_of<&Finding::state>(), static_cast<std::uint8_t>(finding.state));
    chip_at(ui, word, finding_tone(finding.state), min, max.y - min.y);
}

void ledger(Screen& screen, InspectionState& state, const model::Inspection& round) {
    Ui& ui = screen.ui;
    const app::Workspace& work = screen.work;
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
        if (work.view().selection == app::Selection{app::RecordType::Finding, findings[i]->id}) spec.selected = i;
    spec.row_key = [&](std::size_t row) { return static_cast<NodeKey>(findings[row]->id.hash()); };
    spec.describe_row = [&](std::size_t row, app::MirrorNode& node) { node.name = findings[row]->description; };
    if (findings.size() <= 500)
        spec.row_height = [&](std::size_t row, std::span<const float> widths) {
            return state.heights.get(row, widths, [&] {
                std::size_t most = 1;
                for (std::size_t c = 0; c < places.size(); ++c)
                    if (places[c] >= 1 && places[c] <= 4)
                        most = std::max(most,
                                        text_cell_lines(body(ui), ledger_text(screen, *findings[row], places[c], row),
                                                        widths[c] - 20));
                return row_height_of(ui, most);
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
        text_cell(ui, style, text, min, max);
    };
    const GridEvent event =
        grid(ui, spec, ImVec2(ImGui::GetContentRegionAvail().x, std::max(220.f, ImGui::GetContentRegionAvail().y - 4)));
    if (event.selected) screen.want(app::Select{app::RecordType::Finding, findings[*event.selected]->id});
    if (event.opened) screen.want(app::Select{app::RecordType::Finding, findings[*event.opened]->id});
    if (event.remove && !work.read_only())
        screen.want(app::RemoveRows{app::RecordType::Finding, {findings[*event.remove]->id}});
}

void open_dialog(Screen& screen) {
    const base::Date today = screen.today();
    const std::string title = screen.ui.words("inspection.default-title",
                                              {std::to_string(today.year()), std::to_string((today.month() + 2) / 3)});
    screen.open_dialog(app::DialogKind::NewInspection, {}, {{"title", title}, {"date", today.iso()}});
}

void no_round_yet(Screen& screen) {
    Ui& ui = screen.ui;
    if (empty_card(ui, "first", icon::clipboard_check, ui.words("record.inspection.empty"),
                   screen.read_only() ? std::string_view() : ui.words("action.inspect"),
                   ImGui::GetContentRegionAvail().x))
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
        side_note(ui, finding_tone(change->to), ui.words("inspection.step", {by, to}), note, width);
        gap(6);
    }
    if (screen.read_only()) return;
    bool first = true;
    for (const FindingState to : edit::next_states(finding.state)) {
        const std::string key =
            "step." + std::string(model::ChoicesOf<FindingState>::choices.values[static_cast<std::size_t>(to)]);
        if (!first) same_line(8);
        if (button(ui, key, ui.words(key), {.style = first ? ButtonStyle::Primary : ButtonStyle::Plain})) {
            const bool judged = to == FindingState::Closed || to == FindingState::Returned;
            const model::Id by = judged ? finding.verifier.id() : finding.owner.id();
            screen.open_dialog(app::DialogKind::StepFinding, {app::RecordType::Finding, finding.id}, {{"by", by.str()}},
                               static_cast<std::uint8_t>(to));
        }
        first = false;
    }
    gap(14);
}

void inspection_panel(Screen& screen, PanelStates& states) {
    Ui& ui = screen.ui;
    const app::Workspace& work = screen.work;
    if (screen.view().tab_of(app::Page::Inspection) == 1) return records_panel(screen, states.records);
    const model::Inspection* round = shown_round(work);
    const Enabled enabled = work.read_only() ? Enabled::No : Enabled::Yes;
    std::vector<Tool> tools;
    if (round) {
        tools.push_back({"add", ui.words("action.add-record", {ui.words("record.finding")}), {.enabled = enabled}});
        tools.push_back({"report", std::string(ui.words("action.make-report"))});
    }
    tools.push_back({"inspect",
                     std::string(ui.words("action.inspect")),
                     {.style = ButtonStyle::Primary, .icon = icon::clipboard_check, .enabled = enabled}});
    const std::string_view chosen = page_head(ui, ui.words("page.inspection"),
                                              round ? round->title + " · " + round->date.iso() : std::string(), tools);
    if (chosen == "add") screen.want(app::AddRow{app::RecordType::Finding, round->id});
    if (chosen == "inspect") open_dialog(screen);
    if (chosen == "report") {
        states.reports.kind = 1;
        screen.want(app::Show{app::Page::Reports});
    }
    gap(8);
    page_tabs(screen, app::Page::Inspection);
    gap(12);
    if (!round) return no_round_yet(screen);
    ledger_figures(ui, screen.work.derived().ledger(round->id), ImGui::GetContentRegionAvail().x);
    gap(14);
    if (screen.plan().table(app::RecordType::Finding).empty()) {
        empty_card(ui, "clean", icon::success, ui.words("inspection.clean"), {}, ImGui::GetContentRegionAvail().x);
        return;
    }
    ledger(screen, states.inspection, *round);
}

}  // namespace ui
