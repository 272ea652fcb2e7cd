#include "view/ledger.hpp"

#include "base/text.hpp"
#include "edit/rectification.hpp"
#include "view/words.hpp"

namespace view {
namespace {
using model::Finding;
using model::FindingState;

constexpr float wide = 1000;  // px

Cell state_of(const app::Workspace& work, const Finding& finding) {
    if (analysis::is_overdue(finding, work.today().day)) return chip(work.words()("ledger.is-overdue"), Tone::Red);
    return chip(choice_word<&Finding::state>(work.words(), finding.state), tone_of(finding.state));
}

std::string measures_of(const model::Plan& plan, const Finding& finding) {
    std::vector<std::string> actions;
    for (const model::Measure* measure : model::in_order(plan, &model::Measure::finding, finding.id))
        actions.push_back(measure->action);
    return base::join(actions, "；");
}

Row ledger_row(const app::Workspace& work, const Id& id, std::size_t place) {
    const Finding& finding = *work.plan().rows<Finding>().find(id);
    Row row{.id = id, .name = finding.description};
    row.cells = {{.text = std::to_string(place + 1)},
                 {.text = finding.category},
                 {.text = finding.description},
                 {.text = finding.cause, .ink = Ink::Secondary},
                 {.text = measures_of(work.plan(), finding)},
                 {.text = model::title_of(work.plan(), RecordType::Person, finding.owner)},
                 {.text = std::string(choice_word<&Finding::timing>(work.words(), finding.timing))},
                 {.text = finding.deadline ? finding.deadline.iso() : finding.review_frequency},
                 state_of(work, finding)};
    return row;
}

std::string_view choice_name(FindingState state) {
    return model::ChoicesOf<FindingState>::choices.values[static_cast<std::size_t>(state)];
}
}  // namespace

const model::Inspection* shown_round(const app::Workspace& work) {
    const auto rounds = work.plan().rows<model::Inspection>();
    if (const auto* chosen = rounds.find(work.view().inspection)) return chosen;
    const model::Inspection* newest = nullptr;
    for (const model::Inspection& round : rounds)
        if (!newest || round.date > newest->date || (round.date == newest->date && round.order > newest->order))
            newest = &round;
    return newest;
}

KeyFigures ledger_figures(const app::Workspace& work, const Id& round) {
    const base::Words& words = work.words();
    const analysis::LedgerNumbers& numbers = work.derived().ledger(round);
    const auto figure = [&](std::string_view key, const std::string& value, Tone tone) {
        return KeyFigure{std::string(words(key)), value, tone};
    };
    return {figure("ledger.total", std::to_string(numbers.total), Tone::Neutral),
            figure("ledger.closed", std::to_string(numbers.closed), Tone::Green),
            figure("ledger.rectifying", std::to_string(numbers.rectifying), Tone::Blue),
            figure("ledger.awaiting", std::to_string(numbers.awaiting), Tone::Amber),
            figure("ledger.overdue", std::to_string(numbers.overdue), numbers.overdue > 0 ? Tone::Red : Tone::Neutral),
            figure("ledger.completion", numbers.completion().percent(), Tone::Neutral)};
}

Table ledger_table(const app::Workspace& work, LedgerState& state, const model::Inspection& round) {
    const base::Words& words = work.words();
    state.rows.clear();
    for (const Finding* finding : model::in_order(work.plan(), &Finding::inspection, round.id))
        state.rows.push_back(finding->id);
    Table table{.id = "ledger", .name = std::string(words("ledger.name")), .record = RecordType::Finding};
    // Causes and timing stand in the inspector, too: on a narrow page the state must stay in sight.
    const auto column = [&](Holds holds, std::string_view key, float width, float least = 80, float from = 0) {
        table.columns.push_back(
            {.holds = holds, .title = std::string(words(key)), .width = width, .min_width = least, .from = from});
    };
    column(Holds::Text, "ledger.number", 52);
    column(Holds::Text, "field.finding.category", 100);
    column(Holds::Title, "field.finding.description", 0, 150);
    column(Holds::Text, "field.finding.cause", 0, 100, wide);
    column(Holds::Text, "ledger.measures", 0, 150);
    column(Holds::Person, "field.finding.owner", 80);
    column(Holds::Text, "field.finding.timing", 88, 80, wide);
    column(Holds::Date, "field.finding.deadline", 106);
    column(Holds::Chip, "field.finding.state", 80);
    for (const FindingState each : {FindingState::Open, FindingState::Rectifying, FindingState::AwaitingAcceptance,
                                    FindingState::Closed, FindingState::Returned})
        table.columns.back().widest.emplace_back(choice_word<&Finding::state>(words, each));
    table.rows = state.rows;
    table.row = [&work, &state](std::size_t row) { return ledger_row(work, state.rows[row], row); };
    table.abilities = kRemoves;
    table.wraps = true;
    if (work.plan().table(RecordType::Finding).empty()) table.empty = {std::string(words("inspection.clean"))};
    take_selection(work, table);
    return table;
}

FindingSteps finding_steps(const app::Workspace& work, const Finding& finding) {
    const base::Words& words = work.words();
    FindingSteps steps{.state = state_of(work, finding), .course = {}, .next = {}};
    for (const model::StateChange* change : model::in_order(work.plan(), &model::StateChange::finding, finding.id)) {
        const std::string by = model::title_of(work.plan(), RecordType::Person, change->by);
        const std::string_view to = choice_word<&model::StateChange::to>(words, change->to);
        steps.course.push_back({tone_of(change->to), words("inspection.step", {by, to}),
                                change->note.empty() ? change->date.iso() : change->date.iso() + " · " + change->note});
    }
    if (work.read_only()) return steps;
    for (const FindingState to : edit::next_states(finding.state)) {
        const bool judged = to == FindingState::Closed || to == FindingState::Returned;
        const Id by = judged ? finding.verifier.id() : finding.owner.id();
        steps.next.push_back(
            {"step." + std::string(choice_name(to)), app::OpenDialog{{app::DialogKind::StepFinding,
                                                                      {RecordType::Finding, finding.id},
                                                                      static_cast<std::uint8_t>(to),
                                                                      {{"by", by.str()}}}}});
    }
    return steps;
}

app::OpenDialog new_round(const app::Workspace& work) {
    const base::Date today = work.today().day;
    const std::string title = work.words()("inspection.default-title",
                                           {std::to_string(today.year()), std::to_string((today.month() + 2) / 3)});
    return {{app::DialogKind::NewInspection, {}, 0, {{"title", title}, {"date", today.iso()}}}};
}

}  // namespace view
