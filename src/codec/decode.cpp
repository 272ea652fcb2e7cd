// Reading plans and rows: limits first, then the version, then one pass, then the rows against each other.
#include <algorithm>

#include "codec/migrate.hpp"
#include "codec/plan_json.hpp"
#include "codec/reader.hpp"
#include "codec/version.hpp"
#include "model/integrity.hpp"

namespace codec {
namespace {
using model::FieldInfo;
using model::Kind;
using model::Plan;
using model::RecordInfo;
using model::Row;

std::optional<base::Error> check_bytes(std::string_view json) {
    if (json.size() > byte_limit) return base::Error{"file-too-large", {}, std::to_string(byte_limit >> 20)};
    // nlohmann's lexer takes a NUL byte for the end and would not see what follows.
    if (json.find('\0') != std::string_view::npos) return base::Error{"json-encoding", {}, "1"};
    return std::nullopt;
}

std::optional<base::Error> run(Reader& reader, std::string_view json) {
    if (!nlohmann::json::sax_parse(json.begin(), json.end(), &reader)) {
        if (reader.error) return *reader.error;
        return syntax_error(json, reader.syntax_error_at.value_or(0));
    }
    return std::nullopt;
}

// "/tasks/ID/owner" as check_links says it, with the row's place in the file instead of its id.
base::Error in_file(const Reader& reader, const base::Error& error) {
    const std::string& subject = error.subject;
    const std::size_t list_end = subject.find('/', 1);
    if (list_end == std::string::npos) return error;
    const std::size_t id_end = subject.find('/', list_end + 1);
    const RecordInfo* info = find_list(std::string_view(subject).substr(1, list_end - 1));
    if (!info || id_end == std::string::npos) return error;
    std::string place = subject.substr(0, list_end);
    if (!info->singleton) {
        const auto& ids = reader.seen_ids[static_cast<std::size_t>(info->type)];
        const auto id = model::Id::parse(std::string_view(subject).substr(list_end + 1, id_end - list_end - 1));
        place += "/" + std::to_string(std::find(ids.begin(), ids.end(), id.value_or(model::Id{})) - ids.begin());
    }
    return {error.code, place + subject.substr(id_end), error.detail};
}

bool is_dangling(const Plan& plan, const RecordInfo& info, const Row& row, const FieldInfo& field) {
    const RecordInfo* target =
        field.has(model::kAnyRecord) ? model::any_record_target(info, row, field) : &model::record(field.target);
    const auto missing = [&](const model::Id& id) { return !target || !plan.table(target->type).find(id); };
    if (field.kind == Kind::Refs) return std::ranges::any_of(model::get_refs(row, field), missing);
    return field.kind == Kind::Ref && !field.has(model::kOwner) && !model::get_ref(row, field).empty() &&
           missing(model::get_ref(row, field));
}

// A newer version's references may point to what this one does not know: they are kept as text.
void keep_dangling(Plan& plan) {
    const Plan before = plan;
    for (const RecordInfo& info : model::records()) {
        for (const model::RowPtr& row : before.table(info.type)) {
            std::shared_ptr<Row> changed;
            model::UnknownMembers unknown;
            for (const FieldInfo& field : info.fields) {
                if (!is_dangling(before, info, *row, field)) continue;
                if (!changed) changed = info.copy(*row);
                unknown.emplace_back(field.name, field_json(*row, field));
                clear_field(*changed, field);
            }
            if (!changed) continue;
            if (row->unknown) unknown.insert(unknown.begin(), row->unknown->begin(), row->unknown->end());
            changed->unknown = std::make_shared<const model::UnknownMembers>(std::move(unknown));
            plan.table(info.type).put(std::move(changed));
        }
    }
}

void add_singletons(Plan& plan) {
    for (const RecordInfo& info : model::records()) {
        if (!info.singleton || !plan.table(info.type).empty()) continue;
        std::shared_ptr<Row> row = info.make();
        row->id = model::singleton_id(info);
        plan.table(info.type).put(std::move(row));
    }
}
}  // namespace

base::Result<Plan> decode_plan(std::string_view json, const DecodeOptions& options) {
    if (const auto error = check_bytes(json)) return *error;
    const auto version = read_version(json);
    if (!version) return version.error();
    constexpr Version present{version_major, version_minor};
    const bool newer = *version > present;
    std::string migrated;
    if (*version < present) {
        if (!can_migrate(*version)) return base::Error{"version-unreadable", "/version", version->text()};
        auto result = migrate(json, *version);
        if (!result) return result.error();
        migrated = std::move(result).value();
        json = migrated;
    }
    Reader reader(newer ? Unreadable::Keep : Unreadable::Refuse, options);
    if (const auto error = run(reader, json)) return *error;
    Plan& plan = reader.plan;
    add_singletons(plan);
    if (newer) keep_dangling(plan);
    if (const base::Status checked = model::check_links(plan); !checked) return in_file(reader, checked.error());
    return std::move(plan);
}

base::Result<model::RowPtr> decode_row(const RecordInfo& info, std::string_view json) {
    if (const auto error = check_bytes(json)) return *error;
    const DecodeOptions options;
    Reader reader(info, options);
    if (const auto error = run(reader, json)) return *error;
    return reader.row;
}

}  // namespace codec
