#include "report/plan_lines.hpp"

#include "report/diff_text.hpp"
#include "report/field_text.hpp"
#include "revision/merge_text.hpp"

namespace report {
namespace {
using model::FieldInfo;
using model::Kind;
using model::Row;

void add_entry(std::string& out, std::string_view text) {
    out += "        ";
    for (const char c : text) out += c == '\n' ? std::string("\n        ") : std::string(1, c);
    out += '\n';
}

void add_field(std::string& out, const base::Words& words, const model::Plan& plan, const model::RecordInfo& info,
               const Row& row, const FieldInfo& field) {
    const std::string label = "    " + field_label(words, info, field);
    if (field.kind == Kind::Texts) {
        out += label + "\n";
        for (const std::string& entry : model::get<std::vector<std::string>>(row, field)) add_entry(out, entry);
    } else if (field.kind == Kind::Refs) {
        out += label + "\n";
        for (const model::Id& id : model::get_refs(row, field))
            add_entry(out, model::title_of(plan, field.target, id) + " " + id.str());
    } else if (field.kind == Kind::Text && field.has(model::kLong)) {
        out += label + "\n";
        for (std::string_view passage : revision::passages(model::get<std::string>(row, field))) {
            if (passage.ends_with('\n')) passage.remove_suffix(1);
            add_entry(out, passage);
        }
    } else if (field.kind == Kind::Text) {
        out += words("diff.text", {label, model::get<std::string>(row, field)}) + "\n";
    } else if (field.kind == Kind::Ref) {
        const std::string name = field.has(model::kAnyRecord)
                                     ? std::string()
                                     : model::title_of(plan, field.target, model::get_ref(row, field)) + " ";
        out += words("diff.text", {label, name + model::get_ref(row, field).str()}) + "\n";
    } else {
        out += words("diff.text", {label, field_text(plan, words, info, row, field)}) + "\n";
    }
}
}  // namespace

std::string plan_lines(const base::Words& words, const model::Plan& plan) {
    std::string out;
    const auto add_unknown = [&](const std::shared_ptr<const model::UnknownMembers>& members) {
        if (members)
            for (const auto& [name, json] : *members) out += words("diff.text", {"    " + name, json}) + "\n";
    };
    for (const model::RecordInfo& info : model::records())
        for (const Row* row : model::in_order(plan.table(info.type))) {
            out += row_text(words, info, *row, {}) + " " + std::string(info.name) + "/" + row->id.str() + "\n";
            for (const FieldInfo& field : info.fields)
                if (!model::is_empty(*row, field)) add_field(out, words, plan, info, *row, field);
            add_unknown(row->unknown);
        }
    add_unknown(plan.unknown);
    return out;
}

}  // namespace report
