// The canonical form of RFC 8785 (JCS): members sorted by UTF-16 code units, numbers as ECMAScript writes them, no
// blanks.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "codec/field_reader.hpp"
#include "codec/json_text.hpp"
#include "codec/kept.hpp"
#include "codec/plan_json.hpp"
#include "codec/version.hpp"

namespace codec {
namespace {
using model::FieldInfo;
using model::RecordInfo;
using model::Row;

struct Member {
    std::string name, text;  // text: canonical already
};

std::string sorted_object(std::vector<Member> members) {
    std::ranges::sort(members, utf16_less, &Member::name);
    std::string out = "{";
    for (const Member& member : members) {
        if (out.size() > 1) out += ',';
        append_quoted(out, member.name);
        out += ':';
        out += member.text;
    }
    return out += '}';
}

// Recursion is bounded: what is kept came through a reader that limits the depth.
std::string canonical_json(const nlohmann::json& value) {
    if (value.is_string()) return json_string(value.get_ref<const std::string&>());
    if (value.is_number()) return canonical_number(value.get<double>());
    if (value.is_object()) {
        std::vector<Member> members;
        for (const auto& item : value.items()) members.push_back({item.key(), canonical_json(item.value())});
        return sorted_object(std::move(members));
    }
    if (value.is_array()) {
        std::string out = "[";
        for (const nlohmann::json& item : value) {
            if (out.size() > 1) out += ',';
            out += canonical_json(item);
        }
        return out += ']';
    }
    return value.dump();
}

template <class IsKept>
void add_unknown(std::vector<Member>& members, const std::shared_ptr<const model::UnknownMembers>& unknown,
                 IsKept is_kept_here) {
    if (!unknown) return;
    for (const auto& [name, text] : *unknown)
        if (is_kept_here(name)) members.push_back({name, canonical_json(nlohmann::json::parse(text, nullptr, false))});
}

}  // namespace

std::string canonical_row(const RecordInfo& info, const Row& row) {
    std::vector<Member> members;
    if (!info.singleton) members.push_back({"id", json_string(row.id.text())});
    if (!row.order.empty()) members.push_back({"order", json_string(row.order)});
    for (const FieldInfo& field : info.fields)
        if (!model::is_empty(row, field)) members.push_back({std::string(field.name), field_json(row, field)});
    add_unknown(members, row.unknown, [&](const std::string& name) { return is_kept(info, row, name); });
    return sorted_object(std::move(members));
}

std::string canonical_plan(const model::Plan& plan) {
    std::vector<Member> members{
        {"format", json_string(format_name)}, {"version", version_of(plan)}, {"id", json_string(plan.id.text())}};
    for (const RecordInfo& info : model::records()) {
        const model::Table& table = plan.table(info.type);
        if (table.empty()) continue;
        if (info.singleton) {
            const Row& row = **table.begin();
            if (!is_blank(info, row)) members.push_back({std::string(info.list), canonical_row(info, row)});
            continue;
        }
        std::string list = "[";
        for (const Row* row : model::in_order(table)) {
            if (list.size() > 1) list += ',';
            list += canonical_row(info, *row);
        }
        members.push_back({std::string(info.list), list += ']'});
    }
    add_unknown(members, plan.unknown, [&](const std::string& name) { return is_kept(plan, name); });
    return sorted_object(std::move(members));
}

}  // namespace codec
