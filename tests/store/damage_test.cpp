// Damaged, missing, doubled and foreign files: all damage is noticed, the newest whole state is found.
#include <doctest/doctest.h>

#include <set>

#include "store/open_plan.hpp"
#include "store/store_support.hpp"

using namespace store;
using namespace store_test;

namespace {

// What can be rebuilt from the files that are as they were written, worked out by following every link backwards from
// every state: slow, and written without the code under test. Revision 0: nothing.
std::uint64_t newest_whole(const MemoryFiles& whole) {
    std::map<std::uint64_t, std::vector<Frame>> by_revision;
    for (const auto& [path, bytes] : whole.files) {
        const auto frame = decode_frame(bytes);
        by_revision[frame->state.revision].push_back(*frame);
    }
    std::set<std::uint64_t> reachable;
    for (bool grown = true; grown;) {
        grown = false;
        for (const auto& [revision, frames] : by_revision)
            for (const Frame& frame : frames)
                if (!reachable.contains(revision) &&
                    (frame.kind == FrameKind::Snapshot || reachable.contains(frame.after.revision) ||
                     reachable.contains(frame.base.revision)))
                    grown = reachable.insert(revision).second;
    }
    return reachable.empty() ? 0 : *reachable.rbegin();
}

struct Tally {
    std::size_t damages = 0, noticed = 0, nothing_lost = 0, older_state = 0, unreadable = 0, wrong = 0;
};

// damaged: paths whose bytes are no longer what was written (they may also be gone).
void judge(const Session& session, const MemoryFiles& now, const std::set<std::string>& damaged, Tally& tally) {
    MemoryFiles whole = session.files;
    for (const std::string& path : damaged) whole.files.erase(path);
    const std::uint64_t expected = newest_whole(whole);
    const State newest = session.store.state();
    Evidence evidence;
    evidence.witness = newest;
    const auto opened = open_stored(now, session.now.id, evidence);
    const PlanEntry entry = list_plan(now, session.now.id);
    ++tally.damages;
    if (expected == 0) {
        ++tally.unreadable;
        tally.noticed += !opened && entry.condition != Condition::Whole;
        tally.wrong += opened.ok();
        return;
    }
    if (!opened || !model::equal(opened->plan, session.history.at(expected))) {
        ++tally.wrong;
        return;
    }
    std::size_t told = 0;
    bool lost = false;
    for (const Notice& notice : opened->notices) {
        told += notice.code == "file-damaged" && damaged.contains(notice.subject);
        if (notice.code == "revisions-lost") lost = notice.subject == std::to_string(newest.revision - expected);
    }
    std::size_t visible = 0;
    for (const std::string& path : damaged)
        visible += path.starts_with(plan_folder(session.now.id)) && now.files.contains(path);
    const bool listed = visible == 0 || entry.condition != Condition::Whole;
    tally.noticed += told == visible && listed && (lost || expected == newest.revision);
    (expected == newest.revision ? tally.nothing_lost : tally.older_state) += 1;
}

void tell_tally(const char* what, const Tally& tally) {
    MESSAGE(std::string(what), ": ", tally.damages, " damages, noticed ", tally.noticed, ", nothing lost ",
            tally.nothing_lost, ", an older state ", tally.older_state, ", nothing whole left ", tally.unreadable,
            ", wrong ", tally.wrong);
    CHECK(tally.noticed == tally.damages);
    CHECK(tally.wrong == 0);
}

model::Task task(const base::Id& id, std::string title) {
    model::Task task;
    task.id = id;
    task.order = "a";
    task.title = std::move(title);
    return task;
}

Session small_session(std::uint64_t seed) {
    Random random(seed);
    base::IdSource ids(seed);
    Plan plan = model::empty_plan(ids.next());
    plan.put(task(ids.next(), "任务一"));
    Session session(std::move(plan), writer_id());
    session.save(noon());
    for (int i = 0; i < 12; ++i) {
        if (i == 4 || i == 9) session.store.write_whole_next();
        session.now.put(task(ids.next(), "任务" + std::to_string(i)));
        session.save(noon(i / 6));
    }
    return session;
}

}  // namespace

TEST_CASE("damage: every byte of a small store flipped, and every file cut at every byte") {
    const Session session = small_session(1);
    Tally flips, cuts;
    std::size_t bytes = 0, number = 0;
    const std::size_t stride = support::stride(1, 83);
    for (const auto& [path, original] : session.files.files) {
        bytes += original.size();
        MemoryFiles files = session.files;
        for (std::size_t at = support::first_place(stride, number++); at < original.size(); at += stride) {
            std::string& changed = files.files[path];
            changed = original;
            changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
            judge(session, files, {path}, flips);
            changed = original.substr(0, at);
            judge(session, files, {path}, cuts);
        }
    }
    MESSAGE(session.files.files.size(), " files of ", bytes, " bytes");
    tell_tally("flipped", flips);
    tell_tally("cut", cuts);
    // One damaged file costs nothing, or the last change if it is the last journal.
    CHECK(flips.unreadable + cuts.unreadable == 0);
    CHECK(flips.nothing_lost > flips.older_state);
}

