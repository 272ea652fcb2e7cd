// store/plan_store.hpp: turns the states of one open plan into commits: which files to write and which to remove.
//
// The cost of a commit is that of what changed. Now and then (when the journals have grown as large as the snapshot, or
// to 512) one carries the plan as a whole too; what lies before the snapshot before that one is then removed. So there
// are two ways to every state but the newest, and a damaged file costs nothing, or at worst the last change.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/backup.hpp"
#include "store/open_plan.hpp"

namespace store {

class PlanStore {
  public:
    // A plan of which nothing is stored yet. writer: an id that no other run of any program uses.
    PlanStore(const base::Id& plan, const base::Id& writer);
    PlanStore(const Opened& opened, std::vector<Backup> backups, const base::Id& writer);

    // Everything that differs from the last confirmed state; empty if nothing does. One commit at a time: after one
    // that is not empty comes confirmed() or failed(). Each attempt has a revision of its own, also one that is tried
    // again, because a failed one may yet turn out to have been stored.
    // version: a name under which the last confirmed state is kept (store/backup.hpp).
    Commit begin(const model::Plan& now, base::Moment at, std::string_view version = {});
    void confirmed();
    void failed();

    [[nodiscard]] bool in_flight() const { return pending_.has_value(); }
    [[nodiscard]] bool unsaved(const model::Plan& now) const;  // differs from the last confirmed state
    [[nodiscard]] const State& state() const { return stored_.state; }
    [[nodiscard]] const base::Id& plan() const { return plan_; }
    [[nodiscard]] std::uint64_t bytes() const;  // of the plan's files, backups left out

    // The frame that would store `now`: what can be put elsewhere while a commit is under way or cannot be made.
    [[nodiscard]] FileImage tail(const model::Plan& now, base::Moment at) const;

    // The next commit writes the whole plan, even if nothing changed: the files are gone or not to be trusted.
    void write_whole_next() { repair_ = true; }

  private:
    struct Known {
        model::Plan plan;
        State state;
    };
    struct Pending {
        Known next;
        std::vector<HeldFile> put;
        std::vector<std::string> removed;
        std::vector<Backup> backups;  // afterwards
        bool whole = false;
    };
    [[nodiscard]] Frame frame_of(const model::Plan& now, std::uint64_t revision, base::Moment at) const;
    FileImage journal(const model::Plan& now, Frame& frame, Pending& pending) const;
    FileImage snapshot(const model::Plan& now, Frame frame, Pending& pending) const;
    [[nodiscard]] bool whole_due(std::uint64_t journal_bytes) const;
    void drop_old(Pending& pending, Commit& commit) const;
    void add_backup(Pending& pending, Commit& commit, base::Moment at, std::string_view version) const;

    base::Id plan_, writer_;
    Known stored_, earlier_;  // the last two confirmed states; revision 0: none
    std::uint64_t last_revision_ = 0;
    std::vector<HeldFile> held_;
    std::vector<Backup> backups_;
    std::vector<FileImage> damaged_, outdated_;  // to be moved out of the way by the next commit that is whole
    std::vector<FileImage> restored_;            // to be written by it, unless nothing needs them any more
    bool repair_ = false;
    std::optional<Pending> pending_;
};

// What lists show of a plan.
Summary summary_of(const model::Plan& plan);

}  // namespace store
