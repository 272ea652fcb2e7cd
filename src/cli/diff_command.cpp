// planner diff: what differs between two plans, for people or machines; of one plan its content as lines, which other
// programs (git) compare.
#include "cli/command.hpp"
#include "codec/plan_json.hpp"
#include "report/diff_text.hpp"
#include "report/plan_lines.hpp"

namespace cli {
namespace {
using codec::json_string;
using revision::RowChange;

// {"owner": "p1"}: null on the side that lacks the row.
template <class Fields> std::string members(const model::RowPtr& row, const Fields& fields) {
    if (!row) return "null";
    std::string text;
    for (const model::FieldInfo& field : fields)
        text += (text.empty() ? "" : ", ") + json_string(field.name) + ": " + codec::encode_field(*row, field);
    return "{" + text + "}";
}

std::string fields_json(const RowChange& change) {
    const model::RecordInfo& info = model::record(change.record);
    std::string text;
    const auto add = [&](const model::FieldInfo& first) {
        const auto fields = revision::together(info, first);
        text += text.empty() ? "\n      " : ",\n      ";
        text += "{\"field\": " + json_string(first.name) + ", \"before\": " + members(change.before, fields) +
                ", \"after\": " + members(change.after, fields) + "}";
    };
    for (const model::FieldInfo* field : change.fields) add(*field);
    if (change.added() || change.removed())
        for (const model::FieldInfo& field : info.fields)
            if (!field.has(model::kWithPrevious) && revision::says_something(info, field, change.row())) add(field);
    return text.empty() ? "[]" : "[" + text + "\n    ]";
}

std::string place_json(const RowChange& change) {
    if (!change.moved) return "null";
    std::vector<model::FieldInfo> places;
    for (const model::FieldInfo& field : model::record(change.record).fields)
        if (revision::is_place(field)) places.push_back(field);
    const auto side = [&](const model::RowPtr& row) {
        std::string text = members(row, places);
        return text.insert(1, "\"order\": " + json_string(row->order) + (places.empty() ? "" : ", "));
    };
    return "{\"before\": " + side(change.before) + ", \"after\": " + side(change.after) + "}";
}

std::string_view kind_of(const RowChange& change) {
    return change.added() ? "added" : change.removed() ? "removed" : "changed";
}

// {"format", "same", "plans", "rows": [{record, id, title, change, moved, unknown, fields: [{field, before, after}]}]}:
// a stable form. moved: null or {before, after}; before and after hold the field and those that belong to it.
std::string for_machines(const model::Plan& before, const model::Plan& after, const revision::Diff& diff) {
    std::string text = std::string("{\n  \"format\": \"fanglue-diff\",\n  \"same\": ") +
                       (diff.empty() ? "true" : "false") + ",\n  \"plans\": [" + json_string(before.id.text()) + ", " +
                       json_string(after.id.text()) + "],\n  \"rows\": [";
    for (const RowChange& change : diff.rows) {
        const model::RecordInfo& info = model::record(change.record);
        text += &change == &diff.rows.front() ? "\n" : ",\n";
        text += "    {\"record\": " + json_string(info.name) + ", \"id\": " + json_string(change.id().text()) +
                ", \"title\": " + json_string(model::title_of(info, change.row())) +
                ", \"change\": " + json_string(kind_of(change)) + ", \"moved\": " + place_json(change) +
                ", \"unknown\": " + (change.unknown ? "true" : "false") + ", \"fields\": " + fields_json(change) + "}";
    }
    return text + (diff.rows.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

Exit run(const Context& context, const Arguments& arguments) {
    const auto before = read_plan(arguments.operands[0]);
    if (!before) return fail(context, before.error());
    if (arguments.operands.size() == 1) return write(context, arguments, report::plan_lines(context.words, *before));
    const auto after = read_plan(arguments.operands[1]);
    if (!after) return fail(context, after.error());
    const revision::Diff diff = revision::diff(*before, *after);
    const std::string text = arguments.has("--json") ? for_machines(*before, *after, diff)
                                                     : report::diff_text(context.words, *before, *after, diff);
    return write(context, arguments, text, diff.empty() ? Exit::Clean : Exit::Findings);
}

constexpr std::string_view operands[] = {"A", "[B]"};
constexpr Option options[] = {{"--json", ""}, language_option, {"-o", "FILE"}};
}  // namespace

const Command diff_command{"diff", operands, options, run};

}  // namespace cli