TEST_CASE("damage: 500 random damages of a large store") {
    Random random(42);
    Session session(large_plan(support::seeds(300, 60)), writer_id());
    session.save(noon());
    for (int i = 0; i < 60; ++i) {
        if (i % 25 == 24) session.store.write_whole_next();
        session.edit_and_save(random, 1, noon(i / 10));
    }
    Tally tally;
    std::vector<std::string> paths;
    for (const auto& [path, bytes] : session.files.files) paths.push_back(path);
    for (std::size_t i = 0; i < support::seeds(500, 20); ++i) {
        MemoryFiles files = session.files;
        std::set<std::string> damaged;
        for (std::size_t n = 1 + random.below(random.one_in(4) ? 30 : 3); n > 0; --n) {
            const std::string& path = paths[random.below(paths.size())];
            const auto found = files.files.find(path);
            if (found == files.files.end() || !damaged.insert(path).second) continue;
            std::string& bytes = found->second;
            const std::size_t at = random.below(bytes.size());
            switch (random.below(5)) {
                case 0:
                    bytes[at] = static_cast<char>(bytes[at] ^ (1 + random.below(255)));
                    break;
                case 1:
                    bytes.resize(at);
                    break;
                case 2:
                    bytes.replace(at, std::min<std::size_t>(512, bytes.size() - at), std::string(512, '\0'));
                    break;
                case 3:
                    files.files.erase(found);
                    break;
                default:
                    bytes += bytes.substr(at);
                    break;
            }
        }
        judge(session, files, damaged, tally);
    }
    tell_tally("random", tally);
}

TEST_CASE("damage: the next save sets the damaged files aside and all is whole again") {
    Session session = small_session(2);
    const std::string folder = plan_folder(session.now.id);
    std::vector<std::string> own;
    for (const FileInfo& info : session.files.list(folder)) own.push_back(info.path);
    for (const std::string& path : own) {
        MemoryFiles files = session.files;
        files.files[path][files.files[path].size() / 2] ^= 1;
        const auto opened = open_stored(files, session.now.id);
        REQUIRE(opened);
        PlanStore store(*opened, list_backups(files, session.now.id), writer_id(2));
        const Commit commit = store.begin(opened->plan, noon());
        CHECK(!commit.empty());  // although nothing was edited
        files.apply(commit);
        store.confirmed();
        CHECK(files.list(damaged_root).size() == 1);
        const auto again = open_stored(files, session.now.id);
        REQUIRE(again);
        CHECK(again->notices.empty());
        CHECK(model::equal(again->plan, opened->plan));
        CHECK(list_plan(files, session.now.id).condition == Condition::Whole);
    }
}

TEST_CASE("damage: what a copy elsewhere still holds is put back, and nobody's line is taken for another window's") {
    std::size_t repairs = 0, restored = 0, torn = 0;
    for (std::uint64_t seed = 1; seed <= support::seeds(300, 40); ++seed) {
        Random random(seed);
        Session session(support::random_plan(seed, {.rows = 2, .long_texts = false}), writer_id(0));
        session.save(noon());
        for (int run = 1; run <= 6; ++run) {  // as many starts of the program, each a writer of its own
            if (random.one_in(4)) session.store.write_whole_next();
            session.edit_and_save(random, 1 + static_cast<int>(random.below(3)), noon(run));
            const auto opened = session.open();
            session.store = PlanStore(*opened, list_backups(session.files, session.now.id), writer_id(run));
        }
        const MemoryFiles copies = session.files;
        const auto own = session.files.list(plan_folder(session.now.id));
        std::set<std::string> harmed;
        for (std::size_t n = 1 + random.below(own.size()); n > 0; --n) {
            const std::string& path = own[random.below(own.size())].path;
            harmed.insert(path);
            if (random.one_in(3))
                session.files.files.erase(path);
            else if (const auto found = session.files.files.find(path); found != session.files.files.end())
                found->second[random.below(found->second.size())] ^= 1;
        }
        Evidence evidence;
        const std::vector<FileImage> more = read_all(copies, plan_folder(session.now.id));
        evidence.more = more;
        const auto opened = open_plan(session.now.id, read_all(session.files, plan_folder(session.now.id)), evidence);
        REQUIRE(opened);
        CHECK(model::equal(opened->plan, session.now));
        CHECK(opened->branches.empty());
        restored += opened->restored.size();
        torn += harmed.size() > 1;
        PlanStore store(*opened, list_backups(session.files, session.now.id), writer_id(99));
        const Commit commit = store.begin(opened->plan, noon(7));
        repairs += !commit.empty();
        session.files.apply(commit);
        if (!commit.empty()) store.confirmed();
        const auto again = session.open();
        REQUIRE(again);
        CHECK(again->branches.empty());
        CHECK(model::equal(again->plan, session.now));
        if (opened->repair) CHECK(again->notices.empty());
    }
    MESSAGE(torn, " stores with several damages, ", repairs, " repaired, ", restored, " files put back");
    CHECK(restored > 0);
}

