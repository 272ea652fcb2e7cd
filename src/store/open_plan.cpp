#include "store/open_plan.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

#include "codec/plan_json.hpp"
#include "model/integrity.hpp"
#include "store/chain.hpp"
#include "store/changes.hpp"

// Rows of a journal are read as of this version. A second major version must teach codec::decode_row to read the
// first's before this line may go.
static_assert(codec::version_major == 1);

namespace store {
namespace {

enum class Place : std::uint8_t { Own, Elsewhere, Tail };

// Frames that are whole, and what they were read from.
struct Heap {
    std::vector<Frame> frames;
    std::vector<Place> places;
    std::vector<const FileImage*> files;
};

struct Rebuilt {
    State state, earlier_state;
    model::Plan plan, earlier;
    std::vector<std::size_t> path;
};

std::string_view name_of(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

// What the bytes are worth does not depend on the name; the name tells what damaged bytes once were.
void gather(const base::Id& plan, std::span<const FileImage> files, Place place, Heap& heap, Opened& opened) {
    for (const FileImage& file : files) {
        const auto named = parse_file_name(name_of(file.path));
        if (named && place == Place::Own) opened.highest = std::max(opened.highest, named->state.revision);
        const auto frame = decode_frame(file.bytes);
        if (frame && frame->plan == plan) {
            opened.highest = std::max(opened.highest, frame->state.revision);
            heap.frames.push_back(*frame);
            heap.places.push_back(place);
            heap.files.push_back(&file);
        } else if (place == Place::Own && (named || (!frame && frame.error().code != "store-foreign"))) {
            opened.damaged.push_back(file);
        }
    }
}

// The plan of a state, or the index of the frame whose content is no good although its checksum is right.
std::variant<Rebuilt, std::size_t> rebuild(const base::Id& id, const Heap& heap, const Chain& chain,
                                           const State& state) {
    Rebuilt result;
    result.path = chain.path(state);
    for (const std::size_t i : result.path) {
        const Frame& frame = heap.frames[i];
        const bool whole = frame.kind == FrameKind::Snapshot;
        result.earlier = result.plan;
        result.earlier_state = result.state;
        auto next = whole ? codec::decode_plan(frame.body) : apply_changes(std::move(result.plan), frame.body);
        if (!next || next->id != id) return i;
        result.plan = std::move(next).value();
        result.state = frame.state;
    }
    // Only whole plans are ever stored, so journals that lead to anything else do not belong together.
    if (result.path.size() > 1 && !model::check_plan(result.plan)) return result.path.back();
    if (result.path.size() == 1) {
        result.earlier = result.plan;
        result.earlier_state = result.state;
    }
    return result;
}

std::optional<Rebuilt> rebuild_newest(const base::Id& id, const Heap& heap, Chain& chain, std::set<std::size_t>& bad) {
    for (auto states = chain.states(); !states.empty(); states = chain.states()) {
        auto result = rebuild(id, heap, chain, states.front());
        if (auto* rebuilt = std::get_if<Rebuilt>(&result)) return std::move(*rebuilt);
        const std::size_t frame = *std::get_if<std::size_t>(&result);
        bad.insert(frame);
        chain.leave_out(frame);
    }
    return std::nullopt;
}

base::Error unopened(const base::Id& plan, const Heap& heap, const Opened& opened) {
    for (const Frame& frame : heap.frames)
        if (frame.newer())
            return {"plan-newer", plan.str(),
                    std::to_string(frame.schema_major) + '.' + std::to_string(frame.schema_minor)};
    const bool none = heap.frames.empty() && opened.damaged.empty();
    return {none ? "plan-missing" : "plan-unreadable", plan.str(), {}};
}

// Splits the plan's own whole files into those to go on with and those of branches.
void sort_files(const Heap& heap, const Chain& chain, const std::set<std::size_t>& bad, Opened& opened) {
    std::set<std::size_t> aside = bad;
    for (const Chain::Branch& branch : chain.branches(opened.state)) {
        BranchFiles files{branch.head, {}};
        for (const std::size_t i : branch.frames)
            if (heap.places[i] == Place::Own && aside.insert(i).second) files.paths.push_back(heap.files[i]->path);
        if (files.paths.empty()) continue;
        opened.notices.push_back({"branch-found", std::to_string(branch.head.revision)});
        opened.branches.push_back(std::move(files));
    }
    for (std::size_t i = 0; i < heap.frames.size(); ++i) {
        if (heap.places[i] != Place::Own) continue;
        const Frame& frame = heap.frames[i];
        if (bad.contains(i)) opened.damaged.push_back(*heap.files[i]);
        if (!aside.contains(i) && frame.kind != FrameKind::Trash)
            opened.held.push_back({heap.files[i]->path, frame.kind, frame.state, heap.files[i]->bytes.size()});
    }
}

// Without these the states before a gap would look like somebody else's line the next time.
void restore_files(const Heap& heap, const Chain& chain, const std::vector<std::size_t>& path, Opened& opened) {
    std::set<State> own;
    for (std::size_t i = 0; i < heap.frames.size(); ++i)
        if (heap.places[i] == Place::Own && heap.frames[i].kind == FrameKind::Journal) own.insert(heap.frames[i].state);
    std::vector<std::size_t> wanted = chain.line(opened.state);
    wanted.push_back(path.front());
    for (const std::size_t i : wanted) {
        const Frame& frame = heap.frames[i];
        if (heap.places[i] != Place::Elsewhere) continue;
        if (frame.kind == FrameKind::Journal && !own.insert(frame.state).second) continue;
        opened.restored.push_back({plan_path(frame), heap.files[i]->bytes});
        opened.held.push_back({plan_path(frame), frame.kind, frame.state, heap.files[i]->bytes.size()});
    }
}

void say_what_happened(const Heap& heap, const Rebuilt* stored, const Evidence& evidence, const Chain& chain,
                       Opened& opened) {
    for (const FileImage& file : opened.damaged) opened.notices.push_back({"file-damaged", file.path});
    const std::uint64_t reached = std::max(opened.state.revision, opened.unsaved ? opened.highest : 0);
    std::uint64_t known = opened.highest;
    if (evidence.witness) {
        known = std::max(known, evidence.witness->revision);
        const bool replaced = evidence.witness->revision == opened.state.revision && !chain.reaches(*evidence.witness);
        if (replaced) ++known;
    }
    if (known > reached) opened.notices.push_back({"revisions-lost", std::to_string(known - reached)});
    bool elsewhere = !opened.restored.empty();
    if (stored)
        for (const std::size_t i : stored->path) {
            elsewhere = elsewhere || heap.places[i] == Place::Elsewhere;
            if (heap.frames[i].older() && opened.outdated.empty())
                for (const FileImage* file : heap.files) opened.outdated.push_back(*file);
        }
    if (elsewhere) opened.notices.push_back({"backup-used", {}});
    if (!opened.outdated.empty()) opened.notices.push_back({"schema-older", {}});
    if (opened.unsaved) opened.notices.push_back({"tail-recovered", {}});
    opened.repair = elsewhere || known > reached || !opened.damaged.empty() || !opened.outdated.empty();
    opened.highest = std::max(opened.highest, known);
}

}  // namespace

base::Result<Opened> open_plan(const base::Id& plan, std::span<const FileImage> files, const Evidence& evidence) {
    Opened opened;
    Heap heap;
    gather(plan, files, Place::Own, heap, opened);
    gather(plan, evidence.more, Place::Elsewhere, heap, opened);
    gather(plan, evidence.tail, Place::Tail, heap, opened);
    Chain stored_chain(heap.frames), chain(heap.frames);
    for (std::size_t i = 0; i < heap.frames.size(); ++i)
        if (heap.places[i] == Place::Tail) stored_chain.leave_out(i);
    std::set<std::size_t> bad;
    const auto stored = rebuild_newest(plan, heap, stored_chain, bad);
    for (const std::size_t i : bad) chain.leave_out(i);
    const auto newest = evidence.tail.empty() ? stored : rebuild_newest(plan, heap, chain, bad);
    if (!newest) return unopened(plan, heap, opened);
    for (const Frame& frame : heap.frames)
        if (frame.newer() && frame.state.revision > newest->state.revision) return unopened(plan, heap, opened);

    opened.plan = newest->plan;
    opened.stored.id = plan;
    if (stored) {
        opened.state = stored->state;
        opened.stored = stored->plan;
        opened.earlier_state = stored->earlier_state;
        opened.earlier = stored->earlier;
        opened.saved = heap.frames[stored->path.back()].saved;
    }
    opened.unsaved = newest->state.revision > opened.state.revision;
    if (!opened.unsaved) opened.plan = opened.stored;
    sort_files(heap, stored_chain, bad, opened);
    if (stored) restore_files(heap, stored_chain, stored->path, opened);
    say_what_happened(heap, stored ? &*stored : nullptr, evidence, stored_chain, opened);
    return opened;
}

base::Result<model::Plan> open_state(const base::Id& plan, std::span<const FileImage> files, const State& state) {
    Opened ignored;
    Heap heap;
    gather(plan, files, Place::Own, heap, ignored);
    const Chain chain(heap.frames);
    if (chain.reaches(state)) {
        auto result = rebuild(plan, heap, chain, state);
        if (auto* rebuilt = std::get_if<Rebuilt>(&result)) return std::move(rebuilt->plan);
    }
    return unopened(plan, heap, ignored);
}

base::Result<Opened> open_stored(const Files& files, const base::Id& plan, Evidence evidence) {
    const std::vector<FileImage> own = read_all(files, plan_folder(plan));
    auto opened = open_plan(plan, own, evidence);
    if (opened && !opened->doubtful()) return opened;
    std::vector<FileImage> more = read_all(files, std::string(backup_root) + '/' + plan.str());
    more.insert(more.begin(), evidence.more.begin(), evidence.more.end());
    evidence.more = more;
    return open_plan(plan, own, evidence);
}

}  // namespace store
