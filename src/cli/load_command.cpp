// planner load: minutes a day of each person against what the person has, and what takes them where it is too much.
#include "analysis/load.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/json_text.hpp"
#include "codec/plan_json.hpp"

namespace cli {
namespace {
using analysis::LoadDay;
using analysis::LoadPart;
using analysis::PersonLoad;
using codec::json_string;

std::string cause_json(const LoadPart& part) {
    const model::Row& row = part.task ? static_cast<const model::Row&>(*part.task) : *part.role;
    return json_object({{"record", json_string(part.task ? "task" : "teamRole")},
                        {"id", json_of(row.id)},
                        {"title", json_string(part.task ? part.task->title : part.role->name)},
                        {"minutes", std::to_string(part.minutes)}});
}

// {"format", "from", "to", "people": [{id, name, capacity, minutes, daysOver, days: [{date, minutes}]}],
// "overAllocated": [{date, person, minutes, capacity, causes}], "withoutEffort": [id]}: a stable form.
std::string for_machines(const analysis::Load& load) {
    std::vector<std::string> people, over, without;
    for (const PersonLoad& person : load.people) {
        std::vector<std::string> days;
        for (const LoadDay& day : person.days) {
            days.push_back(json_object({{"date", json_of(day.date)}, {"minutes", std::to_string(day.minutes)}}));
            if (day.minutes <= person.capacity) continue;
            std::vector<std::string> causes;
            for (const LoadPart& part : day.causes) causes.push_back(cause_json(part));
            over.push_back(json_object({{"date", json_of(day.date)},
                                        {"person", json_of(person.person->id)},
                                        {"minutes", std::to_string(day.minutes)},
                                        {"capacity", std::to_string(person.capacity)},
                                        {"causes", json_inline(causes)}}));
        }
        people.push_back(json_object({{"id", json_of(person.person->id)},
                                      {"name", json_string(person.person->name)},
                                      {"capacity", std::to_string(person.capacity)},
                                      {"minutes", std::to_string(person.minutes)},
                                      {"daysOver", std::to_string(person.days_over)},
                                      {"days", json_inline(days)}}));
    }
    for (const model::Task* task : load.without_effort) without.push_back(json_of(task->id));
    return json_report({{"format", json_string("fanglue-load")},
                        {"from", json_of(load.from)},
                        {"to", json_of(load.to)},
                        {"people", json_list(people)},
                        {"overAllocated", json_list(over)},
                        {"withoutEffort", json_inline(without)}});
}

std::string for_people(const base::Words& words, const analysis::Load& load) {
    std::string text;
    for (const PersonLoad& person : load.people) {
        if (person.minutes == 0) continue;
        text += words("cli.load.person", {person.person->name, std::to_string(person.minutes / 60),
                                          std::to_string(person.days.size()), std::to_string(person.days_over)}) +
                "\n";
        for (const LoadDay& day : person.days) {
            if (day.minutes <= person.capacity) continue;
            std::vector<std::string> causes;
            for (const LoadPart& part : day.causes)
                causes.push_back((part.task ? part.task->title : part.role->name) + " " + std::to_string(part.minutes));
            text +=
                words("cli.load.over", {day.date.iso(), std::to_string(day.minutes), std::to_string(person.capacity),
                                        base::join(causes, words("cli.load.and"))}) +
                "\n";
        }
    }
    if (text.empty()) text = std::string(words("cli.load.none")) + "\n";
    if (!load.without_effort.empty())
        text += words("cli.load.without", {std::to_string(load.without_effort.size())}) + "\n";
    return text;
}

Exit run(const Context& context, const Arguments& arguments) {
    const auto range = range_of(arguments);
    if (!range) return fail(context, range.error());
    const auto plan = read_plan(arguments.operands[0]);
    if (!plan) return fail(context, plan.error());
    const analysis::Calendar calendar = analysis::calendar_for(*plan);
    const analysis::Load load =
        analysis::load_of(*plan, analysis::outline(*plan, calendar), calendar, range->from, range->to);
    return write(context, arguments, arguments.has("--json") ? for_machines(load) : for_people(context.words, load));
}

constexpr std::string_view operands[] = {"FILE"};
constexpr Option options[] = {{"--from", "DATE"}, {"--to", "DATE"}, {"--json", ""}, language_option, {"-o", "FILE"}};
}  // namespace

const Command load_command{"load", operands, options, run};

}  // namespace cli
