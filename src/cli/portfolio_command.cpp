// planner portfolio: the plans of a folder side by side. None of them is changed.
#include "analysis/portfolio.hpp"

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/json_text.hpp"
#include "codec/plan_json.hpp"

namespace cli {
namespace {
using analysis::PlanSummary;
using codec::json_string;

struct Collected {
    std::vector<std::string> files;  // names in the folder, of the plans that could be read
    std::vector<model::Plan> plans;
    std::vector<std::pair<std::string, base::Error>> failed;
    analysis::Portfolio portfolio;
};

std::string plan_json(const Collected& all, std::size_t i) {
    const PlanSummary& plan = all.portfolio.plans[i];
    return json_object({{"file", json_string(all.files[i])},
                        {"id", json_of(plan.plan->id)},
                        {"title", json_string(plan.plan->cover().title)},
                        {"department", json_string(plan.plan->cover().department)},
                        {"tasks", std::to_string(plan.tasks)},
                        {"plannedPercent", json_of(plan.progress.work.planned_percent())},
                        {"actualPercent", json_of(plan.progress.work.actual_percent())},
                        {"spi", json_ratio(plan.progress.work.performance())},
                        {"finish", json_of(plan.progress.planned_finish)},
                        {"forecastFinish", json_of(plan.progress.forecast_finish)},
                        {"slip", json_of(plan.progress.slip)},
                        {"overdue", std::to_string(plan.overdue.size())},
                        {"findings", std::to_string(plan.findings.total)},
                        {"findingsClosed", std::to_string(plan.findings.closed)},
                        {"findingsOverdue", std::to_string(plan.findings.overdue)},
                        {"errors", std::to_string(plan.errors)},
                        {"warnings", std::to_string(plan.warnings)}});
}

std::string indicators_json(const Collected& all) {
    std::vector<std::string> items;
    for (const analysis::SharedIndicator& shared : all.portfolio.indicators) {
        std::vector<std::string> states;
        for (const auto& [place, state] : shared.states)
            states.push_back(json_object({{"file", json_string(all.files[place])},
                                          {"id", json_of(state.indicator->id)},
                                          {"status", json_string(name_of(state.status))},
                                          {"latest", state.latest ? json_string(state.latest->value->text()) : "null"},
                                          {"wayPercent", json_of(state.way_percent)}}));
        items.push_back(json_object({{"name", json_string(shared.name)}, {"plans", json_inline(states)}}));
    }
    return json_list(items);
}

std::string people_json(const Collected& all) {
    std::vector<std::string> items;
    for (const analysis::SharedPerson& person : all.portfolio.people) {
        std::vector<std::string> plans, over;
        for (const auto& [place, minutes] : person.minutes)
            plans.push_back(
                json_object({{"file", json_string(all.files[place])}, {"minutes", std::to_string(minutes)}}));
        for (const analysis::SharedDay& day : person.days_over)
            over.push_back(json_object({{"date", json_of(day.date)}, {"minutes", std::to_string(day.minutes)}}));
        items.push_back(json_object(
            {{"name", json_string(person.name)}, {"plans", json_inline(plans)}, {"overAllocated", json_inline(over)}}));
    }
    return json_list(items);
}

std::string overdue_json(const Collected& all) {
    std::vector<std::string> items;
    for (std::size_t i = 0; i < all.files.size(); ++i)
        for (const analysis::OverdueItem& item : all.portfolio.plans[i].overdue)
            items.push_back(json_object({{"file", json_string(all.files[i])},
                                         {"record", json_string(model::record(item.record).name)},
                                         {"id", json_of(item.row->id)},
                                         {"title", json_title(all.plans[i], item.record, *item.row)},
                                         {"due", json_of(item.due)},
                                         {"days", std::to_string(item.days)}}));
    return json_list(items);
}

std::string for_machines(const Collected& all, base::Date day) {
    std::vector<std::string> plans, failed;
    for (std::size_t i = 0; i < all.files.size(); ++i) plans.push_back(plan_json(all, i));
    for (const auto& [name, error] : all.failed)
        failed.push_back(json_object({{"file", json_string(name)}, {"error", json_string(error.code)}}));
    return json_report({{"format", json_string("fanglue-portfolio")},
                        {"on", json_of(day)},
                        {"plans", json_list(plans)},
                        {"indicators", indicators_json(all)},
                        {"people", people_json(all)},
                        {"overdue", overdue_json(all)},
                        {"failed", json_list(failed)}});
}

std::string for_people(const base::Words& words, const Collected& all) {
    std::string text;
    const auto percent = [](const std::optional<int>& number) { return number ? std::to_string(*number) + "%" : "—"; };
    for (std::size_t i = 0; i < all.files.size(); ++i) {
        const PlanSummary& plan = all.portfolio.plans[i];
        text += words("cli.portfolio.plan",
                      {all.files[i], plan.plan->cover().title, percent(plan.progress.work.planned_percent()),
                       percent(plan.progress.work.actual_percent()), std::to_string(plan.overdue.size()),
                       std::to_string(plan.findings.total - plan.findings.closed), std::to_string(plan.errors)}) +
                "\n";
    }
    for (const analysis::SharedIndicator& shared : all.portfolio.indicators)
        text += words("cli.portfolio.indicator", {shared.name, std::to_string(shared.states.size())}) + "\n";
    for (const analysis::SharedPerson& person : all.portfolio.people)
        text += words("cli.portfolio.person",
                      {person.name, std::to_string(person.minutes.size()), std::to_string(person.days_over.size())}) +
                "\n";
    if (all.files.empty()) text += std::string(words("cli.portfolio.none")) + "\n";
    return text;
}

Exit run(const Context& context, const Arguments& arguments) {
    const auto today = today_of(context, arguments);
    if (!today) return fail(context, today.error());
    const auto names = list_folder(arguments.operands[0], ".json");
    if (!names) return fail(context, names.error());
    Collected all;
    for (const std::string& name : *names) {
        auto plan = read_plan(arguments.operands[0] + "/" + name);
        if (!plan) {
            fail(context, plan.error());
            all.failed.emplace_back(name, plan.error());
            continue;
        }
        all.files.push_back(name);
        all.plans.push_back(std::move(*plan));
    }
    std::vector<const model::Plan*> plans;
    for (const model::Plan& plan : all.plans) plans.push_back(&plan);
    all.portfolio = analysis::portfolio_of(plans, *today);
    const std::string text = arguments.has("--json") ? for_machines(all, today->day) : for_people(context.words, all);
    return write(context, arguments, text, all.failed.empty() ? Exit::Clean : Exit::BadInput);
}

constexpr std::string_view operands[] = {"DIR"};
constexpr Option options[] = {{"--on", "DATE"}, {"--json", ""}, language_option, {"-o", "FILE"}};
}  // namespace

const Command portfolio_command{"portfolio", operands, options, run};

}  // namespace cli
