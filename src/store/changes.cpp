#include "store/changes.hpp"

#include <set>

#include "codec/plan_json.hpp"
#include "revision/diff.hpp"
#include "store/one_line.hpp"

namespace store {
namespace {

using model::Plan;
using model::RecordInfo;
using model::UnknownMembers;

// JSON text holds line breaks only between tokens, where a blank does as well.
void append_json(std::string& out, std::string_view json) {
    for (const char c : json) out += c == '\n' || c == '\r' ? ' ' : c;
}

const UnknownMembers& members(const Plan& plan) {
    static const UnknownMembers none;
    return plan.unknown ? *plan.unknown : none;
}

void append_unknown(std::string& out, const Plan& plan) {
    out += "~\n";
    for (const auto& [name, json] : members(plan)) {
        out.append("= ").append(to_word(name)).append(1, ' ');
        append_json(out, json);
        out += '\n';
    }
}

base::Status apply_row(Plan& plan, char sign, std::string_view rest) {
    const std::size_t blank = rest.find(' ');
    const RecordInfo* info = blank == std::string_view::npos ? nullptr : model::find_record(rest.substr(0, blank));
    if (!info) return base::Error{"store-change", {}, {}};
    const std::string_view content = rest.substr(blank + 1);
    if (sign == '-') {
        const auto id = base::Id::parse(content);
        if (!id) return base::Error{"store-change", {}, {}};
        plan.table(info->type).erase(*id);
        return base::Done{};
    }
    auto row = codec::decode_row(*info, content);
    if (!row) return row.error();
    plan.table(info->type).put(std::move(row).value());
    return base::Done{};
}

base::Status apply_line(Plan& plan, UnknownMembers& unknown, bool& unknown_seen, std::string_view line) {
    if (line == "~") {
        unknown_seen = true;
        return base::Done{};
    }
    if (line.size() < 3 || line[1] != ' ') return base::Error{"store-change", {}, {}};
    const std::string_view rest = line.substr(2);
    if (line[0] == '+' || line[0] == '-') return apply_row(plan, line[0], rest);
    const std::size_t blank = rest.find(' ');
    if (line[0] != '=' || blank == std::string_view::npos) return base::Error{"store-change", {}, {}};
    unknown.emplace_back(from_line(rest.substr(0, blank)), std::string(rest.substr(blank + 1)));
    return base::Done{};
}

}  // namespace

std::string encode_changes(const Plan& earlier, const Plan& before, const Plan& now) {
    std::set<std::pair<model::RecordType, base::Id>> changed;
    for (const auto& diff : {revision::diff(earlier, before), revision::diff(before, now)})
        for (const revision::RowChange& change : diff.rows) changed.emplace(change.record, change.id());
    std::string out;
    for (const auto& [record, id] : changed) {
        const RecordInfo& info = model::record(record);
        const model::Row* row = now.table(record).find(id);
        out.append(row ? "+ " : "- ").append(info.list).append(1, ' ');
        if (row)
            append_json(out, codec::encode_row(info, *row));
        else
            out.append(id.text());
        out += '\n';
    }
    if (members(earlier) != members(now) || members(before) != members(now)) append_unknown(out, now);
    return out;
}

base::Result<Plan> apply_changes(Plan plan, std::string_view lines) {
    UnknownMembers unknown;
    bool unknown_seen = false;
    std::size_t number = 0;
    while (!lines.empty()) {
        ++number;
        const std::size_t end = lines.find('\n');
        if (end == std::string_view::npos) return base::Error{"store-change", std::to_string(number), {}};
        if (auto status = apply_line(plan, unknown, unknown_seen, lines.substr(0, end)); !status) {
            base::Error error = status.error();
            if (error.code == "store-change") error.subject = std::to_string(number);
            return error;
        }
        lines.remove_prefix(end + 1);
    }
    if (unknown_seen)
        plan.unknown = unknown.empty() ? nullptr : std::make_shared<const UnknownMembers>(std::move(unknown));
    return plan;
}

}  // namespace store
