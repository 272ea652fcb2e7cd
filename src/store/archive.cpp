#include "store/archive.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "codec/plan_json.hpp"
#include "store/plan_store.hpp"

namespace store {
namespace {

constexpr std::string_view raw_folder = "store";
constexpr std::string_view older_raw_folder = "plans";  // in what the failure page saved at first
constexpr std::string_view plan_suffix = ".plan.json";

std::string raw_name(std::string_view path) {
    return std::string(raw_folder) + std::string(path.substr(root.size()));
}

// No program gets this far by saving. A file that says it did would leave the plan no number for its next state.
constexpr std::uint64_t revision_limit = std::uint64_t{1} << 48;

bool beyond_limit(const FileImage& file, std::string_view name) {
    const auto named = parse_file_name(name);
    const auto backup = parse_backup_path(file.path, 0);
    const auto frame = decode_frame(file.bytes);
    return (named && named->state.revision > revision_limit) || (backup && backup->state.revision > revision_limit) ||
           (frame && frame->state.revision > revision_limit);
}

// Only what is named and made like a file of the store comes back in.
std::optional<FileImage> from_raw(base::ZipEntry& entry) {
    const std::size_t folder = std::min(entry.name.find('/'), entry.name.size());
    const std::string_view named = std::string_view(entry.name).substr(0, folder);
    if (named != raw_folder && named != older_raw_folder) return std::nullopt;
    FileImage file{std::string(root) + entry.name.substr(folder), {}};
    const auto parts = split_path(file.path);
    if (!parts) return std::nullopt;
    if (!parse_file_name(parts->name) && !parse_backup_path(file.path, 0)) return std::nullopt;
    file.bytes = std::move(entry.bytes);
    if (beyond_limit(file, parts->name)) return std::nullopt;
    return file;
}

struct Importer {
    const Files& files;
    base::IdSource& ids;
    base::Id writer;
    base::Moment at;
    MemoryFiles raw;
    Import result;
    std::set<base::Id> seen;

    void add_as_new(const model::Plan& plan) {
        PlanStore fresh(plan.id, writer);
        result.commit.append(fresh.begin(plan, at));
    }

    // The plan the store holds under this id, if it can be read.
    void take_plan(const model::Plan& plan, const PlanEntry* archived) {
        const std::string& title = plan.cover().title;
        const bool taken = !files.list(plan_folder(plan.id)).empty();
        if (!taken && archived) {
            copy_files(plan.id);
            result.plans.push_back({plan.id, title, Outcome::Added, {}});
        } else if (!taken) {
            add_as_new(plan);
            result.plans.push_back({plan.id, title, Outcome::Added, {}});
        } else if (const auto held = open_stored(files, plan.id); held && model::equal(held->plan, plan)) {
            result.plans.push_back({plan.id, title, Outcome::Unchanged, {}});
        } else {
            model::Plan copy = plan;
            copy.id = ids.next();
            add_as_new(copy);
            result.plans.push_back({copy.id, title, Outcome::Copied, {}});
        }
    }

    void copy_files(const base::Id& plan) {
        for (const std::string_view area : {root, backup_root, damaged_root})
            for (FileImage& file : read_all(raw, std::string(area) + '/' + plan.str()))
                result.commit.put.push_back(std::move(file));
    }

    void take_archived(const PlanEntry& entry) {
        seen.insert(entry.id);
        if (const auto opened = open_stored(raw, entry.id)) return take_plan(opened->plan, &entry);
        if (!files.list(plan_folder(entry.id)).empty()) {
            result.plans.push_back({entry.id, entry.summary.title, Outcome::Refused, "plan-unreadable"});
            return;
        }
        copy_files(entry.id);
        result.plans.push_back({entry.id, entry.summary.title, Outcome::Kept, {}});
    }

    void take_file(const base::ZipEntry& entry) {
        const auto plan = codec::decode_plan(entry.bytes);
        if (!plan)
            result.plans.push_back({{}, entry.name, Outcome::Refused, plan.error().code});
        else if (seen.insert(plan->id).second)
            take_plan(*plan, nullptr);
    }
};

}  // namespace

std::string export_name(const base::Id& plan, std::string_view title) {
    std::string name;
    int count = 0;
    for (std::size_t at = 0; at < title.size() && count < 60; ++count) {
        const char32_t c = base::next_code_point(title, at);
        const bool refused =
            c < 0x20 || c == 0x7F ||
            (c < 0x80 && std::string_view("\"*/:<>?\\|.").find(static_cast<char>(c)) != std::string_view::npos);
        base::append_code_point(name, refused ? U'_' : c);
    }
    return name + (name.empty() ? "" : "-") + plan.str();
}

std::vector<base::ZipEntry> archive_entries(const Files& files) {
    std::vector<base::ZipEntry> entries;
    for (const PlanEntry& entry : list_plans(files)) {
        if (entry.deleted) continue;  // among the store's own files it is still there
        const auto opened = open_stored(files, entry.id);
        if (!opened) continue;
        entries.push_back({export_name(entry.id, opened->plan.cover().title) + std::string(plan_suffix),
                           codec::encode_plan(opened->plan)});
    }
    for (const FileImage& file : read_all(files, root))
        if (split_path(file.path)) entries.push_back({raw_name(file.path), file.bytes});
    return entries;
}

std::vector<base::ZipEntry> raw_entries(const Files& files, const base::Id& plan) {
    std::vector<base::ZipEntry> entries;
    for (const std::string_view area : {root, backup_root, damaged_root})
        for (FileImage& file : read_all(files, std::string(area) + '/' + plan.str()))
            entries.push_back({raw_name(file.path), std::move(file.bytes)});
    return entries;
}

base::Result<Import> import_entries(const Files& files, std::vector<base::ZipEntry> entries, base::IdSource& ids,
                                    const base::Id& writer, base::Moment at) {
    Importer importer{files, ids, writer, at, {}, {}, {}};
    std::vector<base::ZipEntry> plans;
    for (base::ZipEntry& entry : entries) {
        if (auto file = from_raw(entry))
            importer.raw.files.emplace(std::move(file->path), std::move(file->bytes));
        else if (entry.name.ends_with(".json"))
            plans.push_back(std::move(entry));
    }
    for (const PlanEntry& entry : list_plans(importer.raw)) importer.take_archived(entry);
    for (const base::ZipEntry& entry : plans) importer.take_file(entry);
    if (importer.result.plans.empty()) return base::Error{"archive-empty", {}, {}};
    return std::move(importer.result);
}

}  // namespace store
