// planner schedule: when each task can and must start and finish, for people or machines.
#include "analysis/schedule.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "codec/plan_json.hpp"

namespace cli {
namespace {
using analysis::OutlineRow;
using analysis::ScheduledTask;
using codec::json_string;

struct Scheduled {
    std::vector<OutlineRow> rows;
    analysis::Schedule schedule;
};

std::string date_json(base::Date day) {
    return day ? json_string(day.iso()) : "null";
}

// The constraint that a task's dates break: {"constraint": NAME, "date": DATE}, or null.
std::string conflict_json(const model::Task& row, const ScheduledTask& task) {
    if (!task.conflict) return "null";
    const auto name = model::ChoicesOf<model::TaskConstraint>::choices.values[static_cast<std::size_t>(row.constraint)];
    return "{\"constraint\": " + json_string(name) + ", \"date\": " + date_json(row.constraint_date) + "}";
}

std::string driver_json(const Scheduled& scheduled, const ScheduledTask& task) {
    if (task.driver < 0) return "null";
    return json_string(scheduled.rows[static_cast<std::size_t>(task.driver)].task->id.text());
}

// {"tasks": [{id, earlyStart, earlyFinish, lateStart, lateFinish, totalFloat, freeFloat, critical, slip,
// nearCritical, conflict, driver}], "loops": [[id, …]], "finish": DATE}: a stable form. Days ISO, floats and slip in
// working days; null where there is none, as of everything of a cancelled task.
std::string for_machines(const Scheduled& scheduled) {
    std::string text = "{\n  \"tasks\": [";
    for (std::size_t i = 0; i < scheduled.rows.size(); ++i) {
        const ScheduledTask& task = scheduled.schedule.tasks[i];
        const bool there = !task.early_start.empty();
        const auto number = [&](std::int64_t days) { return there ? std::to_string(days) : std::string("null"); };
        text += std::string(i == 0 ? "\n" : ",\n") + "    {\"id\": " + json_string(scheduled.rows[i].task->id.text()) +
                ", \"earlyStart\": " + date_json(task.early_start) +
                ", \"earlyFinish\": " + date_json(task.early_finish) +
                ", \"lateStart\": " + date_json(task.late_start) + ", \"lateFinish\": " + date_json(task.late_finish) +
                ", \"totalFloat\": " + number(task.total_float) + ", \"freeFloat\": " + number(task.free_float) +
                ", \"critical\": " + (task.critical ? "true" : "false") +
                ", \"slip\": " + (task.slip ? std::to_string(*task.slip) : "null") +
                ", \"nearCritical\": " + (task.near_critical ? "true" : "false") +
                ", \"conflict\": " + conflict_json(*scheduled.rows[i].task, task) +
                ", \"driver\": " + driver_json(scheduled, task) + "}";
    }
    text += scheduled.rows.empty() ? "],\n  \"loops\": [" : "\n  ],\n  \"loops\": [";
    for (std::size_t i = 0; i < scheduled.schedule.loops.size(); ++i) {
        std::vector<std::string> ids;
        for (const int place : scheduled.schedule.loops[i])
            ids.push_back(json_string(scheduled.rows[static_cast<std::size_t>(place)].task->id.text()));
        text += (i == 0 ? "[" : ", [") + base::join(ids, ", ") + "]";
    }
    return text + "],\n  \"finish\": " + date_json(scheduled.schedule.finish) + "\n}\n";
}

std::string for_people(const base::Words& words, const Scheduled& scheduled) {
    std::string text;
    for (std::size_t i = 0; i < scheduled.rows.size(); ++i) {
        const ScheduledTask& task = scheduled.schedule.tasks[i];
        if (!task.early_start) continue;
        const OutlineRow& row = scheduled.rows[i];
        text += words("cli.schedule.task", {row.code, row.task->title, task.early_start.iso(), task.early_finish.iso(),
                                            std::to_string(task.total_float)});
        if (task.critical) text += words("cli.schedule.critical");
        if (task.conflict) {
            const std::size_t choice = static_cast<std::size_t>(row.task->constraint);
            const auto name = model::ChoicesOf<model::TaskConstraint>::choices.values[choice];
            text += words("cli.schedule.conflict",
                          {words("choice.taskConstraint." + std::string(name)), row.task->constraint_date.iso()});
        }
        if (task.slip && *task.slip > 0) text += words("cli.schedule.late", {std::to_string(*task.slip)});
        text += "\n";
    }
    for (const std::vector<int>& loop : scheduled.schedule.loops) {
        std::vector<std::string> names;
        for (const int place : loop) names.push_back(scheduled.rows[static_cast<std::size_t>(place)].task->title);
        names.push_back(names.front());
        text += words("cli.schedule.loop", {base::join(names, " → ")}) + "\n";
    }
    const base::Date finish = scheduled.schedule.finish;
    return text + (finish ? words("cli.schedule.finish", {finish.iso()}) : std::string(words("cli.schedule.none"))) +
           "\n";
}

Exit run(const Context& context, const Arguments& arguments) {
    const auto plan = read_plan(arguments.operands[0]);
    if (!plan) return fail(context, plan.error());
    const analysis::Calendar calendar = analysis::calendar_for(*plan);
    Scheduled scheduled{analysis::outline(*plan, calendar), {}};
    const analysis::Network network(*plan, scheduled.rows, analysis::OutlineIndex(scheduled.rows));
    analysis::ScheduleOptions how = analysis::schedule_options(*plan);
    how.ignore_dates = arguments.has("--ignore-dates");
    scheduled.schedule = analysis::schedule(network, calendar, how);
    const std::string text = arguments.has("--json") ? for_machines(scheduled) : for_people(context.words, scheduled);
    return write(context, arguments, text, scheduled.schedule.loops.empty() ? Exit::Clean : Exit::Findings);
}

constexpr std::string_view operands[] = {"FILE"};
constexpr Option options[] = {{"--ignore-dates", ""}, {"--json", ""}, language_option, {"-o", "FILE"}};
}  // namespace

const Command schedule_command{"schedule", operands, options, run};

}  // namespace cli
