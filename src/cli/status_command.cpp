// planner status: where the work stands on a day: planned against actual, what is late, when it will be finished,
// indicators, risks, what is overdue.
#include "analysis/overdue.hpp"
#include "analysis/progress.hpp"
#include "analysis/reading_due.hpp"
#include "analysis/risks.hpp"
#include "cli/command.hpp"
#include "cli/json_text.hpp"
#include "codec/plan_json.hpp"

namespace cli {
namespace {
using analysis::IndicatorState;
using analysis::OutlineRow;
using analysis::RiskState;
using codec::json_string;

struct Status {
    const model::Plan& plan;
    base::Date day;
    const model::Baseline* baseline;
    std::vector<OutlineRow> rows;
    analysis::Progress progress;
    std::vector<IndicatorState> indicators;
    std::vector<analysis::ReadingDue> readings;  // of each indicator
    std::vector<RiskState> risks;
    std::vector<analysis::OverdueItem> overdue;
};

const OutlineRow& row_at(const Status& status, int place) {
    return status.rows[static_cast<std::size_t>(place)];
}

std::string late_json(const Status& status, const std::vector<analysis::LateTask>& tasks) {
    std::vector<std::string> items;
    for (const analysis::LateTask& late : tasks) {
        const model::Task& task = *row_at(status, late.row).task;
        items.push_back(json_object({{"id", json_of(task.id)},
                                     {"title", json_string(task.title)},
                                     {"start", json_of(task.start)},
                                     {"finish", json_of(task.finish)},
                                     {"days", std::to_string(late.days)}}));
    }
    return json_list(items);
}

std::string tasks_json(const Status& status) {
    std::vector<std::string> items;
    for (std::size_t i = 0; i < status.rows.size(); ++i) {
        const analysis::TaskForecast& one = status.progress.forecast[i];
        if (!one.finish) continue;
        items.push_back(json_object({{"id", json_of(status.rows[i].task->id)},
                                     {"progress", std::to_string(status.rows[i].progress)},
                                     {"finish", json_of(status.rows[i].finish)},
                                     {"forecastStart", json_of(one.start)},
                                     {"forecastFinish", json_of(one.finish)},
                                     {"slip", json_of(one.slip)},
                                     {"baselineSlip", json_of(one.baseline_slip)}}));
    }
    return json_list(items);
}

std::string indicators_json(const Status& status) {
    std::vector<std::string> items;
    for (std::size_t i = 0; i < status.indicators.size(); ++i) {
        const IndicatorState& state = status.indicators[i];
        items.push_back(json_object({{"id", json_of(state.indicator->id)},
                                     {"name", json_string(state.indicator->name)},
                                     {"status", json_string(name_of(state.status))},
                                     {"latest", state.latest ? json_string(state.latest->value->text()) : "null"},
                                     {"latestOn", state.latest ? json_of(state.latest->date) : "null"},
                                     {"wayPercent", json_of(state.way_percent)},
                                     {"stale", json_of(status.readings[i].stale)},
                                     {"nextReading", json_of(status.readings[i].next)}}));
    }
    return json_list(items);
}

std::string risks_json(const Status& status) {
    std::vector<std::string> items;
    for (const RiskState& risk : status.risks)
        items.push_back(json_object({{"id", json_of(risk.risk->id)},
                                     {"factor", json_string(risk.risk->factor)},
                                     {"inherent", std::to_string(risk.inherent)},
                                     {"residual", std::to_string(risk.residual)},
                                     {"level", json_string(name_of(analysis::risk_level(risk.residual)))},
                                     {"status", json_string(name_of(risk.status))}}));
    return json_list(items);
}

std::string overdue_json(const Status& status) {
    std::vector<std::string> items;
    for (const analysis::OverdueItem& item : status.overdue)
        items.push_back(json_object({{"record", json_string(model::record(item.record).name)},
                                     {"id", json_of(item.row->id)},
                                     {"title", json_title(status.plan, item.record, *item.row)},
                                     {"due", json_of(item.due)},
                                     {"days", std::to_string(item.days)},
                                     {"owner", json_of(item.owner)}}));
    return json_list(items);
}

// A stable form. Days ISO; shares of work by working days; slips, late days in working days, overdue ones in calendar
// days; money in fen; what is not known null.
std::string for_machines(const Status& status) {
    const analysis::Progress& progress = status.progress;
    const analysis::WorkDone &work = progress.work, &cost = progress.cost;
    return json_report({{"format", json_string("fanglue-status")},
                        {"on", json_of(status.day)},
                        {"baseline", status.baseline ? json_string(status.baseline->name) : "null"},
                        {"work", json_object({{"days", std::to_string(work.whole / 100)},
                                              {"plannedPercent", json_of(work.planned_percent())},
                                              {"actualPercent", json_of(work.actual_percent())},
                                              {"spi", json_ratio(work.performance())},
                                              {"undated", std::to_string(progress.undated)}})},
                        {"cost", json_object({{"budget", std::to_string(cost.whole)},
                                              {"planned", std::to_string(cost.planned)},
                                              {"earned", std::to_string(cost.actual)},
                                              {"spent", std::to_string(progress.spent)},
                                              {"spi", json_ratio(cost.performance())},
                                              {"cpi", json_ratio(progress.cost_performance())}})},
                        {"finish", json_of(progress.planned_finish)},
                        {"forecastFinish", json_of(progress.forecast_finish)},
                        {"slip", json_of(progress.slip)},
                        {"lateStarts", late_json(status, progress.late_starts)},
                        {"lateFinishes", late_json(status, progress.late_finishes)},
                        {"tasks", tasks_json(status)},
                        {"indicators", indicators_json(status)},
                        {"risks", risks_json(status)},
                        {"overdue", overdue_json(status)}});
}

std::string percent_text(const std::optional<int>& percent) {
    return percent ? std::to_string(*percent) + "%" : "—";
}
std::string ratio_text(const std::optional<std::int64_t>& ratio) {
    return ratio ? base::Decimal{*ratio / 100 * 100}.text() : "—";
}

std::string for_people(const base::Words& words, const Status& status) {
    const analysis::Progress& progress = status.progress;
    std::string text = words("cli.status.work",
                             {status.day.iso(), percent_text(progress.work.planned_percent()),
                              percent_text(progress.work.actual_percent()), ratio_text(progress.work.performance())}) +
                       "\n";
    if (progress.cost.whole > 0)
        text += words("cli.status.cost",
                      {base::Money{progress.cost.whole}.yuan(), base::Money{progress.spent}.yuan(),
                       ratio_text(progress.cost.performance()), ratio_text(progress.cost_performance())}) +
                "\n";
    if (progress.forecast_finish)
        text +=
            words("cli.status.forecast", {progress.planned_finish ? progress.planned_finish.iso() : "—",
                                          progress.forecast_finish.iso(), std::to_string(progress.slip.value_or(0))}) +
            "\n";
    const auto late = [&](std::string_view key, const std::vector<analysis::LateTask>& tasks) {
        for (const analysis::LateTask& one : tasks) {
            const OutlineRow& row = row_at(status, one.row);
            text += words(key, {row.code, row.task->title, std::to_string(one.days)}) + "\n";
        }
    };
    late("cli.status.late-start", progress.late_starts);
    late("cli.status.late-finish", progress.late_finishes);
    for (std::size_t i = 0; i < status.rows.size(); ++i)
        if (const auto& slip = progress.forecast[i].baseline_slip; slip && *slip != 0)
            text += words("cli.status.baseline", {status.rows[i].code, status.rows[i].task->title,
                                                  status.baseline->name, std::to_string(*slip)}) +
                    "\n";
    for (std::size_t i = 0; i < status.indicators.size(); ++i) {
        const IndicatorState& state = status.indicators[i];
        text += words("cli.status.indicator",
                      {state.indicator->name, words("indicator-status." + std::string(name_of(state.status))),
                       state.latest ? state.latest->value->text() : "—"});
        if (status.readings[i].stale) text += words("cli.status.stale");
        text += "\n";
    }
    for (const RiskState& risk : status.risks)
        text +=
            words("cli.status.risk",
                  {risk.risk->factor, words("risk-level." + std::string(name_of(analysis::risk_level(risk.residual)))),
                   words("risk-status." + std::string(name_of(risk.status)))}) +
            "\n";
    for (const analysis::OverdueItem& item : status.overdue)
        text += words("cli.status.overdue", {words("record." + std::string(model::record(item.record).name)),
                                             model::title_of(status.plan, item.record, item.row->id), item.due.iso(),
                                             std::to_string(item.days)}) +
                "\n";
    return text;
}

Exit run(const Context& context, const Arguments& arguments) {
    const auto today = today_of(context, arguments);
    if (!today) return fail(context, today.error());
    const auto plan = read_plan(arguments.operands[0]);
    if (!plan) return fail(context, plan.error());
    const model::Baseline* baseline = analysis::baseline_on(*plan, today->day);
    if (const std::string name = arguments.get("--baseline"); !name.empty()) {
        baseline = analysis::find_baseline(*plan, name);
        if (!baseline) return fail(context, {"baseline-missing", name, {}});
    }
    const analysis::Calendar calendar = analysis::calendar_for(*plan);
    Status status{*plan, today->day, baseline, analysis::outline(*plan, calendar), {}, {}, {}, {}, {}};
    status.progress = analysis::progress_on(*plan, status.rows, calendar, today->day, baseline);
    status.indicators = analysis::indicator_states(*plan, today->day);
    for (const IndicatorState& state : status.indicators)
        status.readings.push_back(analysis::reading_due(state, calendar, plan->cover().start, today->day));
    status.risks = analysis::risk_states(*plan, today->day);
    status.overdue = analysis::overdue_items(*plan, today->day);
    return write(context, arguments,
                 arguments.has("--json") ? for_machines(status) : for_people(context.words, status));
}

constexpr std::string_view operands[] = {"FILE"};
constexpr Option options[] = {
    {"--on", "DATE"}, {"--baseline", "NAME"}, {"--json", ""}, language_option, {"-o", "FILE"}};
}  // namespace

const Command status_command{"status", operands, options, run};

}  // namespace cli
