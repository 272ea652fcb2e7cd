// planner calendar: what is due on which day: what repeats, expanded, and single dates.
#include "analysis/agenda.hpp"
#include "cli/command.hpp"
#include "cli/json_text.hpp"
#include "codec/plan_json.hpp"

namespace cli {
namespace {
using analysis::AgendaItem;
using codec::json_string;

// {"format", "from", "to", "occurrences": [{date, nominal, kind, record, id, title, owner, dayOff}], "unread":
// [{record, id, text}]}: a stable form. nominal is the day by the words, before it was moved off a day off; dayOff: a
// date that people have set, which is not moved, lies on one.
std::string for_machines(const model::Plan& plan, const analysis::Agenda& agenda) {
    std::vector<std::string> items, unread;
    for (const AgendaItem& item : agenda.items)
        items.push_back(json_object({{"date", json_of(item.date)},
                                     {"nominal", json_of(item.nominal)},
                                     {"kind", json_string(name_of(item.occasion))},
                                     {"record", json_string(model::record(item.record).name)},
                                     {"id", json_of(item.row->id)},
                                     {"title", json_title(plan, item.record, *item.row)},
                                     {"owner", json_of(item.owner)},
                                     {"dayOff", json_of(item.day_off)}}));
    for (const analysis::UnreadFrequency& one : agenda.unread)
        unread.push_back(json_object({{"record", json_string(model::record(one.record).name)},
                                      {"id", json_of(one.row->id)},
                                      {"text", json_string(one.text)}}));
    return json_report({{"format", json_string("fanglue-calendar")},
                        {"from", json_of(agenda.from)},
                        {"to", json_of(agenda.to)},
                        {"occurrences", json_list(items)},
                        {"unread", json_list(unread)}});
}

std::string for_people(const base::Words& words, const model::Plan& plan, const analysis::Agenda& agenda) {
    std::string text;
    for (const AgendaItem& item : agenda.items) {
        text += words("cli.calendar.item", {item.date.iso(), words("occasion." + std::string(name_of(item.occasion))),
                                            model::title_of(plan, item.record, item.row->id)});
        if (item.nominal != item.date) text += words("cli.calendar.moved", {item.nominal.iso()});
        if (item.day_off) text += words("cli.calendar.day-off");
        text += "\n";
    }
    if (agenda.items.empty()) text += words("cli.calendar.none", {agenda.from.iso(), agenda.to.iso()}) + "\n";
    for (const analysis::UnreadFrequency& one : agenda.unread)
        text += words("cli.calendar.unread", {model::title_of(plan, one.record, one.row->id), one.text}) + "\n";
    return text;
}

Exit run(const Context& context, const Arguments& arguments) {
    const auto range = range_of(arguments);
    if (!range) return fail(context, range.error());
    const auto plan = read_plan(arguments.operands[0]);
    if (!plan) return fail(context, plan.error());
    const analysis::Agenda agenda =
        analysis::agenda(*plan, analysis::calendar_for(*plan), context.today.day, range->from, range->to);
    const std::string text =
        arguments.has("--json") ? for_machines(*plan, agenda) : for_people(context.words, *plan, agenda);
    return write(context, arguments, text);
}

constexpr std::string_view operands[] = {"FILE"};
constexpr Option options[] = {{"--from", "DATE"}, {"--to", "DATE"}, {"--json", ""}, language_option, {"-o", "FILE"}};
}  // namespace

const Command calendar_command{"calendar", operands, options, run};

}  // namespace cli