TEST_CASE("damage: without any copy, a writer's torn line is not taken for another window's") {
    Session session = small_session(7);
    const auto own = session.files.list(plan_folder(session.now.id));
    std::size_t pairs = 0;
    for (std::size_t a = 0; a < own.size(); ++a)
        for (std::size_t b = a + 1; b < own.size(); ++b) {
            MemoryFiles files = session.files;
            files.files.erase(own[a].path);
            files.files.erase(own[b].path);
            const auto opened = open_stored(files, session.now.id);
            if (!opened) continue;
            ++pairs;
            CHECK(opened->branches.empty());
        }
    CHECK(pairs > 20);
}

TEST_CASE("damage: doubled, renamed and foreign files do not matter") {
    Session session = small_session(3);
    const std::string folder = plan_folder(session.now.id);
    MemoryFiles files = session.files;
    for (const FileInfo& info : session.files.list(folder)) {
        files.files[folder + "/copy of " + info.path.substr(folder.size() + 1)] = *session.files.read(info.path);
        files.files.erase(info.path);
    }
    files.files[folder + "/desktop.ini"] = "[.ShellClassInfo]";
    files.files[folder + "/empty"] = "";
    const Session other = small_session(4);
    for (const FileImage& image : read_all(other.files, plan_folder(other.now.id)))
        files.files[folder + "/" + image.path.substr(folder.size() + 5)] = image.bytes;
    const auto opened = open_stored(files, session.now.id);
    REQUIRE(opened);
    CHECK(model::equal(opened->plan, session.now));
    CHECK(opened->state == session.store.state());
}

TEST_CASE("open: errors and newer versions") {
    Session session = small_session(5);
    const base::Id id = session.now.id;
    CHECK(open_stored(session.files, *base::Id::parse("nobody")).error().code == "plan-missing");
    MemoryFiles files = session.files;
    for (auto& [path, bytes] : files.files) bytes[bytes.size() / 2] ^= 1;
    CHECK(open_stored(files, id).error().code == "plan-unreadable");
    CHECK(list_plan(files, id).condition == Condition::Unreadable);

    files = session.files;
    Frame frame;
    frame.plan = id;
    frame.writer = writer_id(3);
    frame.schema_major = 2;
    frame.state.revision = session.store.state().revision + 1;
    frame.summary.title = "新版方案";
    frame.body = "{}";
    const std::string bytes = encode_frame(frame);
    files.files[plan_path(frame)] = bytes;
    CHECK(open_stored(files, id).error().code == "plan-newer");
    const PlanEntry entry = list_plan(files, id);
    CHECK(entry.condition == Condition::Newer);
    CHECK(entry.summary.title == "新版方案");
}

TEST_CASE("open: a journal whose rows cannot be read is left out and told") {
    Session session = small_session(6);
    Frame frame = *decode_frame(*session.files.read(session.files.list(plan_folder(session.now.id)).front().path));
    frame.kind = FrameKind::Journal;
    frame.after = frame.base = session.store.state();
    frame.state.revision = session.store.state().revision + 1;
    for (const std::string_view body :
         {"+ tasks {\"id\":\"x\",", "? tasks x\n", "+ nonsense {}\n", "- tasks ///\n", "= a\n", "+ tasks {}\n",
          "+ dependencies {\"id\":\"x\",\"order\":\"a\",\"successor\":\"nowhere\"}\n", "- cover cover\n"}) {
        frame.body = body;
        MemoryFiles files = session.files;
        const std::string bytes = encode_frame(frame);
        files.files[plan_path(frame)] = bytes;
        const auto opened = open_stored(files, session.now.id);
        REQUIRE_MESSAGE(opened, body);
        CHECK_MESSAGE(model::equal(opened->plan, session.now), body);
        CHECK_MESSAGE(opened->notices.size() == 2, body);  // the file, and a revision lost
        CHECK(opened->repair);
    }
}
