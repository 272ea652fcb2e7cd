// app/storage_client.hpp: keeps what is edited stored: decides when to write and what, one request after the other, and
// knows at any time what has been stored and what has not.
//
// Pure: it is told what happens (frame input, events, edits) and sends Requests. What it reads lies in `files`, which
// the platform keeps equal to what is stored. Nothing counts as saved before the Answer says so; until then it stays in
// memory and in the tail, and is tried again.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/requests.hpp"
#include "app/stops.hpp"
#include "store/archive.hpp"
#include "store/open_plan.hpp"
#include "store/plan_store.hpp"
#include "store/step_back.hpp"

namespace app {

enum class SaveState : std::uint8_t {
    Saved,        // all of it, as of `saved`
    Unsaved,      // waits for a pause in typing
    Saving,       // asked for, not answered yet
    Failed,       // code says why; tried again after a while, at the next change, and by save_now()
    ReadOnly,     // another tab is the writer
    Unavailable,  // this browser stores nothing
};
struct SaveStatus {
    SaveState state = SaveState::Saved;
    std::string code;  // of Failed, and while it is tried again: as in StoreFiles
    base::Moment saved;
    std::uint64_t revision = 0;  // that is stored
};

enum class Pace : std::uint8_t {
    Typing,   // more will come: wait for a pause
    Gesture,  // done: store at once
};

// Something to tell about a stored plan: store::Notice; or of the store as a whole "store-cleared", "store-damaged",
// "plans-recovered" (subject: how many came back from copies), "plans-missing" (subject: how many are known to have
// been there and are nowhere).
struct StorageNotice {
    base::Id plan;
    std::string title;
    store::Notice notice;
};

// What became of something else than saving: "delete", "restore", "purge", "import", "branch", "recover", "step-back".
struct StorageOutcome {
    std::string what;
    base::Id plan;
    bool ok = false;
    std::string code;
    base::Id kept;  // "step-back": the plan that holds what was there until then
};

class StorageClient {
  public:
    struct Setup {
        std::uint64_t seed = 0;     // for ids of copies and of writers: each line of commits has one of its own
        std::string branch_suffix;  // appended to the title of a plan that another window changed at the same time
        std::string stopped_suffix = {};     // … of the version with which the program broke down
        std::set<base::Id> left_alone = {};  // nothing of these is read before somebody opens them
    };
    static constexpr double pause_seconds = 0.4, longest_wait_seconds = 2, retry_seconds = 15, answer_seconds = 30;

    // files and requests outlive the client.
    StorageClient(const store::Files& files, Requests& requests, Setup setup);

    // -------- what happens
    void started(const Started& started, base::Moment now);
    void storage_changed(const StorageChanged& changed, base::Moment now);
    void set_now(base::Moment now) { now_ = now; }  // before answers are taken
    // False while it looks for copies of what the store has lost: the list of plans is not the whole truth yet.
    [[nodiscard]] bool ready() const { return !copies_request_; }
    // Once per frame, after the events and edits of the frame: sends what is due.
    void frame(double seconds, base::Moment now);
    // In how many seconds it wants a frame; negative: not by itself.
    [[nodiscard]] double due_in(double seconds) const;

    // -------- the plan that is open
    // Errors as store::open_plan. What was found out on the way comes as notices.
    base::Result<model::Plan> open(const base::Id& plan);
    // A plan from a template or a file becomes the open one and is stored; the store's history of the same plan goes
    // on.
    void adopt(const model::Plan& plan);
    void changed(const model::Plan& plan, Pace pace);
    // The open plan as it is before something else takes its place as a whole: stored first if it is not yet, then kept
    // as a version that is called store::before_replace.
    void keep_version(const model::Plan& before);
    void save_now();  // focus left, page hidden, or asked for
    void close();     // what is not stored yet still will be
    [[nodiscard]] SaveStatus status() const;
    // The open plan as another tab has left it, once, if it has changed under a reader or before a reader became the
    // writer.
    std::optional<model::Plan> take_reloaded();

