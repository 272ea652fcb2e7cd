// planner merge: two versions of a plan joined with the one that both began from; git's merge driver, too.
#include <algorithm>
#include <cstdio>
#include <optional>

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "codec/plan_json.hpp"
#include "report/merge_text.hpp"
#include "revision/diff.hpp"
#include "sharing/trail.hpp"

namespace cli {
namespace {
using base::Error;
using codec::json_string;
using revision::Conflict;

std::optional<std::string> unknown_member(const std::shared_ptr<const model::UnknownMembers>& members,
                                          std::string_view name) {
    if (members)
        for (const auto& [other, json] : *members)
            if (other == name) return json;
    return std::nullopt;
}

// Members of a version, as JSON: of a field what it holds (of those that belong together an object), of a place order
// and parent, of a whole row all of it.
std::string version_json(const Conflict& conflict, const model::RowPtr& row) {
    if (!row) return "null";
    const model::RecordInfo& info = *conflict.record;
    if (conflict.member.empty()) return codec::encode_row(info, *row);
    const auto pair = [](std::string_view name, const std::string& json) { return json_string(name) + ": " + json; };
    if (conflict.member == "order") {
        const model::FieldInfo* parent = info.parent();
        return "{" + pair("order", json_string(row->order)) +
               (parent ? ", " + pair(parent->name, codec::encode_field(*row, *parent)) : "") + "}";
    }
    const model::FieldInfo* field = info.find(conflict.member);
    if (!field) return unknown_member(row->unknown, conflict.member).value_or("null");
    const auto fields = revision::together(info, *field);
    if (fields.size() == 1) return codec::encode_field(*row, *field);
    std::string text;
    for (const model::FieldInfo& one : fields)
        text += (text.empty() ? "" : ", ") + pair(one.name, codec::encode_field(*row, one));
    return "{" + text + "}";
}

struct Merge {
    const model::Plan *base = nullptr, *ours = nullptr, *theirs = nullptr;  // base: null if there is none
    const revision::Merged* merged = nullptr;
};

std::string values_json(const Merge& merge, const Conflict& conflict) {
    std::string text;
    const auto add = [&](std::string_view name, const std::string& json) {
        text += ", " + json_string(name) + ": " + json;
    };
    const auto of_plan = [&](const model::Plan* plan) {
        return plan ? unknown_member(plan->unknown, conflict.member).value_or("null") : "null";
    };
    const bool whole = conflict.record == nullptr;
    add("base", whole ? of_plan(merge.base) : version_json(conflict, conflict.base));
    add("ours", whole ? of_plan(merge.ours) : version_json(conflict, conflict.ours));
    add("theirs", whole ? of_plan(merge.theirs) : version_json(conflict, conflict.theirs));
    add("taken", whole ? of_plan(&merge.merged->plan) : version_json(conflict, conflict.taken));
    return text;
}

// {"format", "plan", "ancestor", "conflicts": [{kind, record, id, field, base, ours, theirs, taken}]}: a stable form.
// record: "plan" where it is not about a row; field: null where it is about a whole row.
std::string for_machines(const Merge& merge) {
    std::string text = "{\n  \"format\": \"fanglue-merge\",\n  \"plan\": " + json_string(merge.ours->id.text()) +
                       ",\n  \"ancestor\": " + (merge.base ? "true" : "false") + ",\n  \"conflicts\": [";
    for (const Conflict& conflict : merge.merged->conflicts) {
        text += &conflict == &merge.merged->conflicts.front() ? "\n" : ",\n";
        text += "    {\"kind\": " + json_string(report::name_of(conflict.kind)) +
                ", \"record\": " + json_string(conflict.record ? conflict.record->name : "plan") +
                ", \"id\": " + json_string(conflict.id.text()) +
                ", \"field\": " + (conflict.member.empty() ? "null" : json_string(conflict.member)) +
                values_json(merge, conflict) + "}";
    }
    return text + (merge.merged->conflicts.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

// Nothing where git or the person has none: an empty file.
base::Result<std::optional<model::Plan>> read_base(const std::string& path) {
    const base::Result<std::string> bytes = read_input(path, codec::byte_limit);
    if (!bytes) return bytes.error();
    if (bytes->empty()) return std::optional<model::Plan>();
    base::Result<model::Plan> plan = codec::decode_plan(*bytes);
    if (!plan) return plan.error();
    return std::optional(std::move(plan).value());
}

Exit run(const Context& context, const Arguments& arguments) {
    if (std::ranges::count(arguments.operands, "-") > 1) return fail(context, {"usage-repeated-operand", "-", {}});
    const auto base = read_base(arguments.operands[0]);
    if (!base) return fail(context, base.error());
    const auto ours = read_plan(arguments.operands[1]);
    if (!ours) return fail(context, ours.error());
    const auto theirs = read_plan(arguments.operands[2]);
    if (!theirs) return fail(context, theirs.error());
    for (const model::Plan* other : {&*theirs, base->has_value() ? &**base : &*theirs})
        if (other->id != ours->id) return fail(context, {"merge-other-plan", other->id.str(), ours->id.str()});
    // What both copies say that they began from will do as well.
    const std::optional<model::Plan> known = base->has_value() ? *base : sharing::common_version(*ours, *theirs);
    const model::Plan* ancestor = known ? &*known : nullptr;
    const revision::Merged merged = sharing::merge_copies(ancestor, *ours, *theirs);
    if (merged.plan.row_count() > codec::row_limit)
        return fail(context, {"too-many-rows", {}, std::to_string(codec::row_limit)});
    const std::string bytes = codec::encode_plan(merged.plan);
    if (bytes.size() > codec::byte_limit)
        return fail(context, {"file-too-large", arguments.get("-o"), std::to_string(codec::byte_limit >> 20)});
    const base::Status written = write_output(arguments.get("-o"), bytes);
    if (!written) return fail(context, written.error());
    const Merge merge{ancestor, &*ours, &*theirs, &merged};
    const std::string text = arguments.has("--json") ? for_machines(merge)
                                                     : report::merge_text(context.words, merge.base != nullptr, merged);
    const Exit done = merged.conflicts.empty() ? Exit::Clean : Exit::Findings;
    // The plan itself goes to standard output where that is asked for; what is said of it then to standard error.
    if (arguments.get("-o") != "-") return write(context, {}, text, done);
    std::fputs(text.c_str(), stderr);
    return done;
}

constexpr std::string_view operands[] = {"BASE", "OURS", "THEIRS"};
constexpr Option options[] = {{"-o", "FILE", Need::Required}, {"--json", ""}, language_option};
}  // namespace

const Command merge_command{"merge", operands, options, run};

}  // namespace cli
