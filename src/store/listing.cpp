#include "store/listing.hpp"

#include <algorithm>
#include <set>

#include "codec/plan_json.hpp"
#include "store/chain.hpp"

namespace store {
namespace {

std::string folder_of(std::string_view area, const base::Id& plan) {
    return std::string(area) + '/' + plan.str();
}

void read_frames(const std::vector<FileImage>& images, const base::Id& plan, std::vector<Frame>& frames,
                 PlanEntry& entry) {
    for (const FileImage& image : images) {
        entry.bytes += image.bytes.size();
        auto frame = decode_frame(image.bytes);
        const bool ours = parse_file_name(std::string_view(image.path).substr(image.path.rfind('/') + 1)).has_value();
        if (frame && frame->plan == plan)
            frames.push_back(std::move(frame).value());
        else if (ours)
            entry.condition = Condition::Damaged;
    }
}

void describe(const std::vector<Frame>& frames, PlanEntry& entry) {
    const Frame* newest = nullptr;
    for (const Frame& frame : frames) {
        if (frame.kind == FrameKind::Trash) {
            entry.deleted = true;
            entry.deleted_at = std::max(entry.deleted_at, frame.saved);
        } else if (!newest || newest->state < frame.state) {
            newest = &frame;
        }
    }
    if (!newest) return;
    entry.summary = newest->summary;
    entry.state = newest->state;
    entry.saved = newest->saved;
}

}  // namespace

PlanEntry list_plan(const Files& files, const base::Id& plan) {
    PlanEntry entry;
    entry.id = plan;
    const std::vector<FileImage> images = read_all(files, plan_folder(plan));
    std::vector<Frame> frames;
    read_frames(images, plan, frames, entry);
    describe(frames, entry);
    const std::vector<State> states = Chain(frames).states();
    const std::uint64_t reached = states.empty() ? 0 : states.front().revision;
    const bool older = std::ranges::any_of(frames, [](const Frame& frame) { return frame.older(); });
    const bool newer = std::ranges::any_of(
        frames, [&](const Frame& frame) { return frame.newer() && frame.state.revision > reached; });
    if (newer)
        entry.condition = Condition::Newer;
    else if (states.empty())
        entry.condition = Condition::Unreadable;
    else if (older && entry.condition == Condition::Whole)
        entry.condition = Condition::Older;
    return entry;
}

std::vector<PlanEntry> list_plans(const Files& files, std::span<const Witness> witnesses) {
    std::set<base::Id> found;
    for (const FileInfo& info : files.list(root)) {
        const auto parts = split_path(info.path);
        const auto id = parts && parts->area == root ? base::Id::parse(parts->plan) : std::nullopt;
        if (id) found.insert(*id);
    }
    std::vector<PlanEntry> entries;
    for (const base::Id& id : found) entries.push_back(list_plan(files, id));
    for (const Witness& witness : witnesses) {
        if (!found.insert(witness.plan).second) continue;
        PlanEntry entry;
        entry.id = witness.plan;
        entry.summary.title = witness.title;
        entry.state = witness.state;
        entry.condition = Condition::Missing;
        entries.push_back(std::move(entry));
    }
    std::ranges::sort(entries, [](const PlanEntry& a, const PlanEntry& b) {
        return a.saved != b.saved ? a.saved > b.saved : a.id < b.id;
    });
    return entries;
}

Commit delete_plan(const PlanEntry& entry, const base::Id& writer, base::Moment at) {
    Frame frame;
    frame.kind = FrameKind::Trash;
    frame.schema_major = codec::version_major;
    frame.schema_minor = codec::version_minor;
    frame.plan = entry.id;
    frame.writer = writer;
    frame.state.revision = std::max<std::uint64_t>(entry.state.revision, 1);
    frame.saved = at;
    frame.summary = entry.summary;
    std::string bytes = encode_frame(frame);
    return {{{plan_path(frame), std::move(bytes)}}, {}};
}

Commit restore_plan(const Files& files, const base::Id& plan) {
    Commit commit;
    for (const FileImage& image : read_all(files, plan_folder(plan))) {
        const auto frame = decode_frame(image.bytes);
        if (frame && frame->kind == FrameKind::Trash) commit.remove.push_back(image.path);
    }
    return commit;
}

Commit purge_plan(const Files& files, const base::Id& plan) {
    Commit commit;
    for (const std::string_view area : {root, backup_root, damaged_root})
        for (FileInfo& info : files.list(folder_of(area, plan))) commit.remove.push_back(std::move(info.path));
    return commit;
}

bool purge_due(const PlanEntry& entry, base::Date today) {
    return entry.deleted && entry.deleted_at && today && today.days() - entry.deleted_at.date().days() >= trash_days;
}

Sizes sizes(const Files& files, std::span<const PlanEntry> entries) {
    Sizes sum;
    for (const PlanEntry& entry : entries) (entry.deleted ? sum.trash : sum.plans) += entry.bytes;
    for (const FileInfo& info : files.list(backup_root)) sum.backups += info.size;
    for (const FileInfo& info : files.list(damaged_root)) sum.damaged += info.size;
    return sum;
}

}  // namespace store
