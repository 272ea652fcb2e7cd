// store/open_plan.hpp: a plan out of its stored files, whatever has happened to them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/plan.hpp"
#include "store/frame.hpp"

namespace store {

// What a person should know about how a plan was opened. The words are "store.notice.CODE"; the codes:
// "file-damaged" (subject: path) a file was not as it had been written; nothing of it was needed unless
// "revisions-lost"
//   stands beside it,
// "revisions-lost" (subject: how many) newer states are known to have existed that nothing can rebuild,
// "tail-recovered" what was typed last, and had not been stored yet, was found where the page had put it when it went
// away, "backup-used" a damaged plan was rebuilt with a backup's help, "branch-found" (subject: its revision) another
// window or program changed the plan at the same time, "schema-older" the plan was read from an older version's form;
// the next save writes it anew and keeps the old files.
struct Notice {
    std::string code, subject;
    bool operator==(const Notice&) const = default;
};

// One of the plan's own files that is whole.
struct HeldFile {
    std::string path;
    FrameKind kind = FrameKind::Snapshot;
    State state;
    std::uint64_t size = 0;
};

// Another line of states, from a writer that did not know of ours.
struct BranchFiles {
    State head;
    std::vector<std::string> paths;
};

struct Opened {
    model::Plan plan;           // to go on with
    State state;                // of what the files hold; revision 0: nothing but the tail does
    model::Plan stored;         // what they hold: the same, unless the tail knew more
    State earlier_state;        // the state before it, if it could be rebuilt on the way, and
    model::Plan earlier;        // its content; otherwise both as `state` and `stored`
    std::uint64_t highest = 0;  // revision seen anywhere, even in the name of a damaged file
    base::Moment saved;         // when the state was stored
    bool unsaved = false;       // plan is newer than stored
    bool repair = false;        // the files are not as they should be: the next commit writes the plan whole
    std::vector<Notice> notices;
    std::vector<BranchFiles> branches;
    std::vector<HeldFile> held;       // without those of branches
    std::vector<FileImage> damaged;   // files of ours that are not whole
    std::vector<FileImage> restored;  // files that should be ours, from other places' copies
    std::vector<FileImage> outdated;  // all files, if they are of an older schema

    // Other places' copies may know better. (What looks like a branch may be a line with a gap.)
    [[nodiscard]] bool doubtful() const { return repair || !branches.empty(); }
};

struct Evidence {
    std::optional<State> witness;     // the newest state that was ever acknowledged, noted elsewhere
    std::span<const FileImage> tail;  // frames that were not stored yet (see tail.hpp)
    std::span<const FileImage> more;  // other places' copies: backups, a mirror
};

// The newest whole state. files: everything in the plan's folder, in any order and condition. Errors (subject: the
// plan's id): "plan-missing" (no file of this plan), "plan-newer" (written by a newer version: to be left as it is,
// detail: its version), "plan-unreadable" (nothing whole).
base::Result<Opened> open_plan(const base::Id& plan, std::span<const FileImage> files, const Evidence& evidence = {});

// One state out of the files, for instance a branch or a backup.
base::Result<model::Plan> open_state(const base::Id& plan, std::span<const FileImage> files, const State& state);

// Reads the plan's folder, and its backups if that alone is not whole.
base::Result<Opened> open_stored(const Files& files, const base::Id& plan, Evidence evidence = {});

}  // namespace store
