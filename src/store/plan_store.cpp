#include "store/plan_store.hpp"

#include <algorithm>
#include <cassert>

#include "codec/plan_json.hpp"
#include "store/changes.hpp"

namespace store {
namespace {

constexpr std::size_t journals_limit = 512;
constexpr std::uint64_t journal_bytes_least = 65536;  // a small plan is not written anew for every few edits

std::string aside_path(const base::Id& plan, const FileImage& file) {
    return std::string(damaged_root) + '/' + plan.str() + '/' + file.path.substr(file.path.rfind('/') + 1);
}

bool has_path(std::span<const FileImage> files, std::string_view path) {
    return std::ranges::find(files, path, &FileImage::path) != files.end();
}

}  // namespace

Summary summary_of(const model::Plan& plan) {
    const model::Cover& cover = plan.cover();
    const auto& names = model::ChoicesOf<model::PlanStatus>::choices.values;
    return {cover.title, cover.department, std::string(names[static_cast<std::size_t>(cover.status)]),
            plan.table(model::RecordType::Task).size()};
}

PlanStore::PlanStore(const base::Id& plan, const base::Id& writer) : plan_(plan), writer_(writer) {
    stored_.plan.id = earlier_.plan.id = plan;
}

PlanStore::PlanStore(const Opened& opened, std::vector<Backup> backups, const base::Id& writer)
    : plan_(opened.plan.id),
      writer_(writer),
      stored_{opened.stored, opened.state},
      earlier_{opened.earlier, opened.earlier_state},
      last_revision_(opened.highest),
      held_(opened.held),
      backups_(std::move(backups)),
      damaged_(opened.damaged),
      outdated_(opened.outdated),
      restored_(opened.restored),
      repair_(opened.repair) {}

Frame PlanStore::frame_of(const model::Plan& now, std::uint64_t revision, base::Moment at) const {
    Frame frame;
    frame.schema_major = codec::version_major;
    frame.schema_minor = codec::version_minor;
    frame.plan = plan_;
    frame.writer = writer_;
    frame.state.revision = revision;
    frame.saved = at;
    frame.summary = summary_of(now);
    return frame;
}

FileImage PlanStore::journal(const model::Plan& now, Frame& frame, Pending& pending) const {
    const std::string body = encode_changes(earlier_.plan, stored_.plan, now);
    frame.kind = FrameKind::Journal;
    frame.after = stored_.state;
    frame.base = earlier_.state;
    frame.body = body;
    std::string bytes = encode_frame(frame);
    pending.put.push_back({plan_path(frame), frame.kind, frame.state, bytes.size()});
    return {pending.put.back().path, std::move(bytes)};
}

FileImage PlanStore::snapshot(const model::Plan& now, Frame frame, Pending& pending) const {
    const std::string body = codec::encode_plan(now);
    frame.kind = FrameKind::Snapshot;
    frame.body = body;
    std::string bytes = encode_frame(frame);
    pending.next.state = frame.state;
    pending.put.push_back({plan_path(frame), frame.kind, frame.state, bytes.size()});
    return {pending.put.back().path, std::move(bytes)};
}

bool PlanStore::whole_due(std::uint64_t journal_bytes) const {
    std::uint64_t newest = 0, snapshot_bytes = 0;
    for (const HeldFile& file : held_)
        if (file.kind == FrameKind::Snapshot && file.state.revision > newest) {
            newest = file.state.revision;
            snapshot_bytes = file.size;
        }
    std::size_t journals = 0;
    for (const HeldFile& file : held_)
        if (file.kind == FrameKind::Journal && file.state.revision > newest) {
            ++journals;
            journal_bytes += file.size;
        }
    return newest == 0 || journals >= journals_limit || journal_bytes > std::max(snapshot_bytes, journal_bytes_least);
}

// Keeps the newest snapshot that is already there and everything after it.
void PlanStore::drop_old(Pending& pending, Commit& commit) const {
    State keep;
    for (const HeldFile& file : held_)
        if (file.kind == FrameKind::Snapshot && file.state.revision <= stored_.state.revision)
            keep = std::max(keep, file.state);
    for (const HeldFile& file : held_) {
        const bool older = file.state.revision < keep.revision ||
                           (file.state.revision == keep.revision && file.kind == FrameKind::Journal);
        if (!older) continue;
        commit.remove.push_back(file.path);
        pending.removed.push_back(file.path);
    }
}

void PlanStore::add_backup(Pending& pending, Commit& commit, base::Moment at, std::string_view version) const {
    // What was there before this change; of a new plan, its beginning.
    const Known& known = stored_.state.revision > 0 ? stored_ : pending.next;
    Frame frame = frame_of(known.plan, known.state.revision, at);
    frame.state = known.state;
    const std::string body = codec::encode_plan(known.plan);
    frame.body = body;
    std::string bytes = encode_frame(frame);
    pending.backups.push_back({backup_path(frame, version), at, frame.state, bytes.size(), std::string(version)});
    commit.put.push_back({pending.backups.back().path, std::move(bytes)});
    for (std::string& path : thin_out(pending.backups, at ? at.date() : base::Date{})) {
        std::erase_if(pending.backups, [&](const Backup& backup) { return backup.path == path; });
        commit.remove.push_back(std::move(path));
    }
}

Commit PlanStore::begin(const model::Plan& now, base::Moment at, std::string_view version) {
    assert(!pending_ && now.id == plan_);
    const bool fresh = stored_.state.revision == 0;
    if (!fresh && !repair_ && !unsaved(now)) return {};
    Commit commit;
    Pending pending;
    pending.next.plan = now;
    pending.backups = backups_;
    Frame frame = frame_of(now, ++last_revision_, at);
    if (!fresh) commit.put.push_back(journal(now, frame, pending));
    pending.next.state = frame.state;
    pending.whole = repair_ || fresh || whole_due(commit.bytes());
    if (pending.whole) {
        commit.put.push_back(snapshot(now, frame, pending));
        drop_old(pending, commit);
        for (const FileImage& file : damaged_) commit.put.push_back({aside_path(plan_, file), file.bytes});
        for (const FileImage& file : restored_)
            if (std::ranges::find(pending.removed, file.path) == pending.removed.end()) commit.put.push_back(file);
        for (const FileImage& file : damaged_)
            if (!has_path(restored_, file.path)) commit.remove.push_back(file.path);
        for (const FileImage& file : outdated_)
            commit.put.push_back(
                {std::string(backup_root) + '/' + plan_.str() + file.path.substr(file.path.rfind('/')), file.bytes});
    }
    if (!version.empty() || backup_due(backups_, fresh ? 1 : stored_.state.revision, at))
        add_backup(pending, commit, at, version);
    pending_ = std::move(pending);
    return commit;
}

void PlanStore::confirmed() {
    assert(pending_);
    earlier_ = stored_.state.revision > 0 ? std::move(stored_) : pending_->next;
    stored_ = std::move(pending_->next);
    std::erase_if(held_, [&](const HeldFile& file) {
        return std::ranges::find(pending_->removed, file.path) != pending_->removed.end();
    });
    held_.insert(held_.end(), pending_->put.begin(), pending_->put.end());
    backups_ = std::move(pending_->backups);
    if (pending_->whole) {
        damaged_.clear();
        restored_.clear();
        outdated_.clear();
        repair_ = false;
    }
    pending_.reset();
}

void PlanStore::failed() {
    assert(pending_);
    // They may exist nevertheless. To be removed with the others of their age.
    for (HeldFile& file : pending_->put)
        if (file.kind == FrameKind::Journal) held_.push_back(std::move(file));
    pending_.reset();
}

bool PlanStore::unsaved(const model::Plan& now) const {
    return !now.same(stored_.plan) && !model::equal(stored_.plan, now);
}

std::uint64_t PlanStore::bytes() const {
    std::uint64_t sum = 0;
    for (const HeldFile& file : held_) sum += file.size;
    return sum;
}

FileImage PlanStore::tail(const model::Plan& now, base::Moment at) const {
    Pending unused;
    Frame frame = frame_of(now, last_revision_ + 1, at);
    return stored_.state.revision > 0 ? journal(now, frame, unused) : snapshot(now, frame, unused);
}

}  // namespace store
