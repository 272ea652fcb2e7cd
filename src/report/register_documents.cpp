// The registers: risks, communication, tasks, indicators.
#include <algorithm>
#include <map>

#include "analysis/context.hpp"
#include "analysis/indicators.hpp"
#include "analysis/outline.hpp"
#include "analysis/risks.hpp"
#include "report/chapters.hpp"
#include "report/kind_documents.hpp"

namespace report {
namespace {
using base::Date;
using model::RecordType;
using model::Row;

std::string level_name(const base::Words& words, int score) {
    return std::string(words("risk-level." + std::string(name_of(analysis::risk_level(score)))));
}

// ---------------------------------------------------------------- risks

std::string responses_text(Builder& b, std::span<const std::pair<model::Id, const model::RiskResponse*>> responses) {
    using model::RiskResponse;
    std::string text;
    int number = 0;
    for (const auto& [id, response] : responses) {
        const std::string extras = joined_texts({b.take<&RiskResponse::owner>(*response),
                                                 when_text<&RiskResponse::due, &RiskResponse::timing>(b, *response),
                                                 b.take<&RiskResponse::state>(*response)},
                                                b.word("report.clause-end"));
        if (!text.empty()) text += '\n';
        if (responses.size() > 1) text += std::to_string(++number) + ". ";
        text += b.take<&RiskResponse::action>(*response);
        if (!extras.empty()) text += b.words()("report.brackets", {extras});
    }
    return text;
}

void risk_figures(Builder& b, const std::vector<analysis::RiskState>& states) {
    std::size_t levels[4] = {}, without = 0, overdue = 0;
    for (const analysis::RiskState& state : states) {
        ++levels[static_cast<std::size_t>(analysis::risk_level(state.inherent))];
        without += state.status == analysis::RiskStatus::NoResponse ? 1 : 0;
        overdue += state.status == analysis::RiskStatus::Overdue ? 1 : 0;
    }
    const auto level = [&](analysis::RiskLevel one) {
        return figure_of(b.word("risk-level." + std::string(name_of(one))), levels[static_cast<std::size_t>(one)]);
    };
    KeyFigures figures{{figure_of(b.word("report.risks.total"), states.size()), level(analysis::RiskLevel::High),
                        level(analysis::RiskLevel::Middle), level(analysis::RiskLevel::Low),
                        level(analysis::RiskLevel::Unrated), figure_of(b.word("risk-status.no-response"), without)}};
    if (b.release().progress) figures.figures.push_back(figure_of(b.word("risk-status.overdue"), overdue));
    b.block(std::move(figures));
}

// How many risks there are of each probability and impact; the worst stand at the top right.
void risk_matrix_table(Builder& b) {
    const analysis::RiskMatrix matrix = analysis::risk_matrix(b.plan(), analysis::RiskView::Inherent);
    Table table;
    table.columns.push_back(kind_column(b.word("report.risks.matrix-corner"), 20, Align::Centre));
    for (int impact = 1; impact <= 5; ++impact)
        table.columns.push_back(kind_column(std::to_string(impact), 10, Align::Centre));
    for (std::size_t probability = 5; probability-- > 0;) {
        std::vector<Cell> row{std::to_string(probability + 1)};
        for (const int number : matrix[probability])
            row.emplace_back(number == 0 ? Cell() : Cell(Number{std::to_string(number)}));
        table.rows.push_back(std::move(row));
    }
    b.heading(1, b.word("report.risks.matrix"));
    b.block(std::move(table));
}
}  // namespace

Made risks_document(const DocumentRequest& request) {
    using model::Risk, model::RiskAssurance;
    Builder b(request.plan, request.words, request.release);
    const std::string title = kind_title(request);
    b.orientation(Orientation::Landscape);
    kind_front(b, request, title, {});
    const auto states = analysis::risk_states(request.plan, request.today);
    std::map<const Row*, const analysis::RiskState*> state_of;
    RowList risks;
    for (const analysis::RiskState& state : states) {
        state_of.emplace(state.risk, &state);
        risks.push_back(state.risk);
    }
    if (risks.empty()) b.missing();
    if (!risks.empty()) risk_figures(b, states);
    b.heading(1, b.word("report.risks.register"));
    const analysis::Grouped<model::RiskResponse> responses(request.plan, &model::RiskResponse::risk);
    int at = 0;
    std::vector<RecordColumn> columns{
        computed(b.word("report.ordinal"), 4, Align::Centre,
                 [&](Builder&, const Row&) { return Number{std::to_string(++at)}; }),
        column<&Risk::factor>(16),
        column<&Risk::category>(8),
        column<&Risk::probability>(5, Align::Right),
        column<&Risk::impact>(5, Align::Right),
        computed(b.word("report.risk-score"), 8, Align::Left,
                 [&](Builder& builder, const Row& row) {
                     const int score = state_of[&row]->inherent;
                     return score == 0 ? std::string()
                                       : std::to_string(score) + " " + level_name(builder.words(), score);
                 }),
        column<&Risk::impact_text>(14),
        column<&Risk::strategy>(6),
        column<&Risk::trigger>(10),
        computed(b.word("record.riskResponse"), 24, Align::Left,
                 [&](Builder& builder, const Row& row) { return responses_text(builder, responses.of(row.id)); }),
        column<&Risk::owner>(7)};
    if (request.release.progress) {
        columns.push_back(
            computed(b.word("report.risks.residual"), 8, Align::Left, [&](Builder& builder, const Row& row) {
                const int score = state_of[&row]->residual;
                return score == 0 ? std::string() : std::to_string(score) + " " + level_name(builder.words(), score);
            }));
        columns.push_back(computed(b.word("report.state"), 8, Align::Left, [&](Builder& builder, const Row& row) {
            const analysis::RiskState& state = *state_of[&row];
            return State{builder.word("risk-status." + std::string(name_of(state.status))),
                         state.status == analysis::RiskStatus::Overdue};
        }));
    }
    for (RecordColumn& one : columns) one.is_fixed = true;
    if (!risks.empty()) {
        b.table(RecordType::Risk, risks, columns);
        risk_matrix_table(b);
    }
    const auto& assurance = request.plan.single<RiskAssurance>();
    b.heading(1, b.word("record.riskAssurance"));
    b.paragraphs<&RiskAssurance::action>(assurance);
    b.labelled<&RiskAssurance::owner>(assurance);
    b.labelled(b.word("report.response-time"), when_text<&RiskAssurance::due, &RiskAssurance::timing>(b, assurance));
    return kind_finished(b, request, title);
}

// ---------------------------------------------------------------- communication

Made communication_document(const DocumentRequest& request) {
    using model::Collaboration, model::Communication;
    Builder b(request.plan, request.words, request.release);
    const std::string title = kind_title(request);
    b.orientation(Orientation::Landscape);
    kind_front(b, request, title, {});
    const RowList all = reading_order(request.plan, RecordType::Communication);
    b.heading(1, b.word("report.kind.communication"));
    if (all.empty()) b.missing();
    int at = 0;
    std::vector<RecordColumn> columns{
        computed(b.word("report.ordinal"), 4, Align::Centre,
                 [&](Builder&, const Row&) { return Number{std::to_string(++at)}; }),
        column<&Communication::audience>(16),
        column<&Communication::content>(32),
        column<&Communication::way>(20),
        computed(b.label<&Communication::frequency>(), 18, Align::Left,
                 [](Builder& builder, const Row& row) {
                     const auto& one = static_cast<const Communication&>(row);
                     const std::string text = builder.take<&Communication::frequency>(one);
                     if (builder.take<&Communication::on_demand>(one).empty()) return text;
                     const std::string needed = builder.label<&Communication::on_demand>();
                     return text.empty() ? needed : text + builder.words()("report.brackets", {needed});
                 }),
        column<&Communication::owner>(10)};
    for (RecordColumn& one : columns) one.is_fixed = true;
    if (!all.empty()) b.table(RecordType::Communication, all, columns);
    b.record_section(
        1, RecordType::Collaboration,
        {column<&Collaboration::name>(16), column<&Collaboration::way>(20), column<&Collaboration::duties>(24),
         column<&Collaboration::benefit_label>(10), column<&Collaboration::benefit>(18),
         column<&Collaboration::units>(14), column<&Collaboration::frequency>(10)});
    b.generic_section(1, RecordType::CollaborationDuty);
    return kind_finished(b, request, title);
}

// ---------------------------------------------------------------- tasks

// Every task with what is known of it.
void task_table(Builder& b, const std::vector<analysis::OutlineRow>& outline, Date today) {
    using model::Task;
    std::map<const Row*, const analysis::OutlineRow*> places;
    RowList tasks;
    for (const analysis::OutlineRow& row : outline) {
        places.emplace(row.task, &row);
        tasks.push_back(row.task);
    }
    const auto day = [](Date own, Date rolled) { return own.empty() ? rolled : own; };
    std::vector<RecordColumn> columns{
        computed(b.word("report.number"), 6, Align::Left, [&](Builder&, const Row& row) { return places[&row]->code; }),
        column<&Task::title>(26),
        column<&Task::owner>(9),
        column<&Task::participants>(14),
        computed(b.label<&Task::start>(), 11, Align::Left,
                 [&](Builder& builder, const Row& row) -> Cell {
                     const auto& task = static_cast<const Task&>(row);
                     const Cell own = when_cell<&Task::start, &Task::start_words>(builder, task);
                     const Date rolled = day(task.start, places[&row]->start);
                     return cell_text(own).empty() && !rolled.empty() ? Cell(rolled) : own;
                 }),
        computed(b.label<&Task::finish>(), 11, Align::Left,
                 [&](Builder& builder, const Row& row) -> Cell {
                     const auto& task = static_cast<const Task&>(row);
                     const Cell own = when_cell<&Task::finish, &Task::finish_words>(builder, task);
                     const Date rolled = day(task.finish, places[&row]->finish);
                     return cell_text(own).empty() && !rolled.empty() ? Cell(rolled) : own;
                 }),
        column<&Task::expected_result>(18)};
    if (b.release().progress) {
        columns.push_back(computed(b.label<&Task::progress>(), 7, Align::Right, [&](Builder&, const Row& row) -> Cell {
            const auto& place = *places[&row];
            return place.task->progress || place.has_children ? Cell(Percent{std::to_string(place.progress)}) : Cell();
        }));
        columns.push_back(
            computed(b.label<&Task::status>(), 10, Align::Left, [&](Builder& builder, const Row& row) -> Cell {
                const auto& task = static_cast<const Task&>(row);
                const auto& place = *places[&row];
                const std::string status = choice_text(builder.words(), task.status);
                if (place.has_children || !is_late(task, place.finish, today)) return State{status};
                return State{status + builder.words()("report.overdue-days",
                                                      {std::to_string(today.days() - place.finish.days())}),
                             true};
            }));
    }
    for (RecordColumn& one : columns) one.is_fixed = true;
    if (!tasks.empty()) b.table(RecordType::Task, tasks, columns);
}

Made tasks_document(const DocumentRequest& request) {
    using model::TaskStatus;
    Builder b(request.plan, request.words, request.release);
    const std::string title = kind_title(request);
    b.orientation(Orientation::Landscape);
    kind_front(b, request, title, {});
    const auto outline = analysis::outline(request.plan);
    std::size_t leaves = 0, done = 0, running = 0, late = 0;
    for (const analysis::OutlineRow& row : outline) {
        if (row.has_children) continue;
        ++leaves;
        done += row.task->status == TaskStatus::Done ? 1 : 0;
        running += row.task->status == TaskStatus::Running ? 1 : 0;
        late += is_late(*row.task, row.finish, request.today) ? 1 : 0;
    }
    if (outline.empty()) b.missing();
    if (!outline.empty() && request.release.progress)
        b.block(KeyFigures{{figure_of(b.word("report.tasks.total"), outline.size()),
                            figure_of(b.word("report.tasks.leaves"), leaves),
                            figure_of(choice_text(b.words(), TaskStatus::Done), done),
                            figure_of(choice_text(b.words(), TaskStatus::Running), running),
                            figure_of(b.word("report.figures.overdue"), late)}});
    task_table(b, outline, request.today);
    return kind_finished(b, request, title);
}

// ---------------------------------------------------------------- indicators

namespace {
using model::Indicator;
using model::Reading;

// The difference of two percentages is one of percentage points.
std::string difference_text(const base::Words& words, base::Decimal difference, const std::string& unit) {
    const std::string sign = difference.units > 0 ? "+" : "";
    return sign + measured(difference.text(), unit == "%" ? std::string(words("report.points")) : plain_text(unit));
}

// From the last reading but one to the last: 向好（+3 次）.
std::string trend_text(const base::Words& words, const Indicator& indicator, std::vector<const Reading*> readings) {
    std::ranges::stable_sort(readings, {}, &Reading::date);
    if (readings.size() < 2) return {};
    const std::int64_t after = readings.back()->value->units;
    const base::Decimal difference{after - readings[readings.size() - 2]->value->units};
    if (difference.units == 0) return std::string(words("report.trend.flat"));
    const bool is_better = (difference.units > 0) == (indicator.direction == model::Direction::HigherIsBetter);
    return words(is_better ? "report.trend.better" : "report.trend.worse",
                 {difference_text(words, difference, indicator.unit)});
}

Cell unit_value(Builder& b, Cell cell, const Indicator& indicator) {
    if (auto* number = std::get_if<Number>(&cell)) number->unit = b.take<&Indicator::unit>(indicator);
    return cell;
}
}  // namespace

Made indicators_document(const DocumentRequest& request) {
    Builder b(request.plan, request.words, request.release);
    const std::string title = kind_title(request);
    b.orientation(Orientation::Landscape);
    kind_front(b, request, title, {});
    const auto states = analysis::indicator_states(request.plan, request.today);
    std::map<const Row*, const analysis::IndicatorState*> state_of;
    RowList indicators;
    std::map<analysis::IndicatorStatus, std::size_t> counts;
    for (const analysis::IndicatorState& state : states) {
        state_of.emplace(state.indicator, &state);
        indicators.push_back(state.indicator);
        ++counts[state.status];
    }
    if (indicators.empty()) {
        b.missing();
        return kind_finished(b, request, title);
    }
    KeyFigures figures{{figure_of(b.word("report.indicators.total"), states.size())}};
    for (const analysis::IndicatorStatus status :
         {analysis::IndicatorStatus::Met, analysis::IndicatorStatus::Running, analysis::IndicatorStatus::Behind,
          analysis::IndicatorStatus::Missed, analysis::IndicatorStatus::NoReading, analysis::IndicatorStatus::NoTarget})
        figures.figures.push_back(
            figure_of(b.word("indicator-status." + std::string(name_of(status))), counts[status]));
    b.block(std::move(figures));
    const analysis::Grouped<Reading> readings(request.plan, &Reading::indicator);
    const auto of = [](const Row& row) -> const Indicator& { return static_cast<const Indicator&>(row); };
    std::vector<RecordColumn> columns{
        column<&Indicator::name>(18),
        column<&Indicator::dimension>(9),
        column<&Indicator::direction>(8),
        computed(b.label<&Indicator::baseline>(), 10, Align::Right,
                 [&](Builder& builder, const Row& row) {
                     return unit_value(builder, builder.take_cell<&Indicator::baseline>(of(row)), of(row));
                 }),
        computed(b.word("report.indicators.latest"), 10, Align::Right,
                 [&](Builder& builder, const Row& row) -> Cell {
                     const Reading* latest = state_of[&row]->latest;
                     return latest ? unit_value(builder, Number{latest->value->text()}, of(row)) : Cell();
                 }),
        computed(b.word("report.indicators.latest-on"), 11, Align::Left,
                 [&](Builder&, const Row& row) -> Cell {
                     const Reading* latest = state_of[&row]->latest;
                     return latest && !latest->date.empty() ? Cell(latest->date) : Cell();
                 }),
        computed(b.label<&Indicator::target>(), 10, Align::Right,
                 [&](Builder& builder, const Row& row) {
                     return unit_value(builder, builder.take_cell<&Indicator::target>(of(row)), of(row));
                 }),
        column<&Indicator::target_on>(11),
        computed(b.word("report.indicators.way"), 8, Align::Right,
                 [&](Builder&, const Row& row) -> Cell {
                     const auto way = state_of[&row]->way_percent;
                     return way ? Cell(Percent{std::to_string(*way)}) : Cell();
                 }),
        computed(b.word("report.indicators.trend"), 11, Align::Left,
                 [&](Builder& builder, const Row& row) {
                     std::vector<const Reading*> known;
                     for (const auto& [id, reading] : readings.of(row.id))
                         if (reading->value && reading->date <= request.today) known.push_back(reading);
                     return trend_text(builder.words(), of(row), std::move(known));
                 }),
        computed(b.word("report.state"), 8, Align::Left,
                 [&](Builder& builder, const Row& row) {
                     const analysis::IndicatorStatus status = state_of[&row]->status;
                     const bool is_bad =
                         status == analysis::IndicatorStatus::Missed || status == analysis::IndicatorStatus::Behind;
                     return State{builder.word("indicator-status." + std::string(name_of(status))), is_bad};
                 }),
        column<&Indicator::owner>(8)};
    for (RecordColumn& one : columns) one.is_fixed = true;
    b.heading(1, b.word("report.kind.indicators"));
    b.table(RecordType::Indicator, indicators, columns);
    b.block(Paragraph{{}, b.word("report.indicators.how"), Tone::Note});
    return kind_finished(b, request, title);
}

}  // namespace report