    // -------- all plans
    [[nodiscard]] const std::vector<store::PlanEntry>& plans() const { return plans_; }
    [[nodiscard]] std::uint64_t generation() const { return generation_; }  // another one: plans or files have changed
    [[nodiscard]] bool can_store() const { return role_ == Role::Writer; }
    [[nodiscard]] bool anything_unsaved() const;
    void delete_plan(const base::Id& plan);
    void restore_plan(const base::Id& plan);
    void purge_plan(const base::Id& plan);
    // The version before the one that broke the program down; nothing if there is none.
    [[nodiscard]] std::optional<store::Earlier> earlier_version(const base::Id& plan, const Stop& stop) const;
    // The plan becomes that version; what it was is stored as the plan `kept`.
    void step_back(const base::Id& plan, const Stop& stop, const base::Id& kept);
    base::Result<std::vector<store::ImportedPlan>> import_entries(std::vector<base::ZipEntry> entries);
    [[nodiscard]] const store::Files& files() const { return files_; }

    std::vector<StorageNotice> take_notices();
    std::vector<StorageOutcome> take_outcomes();

  private:
    enum class Role : std::uint8_t { Writer, Reader, None };
    struct Document {
        store::PlanStore store;
        model::Plan now;
        base::Moment saved;
        bool dirty = false;
        double dirty_since = 0, due = 0;         // seconds
        std::string failure;                     // of the last attempt
        std::vector<model::Plan> replaced = {};  // to be kept as versions, oldest first
        bool keeps_version = false;              // what is sent keeps the first of them
    };
    struct Operation {
        std::string what;
        base::Id plan;
        store::Commit commit;  // made when its turn comes, unless it is there already
        double due = 0;        // seconds
        bool is_tail = false;  // its files stay where the page left them until they are stored
        Stop stop = {};        // of "step-back", and
        base::Id kept = {};    // the plan that it makes
    };
    struct Sent {
        std::uint32_t request;
        double at;
        std::optional<base::Id> document;  // else an operation
        Operation operation;
    };

    Document* find(const base::Id& plan);
    [[nodiscard]] const Document* find(const base::Id& plan) const;
    void mark_dirty(Document& document, double due);
    Document& take_in(const store::Opened& opened);
    [[nodiscard]] base::Result<store::Opened> read(const base::Id& plan) const;
    void store_branches(const store::Opened& opened);
    void look_around();
    void recover();
    void take_tail(std::vector<store::FileImage> tail);
    void recover_lost_plans();
    [[nodiscard]] bool in_tail(const base::Id& plan) const;
    [[nodiscard]] bool is_behind(const store::PlanEntry& entry) const;
    void reread_open_plan();
    void forget_clean_documents();

    void send_next(double seconds);
    bool send_document(Document& document, double seconds);
    store::Commit commit_of(Document& document) const;
    store::Commit make_commit(const Operation& operation);
    store::Commit make_step_back(const Operation& operation);
    void forget_found_tail(const base::Id& plan);
    void send(const store::Commit& commit, double seconds);
    void answered(const Answer& answer);
    void document_answered(Document& document, bool ok, const std::string& code);
    void operation_answered(Operation operation, bool ok, const std::string& code);
    void list_all();
    void list_again(const base::Id& plan);
    void list_after_commit(const Document& document);
    void sort_list();
    void keep_witness();
    void keep_tail();

    const store::Files& files_;
    Requests& requests_;
    Setup setup_;
    base::IdSource ids_;
    Role role_ = Role::None;
    double seconds_ = 0;
    base::Moment now_;
    std::vector<std::unique_ptr<Document>> documents_;  // the open one and those that are not stored yet
    base::Id open_;
    std::optional<model::Plan> reloaded_;
    std::vector<Operation> operations_;
    std::optional<Sent> sent_;
    std::vector<store::PlanEntry> plans_;
    std::uint64_t generation_ = 1;
    std::map<base::Id, store::Witness> witnesses_;
    std::vector<store::FileImage> found_tail_;  // of an earlier page
    std::optional<std::uint32_t> copies_request_;
    std::vector<store::FileImage> copies_;  // of files that the store may have lost
    std::string kept_tail_;
    bool tail_stale_ = false;
    std::vector<StorageNotice> notices_;
    std::vector<StorageOutcome> outcomes_;
};

}  // namespace app
